import { Container, DaemonSet } from '../../src/kubernetes/objects';
import { Written } from '../util';

/** What objects need, one line each: what differs between two definitions is then a difference of lines. Nothing of a pod is left out. */
export function needs(objects: Written[]): string[] {
  return objects.flatMap((object) => {
    switch (object.kind) {
      case 'DaemonSet': return ofSet(object as unknown as DaemonSet);
      case 'ClusterRole':
      case 'Role': return (object.rules as object[]).map((rule) => `${object.kind} ${JSON.stringify(rule)}`);
      case 'ConfigMap': return Object.keys(object.data as object).map((key) => `ConfigMap ${key}`);
      default: return [`${object.kind} ${object.metadata.name}`];
    }
  });
}

function ofSet({ spec: { template: { spec }, ...set } }: DaemonSet): string[] {
  const { containers, initContainers = [], volumes = [], ...pod } = spec;
  return [
    ...fields('set', set), ...fields('pod', pod),
    ...volumes.map(({ name, ...source }) => `volume ${name} ${JSON.stringify(source)}`),
    ...[...initContainers, ...containers].flatMap(ofContainer),
  ];
}

function ofContainer(container: Container): string[] {
  const { name, args = [], env = [], ports = [], volumeMounts = [], securityContext = {}, ...others } = container;
  return [
    `container ${name}`,
    ...[
      ...args.map((arg) => `argument ${arg}`), ...env.map((variable) => `variable ${JSON.stringify(variable)}`),
      ...ports.map((port) => `port ${JSON.stringify(port)}`), ...volumeMounts.map((mount) => `mount ${JSON.stringify(mount)}`),
      ...fields('right', securityContext), ...fields('field', others),
    ].map((line) => `${name}: ${line}`),
  ];
}

function fields(what: string, object: object): string[] {
  return Object.entries(object).map(([field, value]) => `${what} ${field} ${JSON.stringify(value)}`);
}

/** Lines that one has and the other has not, with a sign; of a container that is new only its name. */
export function difference(without: string[], having: string[]): string[] {
  const added = having.filter((line) => !without.includes(line));
  const isNew = (line: string) => added.includes(`container ${line.split(':')[0]}`);
  return [
    ...added.filter((line) => !isNew(line)).map((line) => `+ ${line}`),
    ...without.filter((line) => !having.includes(line)).map((line) => `- ${line}`),
  ].sort();
}
