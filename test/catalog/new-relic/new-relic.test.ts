import { Yaml } from 'cdk8s';
import { PercentOrAbsolute } from 'cdk8s-plus-27';
import { load } from 'js-yaml';
import { parse } from 'yaml';
import { container, daemonSet, Define, files, manifests, pod, problems, REDIS, rich, rules, secret, variables } from './subject';
import { NewRelicDaemon, NewRelicKubeletAuthorization, Rollout } from '../../../src';
import { check } from '../../../src/analysis/check';
import { readDocuments } from '../../../src/input/documents';
import { isInside } from '../../../src/kubernetes/paths';
import { lowestLevel } from '../../../src/kubernetes/pod-security';
import { expectGolden } from '../../golden';

const DEFINITIONS: [string, Define][] = [
  ['the smallest', {}],
  ['everything', rich],
  ['host metrics', { hostMetrics: {} }],
  ['logs', { logs: {} }],
  ['integrations', { integrations: { redis: REDIS.replace('{{REDIS_PASSWORD}}', '') } }],
  ['a proxy', (scope) => ({ proxy: { url: 'https://proxy.example.com:3128', ca: secret(scope, 'proxy', 'ca.crt') }, logs: {} })],
  ...Object.values(NewRelicKubeletAuthorization).map((authorization): [string, Define] => [`the kubelet by ${authorization}`, { kubelet: { authorization } }]),
];

