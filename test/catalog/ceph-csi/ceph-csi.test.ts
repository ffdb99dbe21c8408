import { join } from 'node:path';
import { Chart, Duration, Size } from 'cdk8s';
import { ConfigMap, Cpu, EnvValue, PercentOrAbsolute } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { CLUSTER, container, daemonSets, hostMounts, objects, pod, problems, rights } from './subject';
import {
  CephCsiDaemon, CephCsiDaemonProps, CephCsiDriver, CephCsiFileSystemClient, Discovery, Nodes, Rollout, TolerationOperator, Tolerations,
} from '../../../src';
import { checkFiles } from '../../../src/analysis/check-files';
import { cephCsi } from '../../../src/catalog/ceph-csi/definition';
import { expectGolden } from '../../golden';
import { deepFreeze, only, problems as problemsOf } from '../../util';

const FILE_SYSTEM = CephCsiDriver.fileSystem();

function rich(scope: Construct): CephCsiDaemonProps {
  return {
    driver: CephCsiDriver.fileSystem({
      name: 'storage.cephfs.csi.ceph.com',
      client: CephCsiFileSystemClient.KERNEL,
      kernelMountOptions: ['ms_mode=secure', 'recover_session=clean'],
      fuseMountOptions: ['debug'],
    }),
    clusters: [
      { ...CLUSTER, fileSystem: { subvolumeGroup: 'apps', kernelMountOptions: ['ms_mode=crc'] }, readAffinityLabels: ['topology.kubernetes.io/zone'] },
      { clusterId: 'archive', monitors: ['[2001:db8::21]:6789'] },
    ],
    image: 'registry.example.com/cephcsi:v3.17.0',
    registrar: { image: 'registry.example.com/csi-node-driver-registrar:v2.17.0', resources: { memory: { limit: Size.mebibytes(64) } } },
    cephConf: '[global]\nauth_client_required = cephx\n',
    encryption: {
      kmsConfig: ConfigMap.fromConfigMapName(scope, 'kms', 'ceph-csi-kms'),
      secretNames: ['vault-token'],
      tenantSecretNames: ['ceph-csi-kms-token'],
      tenantConfigMapName: 'ceph-csi-kms-config',
      tenantServiceAccountName: 'ceph-csi-vault-sa',
    },
    csiDriver: { attachRequired: true },
    domainLabels: ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone'],
    selinux: true,
    metrics: { port: 9081 },
    logLevel: 3,
    extraArgs: ['--enableprofiling=false'],
    env: { TZ: EnvValue.fromValue('UTC') },
    resources: { cpu: { request: Cpu.millis(100) }, memory: { limit: Size.gibibytes(2) } },
    tolerations: Tolerations.of({ key: 'dedicated', operator: TolerationOperator.EXISTS }),
    terminationGracePeriod: Duration.seconds(60),
    rollout: Rollout.onDelete(),
    discovery: [Discovery.podMonitor('metrics')],
    variants: [CephCsiDaemon.variant('edge', Nodes.withLabel('example.com/edge'), {
      kubeletRoot: '/var/lib/k0s/kubelet/', metrics: { enabled: false }, selinux: false, rollout: Rollout.rolling({ maxUnavailable: PercentOrAbsolute.absolute(1) }),
    })],
  };
}

