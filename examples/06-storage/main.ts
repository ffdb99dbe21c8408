// A storage daemon: only on the nodes that have the disks, restarted only when somebody decides so.
import { App, Chart, Duration } from 'cdk8s';
import { HostPathVolumeType, TaintEffect } from 'cdk8s-plus-27';
import { DaemonNamespace, HostPath, Nodes, Placement, Probe, StorageDaemon, TolerationOperator, Tolerations } from 'cdk8s-daemons';

const app = new App();
const chart = new Chart(app, 'storage', { namespace: 'storage' });

new DaemonNamespace(chart, 'namespace', { name: 'storage' });

new StorageDaemon(chart, 'glusterd', {
  image: 'registry.example.com/glusterd:11.1',
  placement: Placement.nodes(Nodes.withLabel('node-role.kubernetes.io/storage')),
  tolerations: Tolerations.of({ key: 'storage.example.com/dedicated', operator: TolerationOperator.EXISTS, effect: TaintEffect.NO_SCHEDULE }),
  dataDirectories: ['/etc/glusterfs', '/var/lib/glusterd', '/var/log/glusterfs'],
  hostPaths: [HostPath.readWrite('/bricks', { type: HostPathVolumeType.DIRECTORY })],
  kernelModules: true,
  ports: [{ name: 'glusterd', number: 24007 }, { name: 'management', number: 24008 }],
  liveness: Probe.exec(['gluster', 'pool', 'list'], { period: Duration.seconds(25), timeout: Duration.seconds(10), failureThreshold: 10 }),
  readiness: Probe.tcpSocket('glusterd'),
});

app.synth();
