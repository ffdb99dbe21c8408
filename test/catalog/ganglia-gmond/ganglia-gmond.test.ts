import { App, Chart, Duration, Size, Testing } from 'cdk8s';
import { EnvValue, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { parseConfig, sections } from './parse';
import { AGGREGATOR, config, configText, daemonSets, define, objects, Options, pod, PROPS } from './subject';
import { DaemonVolume, GangliaAggregator, GangliaGmondDaemon, GangliaGmondDaemonProps, NodeExporterDaemon, Nodes, Priority } from '../../../src';
import { printConfig, Variable } from '../../../src/catalog/ganglia-gmond/config/writer';
import { PodSpec } from '../../../src/kubernetes/objects';
import { asCreatedPod, lowestLevel } from '../../../src/kubernetes/pod-security';
import { expectGolden } from '../../golden';
import { deepFreeze } from '../../util';

const NODES = Nodes.withLabel('gpu', 'true');

function rich(scope: Construct): GangliaGmondDaemonProps {
  return {
    image: PROPS.image,
    cluster: { name: 'production', owner: 'platform', latlong: 'N37.37 W122.23', url: 'https://example.com/production' },
    aggregators: [
      GangliaAggregator.companion({ hostDmax: Duration.hours(1), resources: { memory: { limit: Size.mebibytes(512) } } }),
      GangliaAggregator.at({ host: 'gmond-1.example.com' }),
      GangliaAggregator.at({ host: '2001:db8::9', port: 8650 }),
    ],
    sendMetadataInterval: Duration.seconds(30),
    modules: [
      { name: 'load_module', path: 'modload.so' },
      { name: 'gpu_module', path: '/opt/gmond-modules/modgpu.so' },
      { name: 'python_module', path: 'modpython.so', params: '/opt/gmond-modules/python' },
    ],
    collectionGroups: [
      {
        collectEvery: Duration.seconds(10),
        timeThreshold: Duration.minutes(1),
        metrics: [{ name: 'load_one', valueThreshold: 0.5, title: 'Load' }, { name: 'load_five' }],
      },
    ],
    extraConfig: 'host { location = "${NODE_RACK}" }',
    env: { NODE_RACK: EnvValue.fromValue('r7') },
    volumes: [DaemonVolume.secret('/opt/gmond-modules', Secret.fromSecretName(scope, 'modules', 'gmond-modules'))],
    resources: { memory: { limit: Size.mebibytes(96) } },
    priority: Priority.named('monitoring'),
    variants: [GangliaGmondDaemon.variant('gpu', NODES, { sendMetadataInterval: Duration.seconds(45) })],
  };
}

describe('a gmond that says only what it must', () => {
  test('is the golden manifest', () => expectGolden('ganglia-gmond', (scope) => new GangliaGmondDaemon(scope, 'gmond', PROPS)));

  test('is nobody on the node\'s network, without its processes, a path of it, a port, a token and a probe', () => {
    const { hostNetwork, hostPID, volumes, automountServiceAccountToken: token, containers: [container] } = pod();
    expect({ hostNetwork, hostPID, token }).toEqual({ hostNetwork: true, hostPID: undefined, token: false });
    expect(volumes!.filter(({ hostPath }) => hostPath !== undefined)).toEqual([]);
    expect(container.securityContext).toMatchObject({ runAsUser: 65534, runAsNonRoot: true, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
    expect([container.ports, container.livenessProbe, container.readinessProbe]).toEqual([undefined, undefined, undefined]);
  });

  test('measures nothing of disks, which would be the container\'s', () => {
    expect(configText()).not.toMatch(/disk|part_max/);
  });

  test('measures what its modules know', () => {
    const metrics = sections(config(), 'collection_group').flatMap((group) => sections(group, 'metric'));
    const unknown = metrics.map(({ options }) => options.name.replace(/^swap/, 'mem')).filter((name) => !modules().some((module) => name.startsWith(module.split('_')[0])));
    expect(unknown).toEqual(['heartbeat', 'boottime', 'machine_type', 'os_name', 'os_release', 'location', 'bytes_out', 'bytes_in', 'pkts_in', 'pkts_out']);
    expect(modules()).toEqual(expect.arrayContaining(['core_metrics', 'sys_module', 'net_module']));
  });

  test('may be said with options that are all undefined', () => {
    const names = ['aggregators', 'sendMetadataInterval', 'collectionGroups', 'modules', 'hostNetwork', 'extraConfig', 'volumes', 'env', 'resources', 'variants'];
    expect(objects(Object.fromEntries(names.map((name) => [name, undefined])))).toEqual(objects());
  });

  test('leaves all ports of the node to others, so that two can be on one', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    ['first', 'second'].forEach((id) => new GangliaGmondDaemon(chart, id, PROPS));
    expect(chart.node.findAll().flatMap((construct) => construct.node.validate())).toEqual([]);
    expect(Testing.synth(chart).filter(({ kind }) => kind === 'Deployment')).toHaveLength(2);
  });
});

describe('a gmond with everything', () => {
  test('is the golden manifest', () => expectGolden('ganglia-gmond.rich', (scope) => new GangliaGmondDaemon(scope, 'gmond', rich(scope))));

  test('leaves its options as they are', () => {
    expect(define(deepFreeze(rich(define()))).node.validate()).toEqual([]);
  });
});

describe('a gmond in a network of its own', () => {
  test('measures no network, and is admitted at the level restricted', () => {
    const { template } = daemonSets({ hostNetwork: false })[0].spec;
    expect(lowestLevel(template.metadata ?? {}, asCreatedPod(template.spec)).level).toBe('restricted');
    expect([template.spec.hostNetwork, template.spec.dnsPolicy]).toEqual([undefined, undefined]);
    expect(configText({ hostNetwork: false })).not.toMatch(/net_module|bytes_|pkts_/);
  });

  test('measures what is said all the same', () => {
    const { collectionGroups, modules: own } = rich(define());
    expect(configText({ hostNetwork: false, collectionGroups, modules: own })).toBe(configText({ collectionGroups, modules: own }));
  });
});

describe.each<[string, Options]>([['that says only what it must', {}], ['with everything', rich(define())]])('the configuration of a gmond %s', (_, options) => {
  const names = ({ containers: [container] }: PodSpec) => (container.env ?? []).map(({ name }) => name).sort();
  const used = (text: string) => [...new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name))].sort();

  test('uses the variables that the container has', () => expect(used(configText(options))).toEqual(names(pod(options))));

  test('is read where it is mounted, as are modules of one\'s own', () => {
    const [container] = pod(options).containers;
    const mounts = container.volumeMounts!.map(({ mountPath }) => mountPath);
    const own = sections(config(options), 'modules')[0].sections.flatMap((module) => [module.options.path ?? '', module.options.params ?? '']);
    const files = [container.args![1].replace('--conf=', ''), ...own].filter((file) => file.startsWith('/'));
    expect(files.filter((file) => !mounts.some((mount) => file.startsWith(`${mount}/`)))).toEqual([]);
  });

  test('listens to nobody, and sends under the name of the node', () => {
    const written = config(options);
    expect(sections(written, 'globals')[0].options).toMatchObject({ daemonize: 'no', setuid: 'no', deaf: 'yes', mute: 'no', override_hostname: 'node-1' });
    expect([...sections(written, 'udp_recv_channel'), ...sections(written, 'tcp_accept_channel')]).toEqual([]);
    expect(sections(written, 'udp_send_channel').filter((channel) => 'mcast_join' in channel.options)).toEqual([]);
  });

  test('tells the aggregator that the node is there, by the module that knows', () => {
    const [heartbeat] = sections(config(options), 'collection_group');
    expect([heartbeat.options, heartbeat.sections.map((metric) => metric.options)]).toEqual([{ collect_once: 'yes', time_threshold: '20' }, [{ name: 'heartbeat' }]]);
    expect(modules(options)[0]).toBe('core_metrics');
  });

  test('describes metrics again and again, since an aggregator may restart', () => {
    expect(Number(sections(config(options), 'globals')[0].options.send_metadata_interval)).toBeGreaterThan(0);
  });
});

