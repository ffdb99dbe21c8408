import { concat } from '../concat';
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
  const earlier = new Map<string, PlacedPort[]>();
  return concat(
    ports.flatMap((placed) => {
      const { containerPort = 0, protocol = '' } = placed.port;
      const others = earlier.get(`${containerPort} ${protocol}`) ?? [];
      const warnings = concat(hostIpWarnings(placed), others.flatMap((other) => overlapWarnings(placed, other)));
      others.push(placed);
      earlier.set(`${containerPort} ${protocol}`, others);
      return warnings;
    }),
    nameWarnings(ports),
  );
}

/** Go's own print of the port. */
function hostIpWarnings({ port, path }: PlacedPort): string[] {
  const { name = '', hostPort = 0, containerPort = 0, protocol = '', hostIP = '' } = port;
  return hostIP === '' || hostPort !== 0 ? [] : [`${path}: hostIP set without hostPort: `
    + `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`];
}

/** Of two that have one port and protocol. */
function overlapWarnings({ port, path }: PlacedPort, other: PlacedPort): string[] {
  const [a, b] = [port, other.port].map(({ hostPort = 0, hostIP = '' }) => ({ hostPort, hostIP }));
  const relation = a.hostIP === b.hostIP && a.hostPort === b.hostPort ? 'duplicate'
    : a.hostPort === 0 || b.hostPort === 0 ? 'overlapping'
      : a.hostPort === b.hostPort && (a.hostIP === '') !== (b.hostIP === '') ? 'dangerously ambiguous' : undefined;
  return relation === undefined ? [] : [`${path}: ${relation} port definition with ${other.path}`];
}

function nameWarnings(ports: readonly PlacedPort[]): string[] {
  const first = new Map([...ports].reverse().map(({ port, path }) => [port.name, path]));
  return ports.flatMap(({ port: { name }, path }) => {
    const other = first.get(name);
    return !name || other === path ? [] : [`${path}: duplicate port name ${quote(name)} with ${other}, services and probes that select ports by name will use ${other}`];
  });
}
