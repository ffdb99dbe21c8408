import { EnvValue, HostPathVolumeType } from 'cdk8s-plus-27';
import { glusterdVol, VOLFILE } from './config';
import { GlusterdHeketi, GlusterdOptions } from './props';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Feature } from '../features';

export function heketiOn({ heketi }: Pick<GlusterdOptions, 'heketi'>): boolean {
  return heketi !== undefined && (heketi.enabled ?? true);
}

/** What is on, and what it brings along. */
export function features(options: GlusterdOptions): Feature[] {
  const { systemd, block, tls, heketi } = options;
  return [
    systemd ? SYSTEMD : { configFiles: [{ path: VOLFILE, content: glusterdVol(options) }] },
    ...heketiOn(options) ? [heketis(heketi!)] : [],
    ...block ? [BLOCK] : [],
    // the names of its files are fixed in the program
    ...tls ? [{ hostPaths: [HostPath.readOnly('/etc/ssl')] }] : [],
  ];
}

/** The image's programs fill what is empty of `/etc/glusterfs` when they start; systemd wants a `/run` that ends with the pod. */
const SYSTEMD: Feature = {
  hostPaths: [
    HostPath.readWrite('/etc/glusterfs', { type: HostPathVolumeType.DIRECTORY_OR_CREATE }),
    HostPath.readOnly('/sys/fs/cgroup'),
  ],
  volumes: [DaemonVolume.emptyDir('/run', { inMemory: true })],
};

/** Volumes of the node are made in the container, and by the node's own LVM known too. */
function heketis({ deviceDirectory = '/mnt/host-dev' }: GlusterdHeketi): Feature {
  return {
    env: { HOST_DEV_DIR: EnvValue.fromValue(deviceDirectory) },
    hostPaths: [
      HostPath.device('/dev', { type: HostPathVolumeType.DIRECTORY, mountPath: deviceDirectory }),
      HostPath.readWrite('/run/lvm', { type: HostPathVolumeType.DIRECTORY_OR_CREATE, shared: true }),
      HostPath.readWrite('/var/lib/heketi', { type: HostPathVolumeType.DIRECTORY_OR_CREATE }),
      // dm_thin_pool, dm_snapshot, dm_mirror
      HostPath.readOnly('/lib/modules'),
    ],
  };
}

/** Targets of the kernel, by tcmu-runner. */
const BLOCK: Feature = {
  env: {
    GB_GLFS_LRU_COUNT: EnvValue.fromValue('15'),
    GLUSTER_BLOCKD_STATUS_PROBE_ENABLE: EnvValue.fromValue('1'),
    TCMU_LOGDIR: EnvValue.fromValue('/var/log/glusterfs/gluster-block'),
  },
  hostPaths: [
    HostPath.readOnly('/lib/modules'), HostPath.readWrite('/sys/class', { shared: true }), HostPath.readWrite('/sys/module', { shared: true }),
  ],
};