describe('what is written', () => {
  test('is read back as it was said', () => {
    const values = ['a "b" \\c', '${HOME} $x', 'yes', '# no', "it's /* no */", 'two\nlines', '\\', '\\n'];
    const text = printConfig(values.map((value) => ({ name: 'cluster', options: { name: value, by: new Variable('NAME'), not: undefined } })));
    expect(parseConfig(text, { NAME: 'n', HOME: 'no' }).sections.map((section) => section.options)).toEqual(values.map((name) => ({ name, by: 'n' })));
  });

  test('is all that was said', () => {
    const written = config(rich(define()));
    expect(sections(written, 'cluster')[0].options).toEqual({ name: 'production', owner: 'platform', latlong: 'N37.37 W122.23', url: 'https://example.com/production' });
    expect(sections(written, 'globals')[0].options.send_metadata_interval).toBe('30');
    expect(sections(written, 'modules')[0].sections.map((module) => module.options)).toEqual([
      { name: 'core_metrics' }, { name: 'load_module', path: 'modload.so' }, { name: 'gpu_module', path: '/opt/gmond-modules/modgpu.so' },
      { name: 'python_module', path: 'modpython.so', params: '/opt/gmond-modules/python' },
    ]);
    const [, group, ...others] = sections(written, 'collection_group');
    expect([group.options, others]).toEqual([{ collect_every: '10', time_threshold: '60' }, []]);
    expect(group.sections.map((metric) => metric.options)).toEqual([{ name: 'load_one', value_threshold: '0.5', title: 'Load' }, { name: 'load_five' }]);
    expect(sections(written, 'host')[0].options).toEqual({ location: 'r7' });
  });
});

describe('a variant of gmond', () => {
  test('sends to the aggregator of all, and shares the configuration where it is equal', () => {
    const configMaps = (variants: Options['variants']) => objects({ variants }).filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name).sort();
    const equal = [GangliaGmondDaemon.variant('gpu', NODES, { resources: { memory: { limit: Size.mebibytes(128) } } })];
    expect(daemonSets({ variants: equal }).map(({ metadata }) => metadata.name)).toEqual(['gmond', 'gmond-gpu']);
    expect(configMaps(equal)).toEqual(['gmond', AGGREGATOR]);
    const other = [GangliaGmondDaemon.variant('gpu', NODES, { sendMetadataInterval: Duration.seconds(5) })];
    expect(configMaps(other)).toEqual(['gmond', AGGREGATOR, 'gmond-gpu']);
    expect(configText({ variants: other }, 'gmond-gpu')).toBe(configText().replace('send_metadata_interval = 60', 'send_metadata_interval = 5'));
  });

  test('is a gmond\'s', () => {
    const variants = [NodeExporterDaemon.variant('gpu', NODES, {})];
    expect(define({ variants }).node.validate()).toEqual([expect.stringContaining('make it by GangliaGmondDaemon.variant')]);
  });
});

function modules(options?: Options): string[] {
  return sections(config(options), 'modules')[0].sections.map((module) => module.options.name);
}
