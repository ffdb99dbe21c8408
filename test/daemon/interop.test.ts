import { App, Chart, Testing } from 'cdk8s';
import {
  ClusterRole, ConfigMap, Deployment, EnvFieldPaths, EnvValue, Namespace, NetworkPolicy, NetworkPolicyPort, Pods, ResourceFieldPaths, Role,
  Secret, Service, ServiceAccount,
} from 'cdk8s-plus-27';
import { Daemon, DaemonProps, DaemonVolume, Defaults, KubernetesAccess } from '../../src';
import { container, IMAGE, only, pod, synth, Written } from '../util';

const DAEMON = { 'cdk8s-daemons/daemon': 'agent' };
const IN_NAMESPACE = { matchLabels: { 'kubernetes.io/metadata.name': 'node-agents' } };

/** What a chart writes in which something of cdk8s-plus is handed a daemon. */
function beside(define: (chart: Chart, daemon: Daemon) => void, props: Partial<DaemonProps> = {}): Written[] {
  return synth((chart) => define(chart, new Daemon(chart, 'agent', { image: IMAGE, ...props })));
}

function find(objects: Written[], kind: string, name: string): Written {
  return objects.find((object) => object.kind === kind && object.metadata.name === name)!;
}

describe('a daemon takes from cdk8s-plus', () => {
  function made(define: (chart: Chart) => Partial<DaemonProps>) {
    return only('DaemonSet', synth((chart) => new Daemon(chart, 'agent', { image: IMAGE, ...define(chart) }))).spec.template.spec;
  }

  test('a ServiceAccount, of the app or by name, and makes none of its own', () => {
    const objects = synth((chart) => {
      const daemon = new Daemon(chart, 'agent', { image: IMAGE, serviceAccount: new ServiceAccount(chart, 'account', { metadata: { name: 'shipper' } }) });
      expect(daemon.serviceAccountName).toBe('shipper');
    });
    expect(only('ServiceAccount', objects).metadata.name).toBe('shipper');
    expect(only('DaemonSet', objects).spec.template.spec.serviceAccountName).toBe('shipper');
    expect(made((chart) => ({ serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'account', 'known') })).serviceAccountName).toBe('known');
  });

  test('a ServiceAccount, to which its rights are bound', () => {
    const objects = synth((chart) => new Daemon(chart, 'agent', {
      image: IMAGE, serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'account', 'known'), kubernetesAccess: [KubernetesAccess.read('pods')],
    }));
    expect(only('ClusterRoleBinding', objects).subjects).toEqual([{ kind: 'ServiceAccount', name: 'known', namespace: 'node-agents' }]);
    expect(objects.map(({ kind }) => kind)).not.toContain('ServiceAccount');
  });

  test('Secrets with which images are pulled', () => {
    const secrets = (chart: Chart) => ['hub', 'quay', 'hub'].map((name, index) => Secret.fromSecretName(chart, `secret-${index}`, name));
    expect(made((chart) => ({ imagePullSecrets: secrets(chart) })).imagePullSecrets).toEqual([{ name: 'hub' }, { name: 'quay' }]);
  });

  test('Secrets and ConfigMaps as files', () => {
    const { volumes, containers } = made((chart) => ({
      volumes: [
        DaemonVolume.secret('/tls', new Secret(chart, 'tls', { metadata: { name: 'agent-tls' } })),
        DaemonVolume.configMap('/regions', ConfigMap.fromConfigMapName(chart, 'regions', 'regions'), { items: { eu: 'europe' } }),
      ],
    }));
    expect(volumes).toEqual([
      { name: 'secret-agent-tls', secret: { secretName: 'agent-tls' } },
      { name: 'configmap-regions', configMap: { name: 'regions', items: [{ key: 'eu', path: 'europe' }] } },
    ]);
    expect(containers[0].volumeMounts).toEqual([
      { name: 'secret-agent-tls', mountPath: '/tls', readOnly: true },
      { name: 'configmap-regions', mountPath: '/regions', readOnly: true },
    ]);
  });

  test('variables from a Secret and from a ConfigMap', () => {
    const { env } = made((chart) => ({
      env: {
        TOKEN: EnvValue.fromSecretValue({ secret: Secret.fromSecretName(chart, 'secret', 'agent-secret'), key: 'token' }, { optional: true }),
        REGION: EnvValue.fromConfigMap(ConfigMap.fromConfigMapName(chart, 'map', 'regions'), 'region'),
      },
    })).containers[0];
    expect(env).toEqual([
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'agent-secret', key: 'token', optional: true } } },
      { name: 'REGION', valueFrom: { configMapKeyRef: { name: 'regions', key: 'region' } } },
    ]);
  });

  test.each([
    ['a value', EnvValue.fromValue('x'), { value: 'x' }],
    ['the empty value', EnvValue.fromValue(''), { value: '' }],
    ['the node', EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME), { valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
    ['a label', EnvValue.fromFieldRef(EnvFieldPaths.POD_LABEL, { key: 'app.kubernetes.io/name' }),
      { valueFrom: { fieldRef: { fieldPath: "metadata.labels['app.kubernetes.io/name']" } } }],
    ['an annotation', EnvValue.fromFieldRef(EnvFieldPaths.POD_ANNOTATION, { key: 'a/b', apiVersion: 'v1' }),
      { valueFrom: { fieldRef: { fieldPath: "metadata.annotations['a/b']", apiVersion: 'v1' } } }],
    ['a limit', EnvValue.fromResource(ResourceFieldPaths.CPU_LIMIT), { valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } }],
    ['a limit in units', EnvValue.fromResource(ResourceFieldPaths.MEMORY_LIMIT, { divisor: '1Mi' }),
      { valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } }],
  ])('a variable from %s', (_, value, expected) => expect(container({ env: { A: value } }).env).toEqual([{ name: 'A', ...expected }]));

  test('a variable from the environment of the program that synthesises', () => {
    process.env.CDK8S_DAEMONS_TEST = 'from outside';
    try {
      expect(container({ env: { A: EnvValue.fromProcess('CDK8S_DAEMONS_TEST'), B: EnvValue.fromProcess('CDK8S_DAEMONS_NOT_SET') } }).env)
        .toEqual([{ name: 'A', value: 'from outside' }, { name: 'B' }]);
    } finally {
      delete process.env.CDK8S_DAEMONS_TEST;
    }
  });
});