describe('Ceph CSI', () => {
  test('that says nothing is the golden manifest', () => {
    expectGolden('ceph-csi', (scope) => { new CephCsiDaemon(scope, 'ceph-csi', { driver: CephCsiDriver.rbd(), clusters: [CLUSTER] }); });
  });

  test('with much to say is the golden manifest', () => {
    expectGolden('ceph-csi.rich', (scope) => { new CephCsiDaemon(scope, 'ceph-csi', rich(scope)); });
  });

  test.each(['ceph-csi', 'ceph-csi.rich'])('is taken by a server as %s', (name) => {
    const { report } = checkFiles([join(__dirname, '..', '..', 'golden', `${name}.k8s.yaml`)]);
    expect(report.documents.length).toBeGreaterThan(2);
    expect(report.findings.filter(({ severity, accepted }) => severity === 'error' && accepted === null)).toEqual([]);
  });

  test('finds its clusters where the driver reads them, block devices without what CephFS needs and the other way round', () => {
    const clusters = [{ ...CLUSTER, rbd: { radosNamespace: 'apps', mirrorDaemonCount: 2 }, fileSystem: { subvolumeGroup: 'apps', fuseMountOptions: ['a', 'b=c'] } }];
    const config = (driver: CephCsiDriver) => JSON.parse(only('ConfigMap', objects({ driver, clusters })).data['config.json']);
    const common = { clusterID: CLUSTER.clusterId, monitors: CLUSTER.monitors };
    expect(config(CephCsiDriver.rbd())).toEqual([{ ...common, rbd: { radosNamespace: 'apps', mirrorDaemonCount: 2 } }]);
    expect(config(FILE_SYSTEM)).toEqual([{ ...common, cephFS: { subvolumeGroup: 'apps', fuseMountOptions: 'a,b=c' } }]);
    expect(container('csi-rbdplugin').volumeMounts).toContainEqual({ name: 'config-etc-ceph-csi-config', mountPath: '/etc/ceph-csi-config', readOnly: true });
  });

  test('reads from the nearest copy where it is told what near means', () => {
    const { data } = only('ConfigMap', objects({ clusters: [{ ...CLUSTER, readAffinityLabels: ['topology.kubernetes.io/zone'] }] }));
    expect(JSON.parse(data['config.json'])[0].readAffinity).toEqual({ enabled: true, crushLocationLabels: ['topology.kubernetes.io/zone'] });
  });

  test('mounts what pods see, and nothing else of the node', () => {
    expect(hostMounts('csi-rbdplugin')).toEqual([
      '/lib/modules at /lib/modules, Directory, read-only',
      '/var/lib/kubelet/plugins/rbd.csi.ceph.com at /csi, DirectoryOrCreate, read-write',
      '/var/lib/kubelet/plugins at /var/lib/kubelet/plugins, Directory, read-write, Bidirectional',
      '/var/lib/kubelet/pods at /var/lib/kubelet/pods, Directory, read-write, Bidirectional',
      '/dev at /dev, Directory, read-write',
      '/sys at /sys, Directory, read-write',
      '/run/mount at /run/mount, DirectoryOrCreate, read-write',
    ]);
    expect(hostMounts('driver-registrar')).toEqual([
      '/var/lib/kubelet/plugins/rbd.csi.ceph.com at /var/lib/kubelet/plugins/rbd.csi.ceph.com, DirectoryOrCreate, read-write',
      '/var/lib/kubelet/plugins_registry at /registration, Directory, read-write',
    ]);
  });

  test('has all paths of the kubelet where its kubelet has them', () => {
    const props = { kubeletRoot: '/var/snap/microk8s/common/var/lib/kubelet/', metrics: {} };
    expect(JSON.stringify(daemonSets(props))).not.toContain('"/var/lib/kubelet');
    expect(container('csi-rbdplugin', props).args).toContain('--stagingpath=/var/snap/microk8s/common/var/lib/kubelet/plugins/kubernetes.io/csi/');
    expect(container('driver-registrar', props).args)
      .toContain('--kubelet-registration-path=/var/snap/microk8s/common/var/lib/kubelet/plugins/rbd.csi.ceph.com/csi.sock');
  });

  test('listens where the registrar asks it', () => {
    const [plugin, registrar] = ['csi-rbdplugin', 'driver-registrar'].map((name) => container(name));
    const onNode = ({ args = [], volumeMounts = [] }: typeof plugin, flag: string) => {
      const socket = args.find((arg) => arg.startsWith(flag))!.replace(/^.*=(unix:\/\/)?/, '');
      const mount = volumeMounts.filter(({ mountPath }) => socket.startsWith(`${mountPath}/`)).sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
      return pod().volumes!.find(({ name }) => name === mount.name)!.hostPath!.path + socket.slice(mount.mountPath.length);
    };
    expect([onNode(plugin, '--endpoint='), onNode(registrar, '--csi-address='), onNode(registrar, '--kubelet-registration-path=')])
      .toEqual(Array(3).fill('/var/lib/kubelet/plugins/rbd.csi.ceph.com/csi.sock'));
  });

  test('is privileged itself, and nothing beside it', () => {
    const privileged = pod({ metrics: {} }).containers.filter(({ securityContext }) => securityContext?.privileged).map(({ name }) => name);
    expect(privileged).toEqual(['csi-rbdplugin']);
    expect(container('driver-registrar').securityContext).toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true });
  });

  test('sees the processes of the node for block devices only', () => {
    expect([pod().hostPID, pod({ driver: FILE_SYSTEM }).hostPID]).toEqual([true, undefined]);
  });

  test('may read no Secret unless one is named', () => {
    expect(rights()).toEqual(['ClusterRole: get nodes', 'ClusterRole: get,list volumeattachments', 'ClusterRole: get persistentvolumes']);
    expect(rights({ driver: FILE_SYSTEM })).toEqual(['ClusterRole: get nodes']);
  });

  test('runs on every node, and is replaced by itself', () => {
    const [{ spec: { updateStrategy, template: { spec } } }] = daemonSets();
    expect(updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } });
    expect(spec).toMatchObject({ tolerations: [{ operator: 'Exists' }], priorityClassName: 'system-node-critical', dnsPolicy: 'ClusterFirstWithHostNet' });
  });

  test.each<[string, CephCsiDriver, object]>([
    ['rbd.csi.ceph.com', CephCsiDriver.rbd(), { attachRequired: true, podInfoOnMount: true, seLinuxMount: true, fsGroupPolicy: 'File' }],
    ['cephfs.csi.ceph.com', FILE_SYSTEM, { attachRequired: false, podInfoOnMount: false, seLinuxMount: true, fsGroupPolicy: 'File' }],
  ])('tells Kubernetes what %s can do', (name, driver, spec) => {
    const csiDriver = only('CSIDriver', objects({ driver }));
    expect([csiDriver.metadata.name, csiDriver.metadata.namespace, csiDriver.spec]).toEqual([name, undefined, spec]);
  });

  test('tells it before it runs, as one of its own objects', () => {
    const all = objects();
    expect(all.findIndex(({ kind }) => kind === 'CSIDriver')).toBeLessThan(all.findIndex(({ kind }) => kind === 'DaemonSet'));
    expect(only('CSIDriver', all).metadata.labels).toMatchObject({ 'cdk8s-daemons/daemon': 'csi' });
  });

  test('tells nothing where another tells it', () => {
    expect(objects({ csiDriver: { enabled: false } }).filter(({ kind }) => kind === 'CSIDriver')).toEqual([]);
  });

  test('clashes with another daemon of the same driver, and not with one of another', () => {
    const define = (second: CephCsiDriver) => problemsOf((chart, app) => {
      new CephCsiDaemon(chart, 'one', { driver: CephCsiDriver.rbd(), clusters: [CLUSTER] });
      new CephCsiDaemon(new Chart(app, 'other', { namespace: 'other' }), 'two', { driver: second, clusters: [CLUSTER] });
    });
    expect(define(CephCsiDriver.rbd())).toEqual([
      expect.stringContaining("the CSIDriver 'rbd.csi.ceph.com' is also made by the daemon 'chart/one'"),
      expect.stringContaining("the directory '/var/lib/kubelet/plugins/rbd.csi.ceph.com' of a node is written by the daemon 'chart/one' too"),
    ]);
    expect(define(FILE_SYSTEM)).toEqual([]);
  });

  test('shares the directories of all volumes by propagation only while it is privileged', () => {
    const [shared] = [pod().containers.filter(({ volumeMounts = [] }) => volumeMounts.some(({ mountPropagation }) => mountPropagation === 'Bidirectional'))];
    expect(shared.map(({ securityContext }) => securityContext?.privileged)).toEqual([true]);
  });

  test('refuses to run twice on a node while it changes', () => {
    expect(problems({ rollout: Rollout.surge() })).not.toEqual([]);
  });

  test('changes nothing of its definition', () => {
    const props = deepFreeze<CephCsiDaemonProps>({ driver: CephCsiDriver.rbd({ nbd: { nodeStageSecretNames: ['a'] } }), clusters: [CLUSTER], metrics: {}, extraArgs: [] });
    expect(cephCsi(props)).toEqual(cephCsi(props));
  });
});
