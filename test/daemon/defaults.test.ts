import { Chart, Duration, Size } from 'cdk8s';
import { Cpu, TaintEffect } from 'cdk8s-plus-27';
import { Daemon, DaemonProps, DaemonVolume, Defaults, Discovery, HostPath, KubernetesAccess, Tolerations } from '../../src';
import { IMAGE, only, problemsOfDaemon, synth, synthDaemon } from '../util';

const LABELS = { app: 'agent' };
const NONE = { defaults: Defaults.none(), selector: LABELS, podLabels: LABELS };

/** The example of the Kubernetes documentation as it stood for years. */
const CLASSIC: DaemonProps = {
  name: 'fluentd-elasticsearch',
  namespace: 'kube-system',
  defaults: Defaults.none(),
  labels: { 'k8s-app': 'fluentd-logging' },
  selector: { name: 'fluentd-elasticsearch' },
  podLabels: { name: 'fluentd-elasticsearch' },
  tolerations: Tolerations.of({ key: 'node-role.kubernetes.io/master', effect: TaintEffect.NO_SCHEDULE }),
  image: 'quay.io/fluentd_elasticsearch/fluentd:v2.5.2',
  resources: { cpu: { request: Cpu.millis(100) }, memory: { request: Size.mebibytes(200), limit: Size.mebibytes(200) } },
  hostPaths: [
    HostPath.readWrite('/var/log', { volumeName: 'varlog' }),
    HostPath.readOnly('/var/lib/docker/containers', { volumeName: 'varlibdockercontainers' }),
  ],
  terminationGracePeriod: Duration.seconds(30),
};

describe('without defaults', () => {
  test('the classic example of the Kubernetes documentation comes out field by field, and no field more', () => {
    expect(synth((chart) => new Daemon(chart, 'fluentd', CLASSIC), {})).toEqual([{
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'fluentd-elasticsearch', namespace: 'kube-system', labels: { 'k8s-app': 'fluentd-logging' } },
      spec: {
        selector: { matchLabels: { name: 'fluentd-elasticsearch' } },
        template: {
          metadata: { labels: { name: 'fluentd-elasticsearch' } },
          spec: {
            tolerations: [{ key: 'node-role.kubernetes.io/master', effect: 'NoSchedule' }],
            containers: [{
              name: 'fluentd-elasticsearch',
              image: 'quay.io/fluentd_elasticsearch/fluentd:v2.5.2',
              resources: { limits: { memory: '200Mi' }, requests: { cpu: '100m', memory: '200Mi' } },
              volumeMounts: [{ name: 'varlog', mountPath: '/var/log' }, { name: 'varlibdockercontainers', mountPath: '/var/lib/docker/containers', readOnly: true }],
            }],
            terminationGracePeriodSeconds: 30,
            volumes: [{ name: 'varlog', hostPath: { path: '/var/log' } }, { name: 'varlibdockercontainers', hostPath: { path: '/var/lib/docker/containers' } }],
          },
        },
      },
    }]);
  });

  test('a daemon is its image and its labels', () => {
    expect(synthDaemon(NONE)).toEqual([{
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent', namespace: 'node-agents' },
      spec: { selector: { matchLabels: LABELS }, template: { metadata: { labels: LABELS }, spec: { containers: [{ name: 'agent', image: IMAGE }] } } },
    }]);
  });

  test('a change of the configuration restarts nothing, since no checksum is written', () => {
    const withContent = (content: string) => only('DaemonSet', synthDaemon({ ...NONE, configFiles: [{ path: '/etc/agent/agent.yaml', content }] }));
    expect(withContent('a')).toEqual(withContent('b'));
  });

  test('companions are written where the definition asks for them, without labels', () => {
    const objects = synthDaemon({
      ...NONE,
      ports: [{ name: 'metrics', number: 9100 }],
      configFiles: [{ path: '/etc/agent/agent.yaml', content: 'a' }],
      volumes: [DaemonVolume.emptyDir('/tmp')],
      kubernetesAccess: [KubernetesAccess.read('pods')],
      discovery: [Discovery.headless()],
    });
    expect(objects.map(({ kind }) => kind)).toEqual(['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'Service', 'DaemonSet']);
    objects.forEach(({ metadata }) => expect(Object.keys(metadata).filter((key) => key !== 'namespace')).toEqual(['name']));
    expect(only('ServiceAccount', objects)).not.toHaveProperty('automountServiceAccountToken');
    expect(only('DaemonSet', objects).spec.template.spec).not.toHaveProperty('automountServiceAccountToken');
    expect(only('DaemonSet', objects).spec.template.spec.serviceAccountName).toBe('agent');
  });

  test('the host network leaves names to the node, as Kubernetes does', () => {
    const { spec } = only('DaemonSet', synthDaemon({ ...NONE, hostNetwork: true })).spec.template;
    expect(spec).toEqual({ containers: [{ name: 'agent', image: IMAGE }], hostNetwork: true });
  });

  test('a name may have dots, if the container has one without', () => {
    expect(problemsOfDaemon({ ...NONE, name: 'agent.v1', containerName: 'agent' })).toEqual([]);
  });

  test.each([
    ['selector', { podLabels: LABELS }],
    ['podLabels', { selector: LABELS }],
    ['both', {}],
  ])('fails when %s is missing', (_, labels) => {
    expect(problemsOfDaemon({ defaults: Defaults.none(), ...labels })).toEqual(['[chart/agent] with Defaults.none() no label is added, so selector and podLabels must be given']);
  });
});

describe('with defaults', () => {
  test('nothing else is said than without saying so', () => {
    expect(synthDaemon({ defaults: Defaults.recommended() })).toEqual(synthDaemon());
  });

  test('the labels of a chart stay on the objects', () => {
    const { metadata, spec } = only('DaemonSet', synth((chart: Chart) => new Daemon(chart, 'agent', { image: IMAGE }), { namespace: 'node-agents', labels: { stage: 'test' } }));
    expect(metadata.labels).toMatchObject({ stage: 'test' });
    expect(spec.template.metadata.labels).not.toHaveProperty('stage');
  });
});
