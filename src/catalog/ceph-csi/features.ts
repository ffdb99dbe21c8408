import { Size } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue, HostPathVolumeType } from 'cdk8s-plus-27';
import { CephCsiNbdOptions } from './driver-options';
import { CEPH_CONFIG, ENDPOINT, KMS_CONFIG, pluginDirectory, SOCKET_DIRECTORY } from './paths';
import { CephCsiDaemonProps, CephCsiEncryption, CephCsiMetrics } from './props';
import { KubernetesAccess, PolicyRule } from '../../daemon/kubernetes-access';
import { DaemonResources } from '../../daemon/resources';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Feature } from '../features';
import { mergeResources } from '../resources';

/** Name of the port, for Services and monitors. */
export const METRICS = 'metrics';

const METRICS_RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(10) },
  memory: { request: Size.mebibytes(64), limit: Size.mebibytes(256) },
};

export function metricsOn({ metrics }: Pick<CephCsiDaemonProps, 'metrics'>): boolean {
  return metrics !== undefined && (metrics.enabled ?? true);
}

/** What is on, and what it brings along. */
export function features(props: CephCsiDaemonProps, image: string): Feature[] {
  const { driver: { _data }, metrics, selinux, encryption, cephConf } = props;
  return [
    ..._data.kind === 'rbd' ? [BLOCK_DEVICES] : [fileSystem(props)],
    ..._data.kind === 'rbd' && _data.options.nbd ? [nbd(_data.options.nbd)] : [],
    ...selinux ? [SELINUX] : [],
    ...metricsOn(props) ? [liveness(props, metrics!, image)] : [],
    ...encryption ? [encrypted(encryption)] : [],
    // the driver writes both where they are missing
    ...cephConf === undefined ? [] : [{ configFiles: [{ path: `${CEPH_CONFIG}/ceph.conf`, content: cephConf }, { path: `${CEPH_CONFIG}/keyring`, content: '' }] }],
  ];
}

/** Beside a driver that is confined by SELinux no other program than a privileged one may use its socket. */
export function besideTheDriver({ selinux }: Pick<CephCsiDaemonProps, 'selinux'>): Privileges {
  return selinux ? Privileges.privileged('SELinux lets no other program use the socket of a privileged one') : Privileges.root();
}

/** What has been mapped by a program of the pod is mapped again when it starts: for that it looks for the volumes of its node. */
const BLOCK_DEVICES: Feature = {
  hostPid: true,
  kubernetesAccess: [
    KubernetesAccess.clusterWide({ apiGroups: ['storage.k8s.io'], resources: ['volumeattachments'], verbs: ['get', 'list'] }),
    KubernetesAccess.clusterWide({ resources: ['persistentvolumes'], verbs: ['get'] }),
  ],
};

const SELINUX: Feature = { hostPaths: [HostPath.readOnly('/etc/selinux')] };

/** What `ceph-fuse` has mounted is mounted again by what is written here (upstream: internal/cephfs/util/mountinfo.go). */
function fileSystem(props: CephCsiDaemonProps): Feature {
  return {
    hostPaths: [HostPath.readWrite(`${pluginDirectory(props)}/mountinfo`, {
      mountPath: `${SOCKET_DIRECTORY}/mountinfo`, type: HostPathVolumeType.DIRECTORY_OR_CREATE,
    })],
  };
}

/** Its programs log for themselves. Two drivers may do so in one directory: the names of the files have the volume in them. */
function nbd({ nodeStageSecretNames }: CephCsiNbdOptions): Feature {
  return {
    hostPaths: [HostPath.readWrite('/var/log/ceph', { type: HostPathVolumeType.DIRECTORY_OR_CREATE, shared: true })],
    kubernetesAccess: named({ resources: ['secrets'], verbs: ['get'] }, nodeStageSecretNames),
  };
}

function liveness(props: CephCsiDaemonProps, { port, resources }: CephCsiMetrics, image: string): Feature {
  const number = port ?? (props.driver._data.kind === 'rbd' ? 8680 : 8681);
  return {
    containers: [{
      name: 'liveness-prometheus',
      image,
      args: ['--type=liveness', `--endpoint=${ENDPOINT}`, `--metricsport=${number}`, '--metricspath=/metrics', '--polltime=60s', '--timeout=3s'],
      // where it listens, IPv6 too; without it on every IPv4 address
      env: { POD_IP: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP) },
      ports: [{ name: METRICS, number }],
      hostPaths: [HostPath.readOnly(pluginDirectory(props), { mountPath: SOCKET_DIRECTORY, type: HostPathVolumeType.DIRECTORY_OR_CREATE })],
      // every type of the program writes the configuration of Ceph before it starts
      privileges: besideTheDriver(props).withWritableRootFilesystem(),
      resources: mergeResources(METRICS_RESOURCES, resources),
    }],
  };
}

function encrypted(encryption: CephCsiEncryption): Feature {
  const { kmsConfig, secretNames, tenantSecretNames, tenantConfigMapName, tenantServiceAccountName } = encryption;
  const [configMaps, accounts] = [tenantConfigMapName, tenantServiceAccountName].map((name) => (name === undefined ? [] : [name]));
  return {
    volumes: kmsConfig === undefined ? [] : [DaemonVolume.configMap(KMS_CONFIG, kmsConfig, { items: { 'config.json': 'config.json' } })],
    kubernetesAccess: [
      ...(secretNames ?? []).length === 0 ? [] : [KubernetesAccess.ownNamespace({ resources: ['secrets'], verbs: ['get'], resourceNames: secretNames })],
      ...named({ resources: ['secrets'], verbs: ['get'] }, tenantSecretNames),
      ...named({ resources: ['configmaps'], verbs: ['get'] }, configMaps),
      ...named({ resources: ['serviceaccounts'], verbs: ['get'] }, accounts),
      ...named({ resources: ['serviceaccounts/token'], verbs: ['create'] }, accounts),
    ],
  };
}

/** A rule without a name would be one for all of them. */
function named(rule: PolicyRule, resourceNames: string[] = []): KubernetesAccess[] {
  return resourceNames.length === 0 ? [] : [KubernetesAccess.clusterWide({ ...rule, resourceNames })];
}
