// docs/daemons.md: what each known daemon mounts, may do and leaves behind, read from the manifests that it gives, and what its options are, read from
// the assembly of jsii.
//   node scripts/daemons.js --write   rewrites it
'use strict';
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { mounts, nodes, tolerations, user } = require('./describe');
const upstream = require('./upstream');

const FILE = join(__dirname, '..', 'docs', 'daemons.md');

/** The least that each of them takes. */
const EXAMPLES = {
  AmdGpuDevicePluginDaemon: "new AmdGpuDevicePluginDaemon(chart, 'amd-gpu-device-plugin');",
  AppDynamicsDaemon: "new AppDynamicsDaemon(chart, 'machine-agent', {\n  image: 'registry.example.com/machine-agent:24.10.0',\n"
    + "  controller: { host: 'example.saas.appdynamics.com', account: 'example' },\n"
    + "  accessKey: { secret: Secret.fromSecretName(chart, 'access-key', 'cluster-agent-secret'), key: 'controller-key' },\n});",
  CephCsiDaemon: "new CephCsiDaemon(chart, 'ceph-csi', {\n  driver: CephCsiDriver.rbd(),\n"
    + "  clusters: [{ clusterId: 'b9127830-b0cc-4e34-aa47-9d1a2e9949a8', monitors: ['10.0.0.11:6789', '10.0.0.12:6789', '10.0.0.13:6789'] }],\n});",
  CephOsdDaemon: "new CephOsdDaemon(chart, 'ceph-osd', {\n  fsid: 'b9127830-b0cc-4e34-aa47-9d1a2e9949a8',\n  monitors: ['10.0.0.11', '10.0.0.12', '10.0.0.13'],\n"
    + "  devices: [{ name: 'slot-1', path: '/dev/disk/by-path/pci-0000:03:00.0-sas-phy1-lun-0' }],\n});",
  CollectdDaemon: "new CollectdDaemon(chart, 'collectd', {\n  image: 'registry.example.com/collectd:5.12.0',\n});",
  DatadogDaemon: "new DatadogDaemon(chart, 'datadog', {\n"
    + "  apiKey: { secret: Secret.fromSecretName(chart, 'datadog-key', 'datadog-secret'), key: 'api-key' },\n});",
  DcgmExporterDaemon: "new DcgmExporterDaemon(chart, 'dcgm-exporter');",
  DynatraceOneAgentDaemon: "new DynatraceOneAgentDaemon(chart, 'oneagent', {\n"
    + "  image: 'registry.example.com/dynatrace/dynatrace-oneagent:1.331.49.20260227-104933',\n  tenant: 'abc12345',\n"
    + "  tenantToken: { secret: Secret.fromSecretName(chart, 'token', 'oneagent'), key: 'tenant-token' },\n"
    + "  communicationEndpoints: ['https://abc12345.live.dynatrace.com:443/communication'],\n});",
  FluentBitDaemon: "new FluentBitDaemon(chart, 'fluent-bit', {\n  output: LogOutput.elasticsearch({ host: 'elasticsearch.logging.svc' }),\n});",
  FluentdDaemon: "new FluentdDaemon(chart, 'fluentd', {\n  output: LogOutput.elasticsearch({ host: 'elasticsearch.logging.svc' }),\n});",
  GangliaGmondDaemon: "new GangliaGmondDaemon(chart, 'gmond', {\n  image: 'registry.example.com/gmond:3.7.2-6',\n  cluster: { name: 'production' },\n});",
  GlusterdDaemon: "new GlusterdDaemon(chart, 'glusterd', {\n  image: 'registry.example.com/glusterd:11.1',\n  brickDirectories: ['/srv/bricks'],\n});",
  InstanaDaemon: "new InstanaDaemon(chart, 'instana-agent', {\n  image: 'registry.example.com/instana/agent:1.309.1',\n  key: { secret: Secret.fromSecretName(chart, 'keys', 'instana-agent'), key: 'key' },\n"
    + "  endpoint: { host: 'ingress-red-saas.instana.io' },\n  clusterName: 'production',\n});",
  LogstashDaemon: "new LogstashDaemon(chart, 'logstash', {\n  output: LogOutput.elasticsearch({ host: 'elasticsearch.logging.svc' }),\n});",
  NewRelicDaemon: "new NewRelicDaemon(chart, 'newrelic', {\n"
    + "  licenseKey: { secret: Secret.fromSecretName(chart, 'license', 'newrelic-license'), key: 'licenseKey' },\n  clusterName: 'production',\n});",
  NodeExporterDaemon: "new NodeExporterDaemon(chart, 'node-exporter');",
  NvidiaDevicePluginDaemon: "new NvidiaDevicePluginDaemon(chart, 'nvidia-device-plugin');",
  OpenTelemetryCollectorDaemon: "new OpenTelemetryCollectorDaemon(chart, 'otel', {\n"
    + "  exporters: [OpenTelemetryExporter.otlp({ endpoint: 'https://gateway.observability.svc:4317' })],\n});",
  SysdigDaemon: "new SysdigDaemon(chart, 'sysdig', {\n"
    + "  accessKey: { secret: Secret.fromSecretName(chart, 'sysdig-key', 'sysdig'), key: 'access-key' },\n"
    + "  collector: SysdigCollector.region(SysdigRegion.EU1),\n});",
  VectorDaemon: "new VectorDaemon(chart, 'vector', {\n  output: LogOutput.elasticsearch({ host: 'elasticsearch.logging.svc' }),\n});",
  WindowsExporterDaemon: "new WindowsExporterDaemon(chart, 'windows-exporter');",
};

