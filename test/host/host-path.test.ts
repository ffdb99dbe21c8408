import { HostPathVolumeType, MountPropagation } from 'cdk8s-plus-27';
import { DaemonProps, Defaults, HostPath, HostPathOptions, Privileges } from '../../src';
import { Volume, VolumeMount } from '../../src/kubernetes/objects';
import { pod } from '../util';

/** What a daemon that may do everything gets of one path of the node. */
function mounted(hostPath: HostPath, props: Partial<DaemonProps> = {}): { volume: Volume; mount: VolumeMount } {
  const { volumes, containers } = pod({ hostPaths: [hostPath], privileges: Privileges.privileged('a test'), ...props });
  expect(volumes).toHaveLength(1);
  expect(containers[0].volumeMounts).toHaveLength(1);
  return { volume: volumes![0], mount: containers[0].volumeMounts![0] };
}

describe('a path of the node', () => {
  test.each([
    ['that is read', HostPath.readOnly('/var/log'), { path: '/var/log', type: 'Directory' }, { name: 'var-log', mountPath: '/var/log', readOnly: true }],
    ['that is written', HostPath.readWrite('/var/cache/agent'), { path: '/var/cache/agent', type: 'Directory' }, { name: 'var-cache-agent', mountPath: '/var/cache/agent' }],
    ['for state', HostPath.stateDirectory(),
      { path: '/var/lib/node-agents/agent', type: 'DirectoryOrCreate' }, { name: 'var-lib-node-agents-agent', mountPath: '/var/lib/node-agents/agent' }],
    ['for state elsewhere', HostPath.stateDirectory({ path: '/data', mountPath: '/state' }), { path: '/data', type: 'DirectoryOrCreate' }, { name: 'data', mountPath: '/state' }],
    ['that is a device', HostPath.device('/dev/kmsg'), { path: '/dev/kmsg', type: 'CharDevice' }, { name: 'dev-kmsg', mountPath: '/dev/kmsg' }],
    ['with a socket', HostPath.socket('/run/containerd/containerd.sock'),
      { path: '/run/containerd', type: 'Directory' }, { name: 'run-containerd', mountPath: '/run/containerd', readOnly: true }],
    ['with a socket, seen elsewhere', HostPath.socket('/run/containerd/containerd.sock', { mountPath: '/host/run/containerd.sock' }),
      { path: '/run/containerd', type: 'Directory' }, { name: 'run-containerd', mountPath: '/host/run', readOnly: true }],
    ['that is the root', HostPath.readOnly('/', { mountPath: '/host' }), { path: '/', type: 'Directory' }, { name: 'root', mountPath: '/host', readOnly: true }],
  ])('%s', (_, hostPath, source, mount) => {
    expect(mounted(hostPath)).toEqual({ volume: { name: mount.name, hostPath: source }, mount });
  });

  const factories: [string, (options: HostPathOptions) => HostPath][] = [
    ['readOnly', (options) => HostPath.readOnly('/a', options)],
    ['readWrite', (options) => HostPath.readWrite('/a', options)],
    ['stateDirectory', (options) => HostPath.stateDirectory({ path: '/a', ...options })],
    ['device', (options) => HostPath.device('/a', options)],
    ['socket', (options) => HostPath.socket('/a/b.sock', options)],
  ];

  test.each(factories)('%s says what is asked of it', (_, make) => {
    const { volume, mount } = mounted(make({ mountPath: '/x/y', type: HostPathVolumeType.FILE, mountPropagation: MountPropagation.HOST_TO_CONTAINER, volumeName: 'mine' }));
    expect(volume).toEqual({ name: 'mine', hostPath: { path: '/a', type: 'File' } });
    expect(mount).toMatchObject({ name: 'mine', mountPropagation: 'HostToContainer' });
  });

  test.each(factories)('%s has no type that was not asked for, without defaults', (_, make) => {
    const labels = { app: 'agent' };
    const none = { defaults: Defaults.none(), selector: labels, podLabels: labels };
    expect(mounted(make({}), none).volume.hostPath).toEqual({ path: '/a' });
    expect(mounted(make({ type: HostPathVolumeType.DIRECTORY }), none).volume.hostPath).toEqual({ path: '/a', type: 'Directory' });
  });

  test('need not exist when its type is the default of Kubernetes', () => {
    expect(mounted(HostPath.readOnly('/a', { type: HostPathVolumeType.DEFAULT })).volume.hostPath).toEqual({ path: '/a' });
  });

  test('for state is named after the daemon, also without a namespace', () => {
    const labels = { app: 'agent' };
    expect(mounted(HostPath.stateDirectory(), { name: 'other', namespace: 'logging' }).volume.hostPath?.path).toBe('/var/lib/logging/other');
    expect(mounted(HostPath.stateDirectory(), { defaults: Defaults.none(), selector: labels, podLabels: labels }).volume.hostPath?.path).toBe('/var/lib/node-agents/agent');
  });

  test('does not follow its options when they change later', () => {
    const options = { mountPath: '/x', shared: false };
    const hostPath = HostPath.readWrite('/a', options);
    options.mountPath = '/y';
    expect(mounted(hostPath).mount.mountPath).toBe('/x');
  });
});
