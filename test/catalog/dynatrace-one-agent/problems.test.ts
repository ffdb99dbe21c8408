import { App, Chart } from 'cdk8s';
import { EnvValue, SecretValue } from 'cdk8s-plus-27';
import { define, LEAST, problems, value } from './subject';
import { DynatraceOneAgentDaemon, DynatraceOneAgentDaemonProps } from '../../../src';

test.each([['none', undefined], ['one of no Secret', { key: 'tenant-token' }], ['one without a key', value('keys', '')]])('a tenant token is asked for at once: %s', (_, token) => {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  expect(() => new DynatraceOneAgentDaemon(chart, 'agent', { ...LEAST, tenantToken: token as unknown as SecretValue }))
    .toThrow("DynatraceOneAgentDaemon 'agent' needs tenantToken, the Secret that holds the tenant token, and its key there (the vendor's own manifests call it 'tenant-token')");
});

test('an image is asked for at once', () => {
  expect(() => define({ image: undefined as unknown as string })).toThrow("DynatraceOneAgentDaemon 'oneagent' needs image: each tenant has its own");
});

test.each<[string, Partial<DynatraceOneAgentDaemonProps>, RegExp]>([
  ['a tenant by its whole name', { tenant: 'abc12345.live.dynatrace.com' }, /^tenant 'abc12345.live.dynatrace.com' is no id of a tenant/],
  ['no endpoint', { communicationEndpoints: [] }, /^communicationEndpoints is empty/],
  ['an endpoint without a path', { communicationEndpoints: ['https://abc12345.live.dynatrace.com'] }, /^the communication endpoint .* is no URL with a path/],
  ['two endpoints in one', { communicationEndpoints: ['https://a/c;https://b/c'] }, /^the communication endpoint .* is no URL with a path/],
  ['an endpoint without TLS', { communicationEndpoints: ['http://a/c'] }, /^the communication endpoint .* is no URL/],
  ['an empty cluster', { clusterId: '' }, /^clusterId is empty/],
  ['a host group of the vendor', { hostGroup: 'dt.own' }, /^hostGroup 'dt.own' is not allowed/],
  ['a host group with a space', { hostGroup: 'a b' }, /^hostGroup 'a b' is not allowed/],
  ['a network zone with a slash', { networkZone: 'a/b' }, /^networkZone 'a\/b' is not allowed/],
  ['a property with =', { hostProperties: { 'a=b': 'c' } }, /^the host property 'a=b' is not allowed/],
  ['a property of two lines', { hostProperties: { a: 'b\nc' } }, /^the host property 'a' is not allowed/],
  ['a property without a value', { hostProperties: { a: '' } }, /^the host property 'a' is not allowed/],
  ['a proxy that is a URL', { proxy: { host: 'http://proxy', port: 1 } }, /^proxy.host 'http:\/\/proxy' is no name/],
  ['a proxy\'s address in brackets', { proxy: { host: '[2001:db8::1]', port: 1 } }, /^proxy.host .* the brackets of an IPv6 address/],
  ['a port that is none', { proxy: { host: 'proxy', port: 0 } }, /^proxy.port is 0/],
  ['a user without a password', { proxy: { host: 'proxy', port: 1, username: value('p', 'u') } }, /^proxy.username and proxy.password are given one without/],
  ['a user that is its password', { proxy: { host: 'proxy', port: 1, username: value('p', 'u'), password: value('p', 'u') } }, /are one key of one Secret/],
  ['two hosts in one', { proxy: { host: 'proxy', port: 1, noProxy: ['a,b'] } }, /^'a,b' in proxy.noProxy is no name of a host/],
  ['an argument twice', { extraArgs: ['--set-tenant=x'] }, /^extraArgs repeats '--set-tenant'; say it by the option/],
  ['an argument that is none', { extraArgs: ['set-host-tag=x'] }, /^extraArgs has 'set-host-tag=x', which does not begin with '--'/],
  ['a proxy as argument', { extraArgs: ['--set-proxy=http://u:p@proxy'], proxy: { host: 'proxy', port: 1 } }, /^extraArgs has '--set-proxy', which everybody sees/],
  ['the image that installs itself', { env: { ONEAGENT_INSTALLER_SCRIPT_URL: EnvValue.fromValue('https://a') } }, /^env has ONEAGENT_INSTALLER_SCRIPT_URL/],
])('%s is told', (_, props, problem) => {
  expect(problems(props)).toEqual([expect.stringMatching(problem)]);
});

test('properties and tags may be given by arguments, too', () => {
  expect(problems({ hostProperties: { a: 'b' }, extraArgs: ['--set-host-property=c=d', '--set-host-tag=e', '--set-host-tag=f'] })).toEqual([]);
});

test('what is wrong is told all at once', () => {
  expect(problems({ tenant: '', communicationEndpoints: [], hostGroup: '', proxy: { host: '', port: 0 } })).toHaveLength(5);
});