/** What stands beside upstream's manifest where that has more turned on than the least definition has. */
const COMPARED = {
  AppDynamicsDaemon: "new AppDynamicsDaemon(chart, 'machine-agent', {\n  image: 'registry.example.com/machine-agent:24.10.0',\n"
    + "  controller: { host: 'example.saas.appdynamics.com', account: 'example' },\n"
    + "  accessKey: { secret: Secret.fromSecretName(chart, 'access-key', 'cluster-agent-secret'), key: 'controller-key' },\n  docker: {}, analytics: { globalAccount: 'example_0123' },\n});",
  DatadogDaemon: "new DatadogDaemon(chart, 'datadog', {\n"
    + "  apiKey: { secret: Secret.fromSecretName(chart, 'datadog-key', 'datadog-secret'), key: 'api-key' },\n"
    + "  clusterAgent: { serviceName: 'datadog-cluster-agent', authToken: { secret: Secret.fromSecretName(chart, 'token', 'datadog-cluster-agent'), key: 'token' } },\n"
    + "  apm: {}, dogstatsd: {},\n});",
  NewRelicDaemon: "new NewRelicDaemon(chart, 'newrelic', {\n"
    + "  licenseKey: { secret: Secret.fromSecretName(chart, 'license', 'newrelic-license'), key: 'licenseKey' },\n  clusterName: 'production',\n  hostMetrics: {},\n});",
  OpenTelemetryCollectorDaemon: "new OpenTelemetryCollectorDaemon(chart, 'otel', {\n"
    + "  exporters: [OpenTelemetryExporter.otlp({ endpoint: 'https://gateway.observability.svc:4317' })],\n"
    + "  logs: {}, hostMetrics: {}, kubeletMetrics: {}, kubernetesAttributes: {},\n});",
  SysdigDaemon: "new SysdigDaemon(chart, 'sysdig', {\n"
    + "  accessKey: { secret: Secret.fromSecretName(chart, 'sysdig-key', 'sysdig'), key: 'access-key' },\n"
    + "  collector: SysdigCollector.region(SysdigRegion.EU1),\n  driver: SysdigDriver.KMOD,\n});",
};

const HEAD = `# The known daemons

Made by \`node scripts/daemons.js --write\` from what the constructs themselves give; a test fails where it differs. Each table is that of the example
above it. A role (\`LogCollectorDaemon\`, \`NodeMonitorDaemon\`, \`StorageDaemon\`, \`DevicePluginDaemon\`) takes any other program of its kind.
`;

/** @returns the classes of the catalog, by name */
function catalog(assembly) {
  return Object.values(assembly.types).filter(({ kind, base, symbolId }) => kind === 'class' && base !== undefined && symbolId?.startsWith('src/catalog/'))
    .map(({ name }) => name).sort();
}

/** What examples use of cdk8s-plus. */
const OF_PLUS = ['Secret'];

