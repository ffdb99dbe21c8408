// The parts of README.md that are made from the library itself: the YAML of the first example, the table of what each
// construct gives, the table of defaults with their reasons, what `check` says and its rules.
//   node scripts/readme.js --write   rewrites them
//   node scripts/readme.js --first   prints the first example
'use strict';
const { readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { examples } = require('./daemons');
const { nodes, user } = require('./describe');

const README = join(__dirname, '..', 'README.md');

/** The TypeScript and JavaScript blocks of a Markdown text. */
function samples(markdown) {
  return [...markdown.matchAll(/^```(?:ts|js)[^\n]*\n([\s\S]*?)^```$/gm)].map((match) => match[1]);
}

/** The text with every generated part made anew. */
function generate(markdown, library, assembly) {
  const parts = {
    'check': checkReport(),
    'clash': clashError(library),
    'constructs': constructsTable(library),
    'defaults': defaultsTable(assembly),
    'first-yaml': firstYaml(samples(markdown)[0], library),
    'hardware-nodes': hardwareTable(),
    'hardware-yaml': hardwareYaml(),
    'plan': planReport(),
    'runtime-rules': runtimeRulesTable(),
  };
  return markdown.replace(/(<!-- generated: ([a-z-]+) -->\n)[\s\S]*?(<!-- end -->)/g, (whole, begin, name, end) => {
    if (!(name in parts)) {
      throw new Error(`README.md asks for a generated part '${name}'; there are: ${Object.keys(parts).join(', ')}`);
    }
    return `${begin}${parts[name]}${end}`;
  });
}

/** Runs a sample with the library given, and returns what its app holds. */
function firstYaml(sample, library) {
  const ts = require('typescript');
  const cdk8s = require('cdk8s');
  const apps = [];
  class App extends cdk8s.App {
    constructor(...args) { super(...args); apps.push(this); }
    synth() { /* nothing is written */ }
  }
  const modules = { 'cdk8s': { ...cdk8s, App }, 'cdk8s-daemons': library };
  const code = ts.transpileModule(sample, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } }).outputText;
  new Function('require', 'exports', code)((name) => modules[name] ?? require(name), {});
  return `\`\`\`yaml\n${apps[0].synthYaml()}\`\`\`\n`;
}

/** What the platform of the example says with two daemons more. */
function clashError(library) {
  try {
    run(join(__dirname, '..', 'examples', '09-platform', 'clash.ts'), library).clash();
  } catch (error) {
    return `\`\`\`\n${error.message}\n\`\`\`\n`;
  }
  throw new Error('examples/09-platform/clash.ts has no clash');
}

/** The exports of a program, run with the library given. */
function run(file, library) {
  const ts = require('typescript');
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const exported = {};
  const load = (name) => (name === 'cdk8s-daemons' ? library : name.startsWith('.') ? run(join(dirname(file), `${name}.ts`), library) : require(name));
  new Function('require', 'exports', outputText)(load, exported);
  return exported;
}

/** What each construct gives with nothing but its required properties, read from its manifests. */
function constructsTable(library) {
  const image = 'registry.example.com/agent:1.0.0';
  const roles = [
    ['Daemon', { image }],
    ['LogCollectorDaemon', { image }],
    ['NodeMonitorDaemon', { image }],
    ['StorageDaemon', { image }],
    ['DevicePluginDaemon', { image, nodes: library.Nodes.withLabel('example.com/device') }],
  ];
  const rows = [...roles.map(([name, props]) => [name, synth(name, library, props)]), ...examples(library)].map(([name, objects]) => row(name, objects));
  const head = ['construct', 'paths of the node', 'runs as', 'shares with the node', 'Kubernetes access', 'ports', 'taints', 'priority', 'rollout', 'Pod Security'];
  return `${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function synth(name, library, props) {
  const { App, Chart, Testing } = require('cdk8s');
  const chart = new Chart(new App(), 'docs', { namespace: 'node-agents' });
  new library[name](chart, 'name', props);
  return Testing.synth(chart);
}

function row(name, objects) {
  const { spec } = objects.find((object) => object.kind === 'DaemonSet');
  const pod = spec.template.spec;
  const [container] = pod.containers;
  const rules = objects.filter((object) => object.kind.endsWith('Role')).flatMap((role) => role.rules.map(({ resources = [], nonResourceURLs = [], verbs }) => (
    `${[...resources, ...nonResourceURLs].join(', ')}: ${verbs.join(', ')}`)));
  return [
    `\`${name}\``, paths(pod, container), user(container.securityContext),
    ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => pod[field]).join(', ') || 'nothing', rules.join('; ') || 'none',
    (container.ports ?? []).map((port) => `${port.containerPort} (${port.name})`).join(', ') || 'none', taints(pod), pod.priorityClassName, rollout(spec.updateStrategy), podSecurity(spec.template),
  ];
}

