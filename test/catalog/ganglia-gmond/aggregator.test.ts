import { App, Chart, Duration, Size } from 'cdk8s';
import { sections } from './parse';
import { AGGREGATOR, config, configText, define, object, objects, Options, pod, PROPS } from './subject';
import { GangliaAggregator, GangliaGmondDaemon, GangliaCompanionOptions, Nodes, Priority } from '../../../src';
import { Container, PodSpec } from '../../../src/kubernetes/objects';
import { asCreatedPod, lowestLevel } from '../../../src/kubernetes/pod-security';

function deployment(options?: Options) {
  return object('Deployment', AGGREGATOR, options);
}

function aggregatorPod(options?: Options): PodSpec {
  return deployment(options).spec.template.spec;
}

function container(options?: Options): Container {
  return aggregatorPod(options).containers[0];
}

function channels(options?: Options): { [key: string]: string }[] {
  return sections(config(options), 'udp_send_channel').map((channel) => channel.options);
}

describe('the aggregator that comes with the daemon', () => {
  test('is where the nodes send, by its Service', () => {
    expect(channels()).toEqual([{ host: `${AGGREGATOR}.node-agents.svc`, port: '8649' }]);
    expect(define().aggregatorDnsName).toBe(`${AGGREGATOR}.node-agents.svc`);
    const { spec } = object('Service', AGGREGATOR);
    expect(spec.ports).toEqual([{ name: 'values', port: 8649, protocol: 'UDP', targetPort: 'values' }, { name: 'xml', port: 8649, targetPort: 'xml' }]);
    expect(deployment().spec.template.metadata.labels).toMatchObject(spec.selector);
  });

  test('opens the ports that it declares, on its own address of either family, and measures nothing', () => {
    const written = config({}, AGGREGATOR);
    const open = ['udp_recv_channel', 'tcp_accept_channel'].map((name) => sections(written, name).map((channel) => channel.options));
    expect(open).toEqual([[{ port: '8649', bind: '2001:db8::1' }], [{ port: '8649', bind: '2001:db8::1', timeout: '10000000' }]]);
    expect(container().ports).toEqual([{ name: 'values', containerPort: 8649, protocol: 'UDP' }, { name: 'xml', containerPort: 8649 }]);
    expect(container().env).toEqual([{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }]);
    expect(sections(written, 'globals')[0].options).toMatchObject({ daemonize: 'no', setuid: 'no', mute: 'yes', deaf: 'no' });
    expect(sections(written, 'modules')).toEqual([]);
  });

  test('is of the cluster of the nodes', () => {
    const cluster = { name: 'production', owner: 'platform' };
    expect(sections(config({ cluster }, AGGREGATOR), 'cluster')).toEqual(sections(config({ cluster }), 'cluster'));
  });

  test('reads its own configuration where it is mounted, and restarts when that changes', () => {
    const { volumes, containers: [{ args, volumeMounts }] } = aggregatorPod();
    expect(volumes).toEqual([expect.objectContaining({ name: volumeMounts![0].name, configMap: expect.objectContaining({ name: AGGREGATOR }) })]);
    expect(args![1]).toBe(`--conf=${volumeMounts![0].mountPath}/gmond.conf`);
    const checksum = (options?: Options) => deployment(options).spec.template.metadata.annotations['cdk8s-daemons/config-checksum'];
    expect(checksum({ cluster: { name: 'other' } })).not.toBe(checksum());
    expect(checksum({ sendMetadataInterval: Duration.minutes(2) })).toBe(checksum());
  });

  test('is restricted, asks for what it takes, and is asked whether it lives', () => {
    const { metadata, spec } = deployment().spec.template;
    expect(lowestLevel(metadata, asCreatedPod(spec)).level).toBe('restricted');
    expect(container().resources).toEqual({ requests: { cpu: '50m', memory: '32Mi' }, limits: { memory: '256Mi' } });
    expect([container().readinessProbe, container().livenessProbe]).toMatchObject([{ tcpSocket: { port: 'xml' } }, { tcpSocket: { port: 'xml' } }]);
  });

  test('has the image and the priority of the nodes', () => {
    expect(aggregatorPod({ priority: Priority.named('monitoring') })).toMatchObject({ priorityClassName: 'monitoring', containers: [{ image: PROPS.image }] });
  });

  test('takes its own resources, and forgets nodes when it is said', () => {
    const companion = (options: GangliaCompanionOptions): Options => ({ aggregators: [GangliaAggregator.companion(options)] });
    const dmax = (options?: Options) => sections(config(options, AGGREGATOR), 'globals')[0].options.host_dmax;
    expect([dmax(), dmax(companion({ hostDmax: Duration.hours(1) }))]).toEqual(['86400', '3600']);
    const own = companion({ resources: { memory: { limit: Size.mebibytes(24) } } });
    expect(container(own).resources).toEqual({ requests: { cpu: '50m', memory: '24Mi' }, limits: { memory: '24Mi' } });
    expect([pod(own), configText(own)]).toEqual([pod(), configText()]);
  });

  test('has a name of its own beside each daemon, however long that is', () => {
    const name = 'x'.repeat(63);
    const [service] = objects({ name }).filter(({ kind }) => kind === 'Service');
    expect(service.metadata.name).toMatch(/^x+.*-[0-9a-f]{8}$/);
    expect(channelsOf(name)).toEqual([`${service.metadata.name}.node-agents.svc`]);
  });

  test('is found by its Service alone where there is no namespace', () => {
    const daemon = new GangliaGmondDaemon(new Chart(new App(), 'chart'), 'gmond', PROPS);
    expect(daemon.aggregatorDnsName).toBe(AGGREGATOR);
  });
});

describe('other aggregators', () => {
  const options: Options = { aggregators: [GangliaAggregator.at({ host: 'gmond.example.com' }), GangliaAggregator.at({ host: '2001:db8::9', port: 8650 })] };

  test('get everything, and none comes with the daemon', () => {
    expect(channels(options)).toEqual([{ host: 'gmond.example.com', port: '8649' }, { host: '2001:db8::9', port: '8650' }]);
    expect(objects(options).map(({ kind }) => kind)).toEqual(['ServiceAccount', 'ConfigMap', 'DaemonSet']);
    expect(() => define(options).aggregatorDnsName).toThrow("daemon 'chart/gmond' has no aggregator of its own: add GangliaAggregator.companion() to aggregators");
  });

  test('get everything beside the one that comes with the daemon', () => {
    const both = { aggregators: [GangliaAggregator.companion(), ...options.aggregators!] };
    expect(channels(both)).toEqual([...channels(), ...channels(options)]);
    expect(deployment(both)).toEqual(deployment());
  });

  test('leave the name of the companion to a variant', () => {
    const variants = [GangliaGmondDaemon.variant('aggregator', Nodes.withLabel('gpu', 'true'), {})];
    expect(define({ ...options, variants }).node.validate()).toEqual([]);
    expect(define({ variants }).node.validate()).toEqual([
      "the variant 'aggregator' would be called like the aggregator that comes with the daemon; give it another name",
    ]);
  });
});

function channelsOf(name: string): string[] {
  return sections(config({ name }, name), 'udp_send_channel').map((channel) => channel.options.host);
}
