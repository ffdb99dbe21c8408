// Node metrics that Prometheus finds by DNS: the headless Service lists every node's exporter.
import { App, Chart } from 'cdk8s';
import { ConfigMap, PercentOrAbsolute } from 'cdk8s-plus-27';
import { DaemonNamespace, Discovery, NodeExporterDaemon, Rollout } from 'cdk8s-daemons';

const app = new App();
const chart = new Chart(app, 'node-metrics', { namespace: 'monitoring' });

new DaemonNamespace(chart, 'namespace', { name: 'monitoring' });

const exporter = new NodeExporterDaemon(chart, 'node-exporter', {
  discovery: [Discovery.headless()],
  rollout: Rollout.rolling({ maxUnavailable: PercentOrAbsolute.percent(10) }),
});

// What a Prometheus of your own is told: ask DNS for all addresses behind the name.
new ConfigMap(chart, 'prometheus', {
  metadata: { name: 'prometheus' },
  data: {
    'prometheus.yml': [
      'scrape_configs:',
      '- job_name: node',
      '  dns_sd_configs:',
      `  - names: [${exporter.dnsName}]`,
      '    type: A',
      '    port: 9100',
      '',
    ].join('\n'),
  },
});

app.synth();