/** The program of an example. */
function program(name, example = EXAMPLES[name]) {
  const used = [...new Set(example.match(/\b[A-Z]\w+(?=\.\w|\(chart)/g))].sort();
  const [plus, own] = [used.filter((word) => OF_PLUS.includes(word)), used.filter((word) => !OF_PLUS.includes(word))];
  return [
    "import { App, Chart } from 'cdk8s';",
    ...(plus.length > 0 ? [`import { ${plus.join(', ')} } from 'cdk8s-plus-27';`] : []),
    `import { ${own.join(', ')} } from 'cdk8s-daemons';`,
    '',
    'const app = new App();',
    "const chart = new Chart(app, 'node-agents', { namespace: 'node-agents' });",
    example,
    'app.synth();',
    '',
  ].join('\n');
}

/** The objects of a program, run with the library given. */
function objectsOf(code, library) {
  const ts = require('typescript');
  const cdk8s = require('cdk8s');
  const charts = [];
  class App extends cdk8s.App {
    synth() { charts.push(...this.charts); }
  }
  const modules = { 'cdk8s': { ...cdk8s, App }, 'cdk8s-daemons': library };
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  new Function('require', 'exports', outputText)((name) => modules[name] ?? require(name), {});
  return charts.flatMap((chart) => cdk8s.Testing.synth(chart));
}

function generate(library, assembly) {
  const names = catalog(assembly);
  const index = names.map((name) => `[${name}](#${name.toLowerCase()})`).join(' · ');
  return [HEAD, `${index}\n`, ...names.map((name) => section(name, library, assembly))].join('\n');
}

function section(name, library, assembly) {
  if (!(name in EXAMPLES)) {
    throw new Error(`scripts/daemons.js has no example of ${name}; add the least that it takes to EXAMPLES`);
  }
  const code = program(name);
  const objects = objectsOf(code, library);
  const { docs } = assembly.types[`${assembly.name}.${name}`];
  const set = objects.find(({ kind }) => kind === 'DaemonSet');
  return [
    `## ${name}`, docs.summary, docs.remarks.trim(), `\`\`\`ts\n${code}\`\`\``, table(['what', 'in this example'], facts(set, objects)),
    'What linters flag, and why it is so:', table(['rule', 'reason'], exceptions(set)),
    ...fromUpstream(name, library),
    'Its own options; those of every daemon are in the README:', table(['option', 'what it is', 'default, and why'], options(name, assembly)),
  ].join('\n\n') + '\n';
}

function facts(set, objects) {
  const { template, updateStrategy } = set.spec;
  const pod = template.spec;
  const all = [...(pod.initContainers ?? []), ...pod.containers];
  return [
    ['image', lines(all.map(({ image }) => `\`${image}\``))],
    ['nodes', nodes(pod)],
    ['tolerations', tolerations(pod)],
    ['mounts', lines(mounts(pod))],
    ['types of its host paths', lines((pod.volumes ?? []).filter(({ hostPath }) => hostPath).map(({ hostPath }) => `\`${hostPath.path}\`: ${hostPath.type ?? 'not checked'}`))],
    ['namespaces of the node', ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => pod[field]).join(', ') || 'none'],
    ['runs as', lines(all.map(runsAs))],
    ['rights in the cluster', lines(rights(objects))],
    ['ports', all.flatMap(({ ports = [] }) => ports).map(({ name, containerPort, protocol = 'TCP' }) => `${containerPort}/${protocol} (${name})`).join(', ') || 'none'],
    ['Pod Security', podSecurity(template)],
    ['resources per node', lines(all.map(resources))],
    ['priority', pod.priorityClassName ?? 'none'],
    ['update', updateStrategy.rollingUpdate ? `${updateStrategy.rollingUpdate.maxUnavailable} at a time` : updateStrategy.type],
    ['grace period', `${pod.terminationGracePeriodSeconds ?? 30} s`],
    ['beside it', objects.filter((object) => object !== set).map(({ kind, metadata: { name } }) => `${kind} \`${name}\``).join(', ')],
    ['selector', Object.entries(set.spec.selector.matchLabels).map(([key, value]) => `\`${key}=${value}\``).join(', ')],
  ];
}

