// One log collector and one exporter for four kinds of hardware, from one definition each: small and large machines by their type, nodes with a
// GPU by their label, arm64 machines. Every node runs exactly one of each, whatever its labels; what no variant names keeps the definition as it stands.
import { join } from 'node:path';
import { App, Chart, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { DaemonNamespace, Discovery, FluentdDaemon, LogOutput, NodeExporterDaemon, Nodes, testing } from 'cdk8s-daemons';

const GPU = Nodes.withLabel('nvidia.com/gpu.present', 'true');
const LARGE = Nodes.withInstanceType('m7i.8xlarge', 'm7i.16xlarge');
const SMALL = Nodes.withInstanceType('t3.medium', 't3.large');
const ARM = Nodes.withArchitecture('arm64');

const app = new App();
const chart = new Chart(app, 'hardware', { namespace: 'node-agents' });
new DaemonNamespace(chart, 'namespace');

const fluentd = new FluentdDaemon(chart, 'fluentd', {
  output: LogOutput.elasticsearch({ host: 'elasticsearch.logging.svc', port: 9200 }),
  // the first that names a node gets it: a large machine with a GPU is a GPU node
  variants: [
    // jobs that run for days: what they wrote during an outage must not be lost
    FluentdDaemon.variant('gpu', GPU, {
      resources: { memory: { request: Size.mebibytes(400), limit: Size.mebibytes(800) } },
      buffer: { totalLimit: Size.gibibytes(4) },
    }),
    // more pods, more lines: more requests at once, each with a chunk in memory
    FluentdDaemon.variant('large', LARGE, {
      resources: { cpu: { request: Cpu.millis(500) }, memory: { request: Size.gibibytes(1), limit: Size.gibibytes(1) } },
      buffer: { flushThreads: 16, totalLimit: Size.gibibytes(8) },
    }),
    // every mebibyte is one that its pods do not get; the configuration is the daemon's
    FluentdDaemon.variant('small', SMALL, {
      resources: { cpu: { request: Cpu.millis(50) }, memory: { request: Size.mebibytes(160), limit: Size.mebibytes(256) } },
    }),
    // boxes at the edge: little disk, slow lines
    FluentdDaemon.variant('arm64', ARM, { buffer: { totalLimit: Size.mebibytes(256), flushThreads: 1 } }),
  ],
});

const exporter = new NodeExporterDaemon(chart, 'node-exporter', {
  discovery: [Discovery.headless()],
  variants: [
    // a script of the driver leaves the GPUs' health as a file
    NodeExporterDaemon.variant('gpu', GPU, { textfileDirectory: '/var/lib/node-exporter/gpu', runtimeClassName: 'nvidia' }),
    // interrupts of each of many cores, and where its memory is
    NodeExporterDaemon.variant('large', LARGE, {
      collectors: { enable: ['interrupts', 'meminfo_numa'] },
      resources: { memory: { limit: Size.mebibytes(300) } },
    }),
    NodeExporterDaemon.variant('small', SMALL, { resources: { cpu: { request: Cpu.millis(20) } } }),
    // counters of energy are a thing of x86
    NodeExporterDaemon.variant('arm64', ARM, { collectors: { disable: ['rapl'] } }),
  ],
});

// Synthesis fails where a proof does not hold; in words it is for people, and for the tests of an app.
export const proofs = [fluentd.proof().text, exporter.proof().text];

// What becomes of each on the nodes of a cluster: the tests of this example ask it, as those of an app can.
export const plan = testing.Plan.of(chart, testing.NodeList.fromFile(join(__dirname, 'nodes.yaml')));

app.synth();
