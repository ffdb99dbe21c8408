// Log collection as it runs in production: every node, containers and the kubelet's journal, buffers on disk,
// a password and a CA certificate from Secrets, the namespace's Pod Security level computed.
import { App, Chart, Duration, Size } from 'cdk8s';
import { Cpu, Secret } from 'cdk8s-plus-27';
import { DaemonNamespace, Discovery, FluentdDaemon, LogSource, LogOutput } from 'cdk8s-daemons';

const app = new App();
const chart = new Chart(app, 'log-collection', { namespace: 'logging' });

new DaemonNamespace(chart, 'namespace', { name: 'logging' });

const credentials = Secret.fromSecretName(chart, 'credentials', 'elasticsearch-writer');
const ca = Secret.fromSecretName(chart, 'ca', 'elasticsearch-ca');

new FluentdDaemon(chart, 'fluentd', {
  sources: [
    LogSource.containerLogs({ excludePaths: ['/var/log/containers/*_kube-system_*.log'] }),
    LogSource.systemd({ units: ['kubelet.service', 'containerd.service'] }),
  ],
  output: LogOutput.elasticsearch({
    host: 'elasticsearch.search.svc',
    port: 9200,
    user: 'fluentd',
    password: { secret: credentials, key: 'password' },
    tls: { ca: { secret: ca, key: 'ca.crt' } },
  }),
  buffer: { totalLimit: Size.gibibytes(4), flushInterval: Duration.seconds(5), flushThreads: 4 },
  resources: {
    cpu: { request: Cpu.millis(200) },
    memory: { request: Size.mebibytes(400), limit: Size.mebibytes(800) },
  },
  discovery: [Discovery.podMonitor('metrics')],
});

app.synth();