function runsAs({ securityContext: context = {} }) {
  return `${user(context)}, ${context.readOnlyRootFilesystem ? 'read-only' : 'writable'} root file system`;
}

function rights(objects) {
  return objects.filter(({ kind }) => kind.endsWith('Role')).flatMap(({ kind, rules }) => rules.map(({ resources = [], nonResourceURLs = [], verbs }) => (
    `${[...resources, ...nonResourceURLs].join(', ')}: ${verbs.join(', ')} (${kind})`)));
}

function resources({ name, resources: { requests = {}, limits = {} } = {} }) {
  const amounts = [...new Set([...Object.keys(requests), ...Object.keys(limits)])].map((key) => `${key} ${requests[key] ?? '–'}, at most ${limits[key] ?? '–'}`);
  return `${name}: ${amounts.join('; ') || 'none'}`;
}

/** The lowest level that admits the pods, and the controls of stricter ones that are in the way. */
function podSecurity({ metadata, spec }) {
  const { asCreatedPod, lowestLevel, violationText } = require('../lib/kubernetes/pod-security');
  const { level, violations } = lowestLevel(metadata, asCreatedPod(spec));
  return lines([level, ...violations.filter((violation) => level !== 'privileged' || violation.level === 'baseline').map(violationText)]);
}

function exceptions({ metadata: { annotations = {} } }) {
  return Object.entries(annotations).filter(([key]) => key.startsWith('cdk8s-daemons/allow.')).map(([key, reason]) => [`\`${key.slice('cdk8s-daemons/allow.'.length)}\``, reason]);
}

/** Where it differs from upstream's own manifest; lines that say the same stand in one row. */
function fromUpstream(name, library) {
  const objects = compared(name, library);
  const program = upstream.programOf(objects);
  const { source, facts: theirs } = upstream.upstreamOf(program);
  if (theirs === undefined) {
    return [`Nothing of upstream stands beside it: ${source}.`];
  }
  const rows = new Map();
  for (const { what, ...cells } of upstream.differences(upstream.facts(objects), theirs)) {
    const rest = [cells.upstream, cells.here, upstream.reasonFor(program, what) ?? '?'];
    rows.set(JSON.stringify(rest), [...(rows.get(JSON.stringify(rest)) ?? []), what]);
  }
  return [`Differences from upstream (${source})${name in COMPARED ? ', here with the same turned on' : ''}:`, table(['what', 'upstream', 'here', 'why'], [...rows].map(([rest, whats]) => [lines(whats), ...JSON.parse(rest)]))];
}

/** The properties of the product's own options. */
function options(name, assembly) {
  const struct = assembly.types[`${assembly.name}.${name}Props`];
  const own = [struct, ...(struct.interfaces ?? []).map((fqn) => assembly.types[fqn])].filter(({ symbolId }) => symbolId.startsWith('src/catalog/'));
  return own.flatMap(({ properties = [] }) => properties).map((property) => [`\`${property.name}\`${property.optional ? '' : ' (required)'}`, sentence(property.docs), (property.docs.default ?? '').replace(/^- /, '')]);
}

/** The first sentence, which jsii cuts where a line ends. */
function sentence({ summary, remarks = '' }) {
  return /\.$/.test(summary.trim()) ? summary : `${summary} ${/^[^.]*\.?/.exec(remarks)[0]}`;
}

function lines(all) {
  return all.join('<br>') || 'none';
}

function table(head, rows) {
  const cell = (text) => text.replace(/\s+/g, ' ').replace(/\|/g, '\\|').replace(/<(?!br>)/g, '&lt;').trim();
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

/** What the least definition of each known daemon gives, by name. */
function examples(library) {
  return Object.keys(EXAMPLES).map((name) => [name, objectsOf(program(name), library)]);
}

/** The objects that stand beside upstream's. */
function compared(name, library) {
  return objectsOf(program(name, COMPARED[name]), library);
}

module.exports = { generate, program, catalog, examples, besideUpstream: (library) => Object.keys(EXAMPLES).map((name) => compared(name, library)) };

if (require.main === module && process.argv.includes('--write')) {
  writeFileSync(FILE, generate(require('..'), JSON.parse(readFileSync(join(__dirname, '..', '.jsii'), 'utf8'))));
}
