import { hasAllowedName } from './names';
import { Subject } from './subject';
import { Discovery } from '../../discovery/discovery';
import { DNS_LABEL_MAX, isDnsLabel } from '../../kubernetes/names';
import { ContainerPort } from '../../kubernetes/objects';
import { differingPorts } from '../render/companions';
import { monitoredKind } from '../render/services';

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
  const services = discovery.filter((each) => each._serviceName(identity.name) !== undefined)
    .map((each) => ({ name: each._serviceName(identity.name), offered: offeredBy(each, declaredPorts(all)) }));
  const empty = services.filter(({ offered }) => offered.length === 0).map(({ name }) => `'${name}'`);
  return [
    ...(empty.length > 0 ? [`the ${empty.length > 1 ? 'Services' : 'Service'} ${empty.join(', ')} would have no port; `
      + "declare one: ports: [{ name: 'metrics', number: 9100 }]"] : []),
    ...services.flatMap(({ name, offered }) => portsOfferedTwice(offered).map((port) => `the Service '${name}' would offer ${port} twice; `
      + 'give the ports of the containers different names and numbers, or name those that it offers (ports)')),
  ];
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

function offeredBy({ _service: { ports: wanted } }: Discovery, declared: ContainerPort[]): ContainerPort[] {
  return wanted === undefined ? declared : declared.filter((port) => port.name !== undefined && wanted.includes(port.name));
}

/** Upstream: ValidateService; the names of a Service's ports differ, and so do their numbers within a protocol. */
function portsOfferedTwice(offered: ContainerPort[]): string[] {
  const names = offered.map((port) => (port.name === undefined ? undefined : `'${port.name}'`));
  const numbers = offered.map((port) => `${port.protocol ?? 'TCP'}/${port.containerPort}`);
  const twice = (list: (string | undefined)[]) => list.filter((each, index) => each !== undefined && list.indexOf(each) !== index);
  return [...new Set([...twice(names), ...twice(numbers)])] as string[];
}

function serviceNames({ identity, props: { discovery = [] } }: Subject): string[] {
  const names = discovery.map((each) => each._serviceName(identity.name)).filter((name) => name !== undefined);
  const told = names.filter((name) => hasAllowedName(identity) || discovery.some((each) => each._service.name === name));
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `two Services are named '${name}'; give one of them another name`),
    ...told.filter((name) => !isDnsLabel(name) || !/^[a-z]/.test(name))
      .map((name) => `the Service name '${name}' (${name.length} characters) is not allowed: at most ${DNS_LABEL_MAX} lower-case letters, digits and inner dashes, a letter first; `
        + 'give the Service another name, as in Discovery.headless({ name })'),
  ];
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
