import { Chart } from 'cdk8s';
import { Daemon, DaemonVolume, Defaults, Discovery, KubernetesAccess } from '../../src';
import { IMAGE, only, problemsOfDaemon, synth, synthDaemon } from '../util';

const LABELS = { app: 'agent' };
const NONE = { defaults: Defaults.none(), selector: LABELS, podLabels: LABELS };

describe('without defaults', () => {
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
