import { Subject } from './subject';
import { Discovery } from '../../discovery/discovery';
import { ContainerPort } from '../../kubernetes/objects';
import { differingPorts } from '../render/companions';
import { monitoredKind, offeredPorts } from '../render/services';

/** How others reach a daemon, which is the same for all its DaemonSets. */
export function checkDiscovery(subjects: Subject[]): string[] {
  const [first] = subjects;
  return first === undefined ? [] : [...ports(first, subjects), ...serviceNames(first), ...monitors(first), ...networkPolicy(first, subjects)];
}

function ports({ identity, props: { discovery = [] } }: Subject, all: Subject[]): string[] {
  const unknown = discovery.flatMap((each) => unknownPorts(each, all));
  if (unknown.length > 0) {
    return [...new Set(unknown)];
  }
  const empty = discovery.filter((each) => offeredPorts(each, declaredPorts(all)).length === 0).map((each) => each._serviceName(identity.name))
    .filter((name) => name !== undefined).map((name) => `'${name}'`);
  return empty.length > 0 ? [`the ${empty.length > 1 ? 'Services' : 'Service'} ${empty.join(', ')} would have no port; `
    + "declare one: ports: [{ name: 'metrics', number: 9100 }]"] : [];
}

function unknownPorts(discovery: Discovery, all: Subject[]): string[] {
  const names = declaredPorts(all, { sidecars: discovery._kind === 'hostPort' }).map((port) => port.name).filter((name) => name !== undefined);
  return (discovery._service.ports ?? []).filter((port) => !names.includes(port))
    .map((port) => `discovery refers to a port '${port}' that no container declares; declared are: ${names.join(', ') || 'none'}`);
}

/** Services find the ports of ordinary containers only; on the node a sidecar's port is opened too. */
function declaredPorts(all: Subject[], { sidecars } = { sidecars: false }): ContainerPort[] {
  const pods = all.map(({ manifest: { spec: { template } } }) => template.spec);
  return differingPorts(pods.map(({ containers, initContainers = [] }) => [...containers, ...(sidecars ? initContainers : [])]));
}

function serviceNames({ identity, props: { discovery = [] } }: Subject): string[] {
  const names = discovery.map((each) => each._serviceName(identity.name)).filter((name) => name !== undefined);
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `two Services are named '${name}'; give one of them another name`);
}

function monitors({ identity, props: { discovery = [] } }: Subject): string[] {
  const kinds = discovery.map((each) => each._kind);
  const read = discovery.find((each) => each._kind === monitoredKind(discovery));
  return [
    ...(kinds.includes('serviceMonitor') && read === undefined ? ['Discovery.serviceMonitor() needs a Service to read: add Discovery.headless()'] : []),
    ...discovery.filter((each) => each._kind === 'serviceMonitor' && read?._service.ports !== undefined).flatMap((monitor) => monitor._service.ports ?? [])
      .filter((port) => !read!._service.ports!.includes(port))
      .map((port) => `Discovery.serviceMonitor('${port}') reads the Service '${read!._serviceName(identity.name)}', `
        + `which offers only ${read!._service.ports!.join(', ')}; add '${port}' there`),
    ...(['podMonitor', 'serviceMonitor'] as const).filter((kind) => kinds.filter((other) => other === kind).length > 1)
      .map((kind) => `Discovery.${kind}() is given twice; one monitor serves all pods of a daemon`),
  ];
}

function networkPolicy({ props: { networkPolicy: policy, hostNetwork } }: Subject, all: Subject[]): string[] {
  if (policy === undefined) {
    return [];
  }
  if (hostNetwork) {
    return ['a NetworkPolicy has no effect on pods of the host network; leave networkPolicy or hostNetwork out'];
  }
  return policy.ingressFrom.length > 0 && declaredPorts(all, { sidecars: true }).length === 0
    ? ["networkPolicy says who may connect to the daemon's ports, but no container declares one: ports: [{ name: 'metrics', number: 9100 }]"] : [];
}
