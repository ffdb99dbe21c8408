import { args } from './definition';
import { socketOnNode } from './paths';
import { CephCsiDaemonProps, CephCsiEncryption } from './props';
import { dns1123SubdomainErrors } from '../../kubernetes/validation/names';
import { monitorProblem } from '../ceph-monitors';
import { flagOf } from '../go-flags';

/** What the kernel takes as the path of a socket, its end included. */
const SOCKET_PATH_MAX = 107;

const DRIVER_NAME_MAX = 63;

/** What is wrong with the options, one sentence each; with most of it no volume would be mounted. */
export function cephCsiProblems(props: CephCsiDaemonProps): string[] {
  return [
    ...driverName(props), ...clusters(props), ...mountOptions(props), ...labels('domainLabels', props.domainLabels), ...nbd(props),
    ...encryption(props.encryption), ...logLevel(props), ...extraArgs(props),
  ];
}

function driverName(props: CephCsiDaemonProps): string[] {
  const { name } = props.driver;
  const isName = name.length <= DRIVER_NAME_MAX && dns1123SubdomainErrors(name.toLowerCase()).length === 0;
  const socket = socketOnNode(props);
  return [
    ...(isName ? [] : [`the driver's name '${name}' is not allowed: a DNS name of at most ${DRIVER_NAME_MAX} characters, such as rook-ceph.rbd.csi.ceph.com`]),
    ...(socket.length <= SOCKET_PATH_MAX ? []
      : [`the driver's socket '${socket}' has ${socket.length} characters, and Linux takes ${SOCKET_PATH_MAX}; give the driver a shorter name, or the kubelet a shorter root`]),
  ];
}

function clusters({ clusters: all }: CephCsiDaemonProps): string[] {
  const ids = all.map(({ clusterId }) => clusterId);
  return [
    ...(all.length === 0 ? ['clusters is empty, so no volume could be found; name at least one, with its monitors'] : []),
    ...[...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `clusters names '${id}' twice, and the driver takes the first`),
    ...all.filter(({ clusterId }) => !clusterId).map(() => 'a cluster has no clusterId; give it the one that StorageClasses say, such as what `ceph fsid` prints'),
    ...all.filter(({ monitors }) => monitors.length === 0).map(({ clusterId }) => `the cluster '${clusterId}' has no monitors; name at least one, better all`),
    ...all.flatMap(({ clusterId, monitors }) => monitors.flatMap((monitor) => monitorProblem(monitor, ` of the cluster '${clusterId}'`))),
    ...all.flatMap(({ clusterId, readAffinityLabels }) => (
      readAffinityLabels?.length === 0 ? [`readAffinityLabels of the cluster '${clusterId}' is empty, so that nothing is near; name a label, or leave it out`]
        : labels(`readAffinityLabels of the cluster '${clusterId}'`, readAffinityLabels))),
  ];
}

/** A comma parts options, and a space ends them. */
function mountOptions({ driver: { _data }, clusters: all }: CephCsiDaemonProps): string[] {
  const own = _data.kind === 'cephfs' ? [_data.options] : [];
  const lists = [...own, ...all.map(({ fileSystem }) => fileSystem ?? {})].flatMap(({ kernelMountOptions = [], fuseMountOptions = [] }) => [
    ...kernelMountOptions.map((option) => ['kernelMountOptions', option]), ...fuseMountOptions.map((option) => ['fuseMountOptions', option]),
  ]);
  return lists.filter(([, option]) => !/^[^\s,]+$/.test(option)).map(([list, option]) => `${list} has '${option}', which is no single option, such as ms_mode=secure`);
}

function labels(option: string, keys: string[] = []): string[] {
  return keys.filter((key) => !/^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?$/.test(key))
    .map((key) => `${option} has '${key}', which is no key of a label, such as topology.kubernetes.io/zone`);
}

function nbd({ driver: { _data } }: CephCsiDaemonProps): string[] {
  return _data.kind === 'rbd' && _data.options.nbd !== undefined && (_data.options.nbd.nodeStageSecretNames ?? []).filter(Boolean).length === 0
    ? ['nbd names no Secret in nodeStageSecretNames, so that no volume could be mapped again after a restart; '
      + 'name those of the StorageClasses (csi.storage.k8s.io/node-stage-secret-name, with the keys userID and userKey)'] : [];
}

function encryption(options: CephCsiEncryption | undefined): string[] {
  return options !== undefined && options.kmsConfig === undefined
    ? ["encryption has no kmsConfig: the ConfigMap with the services that keep the keys, in its key 'config.json'"] : [];
}

function logLevel({ logLevel: level = 0 }: CephCsiDaemonProps): string[] {
  return Number.isInteger(level) && level >= 0 && level <= 5 ? [] : [`logLevel is ${level}; it goes from 0 to 5`];
}

function extraArgs(props: CephCsiDaemonProps): string[] {
  const own = args(props).map(flagOf);
  return (props.extraArgs ?? []).filter((arg) => own.includes(flagOf(arg)))
    .map((arg) => `extraArgs repeats '--${flagOf(arg)}', which would win over the option that writes it; say it by that`);
}
