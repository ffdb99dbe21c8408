// The same platform and two more daemons, each right by itself: what a node cannot have twice is an error of synth.
import { App, Chart } from 'cdk8s';
import { platform } from './platform';
import { CephCsiDaemon, CephCsiDriver, NodeExporterDaemon } from 'cdk8s-daemons';

export function clash(): void {
  const app = new App();
  const chart = new Chart(app, 'platform', { namespace: 'node-agents' });
  platform(chart);
  new NodeExporterDaemon(chart, 'node-exporter-of-databases', { collectors: { enable: ['processes'] } });
  new CephCsiDaemon(chart, 'ceph-of-databases', {
    driver: CephCsiDriver.rbd(),
    clusters: [{ clusterId: '5f2b8c1e-6f0a-4a7f-9d53-0c4f8a1d7e22', monitors: ['10.1.0.11:6789'] }],
  });
  app.synth();
}
