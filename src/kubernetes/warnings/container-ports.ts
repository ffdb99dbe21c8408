import { quote } from '../decode/go-text';
import { ContainerPort, PodSpec } from '../pod-objects';
import { podContainers } from '../validation/pod-containers';

interface PlacedPort {
  readonly port: ContainerPort;
  readonly path: string;
}

/** Ports of a pod that get into each other's way. Upstream: warningsForPodSpecAndMeta. */
export function containerPortWarnings(spec: PodSpec, path: string): string[] {
  const ports = podContainers(spec, path).flatMap(({ container, path: containerPath }) => (
    (container.ports ?? []).map((port, index): PlacedPort => ({ port, path: `${containerPath}.ports[${index}]` }))));
  return [
    ...ports.flatMap((placed, index) => [...hostIpWarnings(placed), ...ports.slice(0, index).flatMap((other) => overlapWarnings(placed, other))]),
    ...nameWarnings(ports),
  ];
}

/** Go's own print of the port. */
function hostIpWarnings({ port, path }: PlacedPort): string[] {
  const { name = '', hostPort = 0, containerPort = 0, protocol = '', hostIP = '' } = port;
  return hostIP === '' || hostPort !== 0 ? [] : [`${path}: hostIP set without hostPort: `
    + `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`];
}

function overlapWarnings({ port, path }: PlacedPort, other: PlacedPort): string[] {
  const [a, b] = [port, other.port].map(({ containerPort = 0, protocol = '', hostPort = 0, hostIP = '' }) => (
    { containerPort, protocol, hostPort, hostIP }));
  if (a.containerPort !== b.containerPort || a.protocol !== b.protocol) {
    return [];
  }
  const relation = a.hostIP === b.hostIP && a.hostPort === b.hostPort ? 'duplicate'
    : a.hostPort === 0 || b.hostPort === 0 ? 'overlapping'
      : a.hostPort === b.hostPort && (a.hostIP === '') !== (b.hostIP === '') ? 'dangerously ambiguous' : undefined;
  return relation === undefined ? [] : [`${path}: ${relation} port definition with ${other.path}`];
}

function nameWarnings(ports: readonly PlacedPort[]): string[] {
  return ports.flatMap(({ port, path }, index) => {
    const first = ports.findIndex((other) => other.port.name === port.name);
    return !port.name || first === index ? [] : [`${path}: duplicate port name ${quote(port.name)} with ${ports[first].path}, `
      + `services and probes that select ports by name will use ${ports[first].path}`];
  });
}
