// The DaemonSet that everybody has seen, field by field as it was printed. Defaults.none() adds nothing of our own.
import { App, Chart, Duration, Size } from 'cdk8s';
import { Cpu, TaintEffect } from 'cdk8s-plus-27';
import { Daemon, Defaults, HostPath, Tolerations } from 'cdk8s-daemons';

const app = new App();
const chart = new Chart(app, 'classic-article', { namespace: 'kube-system' });

new Daemon(chart, 'fluentd-elasticsearch', {
  defaults: Defaults.none(),
  labels: { 'k8s-app': 'fluentd-logging' },
  selector: { name: 'fluentd-elasticsearch' },
  podLabels: { name: 'fluentd-elasticsearch' },
  tolerations: Tolerations.of({ key: 'node-role.kubernetes.io/master', effect: TaintEffect.NO_SCHEDULE }),
  image: 'quay.io/fluentd_elasticsearch/fluentd:v2.5.2',
  resources: {
    cpu: { request: Cpu.millis(100) },
    memory: { request: Size.mebibytes(200), limit: Size.mebibytes(200) },
  },
  hostPaths: [
    HostPath.readWrite('/var/log', { volumeName: 'varlog' }),
    HostPath.readOnly('/var/lib/docker/containers', { volumeName: 'varlibdockercontainers' }),
  ],
  terminationGracePeriod: Duration.seconds(30),
});

app.synth();
