import { Defaults, Daemon, DaemonProps, KubernetesAccess } from '../../src';
import { IMAGE, only, synth, synthDaemon, Written } from '../util';

const RBAC = 'rbac.authorization.k8s.io';
const SUBJECTS = [{ kind: 'ServiceAccount', name: 'agent', namespace: 'node-agents' }];

function withAccess(kubernetesAccess: KubernetesAccess[], props: Partial<DaemonProps> = {}): Written[] {
  return synthDaemon({ kubernetesAccess, ...props });
}

function rules(kubernetesAccess: KubernetesAccess): unknown {
  return withAccess([kubernetesAccess]).find(({ kind }) => kind === 'ClusterRole' || kind === 'Role')?.rules;
}

describe('access to the Kubernetes API', () => {
  test('is none where nothing is said', () => {
    expect(synthDaemon().map(({ kind }) => kind)).toEqual(['ServiceAccount', 'DaemonSet']);
    expect(withAccess([]).map(({ kind }) => kind)).toEqual(['ServiceAccount', 'DaemonSet']);
  });

  test('to the whole cluster is a ClusterRole, named after the namespace too, with its binding', () => {
    const objects = withAccess([KubernetesAccess.read('nodes')]);
    const [role, binding] = [only('ClusterRole', objects), only('ClusterRoleBinding', objects)];
    expect([role, binding].map(({ metadata }) => metadata.name)).toEqual(['node-agents-agent', 'node-agents-agent']);
    expect(binding).toMatchObject({ apiVersion: `${RBAC}/v1`, roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'node-agents-agent' }, subjects: SUBJECTS });
    expect(objects.map(({ kind }) => kind)).not.toContain('Role');
  });

  test('to the own namespace is a Role with its binding', () => {
    const objects = withAccess([KubernetesAccess.ownNamespace({ resources: ['configmaps'], verbs: ['get'] })]);
    const [role, binding] = [only('Role', objects), only('RoleBinding', objects)];
    expect([role, binding].map(({ metadata: { name, namespace } }) => `${namespace}/${name}`)).toEqual(['node-agents/agent', 'node-agents/agent']);
    expect(binding).toMatchObject({ apiVersion: `${RBAC}/v1`, roleRef: { apiGroup: RBAC, kind: 'Role', name: 'agent' }, subjects: SUBJECTS });
    expect(objects.map(({ kind }) => kind)).not.toContain('ClusterRole');
  });

  test.each([
    ['to read', KubernetesAccess.read('pods', 'nodes'), { apiGroups: [''], resources: ['pods', 'nodes'], verbs: ['get', 'list', 'watch'] }],
    ['to the core group', KubernetesAccess.clusterWide({ resources: ['nodes/stats'], verbs: ['get'] }), { apiGroups: [''], resources: ['nodes/stats'], verbs: ['get'] }],
    ['to another group', KubernetesAccess.clusterWide({ apiGroups: ['apps'], resources: ['daemonsets'], verbs: ['get'] }),
      { apiGroups: ['apps'], resources: ['daemonsets'], verbs: ['get'] }],
    ['to single objects', KubernetesAccess.ownNamespace({ resources: ['secrets'], resourceNames: ['agent'], verbs: ['get'] }),
      { apiGroups: [''], resources: ['secrets'], resourceNames: ['agent'], verbs: ['get'] }],
    ['to paths', KubernetesAccess.clusterWide({ nonResourceUrls: ['/metrics'], verbs: ['get'] }), { nonResourceURLs: ['/metrics'], verbs: ['get'] }],
  ])('%s is one rule', (_, access, rule) => expect(rules(access)).toEqual([rule]));

  test('of both kinds keeps the rules apart, in their order', () => {
    const objects = withAccess([
      KubernetesAccess.read('pods'),
      KubernetesAccess.ownNamespace({ resources: ['secrets'], verbs: ['get'] }),
      KubernetesAccess.read('nodes'),
    ]);
    expect(only('ClusterRole', objects).rules.map(({ resources }: { resources: string[] }) => resources[0])).toEqual(['pods', 'nodes']);
    expect(only('Role', objects).rules.map(({ resources }: { resources: string[] }) => resources[0])).toEqual(['secrets']);
  });

  test('has no namespace on cluster-scoped objects, although the chart has one', () => {
    const objects = withAccess([KubernetesAccess.read('nodes')]);
    expect(only('ClusterRole', objects).metadata).not.toHaveProperty('namespace');
    expect(only('ClusterRoleBinding', objects).metadata).not.toHaveProperty('namespace');
  });

  test('of daemons of one name in two namespaces does not meet', () => {
    const objects = synth((chart) => ['a', 'b'].forEach((namespace) =>
      new Daemon(chart, `agent-${namespace}`, { name: 'agent', namespace, image: IMAGE, kubernetesAccess: [KubernetesAccess.read('pods')] })));
    expect(objects.filter(({ kind }) => kind === 'ClusterRole').map(({ metadata }) => metadata.name)).toEqual(['a-agent', 'b-agent']);
  });

  test('gives a daemon without defaults an account of its own', () => {
    const labels = { app: 'agent' };
    const objects = withAccess([KubernetesAccess.read('pods')], { defaults: Defaults.none(), selector: labels, podLabels: labels });
    expect(only('ServiceAccount', objects).metadata.name).toBe('agent');
    expect(only('ClusterRoleBinding', objects).subjects).toEqual(SUBJECTS);
  });

  test('does not follow a rule that changes later', () => {
    const rule = { resources: ['pods'], verbs: ['get'] };
    const access = KubernetesAccess.clusterWide(rule);
    rule.verbs.push('delete');
    expect(rules(access)).toEqual([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]);
  });
});
