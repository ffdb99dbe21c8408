import { join } from 'node:path';
import { Duration, Size } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { container, daemonSets, LEAST, objects, pod, problems, volume } from './subject';
import { GlusterdDaemon, GlusterdDaemonProps, Nodes, Placement, TolerationOperator, Tolerations, Variant } from '../../../src';
import { checkFiles } from '../../../src/analysis/check-files';
import { glusterd } from '../../../src/catalog/glusterd/definition';
import { expectGolden } from '../../golden';
import { deepFreeze, problems as problemsOf } from '../../util';
import { difference, needs } from '../needs';

const RICH: GlusterdDaemonProps = {
  image: 'registry.example.com/gluster-centos:gluster4u1_centos7',
  systemd: true,
  heketi: {},
  block: true,
  tls: true,
  env: { TZ: EnvValue.fromValue('UTC') },
  resources: { memory: { limit: Size.gibibytes(4) } },
  nodes: Nodes.withLabel('node-role.kubernetes.io/storage'),
  tolerations: Tolerations.of({ key: 'dedicated', operator: TolerationOperator.EXISTS }),
  terminationGracePeriod: Duration.minutes(1),
  variants: [GlusterdDaemon.variant('bricks', Nodes.withLabel('example.com/bricks'), { heketi: { enabled: false }, brickDirectories: ['/srv/bricks'] })],
};

const ROOT_DISK = 'where the node or glusterd itself keeps its files; give bricks a file system of their own';

