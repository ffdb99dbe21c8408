import { EnvValue } from 'cdk8s-plus-27';
import { clusterAgent, Define, problems } from './subject';
import { DatadogHostPackages } from '../../../src';

const RUNTIME = '/run/containerd/containerd.sock';

describe('a definition', () => {
  test.each<[string, Define]>([
    ['with a site of its own', { site: 'ddog-gov.com' }],
    ['with filters', { containerExclude: ['image:^a/b:(c|d)$', 'name:x', 'kube_namespace:.*'] }],
    ['with a secret of a backend', { extraConfig: 'proxy: { password: "ENC[handle]" }', integrations: { a: 'instances: [{ password: "ENC[k]" }]' } }],
    ['that reads logs only', { integrations: { a: 'logs: [{ type: file, path: /x }]' } }],
    ['whose cluster agent is given', clusterAgent],
    ['that looks into the node only', { sbom: { containerImages: false, hostPackages: DatadogHostPackages.DPKG } }],
    ['that looks into nothing, where it is off', { sbom: { enabled: false } }],
    ['with two ports of one number, of two protocols', { dogstatsd: { port: 8126 }, apm: {} }],
  ])('%s is right', (_, options) => {
    expect(problems(options)).toEqual([]);
  });

  test.each<[string, Define, string]>([
    ['sends to a URL', { site: 'https://datadoghq.eu' }, "site 'https://datadoghq.eu' is no domain of Datadog, such as datadoghq.com, datadoghq.eu or us5.datadoghq.com; leave out https:// and paths"],
    ['sends to where people look', { site: 'app.datadoghq.eu' }, "site 'app.datadoghq.eu' is where people look; data goes to 'datadoghq.eu'"],
    ['names the cluster in capitals', { clusterName: 'Blue' }, "clusterName 'Blue' is not allowed: at most 80 characters, lower-case letters, digits, '-', '_' and '.', a letter first"],
    ['names the cluster at length', { clusterName: 'a'.repeat(81) }, `clusterName '${'a'.repeat(81)}' is not allowed: at most 80 characters, lower-case letters, digits, '-', '_' and '.', a letter first`],
    ['tags with several at once', { tags: ['env:a', 'b:c d:e'] }, "the tag 'b:c d:e' is not allowed: it begins with a letter, and has neither spaces nor commas, such as env:production"],
    ['collects events beside a cluster agent', (scope) => ({ ...clusterAgent(scope), kubernetesEvents: true }),
      'kubernetesEvents is for clusters without a cluster agent, which collects them itself; leave one of the two out'],
    ['names a cluster agent of another namespace', (scope) => ({ clusterAgent: { ...clusterAgent(scope).clusterAgent!, serviceName: 'agent.datadog' } }),
      "clusterAgent.serviceName 'agent.datadog' is no name of a Service of the daemon's own namespace, such as datadog-cluster-agent"],
    ['leaves out what is nothing', { containerExclude: ['kube-system'] },
      "'kube-system' in containerExclude begins with none of image:, name: and kube_namespace:, each with a regular expression behind it"],
    ['takes what is no expression', { containerInclude: ['image:('] }, "'image:(' in containerInclude has no regular expression of Go (RE2): unterminated group"],
    ['listens where the agent does', { apm: { port: 5555 } }, 'apm.port is 5555, which the agent itself has; take another'],
    ['names a path that is none', { socketDirectory: 'run/datadog' }, "socketDirectory 'run/datadog' is no absolute path of the node"],
    ['asks docker', { criSocketPath: '/var/run/docker.sock' }, "criSocketPath '/var/run/docker.sock' is docker's own socket, which speaks another language; containerd has one "
      + 'beside it, and cri-dockerd is /run/cri-dockerd.sock'],
    ['looks into images without a runtime', { sbom: {} },
      'sbom looks into images, which only the container runtime knows; give criSocketPath, such as /run/containerd/containerd.sock, or say containerImages: false'],
    ['looks into nothing', { sbom: { containerImages: false }, criSocketPath: RUNTIME }, 'sbom looks into nothing; say containerImages or hostPackages, or leave sbom out'],
    ['names a check by its file', { integrations: { 'redisdb.yaml': 'instances: [{}]' } },
      "the integration 'redisdb.yaml' is not allowed: lower-case letters, digits and '_', such as redisdb, without .yaml"],
    ['checks nothing', { integrations: { redisdb: 'init_config:' } }, "integrations.redisdb has a list neither of 'instances' nor of 'logs', so that nothing would be checked"],
    ['has a check that is no YAML', { integrations: { redisdb: 'instances: [' } }, 'integrations.redisdb is no YAML: unexpected end of the stream within a flow collection (2:1)'],
    ['has a check that is a list', { integrations: { redisdb: '[]' } }, 'integrations.redisdb is no mapping; its sections are init_config, instances, logs'],
    ['has further configuration that is a text', { extraConfig: 'site' },
      'extraConfig is no mapping; its sections are tags, logs_config, process_config, apm_config, and all others of datadog.yaml'],
    ['says one thing twice', { extraConfig: 'site: datadoghq.eu', env: { DD_SITE: EnvValue.fromValue('x') } },
      'extraConfig.site has no effect, since env has DD_SITE, which wins; leave one of the two out'],
  ])('fails when it %s', (_, options, problem) => {
    expect(problems(options)).toEqual([problem]);
  });

  test('is told everything at once', () => {
    expect(problems({ site: 'x', clusterName: 'X', tags: [''], apm: { port: 5001 }, kubeletRoot: 'x', extraConfig: '[]' })).toHaveLength(6);
  });

  test('fails when it tells a secret, which is not repeated', () => {
    const told = problems({ integrations: { redisdb: 'instances: [{ password: hunter2 }]' }, extraConfig: 'api_key: hunter2' });
    expect(told).toEqual([
      'integrations.redisdb.instances[0].password: there is a secret in plain text, which everybody sees who may read ConfigMaps; use a variable: '
      + "env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and '%%env_NAME%%'",
      'extraConfig.api_key: there is a secret in plain text, which everybody sees who may read ConfigMaps; use the agent\'s variable for it: '
      + 'env: { DD_… : EnvValue.fromSecretValue({ secret, key }) }',
    ]);
    expect(told.join()).not.toContain('hunter2');
  });
});
