import { collectorConfig } from './config/config';
import { exporter, exporterId, headerVariable, queueBytes } from './config/exporters';
import { extraConfigProblems, readExtraConfig } from './config/extra-config';
import { batchSize, largestBatch } from './config/processors';
import { LONGEST_LINE, receivers } from './config/receivers';
import { openTelemetryCollector } from './definition';
import { OpenTelemetryOtlpOptions, OpenTelemetrySignal } from './exporter';
import { checkpointsOn, grpcPort, healthPort, hostMetricsOn, httpPort, logsOn, otlpOn, scrapersOf, telemetryPort } from './presets';
import { OpenTelemetryCollectorDaemonProps, OpenTelemetryCollectorOptions } from './props';
import { isSection, Section } from '../extra-config';
import { regexpProblem } from '../go-regexp';
import { literalSecrets } from '../literal-secrets';

/** What is wrong with the options, one sentence each; with most of it the collector would not start, or move nothing. */
export function openTelemetryCollectorProblems(props: OpenTelemetryCollectorDaemonProps): string[] {
  return [
    ...names(props), ...destinations(props), ...signalsWithoutDestination(props), ...listeners(props), ...logs(props), ...presets(props),
    ...batch(props), ...queues(props), ...components(props), ...variables(props), ...extraConfigProblems(props.extraConfig ?? ''),
    ...literalSecrets(readExtraConfig(props.extraConfig), {
      advice: "a variable: env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and '${env:NAME}'",
    }),
  ];
}

/** An exporter of the same name would take the other's place without a word. */
function names({ exporters, extraConfig }: OpenTelemetryCollectorDaemonProps): string[] {
  const ids = exporters.map(({ _data: { kind, options } }) => exporterId(kind, options.name));
  return [
    ...(exporters.length === 0 && readExtraConfig(extraConfig).exporters === undefined
      ? ['exporters is empty, so nothing would be sent; name at least one, such as OpenTelemetryExporter.otlp'] : []),
    ...[...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `two exporters are named '${id}'; give each a name of its own`),
    ...exporters.flatMap(({ _data: { options: { name } } }) => (name === undefined || /^[A-Za-z0-9_-]+$/.test(name) ? []
      : [`the exporter's name '${name}' is not allowed: letters, digits, '_' and '-'`])),
  ];
}

function destinations({ exporters }: OpenTelemetryCollectorDaemonProps): string[] {
  return exporters.flatMap(({ _data: { kind, options } }) => {
    const id = exporterId(kind, options.name);
    return kind === 'debug' ? [] : destination(id, options).map((problem) => `${id}: ${problem}`);
  });
}

function destination(id: string, { endpoint, tls, headers = {} }: OpenTelemetryOtlpOptions): string[] {
  const variablesOfHeaders = Object.keys(headers).map((name) => headerVariable(id, name));
  return [
    ...(/^https?:\/\/[^\s/@]+(\/[^\s@]*)?$/.test(endpoint) ? []
      : ['endpoint is no URL without a user, such as https://gateway.observability.svc:4317; http:// is without TLS']),
    ...(tls !== undefined && endpoint.startsWith('http://') ? ['tls has no effect with an endpoint of http://; write https://, or leave tls out'] : []),
    ...((tls?.certificate === undefined) !== (tls?.key === undefined)
      ? ['tls.certificate and tls.key are given one without the other; give both or none'] : []),
    // others are known by the names of their variables
    ...Object.entries(headers).filter(([name, { value }]) => /authorization$/i.test(name) && typeof value === 'string')
      .map(([name]) => `the header '${name}' holds a secret as plain text; take it from a Secret: EnvValue.fromSecretValue({ secret, key })`),
    ...Object.keys(headers).filter((name) => !/^[A-Za-z0-9_-]+$/.test(name))
      .map((name) => `the header '${name}' is not allowed: letters, digits, '_' and '-'`),
    ...Object.keys(headers).filter((_, index) => variablesOfHeaders.indexOf(variablesOfHeaders[index]) !== index)
      .map((name) => `the header '${name}' is given twice, in other letters; leave one of them out`),
  ];
}

/** A preset whose signal nobody gets would be refused by the collector: an unused receiver is none. */
function signalsWithoutDestination({ exporters, extraConfig, ...options }: OpenTelemetryCollectorDaemonProps): string[] {
  const sent = new Set(exporters.flatMap(({ _data }) => _data.options.signals ?? Object.values(OpenTelemetrySignal)));
  const unsent = exporters.length === 0 || readExtraConfig(extraConfig).service !== undefined ? []
    : receivers(options).filter(({ signals }) => !signals.some((signal) => sent.has(signal)));
  return unsent.map(({ option, signals }) => `${option} has no destination, since no exporter takes ${signals.join(', ')}; `
    + `name the signal in an exporter's signals, or leave ${option} out`);
}

function listeners(options: OpenTelemetryCollectorOptions): string[] {
  const all = [...(otlpOn(options) ? [grpcPort(options), httpPort(options)] : []), telemetryPort(options), healthPort(options)];
  const taken = all.filter((port) => port !== undefined);
  return [...new Set(taken.filter((port, index) => taken.indexOf(port) !== index))]
    .map((port) => `the port ${port} is opened twice; give otlp.grpcPort, otlp.httpPort, telemetry.port and healthPort a port each`);
}