describe('glusterd', () => {
  test('that says nothing is the golden manifest', () => {
    expectGolden('glusterd', (scope) => { new GlusterdDaemon(scope, 'glusterd', LEAST); });
  });

  test('with much to say is the golden manifest', () => {
    expectGolden('glusterd.rich', (scope) => { new GlusterdDaemon(scope, 'glusterd', RICH); });
  });

  test.each(['glusterd', 'glusterd.rich'])('is taken by a server as %s', (name) => {
    const { report } = checkFiles([join(__dirname, '..', '..', 'golden', `${name}.k8s.yaml`)]);
    expect(report.documents.length).toBeGreaterThan(1);
    expect(report.findings.filter(({ severity, accepted }) => severity === 'error' && accepted === null)).toEqual([]);
  });

  test('is the program of its container, and reads its own file', () => {
    const { command, args, volumeMounts } = container({ extraArgs: ['--localtime-logging'] });
    expect([command, args]).toEqual([['glusterd'], ['--no-daemon', '--volfile=/etc/glusterd/glusterd.vol', '--log-file=/dev/stderr', '--localtime-logging']]);
    expect(volumeMounts).toContainEqual({ mountPath: '/etc/glusterd', name: 'config-etc-glusterd', readOnly: true });
    expect(pod().shareProcessNamespace).toBe(true);
  });

  test('has the ports that are said', () => {
    expect(volume()).toEqual({
      'volume': 'management',
      'type': 'mgmt/glusterd',
      'working-directory': '/var/lib/glusterd',
      'transport-type': 'socket',
      'transport.socket.keepalive-time': '10',
      'transport.socket.keepalive-interval': '2',
      'transport.socket.read-fail-log': 'off',
      'transport.socket.listen-port': '24007',
      'ping-timeout': '0',
      'event-threads': '1',
      'base-port': '49152',
      'max-port': '49251',
      'end-volume': '',
    });
    expect(volume({ brickPorts: { first: 50000, last: 50010 }, ipv6: true }))
      .toMatchObject({ 'base-port': '50000', 'max-port': '50010', 'transport.address-family': 'inet6' });
    expect(container().ports).toEqual([{ containerPort: 24007, name: 'glusterd' }]);
  });

  test('keeps what it knows on its node, and bricks where they are mounted', () => {
    const { volumes = [] } = pod();
    const paths = volumes.flatMap(({ hostPath }) => (hostPath === undefined ? [] : [[hostPath.path, hostPath.type]]));
    expect(paths).toEqual([
      ['/var/lib/glusterd', 'DirectoryOrCreate'], ['/var/log/glusterfs', 'DirectoryOrCreate'], ['/var/lib/misc/glusterfsd', 'DirectoryOrCreate'], ['/srv/bricks', 'Directory'],
    ]);
    expect(container().volumeMounts).toContainEqual({ mountPath: '/srv/bricks', name: 'srv-bricks', mountPropagation: 'HostToContainer' });
  });

  test('asks no other node for its health, and is waited for as long as upstream does', () => {
    const { startupProbe, readinessProbe, livenessProbe } = container();
    [startupProbe, readinessProbe, livenessProbe].forEach((probe) => expect(probe!.exec!.command).toEqual(['gluster', '--mode=script', 'pool', 'list']));
    expect(livenessProbe!.periodSeconds! * livenessProbe!.failureThreshold!).toBeGreaterThanOrEqual(1200);
  });

  test('is replaced by hand, and tolerates what is said', () => {
    const [{ spec: { updateStrategy, template: { spec } } }] = daemonSets();
    expect(updateStrategy).toEqual({ type: 'OnDelete' });
    expect([spec.hostNetwork, spec.tolerations, spec.priorityClassName, spec.automountServiceAccountToken]).toEqual([true, undefined, 'system-node-critical', false]);
    expect(spec.affinity!.nodeAffinity!.requiredDuringSchedulingIgnoredDuringExecution!.nodeSelectorTerms)
      .toEqual([{ matchExpressions: [{ key: 'storagenode', operator: 'In', values: ['glusterfs'] }] }]);
  });

  test('starts with no number of a process that is gone', () => {
    expect(container().securityContext).toMatchObject({ privileged: true, readOnlyRootFilesystem: false });
    expect(container().volumeMounts!.map(({ mountPath }) => mountPath).filter((path) => path.startsWith('/run'))).toEqual([]);
  });

  test.each<[string, Partial<GlusterdDaemonProps>, Partial<GlusterdDaemonProps>, string[]]>([
    ['tls', {}, { tls: true }, [
      '+ glusterd: mount {"mountPath":"/etc/ssl","name":"etc-ssl","readOnly":true}', '+ volume etc-ssl {"hostPath":{"path":"/etc/ssl","type":"Directory"}}',
    ]],
    ['block', { systemd: true }, { systemd: true, block: true }, [
      '+ glusterd: mount {"mountPath":"/lib/modules","name":"lib-modules","readOnly":true}',
      '+ glusterd: mount {"mountPath":"/sys/class","name":"sys-class"}',
      '+ glusterd: mount {"mountPath":"/sys/module","name":"sys-module"}',
      '+ glusterd: variable {"name":"GB_GLFS_LRU_COUNT","value":"15"}',
      '+ glusterd: variable {"name":"GLUSTER_BLOCKD_STATUS_PROBE_ENABLE","value":"1"}',
      '+ glusterd: variable {"name":"TCMU_LOGDIR","value":"/var/log/glusterfs/gluster-block"}',
      '+ volume lib-modules {"hostPath":{"path":"/lib/modules","type":"Directory"}}',
      '+ volume sys-class {"hostPath":{"path":"/sys/class","type":"Directory"}}',
      '+ volume sys-module {"hostPath":{"path":"/sys/module","type":"Directory"}}',
    ]],
    ['heketi', { systemd: true }, { systemd: true, heketi: { deviceDirectory: '/host/dev' } }, [
      '+ glusterd: mount {"mountPath":"/host/dev","name":"dev"}',
      '+ glusterd: mount {"mountPath":"/lib/modules","name":"lib-modules","readOnly":true}',
      '+ glusterd: mount {"mountPath":"/run/lvm","name":"run-lvm"}',
      '+ glusterd: mount {"mountPath":"/var/lib/heketi","name":"var-lib-heketi"}',
      '+ glusterd: variable {"name":"HOST_DEV_DIR","value":"/host/dev"}',
      '+ volume dev {"hostPath":{"path":"/dev","type":"Directory"}}',
      '+ volume lib-modules {"hostPath":{"path":"/lib/modules","type":"Directory"}}',
      '+ volume run-lvm {"hostPath":{"path":"/run/lvm","type":"DirectoryOrCreate"}}',
      '+ volume var-lib-heketi {"hostPath":{"path":"/var/lib/heketi","type":"DirectoryOrCreate"}}',
    ]],
  ])('needs for %s what that needs, and nothing more', (_, base, on, expected) => {
    expect(difference(needs(objects(base)), needs(objects(on)))).toEqual([...expected].sort());
  });

  test('leaves its container to systemd where the image starts it', () => {
    const { command, args, readinessProbe, volumeMounts } = container({ systemd: true });
    expect([command, args, pod({ systemd: true }).shareProcessNamespace]).toEqual([undefined, undefined, undefined]);
    expect(readinessProbe!.exec!.command!.join(' ')).toContain('status-probe.sh readiness; else exec systemctl status glusterd.service');
    expect(volumeMounts!.map(({ mountPath, readOnly }) => `${mountPath}${readOnly ? ' read-only' : ''}`))
      .toEqual(expect.arrayContaining(['/etc/glusterfs', '/sys/fs/cgroup read-only', '/run']));
    expect(objects({ systemd: true }).map(({ kind }) => kind)).not.toContain('ConfigMap');
  });

  test('clashes with another one on the same nodes', () => {
    expect(problemsOf((chart) => {
      new GlusterdDaemon(chart, 'one', LEAST);
      new GlusterdDaemon(chart, 'two', { ...LEAST, brickDirectories: ['/srv/others'] });
    }).filter((problem) => problem.includes('chart/two'))).toEqual([
      expect.stringContaining('the port TCP/24007 of a node is taken'), ...Array(3).fill(expect.stringContaining("is written by the daemon 'chart/one' too")),
    ]);
  });

  test('changes nothing of its definition', () => {
    const props = deepFreeze<GlusterdDaemonProps>({ ...LEAST, brickDirectories: ['/a'], brickPorts: {}, extraArgs: [], env: {} });
    expect(glusterd(props)).toEqual(glusterd(props));
  });
});

