import { Duration, Size } from 'cdk8s';
import { EnvValue, LabelExpression } from 'cdk8s-plus-27';
import { container, Define, file, pod, REDIS, rich, secret, variables } from './subject';
import { NewRelicRegion } from '../../../src';

const agent = (options: Define) => file(options, 'newrelic-infra.yml');
const scraper = (options: Define) => file(options, 'nri-kubernetes.yml');
const fluentBit = (options: Define) => file(options, 'fluent-bit.yaml');

describe('the agent', () => {
  test('measures nothing of its node unless it is told to, whatever its image says', () => {
    expect(agent({})).toMatchObject({ is_secure_forward_only: true });
    expect(variables(container({}, 'agent')).NRIA_OVERRIDE_HOST_ROOT).toBe('');
    expect(agent({ hostMetrics: {} })).toMatchObject({ enable_process_metrics: false });
    expect(agent({ hostMetrics: { processes: true } })).toMatchObject({ enable_process_metrics: true });
    expect(agent({ hostMetrics: {} })).not.toHaveProperty('is_secure_forward_only');
  });

  test('says to which cluster all belongs, also where attributes look like numbers', () => {
    expect(agent({ customAttributes: { floor: '007', open: 'yes' } }).custom_attributes).toEqual({ clusterName: 'production', floor: '007', open: 'yes' });
  });

  test('has the name of its node, by which New Relic knows it', () => {
    expect(variables(container({}, 'agent'))).toMatchObject({
      NRIA_DISPLAY_NAME: 'spec.nodeName', NRIA_OVERRIDE_HOSTNAME: 'spec.nodeName', NRIA_OVERRIDE_HOSTNAME_SHORT: 'spec.nodeName', NRIA_HOST: 'status.hostIP',
    });
  });

  test('shows its integrations the variables that they are given', () => {
    const options: Define = (scope) => ({
      env: { REDIS_PASSWORD: EnvValue.fromSecretValue(secret(scope, 'redis', 'password')) }, integrations: { 'redis-config': REDIS },
    });
    expect(variables(container(options, 'agent'))).toMatchObject({ NRIA_PASSTHROUGH_ENVIRONMENT: 'CLUSTER_NAME,REDIS_PASSWORD', REDIS_PASSWORD: 'redis/password' });
    expect(container(options, 'agent').volumeMounts!.find(({ mountPath }) => mountPath === '/etc/newrelic-infra/integrations.d')!.readOnly).toBe(true);
  });

  test('checks the certificate of a proxy, unless it is told not to', () => {
    const proxy = { url: 'https://proxy.example.com:3128' };
    expect(agent({ proxy })).toMatchObject({ proxy_validate_certificates: true });
    expect(agent({ proxy: { ...proxy, verify: false } })).toMatchObject({ proxy_validate_certificates: false });
    expect(agent({})).not.toHaveProperty('proxy_validate_certificates');
  });

  test('is told of the region that its key does not tell', () => {
    expect(agent({ region: NewRelicRegion.FEDRAMP })).toMatchObject({ fedramp: true });
    [NewRelicRegion.US, NewRelicRegion.EU].forEach((region) => expect(agent({ region })).toEqual(agent({})));
  });

  test('has one\'s own configuration over that of the options', () => {
    const extraConfig = 'custom_attributes: { site: north }\nlog: { level: trace }\nnetwork_interface_filters: { prefix: [dummy] }';
    expect(agent({ verbose: true, extraConfig })).toMatchObject({
      log: { level: 'trace' }, custom_attributes: { clusterName: 'production', site: 'north' }, network_interface_filters: { prefix: ['dummy'] },
    });
  });
});

test('the agent writes to empty directories only, each with its limit', () => {
  const { volumeMounts = [] } = container({ hostMetrics: { processes: true } }, 'agent');
  const limits = Object.fromEntries(pod({}).volumes!.map(({ name, emptyDir }) => [name, emptyDir?.sizeLimit]));
  expect(volumeMounts.filter(({ readOnly }) => !readOnly).map(({ name, mountPath }) => [mountPath, limits[name]])).toEqual([
    ['/var/db/newrelic-infra/data', '256Mi'], ['/var/db/newrelic-infra/user_data', '16Mi'], ['/tmp', '256Mi'], ['/etc/newrelic-infra/integrations.d', '1Mi'],
  ]);
});