function paths(pod, container) {
  const mounted = (container.volumeMounts ?? []).map((mount) => ({ mount, volume: pod.volumes.find((volume) => volume.name === mount.name) })).filter(({ volume }) => volume.hostPath);
  return mounted.map(({ mount, volume }) => `\`${volume.hostPath.path}\` ${mount.readOnly ? 'ro' : 'rw'}`).join('<br>') || 'none';
}

function taints(pod) {
  return (pod.tolerations ?? []).map((toleration) => (toleration.key === undefined ? 'all' : toleration.key)).join(', ') || 'none';
}

function rollout({ type, rollingUpdate }) {
  return rollingUpdate ? `${rollingUpdate.maxUnavailable} at a time` : type;
}

/** The lowest level that admits the pods, and the controls of stricter ones that are in the way. */
function podSecurity({ metadata, spec }) {
  const { asCreatedPod, lowestLevel } = require('../lib/kubernetes/pod-security');
  const { level, violations } = lowestLevel(metadata, asCreatedPod(spec));
  const checks = [...new Set(violations.filter((violation) => level !== 'privileged' || violation.level === 'baseline').map((violation) => violation.check))];
  return level === 'restricted' ? level : `${level}: ${checks.join(', ')}`;
}

/** The log collectors of the example for several kinds of hardware, in the order in which they take their nodes. */
function hardware() {
  const { parseAllDocuments } = require('yaml');
  const text = readFileSync(join(__dirname, '..', 'examples', '04-hardware', 'dist', 'hardware.k8s.yaml'), 'utf8');
  const [rest, ...variants] = parseAllDocuments(text).map((document) => document.toJS()).filter(({ kind, metadata }) => kind === 'DaemonSet' && metadata.name.startsWith('fluentd'));
  return [...variants, rest];
}

function hardwareTable() {
  const rows = hardware().map(({ metadata, spec: { template: { spec } } }) => {
    const { requests, limits } = spec.containers[0].resources;
    return `| \`${metadata.name}\` | ${nodes(spec).split(', ').slice(1, -1).join(', ')} | ${requests.cpu}, ${requests.memory} (at most ${limits.memory}) | \`${configMap(spec)}\` |`;
  });
  return `| DaemonSet | Linux nodes with | CPU, memory | ConfigMap |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function configMap({ volumes }) {
  return volumes.find((volume) => volume.configMap).configMap.name;
}

function hardwareYaml() {
  const { stringify } = require('yaml');
  const selectors = hardware().map(({ metadata, spec: { template: { spec: { nodeSelector, affinity } } } }) => `# ${metadata.name}\n${stringify({ nodeSelector, affinity })}`);
  return `\`\`\`yaml\n${selectors.join('---\n')}\`\`\`\n`;
}

/** The `@default` of every property that all daemons share. */
function defaultsTable(assembly) {
  const types = Object.values(assembly.types);
  const properties = ['DaemonOptions', 'ContainerOptions', 'DaemonProps'].flatMap((struct) => types.find((type) => type.name === struct).properties)
    .filter((property) => property.optional && /^-? ?\S.*[,:;]/.test(property.docs.default ?? ''));
  const cell = (text) => text.replace(/^- /, '').replace(/\s+/g, ' ').replace(/\|/g, '\\|');
  const lines = properties.map((property) => `| \`${property.name}\` | ${cell(property.docs.default)} |`);
  return `| property | default, and why |\n| --- | --- |\n${lines.join('\n')}\n`;
}

/** What the command line says of a manifest with five faults. */
function checkReport() {
  return consoleOf(['check', 'docs/samples/broken-daemon.yaml']);
}

function planReport() {
  return consoleOf(['plan', 'examples/04-hardware/dist', '--nodes', 'examples/04-hardware/nodes.yaml']);
}

/** What a command line prints, and its exit code. */
function consoleOf(argv) {
  const { main } = require('../lib/cli/main');
  const [before, written] = [process.cwd(), []];
  process.chdir(join(__dirname, '..'));
  const code = main(argv, { out: (text) => written.push(text), err: (text) => written.push(text), colour: false });
  process.chdir(before);
  return `\`\`\`console\n$ cdk8s-daemons ${argv.join(' ')}\n${written.join('').trimEnd()}\n$ echo $?\n${code}\n\`\`\`\n`;
}

/** What `check` finds beyond what the API server says. */
function runtimeRulesTable() {
  const { RUNTIME_RULES } = require('../lib/analysis/rules/runtime');
  const rows = [...RUNTIME_RULES].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, severity, title }) => `| \`${id}\` | ${severity} | ${title} |`);
  return `| rule | severity | what it finds |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

module.exports = { generate, samples };

if (require.main === module) {
  const markdown = readFileSync(README, 'utf8');
  if (process.argv.includes('--first')) {
    process.stdout.write(samples(markdown)[0]);
  } else if (process.argv.includes('--write')) {
    writeFileSync(README, generate(markdown, require('..'), JSON.parse(readFileSync(join(__dirname, '..', '.jsii'), 'utf8'))));
  }
}