describe.each(DEFINITIONS)('the pod of a definition: %s', (_, options) => {
  const { containers, volumes = [] } = pod(options);
  const written = files(options);

  /** The files of its ConfigMap that a container sees. */
  function seen({ volumeMounts = [] }: typeof containers[number]): string[] {
    const mounted = volumes.filter(({ name }) => volumeMounts.some((mount) => mount.name === name));
    return mounted.flatMap(({ configMap }) => configMap?.items ?? []).map(({ key }) => written[key]);
  }

  test('is accepted, and check calls nothing in it an error', () => {
    expect(problems(options)).toEqual([]);
    const { findings } = check(readDocuments('new-relic.yaml', Yaml.stringify(...manifests(options))));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('has files that two parsers read alike, without anything unsaid', () => {
    const own = Object.entries(written).filter(([name]) => name !== 'redis-config.yml');
    own.forEach(([, text]) => expect(load(text)).toEqual(parse(text)));
    expect(own.filter(([name, text]) => name !== 'redis.yml' && /null|undefined|\[object/.test(text))).toEqual([]);
  });

  test('has every file in one container', () => {
    expect(containers.flatMap(seen).sort()).toEqual(Object.values(written).sort());
  });

  test('sees every path that its files name, and writes where it must', () => {
    const unseen = containers.flatMap((one) => {
      const { volumeMounts = [] } = one;
      const paths = seen(one).flatMap((text) => [...text.matchAll(/(?:^|[\s,])(\/[\w./*-]+)/g)].map(([, path]) => path)).filter((path) => path !== '/metrics');
      const mount = (path: string) => volumeMounts.find(({ mountPath }) => path === mountPath || isInside(path, mountPath));
      const token = '/var/run/secrets/kubernetes.io/serviceaccount/';
      return paths.filter((path) => (path.startsWith(token) ? !pod(options).automountServiceAccountToken
        : mount(path) === undefined || (path.startsWith('/var/lib/fluent-bit') && mount(path)!.readOnly)));
    });
    expect(unseen).toEqual([]);
  });

  test('has the key of its Secret for every certificate', () => {
    const named = containers.flatMap((one) => seen(one).flatMap((text) => [...text.matchAll(/(\/etc\/newrelic-\w+-ca)\/(\S+)/g)].map(([, directory, name]) => (
      { name, volume: volumes.find(({ name: volume }) => volume === one.volumeMounts!.find(({ mountPath }) => mountPath === directory)?.name) }))));
    expect(named.filter(({ name, volume }) => !volume!.secret!.items!.some(({ path }) => path === name))).toEqual([]);
  });

  test('has every variable that its files name', () => {
    const missing = containers.flatMap((one) => seen(one).flatMap((text) => [...text.matchAll(/\$\{(\w+)\}|\{\{(\w+)\}\}/g)].map(([, shell, braces]) => shell ?? braces))
      .filter((name) => !(name in variables(one))));
    expect(missing).toEqual([]);
  });

  test('declares every port that its files open, and no other', () => {
    const opened = Object.values(written).flatMap((text) => [...text.matchAll(/http_(?:server_)?port: (\d+)/g)].map(([, port]) => Number(port)));
    expect(containers.flatMap(({ ports = [] }) => ports).map(({ containerPort }) => containerPort).sort()).toEqual(opened.sort());
    expect(load(written['nri-kubernetes.yml'])).toMatchObject({ sink: { http: { port: 8003 } } });
  });

  test('may write to no image, and asks for CPU and memory', () => {
    containers.forEach(({ securityContext, resources }) => {
      expect(securityContext!.readOnlyRootFilesystem).toBe(true);
      expect([resources!.requests!.cpu, resources!.requests!.memory, resources!.limits!.memory]).not.toContain(undefined);
      expect(resources!.limits!.cpu).toBeUndefined();
    });
  });
});

describe('what is written', () => {
  test('of a definition that says nothing but what it must', () => {
    expectGolden('new-relic', (chart) => new NewRelicDaemon(chart, 'newrelic', {
      licenseKey: secret(chart, 'newrelic-license', 'licenseKey'), clusterName: 'production',
    }));
  });

  test('of everything', () => {
    expectGolden('new-relic.rich', (chart) => new NewRelicDaemon(chart, 'newrelic', rich(chart)));
  });
});

describe('the license key', () => {
  test('is given once, and each part has it under the name that it knows, from the Secret only', () => {
    const options: Define = (scope) => ({ licenseKey: secret(scope, 'newrelic', 'license'), logs: {} });
    expect(variables(container(options, 'agent')).NRIA_LICENSE_KEY).toBe('newrelic/license');
    expect(variables(container(options, 'logs')).NEW_RELIC_LICENSE_KEY).toBe('newrelic/license');
    expect(container(options, 'kubelet').env!.map(({ name }) => name)).toEqual(['NRI_KUBERNETES_NODENAME', 'NRI_KUBERNETES_NODEIP']);
  });
});

describe('Pod Security', () => {
  test.each<[string, Define, string]>([
    ['without options', {}, 'restricted'],
    ['with what needs nothing of the node', { lowDataMode: true, integrations: { x: 'integrations: []' }, namespaceSelector: { labels: { a: 'b' } } }, 'restricted'],
    ['with hostMetrics', { hostMetrics: {} }, 'privileged'],
    ['with logs', { logs: {} }, 'privileged'],
  ])('%s admits it as it must', (_, options, level) => {
    expect(lowestLevel({}, pod(options) as never).level).toBe(level);
  });

  test('the scraper is nobody special, and Fluent Bit root without a capability, whatever the agent is', () => {
    expect(container(rich, 'agent').securityContext).toMatchObject({ privileged: true, runAsUser: 0 });
    expect(container(rich, 'kubelet').securityContext)
      .toMatchObject({ runAsUser: 1000, runAsGroup: 2000, runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
    expect(container(rich, 'logs').securityContext).toMatchObject({ runAsUser: 0, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
  });
});

describe('rights', () => {
  const nodes = { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] };
  const get = (...resources: string[]) => ({ apiGroups: [''], resources, verbs: ['get'] });

  test.each<[NewRelicKubeletAuthorization | undefined, object[]]>([
    [undefined, [get('nodes/metrics', 'nodes/stats', 'nodes/pods', 'nodes/healthz'), nodes]],
    [NewRelicKubeletAuthorization.API_SERVER, [get('nodes/metrics', 'nodes/stats'), nodes, { apiGroups: [''], resources: ['pods'], verbs: ['list'] }]],
    [NewRelicKubeletAuthorization.NODES_PROXY, [get('nodes/metrics', 'nodes/stats', 'nodes/proxy'), nodes]],
  ])('are those of the requests: %s', (authorization, expected) => {
    expect(rules({ kubelet: { authorization } })).toEqual(expected);
  });
});

describe('the rollout', () => {
  test('waits for what is read to be sent, with logs only', () => {
    expect([{}, { logs: {} }].map((options) => pod(options).terminationGracePeriodSeconds)).toEqual([undefined, 60]);
    expect(load(files({ logs: {} })['fluent-bit.yaml'])).toMatchObject({ service: { grace: 50 } });
  });

  test('starts the pods again for each file', () => {
    const checksum = (options: Define) => daemonSet(options).spec.template.metadata!.annotations!['cdk8s-daemons/config-checksum'];
    const all = [{}, { verbose: true }, { interval: undefined, lowDataMode: true }, { integrations: { x: 'integrations: []' } }, { logs: {} }, { logs: { metricsPort: 1 } }];
    expect(new Set(all.map(checksum)).size).toBe(all.length);
  });

  test('of two at a time is refused with logs, whose positions both would write', () => {
    const rollout = Rollout.surge({ maxSurge: PercentOrAbsolute.percent(10) });
    expect(problems({ rollout })).toEqual([]);
    expect(problems({ rollout, logs: {} }).join()).toMatch(/surge/);
  });
});
