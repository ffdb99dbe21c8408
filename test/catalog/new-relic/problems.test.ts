import { Duration } from 'cdk8s';
import { EnvValue, LabelExpression, Secret } from 'cdk8s-plus-27';
import { Define, problems, REDIS, secret } from './subject';
import { NewRelicDaemon, Nodes } from '../../../src';

const nothing = undefined as never;

describe('a definition', () => {
  test.each<[string, Define]>([
    ['without a license key', { licenseKey: nothing }],
    ['with no key of the Secret', (scope) => ({ licenseKey: { secret: Secret.fromSecretName(scope, 's', 'newrelic'), key: '' } })],
    ['with no Secret', { licenseKey: { secret: nothing, key: 'licenseKey' } }],
  ])('%s is refused at once', (_, options) => {
    expect(() => problems(options)).toThrow("NewRelicDaemon 'newrelic' needs licenseKey, the Secret that holds the license key of the account, and its key there "
      + "(the vendor's own manifests call it 'licenseKey')");
  });

  test.each<[string, Define]>([
    ['with a secret from the environment', (scope) => ({
      env: { REDIS_PASSWORD: EnvValue.fromSecretValue(secret(scope, 'redis', 'password')) }, integrations: { 'redis-config': REDIS },
    })],
    ['with an integration of the older format', { integrations: { redis: 'integration_name: com.newrelic.redis\ninstances: []' } }],
    ['with a variable in a comment', { integrations: { redis: 'integrations: []\n# password: {{NOT_THERE}}' } }],
    ['with a cluster of several words', { clusterName: 'my cluster/eu-west-1' }],
    ['with the longest interval', { interval: Duration.seconds(40) }],
    ['with what would be wrong if it were on', { logs: { enabled: false, endpoint: 'x' }, hostMetrics: { enabled: false, containerdSocket: 'x' } }],
  ])('%s is right', (_, options) => {
    expect(problems(options)).toEqual([]);
  });

  test.each<[string, Define, string | RegExp]>([
    ['without a cluster', { clusterName: nothing }, /^clusterName is missing; it takes letters/],
    ['with a cluster that ends a quotation', { clusterName: 'a" b' }, /^clusterName 'a" b' is not allowed/],
    ['with a cluster that is a variable', { clusterName: '${CLUSTER}' }, /^clusterName '\$\{CLUSTER\}' is not allowed/],
    ['that asks too seldom', { interval: Duration.seconds(41) }, /^interval is 41 seconds; it takes from 1 to 40/],
    ['that asks all the time', { interval: Duration.seconds(0) }, /^interval is 0 seconds/],
    ['with an attribute that is an option', { customAttributes: { clusterName: 'x' } }, 'customAttributes has clusterName, which is said by the option of that name; leave it out'],
    ['with an attribute that is no name', { customAttributes: { 'a/b': 'x' } }, "customAttributes: 'a/b' is no name of an attribute; leave out '/'"],
    ['with a selector that selects nothing', { namespaceSelector: {} }, /^namespaceSelector is empty/],
    ['with an expression that is not known', { namespaceSelector: { expressions: [LabelExpression.exists('team')] } }, /^namespaceSelector: the expression about 'team' is 'Exists'/],
    ['with an expression without values', { namespaceSelector: { expressions: [LabelExpression.in('team', [])] } }, /at least one value$/],
    ['with a proxy that is nowhere', { proxy: {} }, 'proxy has neither url nor urlSecret; give one of the two'],
    ['with a proxy that is at two places', (scope) => ({ proxy: { url: 'http://a:1', urlSecret: secret(scope, 'a', 'b') } }), 'proxy has both url and urlSecret; give one of the two'],
    ['with a proxy that is no URL', { proxy: { url: 'proxy:3128' } }, /^proxy.url is no URL of a proxy/],
    ['with a password for everybody to see', { proxy: { url: 'http://user:hunter2@proxy:3128' } }, /^proxy.url names a user, and everybody sees it/],
    ['with an authority that nobody asks', (scope) => ({ kubelet: { verify: false, ca: secret(scope, 'a', 'b') } }), /^kubelet.ca has no effect/],
    ['with half a retry', { kubelet: { retries: 0.5 } }, 'kubelet.retries is 0.5; it takes a whole number from 0 on'],
    ['with a socket for nothing', { hostMetrics: { containerdSocket: '/run/containerd/containerd.sock' } }, /^hostMetrics.containerdSocket is only for processes/],
    ['with a socket of another name', { hostMetrics: { processes: true, containerdSocket: '/run/crio/crio.sock' } }, /^hostMetrics.containerdSocket '\/run\/crio\/crio.sock' is not allowed/],
    ['with an endpoint without encryption', { logs: { endpoint: 'http://gateway/log/v1' } }, /^logs.endpoint 'http:\/\/gateway\/log\/v1' is no URL/],
    ['that leaves out what it does not read', { logs: { excludePaths: ['/var/log/pods/*'] } }, /^logs.excludePaths: '\/var\/log\/pods\/\*' leaves out nothing/],
    ['with an integration that is no file', { integrations: { '../x': 'integrations: []' } }, /^integrations: '..\/x' is no file name/],
    ['with an integration that is no YAML', { integrations: { x: 'a: [' } }, /^integrations.x is no YAML/],
    ['with an integration that does nothing', { integrations: { x: 'a: 1' } }, /^integrations.x has no section 'integrations'/],
    ['with a secret in an integration', { integrations: { x: 'integrations: [{ name: a, env: { PASSWORD: hunter2 } }]' } },
      /^integrations.x.integrations\[0\].env.PASSWORD: there is a secret in plain text/],
    ['with a variable that is not there', { integrations: { x: REDIS } }, /^integrations.x names the variable REDIS_PASSWORD, which is not set/],
    ['with further configuration that is none', { extraConfig: 'a: [' }, /^extraConfig is no YAML/],
    ['with another place for the scraper', { extraConfig: 'http_server_port: 9000' }, /^extraConfig.http_server_port is said for the scraper/],
    ['with a secret in further configuration', { extraConfig: 'license_key: 0123' }, /^extraConfig.license_key: there is a secret in plain text.*NRIA_/],
  ])('%s has one problem, which is said', (_, options, message) => {
    const found = problems(options);
    expect(found.length).toBe(1);
    expect(found[0].replace(/^\S*newrelic: /, '')).toMatch(typeof message === 'string' ? new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) : message);
    expect(found[0]).not.toContain('hunter2');
  });

  test('has all its problems told at once, and those of a variant once', () => {
    const variants = [NewRelicDaemon.variant('gpu', Nodes.withLabel('gpu'), { interval: Duration.minutes(2) })];
    const found = problems({ clusterName: '', proxy: {}, logs: { endpoint: 'x' }, variants });
    expect(found.map((problem) => problem.split(' ').slice(0, 3).join(' '))).toEqual([
      'clusterName is missing;', 'proxy has neither', "logs.endpoint 'x' is", "variant 'gpu': interval",
    ]);
  });
});
