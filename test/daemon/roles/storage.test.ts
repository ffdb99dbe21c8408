import { EnvValue, MountPropagation } from 'cdk8s-plus-27';
import { HostPath, Nodes, Placement, Priority, Privileges, Rollout, StorageDaemon, StorageDaemonProps, Tolerations } from '../../../src';
import { storage } from '../../../src/daemon/roles/storage';
import { Container, DaemonSet, DaemonSetSpec } from '../../../src/kubernetes/objects';
import { expectGolden } from '../../golden';
import { deepFreeze, IMAGE, only, problems, synth, Written } from '../../util';

function written(props: Partial<StorageDaemonProps> = {}): Written {
  return only('DaemonSet', synth((chart) => new StorageDaemon(chart, 'disks', { image: IMAGE, ...props }), { namespace: 'storage' }));
}

function spec(props: Partial<StorageDaemonProps> = {}): DaemonSetSpec {
  return (written(props) as unknown as DaemonSet).spec;
}

function container(props: Partial<StorageDaemonProps> = {}): Container {
  return spec(props).template.spec.containers[0];
}

/** Path on the node, type, path in the container, and whether it is only read. */
function paths(props: Partial<StorageDaemonProps> = {}): (string | undefined)[][] {
  const { volumes, containers: [{ volumeMounts }] } = spec(props).template.spec;
  return (volumeMounts ?? []).map(({ name, mountPath, readOnly }) => {
    const { hostPath } = volumes!.find((volume) => volume.name === name)!;
    return [hostPath!.path, hostPath!.type, mountPath, readOnly ? 'read-only' : 'read-write'];
  });
}

const STATE = ['/var/lib/storage/disks', 'DirectoryOrCreate', '/var/lib/storage/disks', 'read-write'];
const DEVICES = [['/dev', 'Directory', '/dev', 'read-write'], ['/run/udev', 'Directory', '/run/udev', 'read-only']];

describe('a storage daemon', () => {
  test('is written as its documentation shows it', () => expectGolden('storage', (chart) => new StorageDaemon(chart, 'glusterd', {
    namespace: 'storage',
    image: 'registry.example.com/glusterd:11.1',
    placement: Placement.nodes(Nodes.withLabel('storagenode', 'glusterfs')),
    dataDirectories: ['/etc/glusterfs', '/var/lib/glusterd', '/var/log/glusterfs'],
    ports: [{ name: 'glusterd', number: 24007 }, { name: 'management', number: 24008 }],
  })));

  test('is known to its peers by the address of its node', () => {
    expect(spec().template.spec).toMatchObject({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
    expect(spec().template.spec).not.toHaveProperty('hostPID');
    expect(spec({ hostNetwork: false }).template.spec).not.toHaveProperty('hostNetwork');
  });

  test('opens the devices of its node, and says why it is privileged', () => {
    expect(paths()).toEqual([STATE, ...DEVICES]);
    expect(container().securityContext)
      .toEqual({ allowPrivilegeEscalation: true, privileged: true, readOnlyRootFilesystem: true, runAsUser: 0, runAsGroup: 0 });
    expect(written().metadata.annotations).toMatchObject({ 'cdk8s-daemons/allow.privileged.disks': 'opens the block devices of its node' });
  });

  test('is only root where it has no devices', () => {
    expect(paths({ devices: false })).toEqual([STATE]);
    expect(container({ devices: false }).securityContext).toEqual({
      allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsUser: 0, runAsGroup: 0,
    });
  });

  test('keeps its data in the directories that are named, made where they are missing', () => {
    expect(paths({ dataDirectories: ['/etc/glusterfs', '/srv/bricks'] })).toEqual([
      ['/etc/glusterfs', 'DirectoryOrCreate', '/etc/glusterfs', 'read-write'], ['/srv/bricks', 'DirectoryOrCreate', '/srv/bricks', 'read-write'], ...DEVICES,
    ]);
    expect(paths({ dataDirectories: [] })).toEqual(DEVICES);
  });

  test('reads kernel modules when it loads them', () => {
    expect(paths({ kernelModules: true })).toEqual([STATE, ...DEVICES, ['/lib/modules', 'Directory', '/lib/modules', 'read-only']]);
  });

  test('is critical for its node, unless it says otherwise', () => {
    expect(spec().template.spec.priorityClassName).toBe('system-node-critical');
    expect(spec({ priority: Priority.clusterCritical() }).template.spec.priorityClassName).toBe('system-cluster-critical');
  });

  test('tolerates no taint, unless it says which', () => {
    expect(spec().template.spec).not.toHaveProperty('tolerations');
    expect(spec({ tolerations: Tolerations.controlPlane() }).template.spec.tolerations).toHaveLength(1);
  });

  test('is changed by hand, node by node, unless it says otherwise', () => {
    expect(spec().updateStrategy).toEqual({ type: 'OnDelete' });
    expect(spec({ rollout: Rollout.rolling() }).updateStrategy?.type).toBe('RollingUpdate');
  });

  test('knows the name of its node', () => {
    expect(container().env).toEqual([{ name: 'K8S_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }]);
  });

  test('is labelled as what it is', () => {
    expect(written().metadata.labels!['app.kubernetes.io/component']).toBe('storage');
  });

  test('adds paths and variables of the definition to its own, mounts that pods shall see among them', () => {
    const hostPaths = [HostPath.readWrite('/var/lib/kubelet/pods', { mountPropagation: MountPropagation.BIDIRECTIONAL, shared: true })];
    expect(paths({ hostPaths })).toEqual([STATE, ...DEVICES, ['/var/lib/kubelet/pods', 'Directory', '/var/lib/kubelet/pods', 'read-write']]);
    expect(container({ env: { TZ: EnvValue.fromValue('UTC') } }).env!.map(({ name }) => name)).toEqual(['K8S_NODE_NAME', 'TZ']);
  });

  test('does not change its definition, and passes on no option of its own', () => {
    const props = deepFreeze<StorageDaemonProps>({ image: IMAGE, dataDirectories: ['/srv'], devices: true, kernelModules: true, hostPaths: [], env: {} });
    expect(Object.keys(storage(props)).sort()).toEqual(['component', 'env', 'hostNetwork', 'hostPaths', 'image', 'priority', 'privileges', 'rollout', 'tolerations']);
  });

  test('fails when it has devices and is not privileged', () => {
    expect(problems((chart) => new StorageDaemon(chart, 'disks', { image: IMAGE, privileges: Privileges.root() })))
      .toEqual([expect.stringContaining("asks for the device '/dev', which only privileged containers may open")]);
  });

  test('fails when another daemon writes its data on a common node', () => {
    expect(problems((chart) => {
      new StorageDaemon(chart, 'one', { image: IMAGE, dataDirectories: ['/srv/bricks'] });
      new StorageDaemon(chart, 'two', { image: IMAGE, dataDirectories: ['/srv/bricks/a'] });
    })).toEqual([expect.stringContaining("the directory '/srv/bricks/a' of a node is written by the daemon 'chart/one' too")]);
  });
});
