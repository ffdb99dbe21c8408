import { join } from 'node:path';
import { Duration, Size } from 'cdk8s';
import { EnvValue, ISecret, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { config, container, daemonSets, LEAST, objects, pod } from './subject';
import { CephOsdDaemon, CephOsdDaemonProps, Nodes, TolerationOperator, Tolerations } from '../../../src';
import { checkFiles } from '../../../src/analysis/check-files';
import { cephOsd } from '../../../src/catalog/ceph-osd/definition';
import { expectGolden } from '../../golden';
import { deepFreeze, only, problems as problemsOf, synth } from '../../util';
import { difference, needs } from '../needs';

function bootstrap(scope: Construct): ISecret {
  return Secret.fromSecretName(scope, 'bootstrap', 'ceph-bootstrap-osd-keyring');
}

function rich(scope: Construct): CephOsdDaemonProps {
  const keyring = { secret: bootstrap(scope), key: 'ceph.keyring' };
  return {
    ...LEAST,
    image: 'registry.example.com/ceph:v20.2.4',
    monitors: ['[v2:[2001:db8::11]:3300,v1:[2001:db8::11]:6789]', '[2001:db8::12]:3300'],
    devices: [
      { name: 'slot-1', path: '/dev/disk/by-path/pci-0000:03:00.0-sas-phy1-lun-0', dbPath: '/dev/db/slot-1', deviceClass: 'hdd' },
      { name: 'slot-2', path: '/dev/disk/by-path/pci-0000:03:00.0-sas-phy2-lun-0', dbPath: '/dev/db/slot-2', deviceClass: 'hdd' },
    ],
    publicNetworks: ['2001:db8::/64'],
    clusterNetworks: ['2001:db8:1::/64'],
    crushLocation: { root: 'default', rack: 'a3', host: '$(K8S_NODE_NAME)' },
    prepare: { keyring },
    extraConfig: { osd: { osd_max_backfills: '1' }, client: { debug_ms: '0' } },
    extraArgs: ['--debug_osd=1'],
    env: { TZ: EnvValue.fromValue('UTC') },
    resources: { memory: { limit: Size.gibibytes(8) } },
    tolerations: Tolerations.of({ key: 'dedicated', operator: TolerationOperator.EXISTS }),
    nodes: Nodes.withLabel('node-role.kubernetes.io/storage'),
    terminationGracePeriod: Duration.minutes(5),
    variants: [
      CephOsdDaemon.variant('nvme', Nodes.withLabel('example.com/disks', 'nvme'), {
        devices: [{ name: 'nvme', path: '/dev/disk/by-path/pci-0000:5e:00.0-nvme-1', deviceClass: 'nvme' }],
        crushLocation: { rack: 'b1' },
        prepare: { keyring, enabled: false },
        resources: { memory: { request: Size.gibibytes(16), limit: Size.gibibytes(16) } },
      }),
    ],
  };
}

function needsOf(props: (scope: Construct) => Partial<CephOsdDaemonProps>): string[] {
  return needs(synth((chart) => new CephOsdDaemon(chart, 'osd', { ...LEAST, ...props(chart) })));
}

function scripts(...names: string[]): string {
  return JSON.stringify({ configMap: { items: names.map((name) => ({ key: name, path: name })), name: 'osd' } });
}

describe('ceph-osd', () => {
  test('that says nothing is the golden manifest', () => {
    expectGolden('ceph-osd', (scope) => { new CephOsdDaemon(scope, 'ceph-osd', LEAST); });
  });

  test('with much to say is the golden manifest', () => {
    expectGolden('ceph-osd.rich', (scope) => { new CephOsdDaemon(scope, 'ceph-osd', rich(scope)); });
  });

  test.each(['ceph-osd', 'ceph-osd.rich'])('is taken by a server as %s', (name) => {
    const { report } = checkFiles([join(__dirname, '..', '..', 'golden', `${name}.k8s.yaml`)]);
    expect(report.documents.length).toBeGreaterThan(2);
    expect(report.findings.filter(({ severity, accepted }) => severity === 'error' && accepted === null)).toEqual([]);
  });

  test('has a container for each disk, all alike', () => {
    const devices = [{ name: 'a', path: '/dev/a' }, { name: 'b', path: '/dev/b', dbPath: '/dev/c' }];
    const [a, b] = pod({ devices }).containers;
    const disk = { a: '/dev/a', b: '/dev/b' };
    expect([a.name, b.name]).toEqual(['osd-a', 'osd-b']);
    [a, b].forEach(({ env, name }) => expect(env).toContainEqual({ name: 'OSD_DEVICE', value: disk[name.slice(-1) as 'a' | 'b'] }));
    const alike = ({ name, env, volumeMounts, ...others }: typeof a) => ({ ...others, mounts: volumeMounts!.map(({ mountPath }) => mountPath) });
    expect(alike(b)).toEqual(alike(a));
  });

  test('reads its configuration where the cluster says it, and its cache follows its memory', () => {
    expect(config()).toEqual({
      global: { fsid: LEAST.fsid, mon_host: '10.0.0.11,10.0.0.12:6789', log_to_file: 'false', log_to_stderr: 'true' },
      osd: { osd_memory_target: '4294967296' },
    });
    expect(config({ resources: { memory: { limit: Size.gibibytes(10) } } }).osd).toEqual({ osd_memory_target: '8589934592' });
    expect(container().volumeMounts!.filter(({ name }) => name.startsWith('config-')).map(({ mountPath }) => mountPath)).toEqual(['/etc/ceph', '/etc/lvm', '/opt/ceph-osd']);
  });

  test('takes settings of one\'s own, and one\'s own sections', () => {
    expect(config({ extraConfig: { osd: { osd_max_backfills: '1' }, client: { debug_ms: '0/0' } } })).toMatchObject({
      osd: { osd_memory_target: '4294967296', osd_max_backfills: '1' }, client: { debug_ms: '0/0' },
    });
  });

  test.each<[string, Partial<CephOsdDaemonProps>, object]>([
    ['IPv6 alone', { monitors: ['[2001:db8::11]:3300', '[v2:[2001:db8::12]:3300,v1:[2001:db8::12]:6789]'] }, { ms_bind_ipv6: 'true', ms_bind_ipv4: 'false' }],
    ['both families', { publicNetworks: ['10.0.0.0/24', '2001:db8::/64'] }, { ms_bind_ipv6: 'true', ms_bind_ipv4: 'true' }],
  ])('listens to %s where its networks are such', (_, props, expected) => {
    expect(config(props).global).toMatchObject(expected);
  });

  test('listens as Ceph decides where its networks tell nothing', () => {
    expect(Object.keys(config({ monitors: ['mon-a.ceph.svc:3300', 'abc:6789', '10.0.0.1'] }).global).filter((option) => option.startsWith('ms_'))).toEqual([]);
  });

  test('is asked by its own socket, and no monitor is', () => {
    const { startupProbe, readinessProbe, livenessProbe } = container();
    const commands = [startupProbe, readinessProbe, livenessProbe].map((probe) => probe!.exec!.command!.join(' '));
    expect(commands.filter((command) => !command.startsWith('sh -c ceph --admin-daemon /run/ceph/ceph-osd.*.asok status'))).toEqual([]);
    expect(livenessProbe!.periodSeconds! * livenessProbe!.failureThreshold!).toBeGreaterThanOrEqual(300);
    expect(container().volumeMounts!.map(({ mountPath }) => mountPath)).toContain('/run');
  });

  test('is replaced by hand, with time to say goodbye, and tolerates what is said', () => {
    const [{ spec: { updateStrategy, template: { spec } } }] = daemonSets();
    expect(updateStrategy).toEqual({ type: 'OnDelete' });
    expect(spec).toMatchObject({ terminationGracePeriodSeconds: 120, hostNetwork: true, automountServiceAccountToken: false });
    expect([spec.tolerations, spec.hostPID, spec.hostIPC, spec.initContainers]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('runs where a label tells of disks, or where it is said', () => {
    const nodesOf = (props?: Partial<CephOsdDaemonProps>) => {
      const { nodeSelectorTerms } = pod(props).affinity!.nodeAffinity!.requiredDuringSchedulingIgnoredDuringExecution!;
      return nodeSelectorTerms.map(({ matchExpressions }) => matchExpressions);
    };
    expect(nodesOf()).toEqual([[{ key: 'ceph-osd', operator: 'In', values: ['enabled'] }]]);
    expect(nodesOf({ nodes: Nodes.withLabel('disks') })).toEqual([[{ key: 'disks', operator: 'Exists' }]]);
  });

  test('makes OSDs with what that needs, and nothing more', () => {
    const made = needsOf((scope) => ({ prepare: { keyring: { secret: bootstrap(scope), key: 'ceph.keyring' } } }));
    expect(difference(needsOf(() => ({})), made)).toEqual([
      '+ ConfigMap prepare.sh',
      '+ osd-a: mount {"mountPath":"/var/lib/ceph/bootstrap-osd","name":"secret-ceph-bootstrap-osd-keyring","readOnly":true}',
      '+ osd-a: variable {"name":"FORCE_REPAIR","value":"false"}',
      '+ osd-a: variable {"name":"FORCE_ZAP","value":"false"}',
      '+ osd-a: variable {"name":"OSD_CLASS","value":""}',
      `+ volume config-opt-ceph-osd ${scripts('start.sh', 'prepare.sh')}`,
      '+ volume secret-ceph-bootstrap-osd-keyring '
        + '{"secret":{"items":[{"key":"ceph.keyring","path":"ceph.keyring"}],"secretName":"ceph-bootstrap-osd-keyring"}}',
      `- volume config-opt-ceph-osd ${scripts('start.sh')}`,
    ]);
  });

  test.each(['forceZap', 'forceRepair'] as const)('erases by %s only where that is said', (option) => {
    const made = (scope: Construct) => ({ keyring: { secret: bootstrap(scope), key: 'ceph.keyring' } });
    const variable = { forceZap: 'FORCE_ZAP', forceRepair: 'FORCE_REPAIR' }[option];
    const told = needsOf((scope) => ({ prepare: { ...made(scope), [option]: true } }));
    expect(difference(needsOf((scope) => ({ prepare: made(scope) })), told)).toEqual([
      `+ osd-a: variable {"name":"${variable}","value":"true"}`, `- osd-a: variable {"name":"${variable}","value":"false"}`,
    ]);
  });

  test('stands in the CRUSH map where it is said', () => {
    expect(container({ crushLocation: { root: 'default', host: '$(K8S_NODE_NAME)' }, extraArgs: ['--debug_osd=1'] }).args)
      .toEqual(['--crush-location=root=default host=$(K8S_NODE_NAME)', '--debug_osd=1']);
  });

  test('finds the keyring of another key under the name that ceph-volume looks for', () => {
    const volumes = (scope: Construct) => ({ prepare: { keyring: { secret: bootstrap(scope), key: 'bootstrap' } } });
    expect(needsOf(volumes)).toContainEqual(expect.stringContaining('"items":[{"key":"bootstrap","path":"ceph.keyring"}]'));
  });

  test('clashes with another daemon that keeps its reports in the same place', () => {
    expect(problemsOf((chart) => {
      new CephOsdDaemon(chart, 'one', { ...LEAST, name: 'osd' });
      new CephOsdDaemon(chart, 'two', { ...LEAST, name: 'osd' });
    })).toContainEqual(expect.stringContaining("the name 'osd' is taken"));
  });

  test('has a configuration for each kind of node', () => {
    const all = objects({ variants: [CephOsdDaemon.variant('large', Nodes.withLabel('large'), { resources: { memory: { limit: Size.gibibytes(10) } } })] });
    expect(all.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata: { name } }) => name)).toEqual(['osd', 'osd-large']);
    const same = objects({ variants: [CephOsdDaemon.variant('nvme', Nodes.withLabel('nvme'), { devices: [{ name: 'b', path: '/dev/b' }] })] });
    expect(only('ConfigMap', same).metadata.name).toBe('osd');
  });

  test('changes nothing of its definition', () => {
    const props = deepFreeze<CephOsdDaemonProps>({ ...LEAST, devices: [{ name: 'a', path: '/dev/a' }], crushLocation: { root: 'default' }, extraArgs: [] });
    expect(cephOsd(props)).toEqual(cephOsd(props));
  });
});
