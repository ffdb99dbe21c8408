import { Check } from './subject';
import { Container, Probe } from '../../kubernetes/objects';

/** Probes of ports that nobody opens. */
export const checkPorts: Check = ({ manifest: { spec: { template: { spec } } } }) =>
  [...(spec.initContainers ?? []), ...spec.containers].flatMap((container) => probesOfUnknownPorts(container).map((problem) => `container '${container.name}': ${problem}`));

/** Kubernetes takes such a probe, and the container never counts as healthy. */
function probesOfUnknownPorts(container: Container): string[] {
  const names = (container.ports ?? []).map((port) => port.name).filter((name) => name !== undefined);
  const probes: [string, Probe | undefined][] = [['liveness', container.livenessProbe], ['readiness', container.readinessProbe], ['startup', container.startupProbe]];
  return probes.flatMap(([kind, probe]) => {
    const port = probe?.httpGet?.port ?? probe?.tcpSocket?.port;
    return typeof port === 'string' && !names.includes(port)
      ? [`its ${kind} probe asks the port '${port}', which the container does not declare; declared are: ${names.join(', ') || 'none'}`] : [];
  });
}
