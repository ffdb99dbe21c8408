import { Check } from './subject';
import { isPortName, PORT_NAME_MAX } from '../../kubernetes/names';
import { Container, ContainerPort, Probe } from '../../kubernetes/objects';

/** Ports that the API server would not take, and probes of ports that nobody opens. */
export const checkPorts: Check = ({ manifest: { spec: { template: { spec } } } }) =>
  [...(spec.initContainers ?? []), ...spec.containers].flatMap((container) => [
    ...(container.ports ?? []).flatMap((port) => portProblems(port, spec.hostNetwork ?? false)),
    ...namesGivenTwice(container),
    ...probesOfUnknownPorts(container),
  ].map((problem) => `container '${container.name}': ${problem}`));

function portProblems(port: ContainerPort, hostNetwork: boolean): string[] {
  const { name, containerPort, hostPort } = port;
  const wrong = [containerPort, hostPort].filter((number) => number !== undefined && !(Number.isInteger(number) && number >= 1 && number <= 65535));
  return [
    ...(name === undefined || isPortName(name) ? []
      : [`the port name '${name}' is not allowed: at most ${PORT_NAME_MAX} characters, lower-case letters, digits and inner dashes, at least one letter`]),
    ...wrong.map((number) => `the port ${number} is not allowed: ports are whole numbers from 1 to 65535`),
    ...(hostNetwork && hostPort !== undefined && hostPort !== containerPort
      ? [`the port ${containerPort} cannot be ${hostPort} on the node, since on the host network the program's own port is the node's; leave hostPort out`] : []),
  ];
}

function namesGivenTwice({ ports = [] }: Container): string[] {
  const names = ports.map((port) => port.name);
  return names.filter((name, index) => name !== undefined && names.indexOf(name) !== index).map((name) => `two ports are named '${name}'; each needs a name of its own`);
}

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
