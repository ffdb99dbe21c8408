import { concat } from '../concat';
import { duplicate, FieldError, forbidden, invalid, notSupported, required } from '../field-error';
import { dns1123LabelErrors, portNumberErrors, qualifiedNameErrors } from './names';
import { validatePortNumOrName } from './port';
import { ServicePort, ServiceSpec } from './service-spec';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** The ports of a Service, each by itself. Upstream: validateServicePort. */
export function validateServicePorts(ports: readonly ServicePort[], path: string): FieldError[] {
  const names = ports.map(({ name = '' }) => name);
  return ports.flatMap((port, index) => concat(
    validatePortName(names, index, `${path}[${index}].name`),
    validateServicePort(port, `${path}[${index}]`),
  ));
}

/** What two ports of a Service may not share, and who may have node ports. Upstream: validateService. */
export function validateServicePortsTogether({ ports, type }: ServiceSpec, path: string): FieldError[] {
  const list = ports ?? [];
  return concat(
    type !== 'ClusterIP' ? [] : list.flatMap(({ nodePort = 0 }, index) => (nodePort === 0 ? []
      : [forbidden(`${path}[${index}].nodePort`, "may not be used when `type` is 'ClusterIP'")])),
    repeated(list, ({ protocol, nodePort = 0 }) => (nodePort === 0 ? undefined : `${nodePort}/${protocol}`))
      .map((index) => duplicate(`${path}[${index}].nodePort`, list[index].nodePort)),
    repeated(list, ({ protocol, port }) => `${port}/${protocol}`).map((index) => duplicate(`${path}[${index}]`, portKey(list[index]))),
  );
}

function validatePortName(names: readonly string[], index: number, path: string): FieldError[] {
  const name = names[index];
  if (name === '') {
    return names.length > 1 ? [required(path)] : [];
  }
  return concat(
    dns1123LabelErrors(name).map((error) => invalid(path, name, error)),
    names.indexOf(name) < index ? [duplicate(path, name)] : [],
  );
}

function validateServicePort({ port = 0, protocol = '', targetPort = 0, appProtocol }: ServicePort, path: string): FieldError[] {
  return concat(
    portNumberErrors(port).map((error) => invalid(`${path}.port`, port, error)),
    protocol === '' ? [required(`${path}.protocol`)]
      : PROTOCOLS.includes(protocol) ? [] : [notSupported(`${path}.protocol`, protocol, PROTOCOLS)],
    validatePortNumOrName(targetPort, `${path}.targetPort`),
    appProtocol === undefined || appProtocol === null ? []
      : qualifiedNameErrors(appProtocol).map((error) => invalid(`${path}.appProtocol`, appProtocol, error)),
  );
}

/** Upstream compares ports by a copy of its own type that has nothing else set, and prints that. */
function portKey({ protocol = '', port = 0 }: ServicePort): object {
  return { Name: '', Protocol: protocol, AppProtocol: null, Port: port, TargetPort: 0, NodePort: 0 };
}

/** Where something comes again. */
function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): number[] {
  const keys = items.map(keyOf);
  return keys.flatMap((key, index) => (key !== undefined && keys.indexOf(key) < index ? [index] : []));
}
