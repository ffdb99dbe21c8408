import { App, Chart } from 'cdk8s';
import { SecretValue } from 'cdk8s-plus-27';
import { LEAST, problems, value } from './subject';
import { InstanaConfiguration, InstanaDaemon, InstanaDaemonProps } from '../../../src';

const yaml = (text: string) => ({ configuration: { db: InstanaConfiguration.yaml(text) } });

test.each([
  ['none', undefined], ['one of no Secret', { secret: undefined, key: 'key' }], ['one without a key', value('keys', '')],
])('an agent key is asked for at once: %s', (_, key) => {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  expect(() => new InstanaDaemon(chart, 'agent', { ...LEAST, key: key as unknown as SecretValue }))
    .toThrow("InstanaDaemon 'agent' needs key, the Secret that holds the agent key, and its key there (the vendor's own manifests call it 'key')");
});

test.each<[string, Partial<InstanaDaemonProps>, string | RegExp]>([
  ['no cluster', { clusterName: '' }, /^clusterName is empty/],
  ['a zone without a name', { zone: '' }, /^zone is empty/],
  ['a URL as endpoint', { endpoint: { host: 'https://ingress.instana.io' } }, /^endpoint.host 'https:\/\/ingress.instana.io' is no name and no address/],
  ['an address in brackets', { endpoint: { host: '[2001:db8::1]' } }, /^endpoint.host .* is no name and no address/],
  ['a port in the endpoint', { endpoint: { host: 'ingress.instana.io:443' } }, /^endpoint.host .* has a port in it; say it by endpoint.port$/],
  ['a port that is none', { endpoint: { host: 'ingress', port: 70000 } }, 'endpoint.port is 70000; it takes a whole number from 1 to 65535'],
  ['a proxy that is a URL', { proxy: { host: 'http://proxy' } }, /^proxy.host/],
  ['a user without a password', { proxy: { host: 'proxy', user: value('proxy', 'u') } }, /^proxy.user and proxy.password are given one without the other/],
  ['tags that are two', { tags: ['a,b'] }, /^the tag 'a,b' is not allowed/],
  ['OTLP by nothing', { openTelemetry: { grpc: false, http: false } }, /^openTelemetry takes nothing/],
  ['a name that is no part of a file', { configuration: { 'a/b': InstanaConfiguration.yaml('{}') } }, /^the name 'a\/b' in configuration is not allowed/],
  ['a name that is taken', { configuration: { opentelemetry: InstanaConfiguration.yaml('{}') } }, /^the name 'opentelemetry' in configuration is that of a part which options write/],
  ['one key twice', { configuration: { a: InstanaConfiguration.fromSecret(value('s', 'k')), b: InstanaConfiguration.fromSecret(value('s', 'k')) } },
    "two parts of configuration are the key 'k' of the Secret 's'; leave one of them out"],
  ['no YAML', yaml('a: [1'), /^configuration.db is no YAML/],
  ['a list', yaml('- a'), /^configuration.db is no mapping/],
  ['a section of another product', yaml('receivers: {}'), /^configuration.db has a section 'receivers', which the agent does not know/],
  ['a password', yaml('com.instana.plugin.mysql: { user: root, password: hunter2 }'), 'configuration.db.com.instana.plugin.mysql.password: there is a secret in plain text, '
    + 'which everybody sees who may read ConfigMaps; use InstanaConfiguration.fromSecret for this part, or configuration_from with a vault'],
  ['a password in a list', yaml('com.instana.plugin.sap: { remote: [ { password: "${hunter}2" } ] }'), /^configuration.db.com.instana.plugin.sap.remote\[0\].password: there is a secret/],
])('%s is told', (_, props, problem) => {
  const found = problems(props);
  expect(found).toEqual([typeof problem === 'string' ? problem : expect.stringMatching(problem)]);
  expect(found.join()).not.toContain('hunter');
});

test('what is wrong is told all at once', () => {
  expect(problems({ clusterName: '', tags: ['a,b'], openTelemetry: { grpc: false, http: false } })).toHaveLength(3);
});

test('a password that a vault holds, and the words that are to be hidden, are no passwords', () => {
  expect(problems(yaml('com.instana.plugin.mysql: { password: { configuration_from: { type: vault, secret_key: { path: secret/db, key: password } } } }'))).toEqual([]);
  expect(problems(yaml('com.instana.secrets: { matcher: contains-ignore-case, list: [ key, password, secret ] }'))).toEqual([]);
});
