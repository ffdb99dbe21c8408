import { concat } from '../concat';
import { FieldError, duplicate, invalid, required } from '../field-error';
import { Container, ContainerPort, PodSpec } from '../pod-objects';
import { invalidForEach, requireTextOneOf } from './field-checks';
import { portNameErrors, portNumberErrors } from './names';
import { PodValidationOptions } from './pod-validation-options';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** The ports of one container; only well-formed names count as taken. Upstream: validateContainerPorts. */
export function validateContainerPorts(ports: readonly ContainerPort[], path: string): FieldError[] {
  const taken = new Set<string>();
  return ports.flatMap((port, index) => {
    const portPath = `${path}[${index}]`;
    const nameErrors = validatePortName(port.name ?? '', `${portPath}.name`, taken);
    taken.add(port.name ?? '');
    return concat(
      nameErrors,
      port.containerPort ? invalidForEach(`${portPath}.containerPort`, port.containerPort, portNumberErrors(port.containerPort))
        : [required(`${portPath}.containerPort`)],
      port.hostPort ? invalidForEach(`${portPath}.hostPort`, port.hostPort, portNumberErrors(port.hostPort)) : [],
      requireTextOneOf(port.protocol, `${portPath}.protocol`, PROTOCOLS),
    );
  });
}

function validatePortName(name: string, path: string, taken: ReadonlySet<string>): FieldError[] {
  const errors = name === '' ? [] : portNameErrors(name);
  return errors.length > 0 ? invalidForEach(path, name, errors) : name !== '' && taken.has(name) ? [duplicate(path, name)] : [];
}

/** Host ports that two ports of these containers take, word for word. Upstream: checkHostPortConflicts. */
export function checkHostPortConflicts(containers: readonly Container[], path: string): FieldError[] {
  const taken = new Set<string>();
  return containers.flatMap(({ ports }, index) => (ports ?? []).flatMap(({ protocol = '', hostIP = '', hostPort }, portIndex) => {
    const address = `${protocol}/${hostIP}/${hostPort}`;
    const isTaken = taken.has(address);
    if (hostPort) {
      taken.add(address);
    }
    return hostPort && isTaken ? [duplicate(`${path}[${index}].ports[${portIndex}].hostPort`, address)] : [];
  }));
}

/** On the network of its host a container has no other port than its own. Upstream: validatePodHostNetworkDeps. */
export function validatePodHostNetworkDeps({ hostNetwork, containers }: PodSpec, path: string, options: PodValidationOptions): FieldError[] {
  const isWrong = ({ hostPort = 0, containerPort = 0 }: ContainerPort) => (options.resourceIsPod || hostPort !== 0) && hostPort !== containerPort;
  return !hostNetwork ? [] : (containers ?? []).flatMap(({ ports }, index) => (ports ?? []).flatMap((port, portIndex) => {
    const portPath = `${path}.containers[${index}].ports[${portIndex}].hostPort`;
    return isWrong(port) ? [invalid(portPath, port.hostPort ?? 0, 'must match `containerPort` when `hostNetwork` is true')] : [];
  }));
}