describe('the scraper', () => {
  test.each<[Define, string]>([
    [{}, '15s'], [{ lowDataMode: true }, '30s'], [{ lowDataMode: true, interval: Duration.seconds(10) }, '10s'], [{ interval: Duration.millis(1500) }, '1.5s'],
  ])('asks as often as it is told: %j', (options, interval) => {
    expect(scraper(options).interval).toBe(interval);
  });

  test('checks the kubelet\'s certificate against the cluster\'s authority, or one\'s own, or not at all', () => {
    const bundle = (options: Define) => scraper(options).kubelet.caBundlePath;
    expect(bundle({})).toBe('/var/run/secrets/kubernetes.io/serviceaccount/ca.crt');
    expect(bundle((scope) => ({ kubelet: { ca: secret(scope, 'kubelet', 'kubelet-ca.crt') } }))).toBe('/etc/newrelic-kubelet-ca/kubelet-ca.crt');
    expect(bundle({ kubelet: { verify: false } })).toBeUndefined();
  });

  test('asks for no page that it has no right to', () => {
    expect(scraper(rich)).toMatchObject({ testConnectionEndpoint: '/metrics', kubelet: { fetchPodsFromKubeService: true } });
    expect(scraper({})).not.toHaveProperty('testConnectionEndpoint');
    expect(scraper({}).kubelet).not.toHaveProperty('fetchPodsFromKubeService');
  });

  test('selects namespaces by all that is said, and keeps upper case in keys', () => {
    const namespaceSelector = { labels: { 'example.com/Scrape': 'true' }, expressions: [LabelExpression.in('team', ['a', 'b']), LabelExpression.notIn('tier', ['test'])] };
    expect(scraper({ namespaceSelector }).namespaceSelector).toEqual({
      matchExpressions: [
        { key: 'example.com/Scrape', operator: 'In', values: ['true'] }, { key: 'team', operator: 'In', values: ['a', 'b'] }, { key: 'tier', operator: 'NotIn', values: ['test'] },
      ],
    });
  });

  test('says only what its version knows', () => {
    const known = ['clusterName', 'interval', 'verbose', 'testConnectionEndpoint', 'sink', 'namespaceSelector', 'kubelet'];
    const ofKubelet = ['enabled', 'timeout', 'retries', 'initTimeout', 'initBackoff', 'fetchPodsFromKubeService', 'caBundlePath', 'networkRouteFile'];
    expect(Object.keys(scraper(rich)).sort()).toEqual(known.sort());
    expect(Object.keys(scraper(rich).kubelet).sort()).toEqual(ofKubelet.sort());
  });
});

describe('Fluent Bit', () => {
  test('knows the output as a library beside it, whose names are in lower case, since others are changed', () => {
    const [output, ...more] = fluentBit(rich).pipeline.outputs;
    expect(container(rich, 'logs').args![0]).toBe('--plugin=/fluent-bit/bin/out_newrelic.so');
    expect([output.name, more]).toEqual(['newrelic', []]);
    expect(Object.keys(output).filter((name) => name !== name.toLowerCase())).toEqual([]);
    expect(output).toMatchObject({
      licensekey: '${NEW_RELIC_LICENSE_KEY}', proxy: '${NEW_RELIC_PROXY}', validateproxycerts: true, cabundlefile: '/etc/newrelic-proxy-ca/ca.crt', sendmetrics: false,
    });
  });

  test.each<[NewRelicRegion | undefined, string]>([
    [undefined, 'https://log-api.newrelic.com/log/v1'],
    [NewRelicRegion.EU, 'https://log-api.eu.newrelic.com/log/v1'],
    [NewRelicRegion.FEDRAMP, 'https://gov-log-api.newrelic.com/log/v1'],
  ])('sends to the region %s', (region, endpoint) => {
    expect(fluentBit({ region, logs: {} }).pipeline.outputs[0].endpoint).toBe(endpoint);
    expect(fluentBit({ region, logs: { endpoint: 'https://gateway.example.com/log/v1' } }).pipeline.outputs[0].endpoint).toBe('https://gateway.example.com/log/v1');
  });

  test('leaves out its own log, and not those of its neighbours', () => {
    expect(fluentBit({ logs: { excludePaths: ['/var/log/containers/x_*.log'] } }).pipeline.inputs[0].exclude_path)
      .toBe('${K8S_OWN_LOGS},/var/log/containers/x_*.log');
    expect(variables(container({ logs: {} }, 'logs')).K8S_OWN_LOGS).toBe('/var/log/containers/newrelic-?????_node-agents_logs-*.log');
  });

  test('keeps positions and buffers on the node, bounded, and tries for ever', () => {
    const { service, pipeline: { inputs: [input], outputs: [output] } } = fluentBit({ logs: { bufferLimit: Size.gibibytes(3) } });
    expect(service['storage.path']).toBe('/var/lib/fluent-bit/storage');
    expect(input).toMatchObject({ 'db': '/var/lib/fluent-bit/in_tail_kube.db', 'storage.type': 'filesystem', 'multiline.parser': 'cri' });
    expect(output).toMatchObject({ 'retry_limit': 'no_limits', 'storage.total_limit_size': 3 * 1024 ** 3 });
  });

  test('names the cluster, and with lowDataMode little else', () => {
    const filters = (options: Define) => fluentBit(options).pipeline.filters;
    expect(filters({ logs: {} }).map(({ name, record }: { name: string; record?: string }) => [name, record]))
      .toEqual([['kubernetes', undefined], ['record_modifier', 'cluster_name "production"']]);
    const [kubernetes, nest, few] = filters({ lowDataMode: true, logs: {} });
    expect([kubernetes.labels, kubernetes.annotations, nest.nested_under]).toEqual([false, false, 'kubernetes']);
    expect(few).toMatchObject({
      record: 'cluster_name "production"', allowlist_key: ['container_name', 'namespace_name', 'pod_name', 'stream', 'message', 'log'],
    });
    expect(fluentBit({ lowDataMode: true, logs: {} }).pipeline.outputs[0].lowdatamode).toBe(true);
  });

  test('says where it stands, and as much as all others', () => {
    const { SOURCE, LOG_LEVEL } = variables(container({ logs: {} }, 'logs'));
    expect([SOURCE, LOG_LEVEL, fluentBit({ logs: {} }).service.log_level]).toEqual(['kubernetes', 'info', 'info']);
    expect([variables(container(rich, 'logs')).SOURCE, variables(container(rich, 'logs')).LOG_LEVEL, fluentBit(rich).service.log_level]).toEqual(['k8s', 'debug', 'debug']);
  });
});
