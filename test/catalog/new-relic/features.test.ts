import { Define, files, manifests, secret } from './subject';
import { NewRelicKubeletAuthorization, NewRelicNamespaceSelector } from '../../../src';
import { differences as changes } from '../differences';

interface UpstreamScript {
  facts(objects: unknown[]): { [what: string]: string };
  differences(ours: object, other: object): { what: string; here: string }[];
}

const { facts, differences } = jest.requireActual<UpstreamScript>('../../../scripts/upstream');

const [IN_CLUSTER, GONE] = ['in the cluster', '–'];

const PRIVILEGED = {
  'environment NRIA_OVERRIDE_HOST_ROOT': GONE,
  'mount /': 'at /host, read-only, HostToContainer, Directory',
  'mount /proc': 'at /host/proc, read-only, Directory',
  'privileged': 'yes',
  'user': '0',
  'not root': 'not enforced',
  'capabilities dropped': 'none',
  'privilege escalation': 'allowed',
};

const LOGS = {
  'containers beside it': 'docker.io/newrelic/nri-kubernetes:4.5.0, docker.io/newrelic/newrelic-fluentbit-output:3.8.0',
  'mount /var/log': 'at /var/log, read-only, Directory',
  'mount /var/lib/node-agents/newrelic': 'at /var/lib/fluent-bit, read-write, DirectoryOrCreate',
  'port 2020/TCP': 'of the pod',
  'right pods get': IN_CLUSTER,
  'grace period': '60 s',
};

const selector: NewRelicNamespaceSelector = { labels: { team: 'a' } };

/** Each option alone: what it changes of the manifest, and which files. */
const FEATURES: [string, Define, { [what: string]: string }, string[]][] = [
  ['hostMetrics', { hostMetrics: {} }, PRIVILEGED, ['newrelic-infra.yml', 'nri-kubernetes.yml']],
  ['hostMetrics, processes', { hostMetrics: { processes: true } }, PRIVILEGED, ['newrelic-infra.yml', 'nri-kubernetes.yml']],
  ['hostMetrics, containers of processes', { hostMetrics: { processes: true, containerdSocket: '/run/k3s/containerd/containerd.sock' } }, {
    ...PRIVILEGED, 'mount /run/k3s/containerd': 'at /run/containerd, read-only, HostToContainer, Directory',
  }, ['newrelic-infra.yml', 'nri-kubernetes.yml']],
  ['logs', { logs: {} }, LOGS, ['fluent-bit.yaml']],
  ['logs of Docker', { logs: { docker: true } }, { ...LOGS, 'mount /var/lib/docker/containers': 'at /var/lib/docker/containers, read-only, Directory' }, ['fluent-bit.yaml']],
  ['namespaceSelector', { namespaceSelector: selector }, { 'right namespaces list': IN_CLUSTER, 'right namespaces watch': IN_CLUSTER }, ['nri-kubernetes.yml']],
  ['integrations', { integrations: { redis: 'integrations: []' } }, { 'empty directory /etc/newrelic-infra/integrations.d': GONE }, ['redis.yml']],
  ['proxy', { proxy: { url: 'http://proxy.example.com:3128' } }, { 'environment NRIA_PROXY': 'http://proxy.example.com:3128' }, ['newrelic-infra.yml']],
  ['proxy with a password', (scope) => ({ proxy: { urlSecret: secret(scope, 'proxy', 'url') } }), { 'environment NRIA_PROXY': 'proxy' }, ['newrelic-infra.yml']],
  ['kubelet by the API server', { kubelet: { authorization: NewRelicKubeletAuthorization.API_SERVER } }, {
    'right nodes/pods get': GONE, 'right nodes/healthz get': GONE, 'right pods list': IN_CLUSTER,
  }, ['nri-kubernetes.yml']],
  ['kubelet by nodes/proxy', { kubelet: { authorization: NewRelicKubeletAuthorization.NODES_PROXY } }, {
    'right nodes/pods get': GONE, 'right nodes/healthz get': GONE, 'right nodes/proxy get': IN_CLUSTER,
  }, []],
  ['kubelet without a certificate', { kubelet: { verify: false } }, {}, ['nri-kubernetes.yml']],
  ['lowDataMode', { lowDataMode: true }, {}, ['nri-kubernetes.yml']],
  ['verbose', { verbose: true }, {}, ['newrelic-infra.yml', 'nri-kubernetes.yml']],
  ['customAttributes', { customAttributes: { team: 'a' } }, {}, ['newrelic-infra.yml']],
];

/** Of what the table tells. */
const TOLD = new RegExp(`^. (DaemonSet\\.spec\\.template\\.spec\\.(${[
  'volumes', 'terminationGracePeriodSeconds', 'containers\\[logs\\]', 'containers\\[agent\\]\\.(env|volumeMounts|securityContext)', 'containers\\[kubelet\\]\\.volumeMounts',
].join('|')})|ConfigMap\\.data\\.|ClusterRole\\.rules)`);

function changedFiles(options: Define): string[] {
  const [base, own] = [files({}), files(options)];
  return [...new Set([...Object.keys(base), ...Object.keys(own)])].filter((name) => base[name] !== own[name]).sort();
}

describe.each(FEATURES)('%s', (_, options, expected, changed) => {
  test('changes exactly what it needs', () => {
    const found = differences(facts(manifests(options)), facts(manifests({})));
    expect(Object.fromEntries(found.map(({ what, here }) => [what, here]))).toEqual(expected);
    expect(changedFiles(options)).toEqual(changed);
    expect(changes(manifests({}), manifests(options)).filter((line) => !TOLD.test(line))).toEqual([]);
  });
});

test.each<[string, Define]>([
  ['hostMetrics', { hostMetrics: { enabled: false, processes: true, containerdSocket: '/run/containerd/containerd.sock' } }],
  ['logs', { logs: { enabled: false, docker: true, metricsPort: 9000 } }],
  ['namespaceSelector', { namespaceSelector: { labels: {}, expressions: [] } }],
])('%s leaves no trace when it is off', (_, options) => {
  expect(manifests(options)).toEqual(manifests({}));
});
