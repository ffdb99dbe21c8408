import { App, Chart } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { clusterAgent, config, container, containers, Define, define, manifests, pod, rich, secret, set } from './subject';
import { DatadogDaemon, DatadogLogLevel, DatadogTagCardinality } from '../../../src';
import { isInside } from '../../../src/kubernetes/paths';
import { expectGolden } from '../../golden';

const ALL: [string, Define][] = [['least', {}], ['rich', rich], ['without sockets', { apm: { socket: false }, dogstatsd: { socket: false }, logs: {} }]];

/** All texts of a configuration. */
function texts(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : typeof value === 'string' ? [value] : [];
}

function environment(options: Define, name = 'agent'): { [name: string]: string | undefined } {
  return Object.fromEntries(container(options, name).env!.map((variable) => [variable.name, variable.value]));
}

describe('the Datadog Agent', () => {
  test('is as it was looked at', () => {
    expectGolden('datadog', (chart) => new DatadogDaemon(chart, 'datadog', { apiKey: secret(chart as Chart, 'datadog-secret', 'api-key') }));
    expectGolden('datadog.rich', (chart) => new DatadogDaemon(chart, 'datadog', rich(chart)));
  });

  test('is right with everything that can be switched on', () => {
    expect(define(rich).node.validate()).toEqual([]);
  });

  test.each(ALL)('sees the paths that its configuration names: %s', (_, options) => {
    const mounts = (name: string) => container(options, name).volumeMounts!.map(({ mountPath }) => mountPath);
    const named: [string, unknown][] = [['agent', config(options)], ...pod(options).containers.map(({ name, command }): [string, unknown] => [name, command])];
    if (containers(options).some(({ name }) => name === 'system-probe')) {
      named.push(['system-probe', config(options, 'system-probe.yaml')]);
    }
    const unseen = named.flatMap(([name, what]) => texts(what).map((text) => text.replace(/^-+\w+=/, '')).filter((text) => text.startsWith('/'))
      .filter((path) => !mounts(name).some((mount) => path === mount || isInside(path, mount))).map((path) => `${name}: ${path}`));
    expect(unseen).toEqual([]);
  });

  test.each(ALL)('declares the ports that its configuration opens: %s', (_, options) => {
    const { health_port: health, dogstatsd_port: statsd, apm_config: { receiver_port: traces } } = config(options);
    const declared = containers(options).flatMap(({ ports = [] }) => ports).map(({ containerPort }) => containerPort);
    expect(declared.sort()).toEqual([health, statsd, traces].filter((port) => port !== undefined).sort());
  });

  test('has each variable that its checks name, and tells no secret', () => {
    const text = JSON.stringify(manifests(rich).filter(({ kind }) => kind === 'ConfigMap'));
    const named = [...text.matchAll(/%%env_(\w+)%%/g)].map(([, name]) => name);
    expect(named).toEqual(['REDIS']);
    named.forEach((name) => expect(container(rich).env!.find((variable) => variable.name === name)!.valueFrom!.secretKeyRef).toEqual({ name: 'redis', key: 'password' }));
    containers(rich).slice(1).forEach(({ env }) => expect(env!.find(({ name }) => name === 'DD_API_KEY')!.valueFrom!.secretKeyRef).toEqual({ name: 'datadog', key: 'key' }));
  });

  test('finds its configuration on top of the image\'s own', () => {
    const [volume, config_] = containers({ integrations: { redisdb: 'instances: [{}]' } });
    expect([volume.name, volume.command, volume.volumeMounts]).toEqual(
      ['init-volume', ['cp', '-r', '/etc/datadog-agent', '/opt'], [{ name: 'config', mountPath: '/opt/datadog-agent' }]]);
    expect(config_.name).toBe('init-config');
    expect(config_.args).toEqual(["cp /etc/datadog-agent-config/*.yaml /etc/datadog-agent && for script in $(find /etc/cont-init.d/ -type f -name '*.sh' | sort); do bash \"$script\"; done"]);
    expect(config_.volumeMounts!.filter(({ readOnly }) => readOnly).map(({ mountPath }) => mountPath)).toEqual(['/etc/datadog-agent-config', '/conf.d']);
  });

  test('turns the check of events on by the image\'s own script, which asks the environment', () => {
    expect([{}, { kubernetesEvents: true }].map((options) => environment(options, 'init-config').DD_LEADER_ELECTION)).toEqual([undefined, 'true']);
  });

  test('says what its options say, in datadog.yaml', () => {
    expect(config({})).toMatchObject({ site: 'datadoghq.com', listeners: [{ name: 'kubelet' }], config_providers: [{ name: 'kubelet', polling: true }] });
    expect(config({
      site: 'datadoghq.eu',
      clusterName: 'blue',
      tags: ['env:test'],
      logLevel: DatadogLogLevel.DEBUG,
      kubelet: { tlsVerify: false },
      containerInclude: ['name:^a$'],
      containerExclude: ['image:.*'],
      logs: { containerCollectAll: true },
      dogstatsd: { tagCardinality: DatadogTagCardinality.HIGH },
    })).toMatchObject({
      site: 'datadoghq.eu',
      cluster_name: 'blue',
      tags: ['env:test'],
      log_level: 'debug',
      kubelet_tls_verify: false,
      container_include: ['name:^a$'],
      container_exclude: ['image:.*'],
      logs_config: { container_collect_all: true },
      dogstatsd_tag_cardinality: 'high',
    });
  });

  test('takes further configuration over it, and tells numbers from texts', () => {
    const { logs_config: logs, tags, proxy } = config({ logs: {}, tags: ['a:b'], extraConfig: 'logs_config: { open_files_limit: 9 }\ntags: [c:d]\nproxy: { https: "9" }' });
    expect([logs, tags, proxy]).toEqual([{ container_collect_all: false, k8s_container_use_file: true, auto_multi_line_detection: true, open_files_limit: 9 }, ['c:d'], { https: '9' }]);
  });

  test('leaves checks to runners that the cluster agent has of its own', () => {
    const own = (scope: Chart) => ({ clusterAgent: { ...clusterAgent(scope).clusterAgent!, clusterChecks: false } });
    expect(config(own as Define)).not.toHaveProperty('extra_config_providers');
    expect(config(own as Define)).toHaveProperty('cluster_agent.enabled', true);
  });

  test('keeps what is said of pods, and what they are asked', () => {
    const options: Define = { logs: {}, podAnnotations: { 'ad.datadoghq.com/logs_exclude': 'false' }, podLabels: { team: 'a' }, env: { DD_HOSTNAME: EnvValue.fromValue('x') } };
    expect(set(options).spec.template.metadata).toMatchObject({ annotations: { 'ad.datadoghq.com/logs_exclude': 'false' }, labels: { team: 'a' } });
    expect(containers(options).slice(1).map(({ name }) => environment(options, name).DD_HOSTNAME)).toEqual(['x', 'x']);
    const { startupProbe, readinessProbe, livenessProbe } = container({});
    expect([startupProbe, readinessProbe, livenessProbe].map((probe) => probe!.httpGet)).toEqual(['/startup', '/ready', '/live'].map((path) => ({ path, port: 'health' })));
  });

  test('keeps another RuntimeClass for GPUs', () => {
    expect(pod({ gpu: true, runtimeClassName: 'nvidia-cdi' }).runtimeClassName).toBe('nvidia-cdi');
  });

  test('is found by no Service that nobody asks for', () => {
    expect(manifests({}).filter(({ kind }) => kind === 'Service')).toEqual([]);
    expect(manifests({ apm: {}, discovery: [] }).filter(({ kind }) => kind === 'Service')).toEqual([]);
  });

  test('shares its sockets with no other agent of a node', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    const [, second] = ['a', 'b'].map((id) => new DatadogDaemon(chart, id, { apiKey: secret(chart, 's', 'k'), dogstatsd: {} }));
    expect(second.node.validate().join()).toContain("the directory '/var/run/datadog' of a node is written by the daemon");
  });
});

describe('a secret that is missing', () => {
  const make = (props: object) => () => new DatadogDaemon(new Chart(new App(), 'chart'), 'datadog', props as never);
  const key = { secret: { name: 's' }, key: 'k' };

  test.each([{}, { apiKey: undefined }, { apiKey: {} }, { apiKey: { secret: { name: 's' }, key: '' } }])('is an error at once, which names the vendor\'s key: %j', (props) => {
    expect(make(props)).toThrow("DatadogDaemon 'datadog' needs apiKey, the Secret that holds the organisation's API key, and its key there (the vendor's own manifests call it 'api-key')");
  });

  test('is an error at once, where it is that of the cluster agent', () => {
    expect(make({ apiKey: key, clusterAgent: { serviceName: 'a' } })).toThrow("DatadogDaemon 'datadog' needs clusterAgent.authToken, the Secret that holds the token of the cluster "
      + "agent, and its key there (the vendor's own manifests call it 'token')");
    expect(make({ apiKey: key, clusterAgent: { serviceName: 'a', authToken: key } })).not.toThrow();
  });
});