describe('cdk8s-plus takes a daemon', () => {
  test('as what a Service selects', () => {
    const objects = beside((chart, daemon) => new Service(chart, 'service', { metadata: { name: 'own' }, selector: daemon, ports: [{ port: 80 }] }));
    expect(only('Service', objects).spec.selector).toEqual(DAEMON);
  });

  test('as what a NetworkPolicy is for', () => {
    const objects = beside((chart, daemon) => new NetworkPolicy(chart, 'policy', { selector: daemon }));
    expect(only('NetworkPolicy', objects).spec.podSelector).toEqual({ matchLabels: DAEMON });
    expect(only('NetworkPolicy', objects).metadata.namespace).toBe('node-agents');
  });

  test('as who may connect', () => {
    const objects = beside((chart, daemon) => {
      const policy = new NetworkPolicy(chart, 'policy', { metadata: { name: 'own' }, selector: Pods.all(chart, 'pods') });
      policy.addIngressRule(daemon, [NetworkPolicyPort.tcp(9200)]);
      policy.addEgressRule(daemon);
    });
    const peer = { podSelector: { matchLabels: DAEMON }, namespaceSelector: IN_NAMESPACE };
    const { ingress, egress } = only('NetworkPolicy', objects).spec;
    expect(ingress).toEqual([{ from: [peer], ports: [{ port: 9200, protocol: 'TCP' }] }]);
    expect(egress).toMatchObject([{ to: [peer] }]);
  });

  test('as whom a role is bound to', () => {
    const objects = beside((chart, daemon) => {
      const role = new ClusterRole(chart, 'cluster-role', { metadata: { name: 'reader' } });
      role.bind(daemon);
      new Role(chart, 'role', { metadata: { name: 'own' } }).bind(daemon);
    });
    const subjects = [{ kind: 'ServiceAccount', name: 'agent', namespace: 'node-agents' }];
    expect(only('ClusterRoleBinding', objects).subjects).toMatchObject(subjects);
    expect(only('RoleBinding', objects).subjects).toMatchObject(subjects);
  });

  test('as whom a role is bound to, by the account that Kubernetes gives it', () => {
    const labels = { app: 'agent' };
    const objects = beside((chart, daemon) => new ClusterRole(chart, 'role').bind(daemon), { defaults: Defaults.none(), selector: labels, podLabels: labels });
    expect(only('ClusterRoleBinding', objects).subjects).toMatchObject([{ kind: 'ServiceAccount', name: 'default', namespace: 'node-agents' }]);
  });

  test('as what a Deployment stands beside', () => {
    const objects = beside((chart, daemon) => {
      const deployment = new Deployment(chart, 'deployment', { metadata: { name: 'client' }, containers: [{ image: IMAGE }] });
      deployment.scheduling.colocate(daemon);
    });
    expect(find(objects, 'Deployment', 'client').spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution).toMatchObject([
      { labelSelector: { matchLabels: DAEMON }, topologyKey: 'kubernetes.io/hostname', namespaces: ['node-agents'] },
    ]);
  });
});

