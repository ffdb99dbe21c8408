import { Duration } from 'cdk8s';
import { Identity, objectMeta } from './identity';
import { Discovery, DiscoveryKind } from '../../discovery/discovery';
import { ContainerPort, ObjectMeta } from '../../kubernetes/objects';

/** Label of a Service that tells how it leads to the daemon, so that a monitor finds exactly one. */
const DISCOVERY_LABEL = 'cdk8s-daemons/discovery';

/** An API object before it becomes one: `toJson` adds nothing but the order of keys. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta & { name: string };
  readonly [field: string]: unknown;
}

/** A Service without a port is left to the checks. */
export function renderServices(identity: Identity, discoveries: Discovery[], declared: ContainerPort[]): Manifest[] {
  return discoveries.flatMap((discovery) => {
    const name = discovery._serviceName(identity.name);
    // a monitor finds its Service by labels, also where no label is added otherwise
    const isRead = discovery._kind === monitoredKind(discoveries) && discoveries.some((other) => other._kind === 'serviceMonitor');
    const labels = identity.recommended || isRead ? { ...identity.commonLabels, [DISCOVERY_LABEL]: discovery._kind } : {};
    const ports = offeredPorts(discovery, declared);
    return name === undefined || ports.length === 0 ? [] : [service(identity, name, labels, discovery, ports)];
  });
}

function service(identity: Identity, name: string, labels: { [key: string]: string }, discovery: Discovery, ports: ContainerPort[]): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: objectMeta(identity, name, { labels }),
    spec: {
      clusterIP: discovery._kind === 'headless' ? 'None' : undefined,
      internalTrafficPolicy: discovery._kind === 'local' ? 'Local' : undefined,
      publishNotReadyAddresses: discovery._service.publishNotReadyAddresses,
      selector: { ...identity.commonLabels },
      ports: ports.map((port) => (
        { name: servicePortName(port), port: port.containerPort, targetPort: port.name ?? port.containerPort, protocol: port.protocol })),
    },
  };
}

/** Of the ports that the containers declare those that a Service offers. */
export function offeredPorts({ _service: { ports } }: Discovery, declared: ContainerPort[]): ContainerPort[] {
  return ports === undefined ? declared : declared.filter((port) => port.name !== undefined && ports.includes(port.name));
}

function servicePortName(port: ContainerPort): string {
  return port.name ?? `${(port.protocol ?? 'TCP').toLowerCase()}-${port.containerPort}`;
}

/** PodMonitors and ServiceMonitors of the Prometheus operator (monitoring.coreos.com/v1). */
export function renderMonitors(identity: Identity, discoveries: Discovery[]): Manifest[] {
  return discoveries.filter((discovery) => discovery._kind === 'podMonitor' || discovery._kind === 'serviceMonitor').map((discovery) => {
    const { path, interval, labels } = discovery._monitor;
    const endpoint = { port: discovery._service.ports![0], path, interval: interval && prometheusDuration(interval) };
    const isPods = discovery._kind === 'podMonitor';
    const serviceLabels = { ...identity.commonLabels, [DISCOVERY_LABEL]: monitoredKind(discoveries) };
    return {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: isPods ? 'PodMonitor' : 'ServiceMonitor',
      metadata: objectMeta(identity, identity.name, { labels }),
      spec: {
        selector: { matchLabels: isPods ? { ...identity.commonLabels } : serviceLabels },
        [isPods ? 'podMetricsEndpoints' : 'endpoints']: [endpoint],
      },
    };
  });
}

/** The Service that a ServiceMonitor reads; the headless one where there is a choice. */
export function monitoredKind(discoveries: Discovery[]): DiscoveryKind {
  const kinds = discoveries.map((discovery) => discovery._kind);
  return (['headless', 'cluster', 'local'] as const).find((kind) => kinds.includes(kind)) ?? 'headless';
}

/** Prometheus knows no fractions of a unit. */
function prometheusDuration(duration: Duration): string {
  const milliseconds = duration.toMilliseconds();
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}
