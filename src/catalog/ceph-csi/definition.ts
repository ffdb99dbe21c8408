import { Size } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue, HostPathVolumeType, MountPropagation } from 'cdk8s-plus-27';
import { configJson } from './config';
import { CephCsiFileSystemClient, CephCsiFileSystemOptions } from './driver-options';
import { besideTheDriver, features, METRICS, metricsOn } from './features';
import { CONFIG_FILE, ENDPOINT, kubelet, pluginDirectory, SOCKET_DIRECTORY, socketOnNode } from './paths';
import { CephCsiDaemonProps } from './props';
import { DaemonContainer } from '../../daemon/container';
import { KubernetesAccess } from '../../daemon/kubernetes-access';
import { DaemonResources } from '../../daemon/resources';
import { StorageDaemonProps } from '../../daemon/roles/storage';
import { DaemonVolume } from '../../daemon/volume';
import { Discovery } from '../../discovery/discovery';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Tolerations } from '../../placement/tolerations';
import { Rollout } from '../../rollout/rollout';
import { withFeatures } from '../features';
import { mergeResources } from '../resources';

const IMAGE = 'quay.io/cephcsi/cephcsi:v3.17.0';

const REGISTRAR_IMAGE = 'registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.17.0';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(250) },
  memory: { request: Size.mebibytes(512), limit: Size.gibibytes(1) },
};

const REGISTRAR_RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(10) },
  memory: { request: Size.mebibytes(32), limit: Size.mebibytes(128) },
};

/** The driver as data: the same for the daemon and, from merged options, for each of its variants. */
export function cephCsi(props: CephCsiDaemonProps): StorageDaemonProps {
  const {
    driver, clusters, image = IMAGE, registrar, kubeletRoot, domainLabels, selinux, metrics, logLevel, cephConf, encryption, csiDriver, extraArgs,
    env, resources, tolerations, rollout, discovery, ...others
  } = props;
  return withFeatures<StorageDaemonProps>({
    ...others,
    program: 'ceph-csi',
    containerName: `csi-${driver._data.kind}plugin`,
    image,
    args: [...args(props), ...(extraArgs ?? [])],
    env: { POD_NAMESPACE: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAMESPACE), ...env },
    resources: mergeResources(RESOURCES, resources),
    // its programs (mkfs, cryptsetup, rbd, ceph-fuse) keep locks, sockets and settings where their packages say
    privileges: Privileges.privileged('mounts volumes where pods see them, and maps devices of the node').withWritableRootFilesystem(),
    // pods want their volumes wherever they run, and what the kernel has mounted stays while the driver is replaced
    tolerations: tolerations ?? Tolerations.everyTaint(),
    rollout: rollout ?? Rollout.rolling(),
    dataDirectories: [],
    devices: false,
    kernelModules: true,
    hostPaths: hostPaths(props),
    configFiles: [{ path: CONFIG_FILE, content: configJson(clusters, driver) }],
    volumes: [DaemonVolume.emptyDir('/tmp/csi/keys', { inMemory: true, sizeLimit: Size.mebibytes(16) })],
    containers: [registration(props)],
    // where a node stands is known by its labels
    kubernetesAccess: [KubernetesAccess.clusterWide({ resources: ['nodes'], verbs: ['get'] })],
    discovery: discovery ?? (metricsOn(props) ? [Discovery.headless({ ports: [METRICS] })] : []),
  }, features(props, image));
}

/** The arguments that the options stand for, without `extraArgs`. */
export function args(props: CephCsiDaemonProps): string[] {
  const { driver: { name, _data }, domainLabels = [], logLevel = 0 } = props;
  return [
    `--type=${_data.kind}`,
    '--nodeserver=true',
    '--nodeid=$(K8S_NODE_NAME)',
    `--drivername=${name}`,
    `--endpoint=${ENDPOINT}`,
    // as many threads as it wants: the default of container runtimes makes it hang under load
    '--pidlimit=-1',
    ...(_data.kind === 'rbd' ? [`--stagingpath=${kubelet(props)}/plugins/kubernetes.io/csi/`] : fileSystemArgs(_data.options)),
    ...(domainLabels.length > 0 ? [`--domainlabels=${domainLabels.join(',')}`] : []),
    `--v=${logLevel}`,
  ];
}

function fileSystemArgs({ client, kernelMountOptions, fuseMountOptions }: CephCsiFileSystemOptions): string[] {
  return [
    ...(client === CephCsiFileSystemClient.KERNEL ? ['--forcecephkernelclient=true'] : []),
    ...(kernelMountOptions === undefined ? [] : [`--kernelmountoptions=${kernelMountOptions.join(',')}`]),
    ...(fuseMountOptions === undefined ? [] : [`--fusemountoptions=${fuseMountOptions.join(',')}`]),
  ];
}

/** What it mounts must be seen by the kubelet, and by pods that are there already (ceph-csi#58). */
function hostPaths(props: CephCsiDaemonProps): HostPath[] {
  const mountPropagation = MountPropagation.BIDIRECTIONAL;
  return [
    HostPath.readWrite(pluginDirectory(props), { mountPath: SOCKET_DIRECTORY, type: HostPathVolumeType.DIRECTORY_OR_CREATE }),
    HostPath.readWrite(`${kubelet(props)}/plugins`, { mountPropagation, shared: true }),
    HostPath.readWrite(`${kubelet(props)}/pods`, { mountPropagation, shared: true }),
    HostPath.device('/dev', { type: HostPathVolumeType.DIRECTORY }),
    // devices are mapped by writing there
    HostPath.readWrite('/sys', { shared: true }),
    // what libmount notes of mounts, for whoever unmounts them
    HostPath.readWrite('/run/mount', { type: HostPathVolumeType.DIRECTORY_OR_CREATE, shared: true }),
  ];
}

/** The socket is seen under the path that is told to the kubelet: the registrar notes there that it was asked. */
function registration(props: CephCsiDaemonProps): DaemonContainer {
  const { image = REGISTRAR_IMAGE, resources } = props.registrar ?? {};
  return {
    name: 'driver-registrar',
    image,
    args: [`--csi-address=${socketOnNode(props)}`, `--kubelet-registration-path=${socketOnNode(props)}`, `--v=${props.logLevel ?? 0}`],
    hostPaths: [
      HostPath.readWrite(pluginDirectory(props), { type: HostPathVolumeType.DIRECTORY_OR_CREATE }),
      HostPath.readWrite(`${kubelet(props)}/plugins_registry`, { mountPath: '/registration', shared: true }),
    ],
    privileges: besideTheDriver(props),
    resources: mergeResources(REGISTRAR_RESOURCES, resources),
  };
}

/** What Kubernetes is told of the driver (upstream: deploy/rbd/kubernetes and deploy/cephfs/kubernetes, csidriver.yaml). */
export function csiDriverSpec({ driver: { _data: { kind } }, csiDriver = {} }: CephCsiDaemonProps): object {
  return {
    attachRequired: csiDriver.attachRequired ?? kind === 'rbd',
    // limits of I/O of a volume are written into the cgroup of its pod
    podInfoOnMount: kind === 'rbd',
    seLinuxMount: true,
    fsGroupPolicy: 'File',
  };
}