describe('options of glusterd', () => {
  test.each<[string, Partial<GlusterdDaemonProps>, string]>([
    ['there is no place for bricks', { brickDirectories: [] },
      'there is no place for bricks: name the directories of the node below which they are in brickDirectories, such as /srv/bricks'],
    ['bricks are where the node is', { brickDirectories: ['/var'] }, `brickDirectories names '/var', ${ROOT_DISK}`],
    ['bricks are where glusterd keeps its own', { brickDirectories: ['/var/lib/glusterd/bricks/'] }, `brickDirectories names '/var/lib/glusterd/bricks', ${ROOT_DISK}`],
    ['ports are the wrong way round', { brickPorts: { first: 50000, last: 49999 } },
      'brickPorts go from 50000 to 49999; they are ports from 1 to 65535, the first not above the last'],
    ['a port of bricks is that of glusterd', { brickPorts: { first: 24000, last: 24100 } }, "brickPorts go from 24000 to 24100, and 24007 among them is glusterd's own"],
    ['heketi is without systemd', { heketi: {} }, 'heketi needs systemd: true, since bricks that it has made are mounted again by it when the container starts'],
    ['block devices are without systemd', { block: true }, 'block needs systemd: true, since it consists of several programs that are started by it'],
    ['ports are said to systemd', { systemd: true, brickPorts: {} }, expect.stringContaining('brickPorts have no effect with systemd')],
    ['IPv6 is said to systemd', { systemd: true, ipv6: true }, expect.stringContaining('ipv6 has no effect with systemd')],
    ['arguments are said to systemd', { systemd: true, extraArgs: ['--a'] }, 'extraArgs have no effect with systemd, which starts glusterd by itself; leave them out'],
    ['an argument is there already', { extraArgs: ['--log-file=/x'] }, "extraArgs repeats '--log-file', which is said already; leave it out"],
    ['nodes are said twice', { placement: Placement.linux() },
      'placement and nodes both say on which nodes the bricks are; say it by nodes alone, and leave placement out'],
  ])('fail when %s', (_, props, message) => {
    expect(problems(props)).toEqual([message]);
  });

  test.each(['', undefined])('fail when there is no image (%s)', (image) => {
    expect(problems({ image: image as string })).toContainEqual(expect.stringContaining('image is missing, and there is no official one that is kept'));
  });

  test('fail when bricks are named twice', () => {
    expect(problems({ brickDirectories: ['/srv/bricks', '/srv/bricks/'] })).toContainEqual("brickDirectories names '/srv/bricks' twice");
  });

  test('fail all at once', () => {
    expect(problems({ brickDirectories: [], heketi: { enabled: false }, block: true, extraArgs: ['--no-daemon'] })).toHaveLength(3);
  });

  test('are told of a variant, whose own they are', () => {
    const wrong = GlusterdDaemon.variant('large', Nodes.withLabel('large'), { brickDirectories: ['/'] });
    expect(problems({ variants: [wrong] })).toContainEqual(`variant 'large': brickDirectories names '/', ${ROOT_DISK}`);
    expect(problems({ variants: [Variant.of('large', Nodes.withLabel('large'))] })).toEqual([expect.stringContaining('make it by GlusterdDaemon.variant')]);
  });

  test('are right where a variant has bricks elsewhere, from the same ConfigMap', () => {
    const all = objects({ variants: [GlusterdDaemon.variant('large', Nodes.withLabel('large'), { brickDirectories: ['/srv/a', '/srv/b'] })] });
    expect(all.filter(({ kind }) => kind === 'ConfigMap')).toHaveLength(1);
    const sets = all.filter(({ kind }) => kind === 'DaemonSet');
    expect(sets.map(({ spec }) => JSON.stringify(spec).includes('/srv/bricks'))).toEqual([true, false]);
  });
});
