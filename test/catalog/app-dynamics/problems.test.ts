import { ISecret } from 'cdk8s-plus-27';
import { LEAST, problems, secret } from './subject';
import { AppDynamicsController, AppDynamicsDaemonProps, Rollout } from '../../../src';

const IMAGE = 'registry.example.com/netviz:24.10.0';
const PASSWORD = { secret: secret('proxy'), key: 'proxy-password' };
const controller = (options: Partial<AppDynamicsController>) => ({ controller: { ...LEAST.controller, ...options } });
const NOT_KEPT = "has a space, a quote or a pattern in it, which the image's start script does not keep together";

describe('the options of the machine agent', () => {
  test.each<[string, Partial<AppDynamicsDaemonProps>, string]>([
    ['the controller is a URL', controller({ host: 'https://controller' }),
      "controller.host 'https://controller' is none: a name or an address without a scheme, IPv6 without brackets; the port has a field of its own"],
    ['the controller has a port in its name', controller({ host: 'controller:8090' }),
      "controller.host 'controller:8090' is none: a name or an address without a scheme, IPv6 without brackets; the port has a field of its own"],
    ['the port of the controller is none', controller({ port: 0 }), 'controller.port is 0; it takes 1 to 65535'],
    ['there is no account', controller({ account: '' }), "controller.account is empty; it is 'customer1' with a controller of one's own"],
    ['the account has a space', controller({ account: 'a b' }), `controller.account 'a b' ${NOT_KEPT}`],
    ['the place in the tree has a space', { hierarchyPath: 'rack 4|' }, `hierarchyPath 'rack 4|' ${NOT_KEPT}`],
    ['the limit of metrics is none', { metricLimit: 0 }, 'metricLimit is 0; it takes a whole number from 1 on'],
    ['a property begins with -D', { properties: { '-Da': '1' } }, "the property '-Da' is not allowed: letters, digits, '.', '_' and '-', without -D"],
    ['the value of a property has a space', { properties: { a: '1 -Db=2' } }, `the value of the property 'a' '1 -Db=2' ${NOT_KEPT}`],
    ['a property is a password', { properties: { 'appdynamics.http.proxyPassword': 'x' } },
      "the property 'appdynamics.http.proxyPassword' would hold a secret in plain text; the access key and the proxy's password have options of their own"],
    ['a property is the access key', { properties: { 'appdynamics.agent.accountAccessKey': 'x' } },
      "the property 'appdynamics.agent.accountAccessKey' would hold a secret in plain text; the access key and the proxy's password have options of their own"],
    ['the proxy is a URL', { proxy: { host: 'http://proxy', port: 3128 } },
      "proxy.host 'http://proxy' is none: a name or an address without a scheme, IPv6 without brackets; the port has a field of its own"],
    ['the port of the proxy is none', { proxy: { host: 'proxy', port: 65536 } }, 'proxy.port is 65536; it takes 1 to 65535'],
    ['the user of the proxy has a space', { proxy: { host: 'proxy', port: 1, user: 'a b', password: PASSWORD } }, `proxy.user 'a b' ${NOT_KEPT}`],
    ['the user of the proxy has no password', { proxy: { host: 'proxy', port: 1, user: 'a' } },
      'proxy.user and proxy.password belong together; give both, or leave both out'],
    ['the password of the proxy has no user', { proxy: { host: 'proxy', port: 1, password: PASSWORD } },
      'proxy.user and proxy.password belong together; give both, or leave both out'],
    ['analytics have no account', { analytics: { globalAccount: '' } }, "analytics.globalAccount is empty; the controller's page of licences says it"],
    ['the events service is no URL', { analytics: { globalAccount: 'a', eventEndpoint: 'events:9080' } },
      "analytics.eventEndpoint 'events:9080' is no URL; it begins with https://"],
    ['the network agent sees a pod', { hostNetwork: false, netviz: { image: IMAGE } },
      'netviz sees the network of its node, and hostNetwork is false; leave one of the two out'],
    ['the network agent has no address', { netviz: { image: IMAGE, listenAddress: 'localhost' } },
      "netviz.listenAddress 'localhost' is no address: IPv4, or IPv6 without brackets; the port has a field of its own"],
  ])('fail when %s', (_, props, message) => {
    expect(problems(props)).toEqual([message]);
  });

  test('fail when there is no image, in the words of who has to give one', () => {
    expect(problems({ image: '' })).toContain('image is missing: upstream names no version of docker.io/appdynamics/machine-agent but latest; give one of yours, with tag or digest');
    expect(problems({ netviz: { image: '' } }))
      .toContain('netviz.image is missing: upstream names no version of docker.io/appdynamics/machine-agent-netviz but latest; give one of yours');
  });

  test('fail when the password of the proxy names no key', () => {
    expect(problems({ proxy: { host: 'proxy', port: 1, user: 'a', password: { secret: secret('proxy') as ISecret, key: '' } } }))
      .toContain("proxy.password names no Secret and key; AppDynamics' operator calls the key 'proxy-password'");
  });

  test('fail all at once', () => {
    expect(problems({
      ...controller({ host: '', port: -1, account: '' }),
      hierarchyPath: ' ',
      metricLimit: 1.5,
      properties: { ' ': 'a' },
      proxy: { host: '', port: 0 },
      analytics: { globalAccount: '', eventEndpoint: '' },
      netviz: { image: IMAGE, listenAddress: '' },
    })).toHaveLength(11);
  });

  test('fail when two agents would run on one node', () => {
    expect(problems({ rollout: Rollout.surge() })).toContainEqual(expect.stringMatching(/^Rollout.surge\(\) with the host network never ends/));
    expect(problems({ rollout: Rollout.surge(), hostNetwork: false })).toEqual([]);
  });

  test.each<[string, Partial<AppDynamicsDaemonProps>]>([
    ['the controller is an IPv6 address', controller({ host: '2001:db8::1', port: 8181, ssl: false })],
    ['what is off says nothing', { analytics: { enabled: false, globalAccount: '' }, netviz: { enabled: false, image: '' }, hostNetwork: false }],
    ['a property names the file of a password', { properties: { 'appdynamics.http.proxyPasswordFile': '/etc/appdynamics-proxy/password' } }],
    ['the events service is one\'s own', { analytics: { globalAccount: 'a', eventEndpoint: 'http://[2001:db8::1]:9080' } }],
  ])('are right when %s', (_, props) => {
    expect(problems(props)).toEqual([]);
  });
});
