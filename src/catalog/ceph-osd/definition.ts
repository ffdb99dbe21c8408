import { Duration, Size } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue, HostPathVolumeType } from 'cdk8s-plus-27';
import { cephConf, LVM } from './config';
import { BOOTSTRAP, CEPH_CONF, KEYRING_FILE, LVM_CONF, PREPARE, START } from './paths';
import { CephOsdDaemonProps, CephOsdDevice, CephOsdPrepare } from './props';
import { PREPARE_SCRIPT, START_SCRIPT } from './scripts';
import { DaemonContainer } from '../../daemon/container';
import { Probe } from '../../daemon/probe';
import { DaemonResources } from '../../daemon/resources';
import { StorageDaemonProps } from '../../daemon/roles/storage';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Nodes } from '../../placement/nodes';
import { Placement } from '../../placement/placement';
import { Feature, withFeatures } from '../features';
import { mergeResources } from '../resources';

const IMAGE = 'quay.io/ceph/ceph:v20.2.4';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.units(1) },
  memory: { request: Size.gibibytes(4), limit: Size.gibibytes(5) },
};

/** There is one socket for each container, which asks no monitor: without a quorum no OSD is restarted for it. */
const STATUS = 'ceph --admin-daemon /run/ceph/ceph-osd.*.asok status';

const NO_DEVICE: CephOsdDevice = { name: 'none', path: '/dev/null' };

/** OSDs as data: the same for the daemon and, from merged options, for each of its variants. */
export function cephOsd(props: CephOsdDaemonProps): StorageDaemonProps {
  const {
    fsid, monitors, nodes, image, devices, publicNetworks, clusterNetworks, crushLocation, prepare, extraConfig, extraArgs, env, resources,
    terminationGracePeriod, ...others
  } = props;
  // without a disk there is nothing to serve, which is told as that
  const [{ name: containerName, ...main }, ...more] = (devices.length > 0 ? devices : [NO_DEVICE]).map((device) => osd(props, device));
  return {
    ...others,
    program: 'ceph-osd',
    ...main,
    containerName,
    containers: more,
    placement: Placement.nodes(nodes ?? Nodes.withLabel('ceph-osd', 'enabled')),
    dataDirectories: [],
    devices: false,
    // an OSD tells the monitors that it goes, and writes what it has; killed, it is missed first
    terminationGracePeriod: terminationGracePeriod ?? Duration.seconds(120),
  };
}

export function resourcesOf({ resources }: Pick<CephOsdDaemonProps, 'resources'>): DaemonResources {
  return mergeResources(RESOURCES, resources);
}

/** Whether OSDs are made on disks that have none. */
export function preparesDisks({ prepare }: Pick<CephOsdDaemonProps, 'prepare'>): boolean {
  return prepare !== undefined && (prepare.enabled ?? true);
}

/** All that is written below `/var/lib/ceph` is made anew from the disk, but for the reports of crashes. */
function osd(props: CephOsdDaemonProps, device: CephOsdDevice): DaemonContainer {
  const resources = resourcesOf(props);
  const args = [...crushArgs(props), ...(props.extraArgs ?? [])];
  return withFeatures<DaemonContainer>({
    name: `osd-${device.name}`,
    image: props.image ?? IMAGE,
    command: ['sh', START],
    args: args.length > 0 ? args : undefined,
    env: {
      K8S_NODE_NAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME),
      CLUSTER_FSID: EnvValue.fromValue(props.fsid),
      OSD_DB: EnvValue.fromValue(device.dbPath ?? ''),
      OSD_DEVICE: EnvValue.fromValue(device.path),
      ...props.env,
    },
    resources,
    privileges: Privileges.privileged('opens the block devices of its node'),
    hostPaths: [
      HostPath.device('/dev', { type: HostPathVolumeType.DIRECTORY }), HostPath.readOnly('/run/udev'),
      HostPath.stateDirectory({ mountPath: '/var/lib/ceph/crash' }),
    ],
    configFiles: [
      { path: CEPH_CONF, content: cephConf(props, resources.memory?.limit) },
      { path: LVM_CONF, content: LVM },
      { path: START, content: START_SCRIPT },
    ],
    volumes: ['/run', '/tmp', '/var/lib/ceph', '/var/log/ceph'].map((path) => DaemonVolume.emptyDir(path, { sizeLimit: Size.gibibytes(1) })),
    // what was not written before the end is written at the start, for as long as it takes
    startup: Probe.exec(['sh', '-c', STATUS], { period: Duration.seconds(15), timeout: Duration.seconds(15), failureThreshold: 240 }),
    readiness: Probe.exec(['sh', '-c', `${STATUS} | grep -q '"state": "active"'`], { period: Duration.seconds(30), timeout: Duration.seconds(15) }),
    // an OSD whose disk hangs ends by itself: this is for one that does not even answer
    liveness: Probe.exec(['sh', '-c', STATUS], { period: Duration.seconds(60), timeout: Duration.seconds(30), failureThreshold: 5 }),
  }, preparesDisks(props) ? [preparation(props.prepare!, device)] : []);
}

/** In the OSD's own container: a disk that cannot be prepared keeps no other from being served. */
function preparation(prepare: CephOsdPrepare, { deviceClass = '' }: CephOsdDevice): Feature {
  const { keyring, forceZap = false, forceRepair = false } = prepare;
  return {
    env: {
      FORCE_REPAIR: EnvValue.fromValue(`${forceRepair}`), FORCE_ZAP: EnvValue.fromValue(`${forceZap}`), OSD_CLASS: EnvValue.fromValue(deviceClass),
    },
    configFiles: [{ path: PREPARE, content: PREPARE_SCRIPT }],
    volumes: keyring?.secret === undefined || !keyring.key ? []
      : [DaemonVolume.secret(BOOTSTRAP, keyring.secret, { items: { [keyring.key]: KEYRING_FILE } })],
  };
}

function crushArgs({ crushLocation }: CephOsdDaemonProps): string[] {
  return crushLocation === undefined ? [] : [`--crush-location=${Object.entries(crushLocation).map(([type, name]) => `${type}=${name}`).join(' ')}`];
}
