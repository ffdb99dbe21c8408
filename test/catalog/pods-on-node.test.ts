import { EXCLUDED_MOUNT_POINTS, EXCLUDED_NETWORK_DEVICES } from '../../src/catalog/pods-on-node';

describe('of the mount points', () => {
  const excluded = new RegExp(EXCLUDED_MOUNT_POINTS);

  test.each([
    '/dev', '/dev/shm', '/proc', '/proc/sys/fs/binfmt_misc', '/sys', '/sys/fs/cgroup', '/run/credentials/systemd-sysusers.service',
    '/var/lib/kubelet/pods/0b1c/volumes/kubernetes.io~projected/kube-api-access-x7', '/var/lib/kubelet/plugins/kubernetes.io/csi/ebs/5d/globalmount',
    '/var/lib/k0s/kubelet/pods/0b1c/volumes/x', '/var/snap/microk8s/common/var/lib/kubelet/pods/0b1c/volumes/x',
    '/run/containerd/io.containerd.grpc.v1.cri/sandboxes/9f/shm', '/run/k3s/containerd/io.containerd.runtime.v2.task/k8s.io/9f/rootfs',
    '/run/k0s/containerd/io.containerd.grpc.v1.cri/sandboxes/9f/shm', '/var/snap/microk8s/common/run/containerd/x/shm',
    '/run/containers/storage/overlay-containers/9f/userdata/shm', '/var/lib/containers/storage/overlay/9f/merged', '/var/lib/docker/containers/9f/mounts/shm',
  ])('%s is none of the node', (path) => {
    expect(excluded.test(path)).toBe(true);
  });

  test.each([
    '/', '/boot/efi', '/var', '/var/lib/kubelet', '/var/lib/docker', '/var/lib/containerd', '/var/lib/containers', '/run', '/run/lock', '/data', '/device', '/system',
    '/mnt/dev', '/procurement', '/var/lib/kubelet-data', '/mnt/containerd', '/srv/docker/volumes',
  ])('%s is one of the node', (path) => {
    expect(excluded.test(path)).toBe(false);
  });
});

describe('of the network devices', () => {
  const excluded = new RegExp(EXCLUDED_NETWORK_DEVICES);

  test.each(['veth0a1b2c3', 'vethwepl1a2b3c', 'cali0123456789a', 'eni0a1b2c3d4e5', 'gke52bd1e2d7a2', 'azv768e8de', 'azv0123456789a', 'lxc_health', 'lxc0123456789ab', '0a1b2c3d4e5f678'])(
    '%s belongs to a pod', (device) => {
      expect(excluded.test(device)).toBe(true);
    });

  test.each(['lo', 'eth0', 'ens5', 'enp3s0', 'eno1', 'bond0', 'wlan0', 'ib0', 'docker0', 'cni0', 'cbr0', 'lxcbr0', 'cilium_host', 'flannel.1', 'vxlan.calico', 'tunl0', 'br-0a1b2c3d4e5f',
    'eniac', 'wg0', 'myveth0'])('%s belongs to the node', (device) => {
    expect(excluded.test(device)).toBe(false);
  });
});