describe('a NetworkPolicy of the daemon', () => {
  const ports = [{ name: 'metrics', number: 9100 }];

  test('is written on request only, with the daemon\'s own ports', () => {
    expect(beside(() => {}, { ports }).map(({ kind }) => kind)).not.toContain('NetworkPolicy');
    const objects = synth((chart) => {
      const prometheus = Pods.select(chart, 'prometheus', { labels: { app: 'prometheus' } });
      const other = new Daemon(chart, 'other', { image: IMAGE });
      const monitoring = new Namespace(chart, 'monitoring');
      new Daemon(chart, 'agent', { image: IMAGE, ports, networkPolicy: { ingressFrom: [prometheus, other, monitoring] } });
    });
    const policy = only('NetworkPolicy', objects);
    expect(policy.metadata).toMatchObject({ name: 'agent', namespace: 'node-agents', labels: DAEMON });
    expect(policy.spec.podSelector).toEqual({ matchLabels: DAEMON });
    expect(policy.spec.policyTypes).toEqual(['Ingress']);
    expect(policy.spec.ingress).toMatchObject([
      { from: [{ podSelector: { matchLabels: { app: 'prometheus' } } }], ports: [{ port: 9100, protocol: 'TCP' }] },
      { from: [{ podSelector: { matchLabels: { 'cdk8s-daemons/daemon': 'other' } }, namespaceSelector: IN_NAMESPACE }], ports: [{ port: 9100, protocol: 'TCP' }] },
      { from: [{ podSelector: {} }], ports: [{ port: 9100, protocol: 'TCP' }] },
    ]);
  });

  test('lets nobody in when it names nobody', () => {
    expect(only('NetworkPolicy', beside(() => {}, { ports, networkPolicy: { ingressFrom: [] } })).spec).toEqual({ podSelector: { matchLabels: DAEMON }, policyTypes: ['Ingress'] });
  });
});

describe('the token of a daemon', () => {
  test('is mounted when it has access to the Kubernetes API, and never else', () => {
    expect(pod().automountServiceAccountToken).toBe(false);
    expect(pod({ kubernetesAccess: [] }).automountServiceAccountToken).toBe(false);
    expect(pod({ automountServiceAccountToken: true }).automountServiceAccountToken).toBe(true);
    expect(pod({ automountServiceAccountToken: false, kubernetesAccess: [KubernetesAccess.read('pods')] }).automountServiceAccountToken).toBe(false);
    expect(pod({ kubernetesAccess: [KubernetesAccess.read('pods')] }).automountServiceAccountToken).toBe(true);
  });

  test('is not given to other pods of its ServiceAccount by default', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    new Daemon(chart, 'agent', { image: IMAGE, kubernetesAccess: [KubernetesAccess.read('pods')] });
    expect(only('ServiceAccount', Testing.synth(chart)).automountServiceAccountToken).toBe(false);
  });
});