function logs(options: OpenTelemetryCollectorOptions): string[] {
  const { includeNamespaces, excludeNamespaces = [], multilineStart } = options.logs ?? {};
  const regexp = multilineStart === undefined ? undefined : regexpProblem(multilineStart);
  return [
    ...(includeNamespaces?.length === 0 ? ['logs.includeNamespaces is empty, so nothing would be read; leave it out for all namespaces'] : []),
    ...[...(includeNamespaces ?? []), ...excludeNamespaces].filter((namespace) => !/^[a-z0-9*?]([a-z0-9*?-]*[a-z0-9*?])?$/.test(namespace))
      .map((namespace) => `'${namespace}' in logs is no name of a namespace: lower-case letters, digits and '-', and '*' for any`),
    ...(includeNamespaces ?? []).filter((namespace) => excludeNamespaces.includes(namespace))
      .map((namespace) => `'${namespace}' is in logs.includeNamespaces and in logs.excludeNamespaces; leave it out of one of them`),
    ...(regexp === undefined ? [] : [`logs.multilineStart '${multilineStart}' is no regular expression of Go (RE2): ${regexp}`]),
  ];
}

function presets(options: OpenTelemetryCollectorOptions): string[] {
  return [
    ...(hostMetricsOn(options) && scrapersOf(options).length === 0
      ? ['hostMetrics.scrapers is empty, so nothing would be measured; name those that are wanted'] : []),
    ...(options.kubeletMetrics?.metricGroups?.length === 0
      ? ['kubeletMetrics.metricGroups is empty, so nothing would be measured; name those that are wanted'] : []),
    ...(logsOn(options) && options.checkpoints?.enabled === false && (options.logs?.readFromHead ?? true)
      ? ['without checkpoints each start reads all logs from their beginning again; leave checkpoints out, '
        + 'or say logs.readFromHead: false, which loses those of the time between'] : []),
  ];
}

function batch(options: OpenTelemetryCollectorOptions): string[] {
  const [size, maxSize] = [batchSize(options), options.batch?.maxSize];
  return [
    ...(Number.isInteger(size) && size > 0 ? [] : [`batch.size is ${size}; it takes a whole number from 1 on`]),
    ...(maxSize !== undefined && !(Number.isInteger(maxSize) && maxSize >= size)
      ? [`batch.maxSize is ${maxSize}; it takes a whole number from batch.size (${size}) on`] : []),
  ];
}

/** A queue that lets wait lets what is larger than itself wait for ever (upstream: exporterhelper, internal/queue/persistent_queue.go). */
function queues(options: OpenTelemetryCollectorOptions): string[] {
  const least = Math.ceil(largestBatch(options) * LONGEST_LINE / 1024 / 1024);
  return !checkpointsOn(options) || queueBytes(options) >= least * 1024 * 1024 ? []
    : [`checkpoints.queueLimit has no room for the largest batch (${largestBatch(options)} records of 100 KiB), which would wait for ever; `
      + `give it ${least} MiB, or make batch.maxSize smaller`];
}

/** The collector does not start when a pipeline names what is not there. */
function components(props: OpenTelemetryCollectorDaemonProps): string[] {
  const config = collectorConfig(props, props.exporters.map((one) => exporter(one, props)));
  const service = map(config.service);
  // a connector is the exporter of one pipeline and the receiver of another
  const connectors = (kind: string) => (['receivers', 'exporters'].includes(kind) ? Object.keys(map(config.connectors)) : []);
  const defined = (kind: string) => [...Object.keys(map(config[kind])), ...connectors(kind)];
  const missing = (where: string, kind: string, named: unknown) => (Array.isArray(named) ? named : [])
    .filter((id) => !defined(kind).includes(String(id)))
    .map((id) => `${where} names '${id}', which is not among the ${kind}; define it in extraConfig.${kind}, or leave it out`);
  return [
    ...missing('service.extensions', 'extensions', service.extensions),
    ...Object.entries(map(service.pipelines)).flatMap(([name, pipeline]) => ['receivers', 'processors', 'exporters']
      .flatMap((kind) => missing(`the pipeline '${name}'`, kind, map(pipeline)[kind]))),
    ...(Object.keys(map(service.pipelines)).length > 0 || props.exporters.length === 0 ? []
      : ['nothing is collected, since otlp and all presets are off; switch one on']),
  ];
}

/** A variable that is not set is the empty text, unless the configuration says another (`${env:NAME:-other}`). */
function variables(props: OpenTelemetryCollectorDaemonProps): string[] {
  const { configFiles = [], env = {} } = openTelemetryCollector({ name: 'any' }, props);
  const named = configFiles.flatMap(({ content }) => [...content.replace(/\$\$/g, '').matchAll(/\$\{(?:env:)?(\w+)\}/g)].map(([, name]) => name));
  return [...new Set(named)].filter((name) => env[name] === undefined)
    .map((name) => `the configuration names the variable ${name}, which is not set; add it to env`);
}

function map(value: unknown): Section {
  return isSection(value) ? value : {};
}
