import { Size } from 'cdk8s';
import { Cpu, HostPathVolumeType } from 'cdk8s-plus-27';
import { AmdGpuDevicePluginDaemonProps, AmdGpuDevicePluginOptions } from './props';
import { DaemonResources } from '../../daemon/resources';
import { DevicePluginDaemonProps } from '../../daemon/roles/device-plugin';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Nodes } from '../../placement/nodes';
import { mergeResources } from '../resources';

const IMAGE = 'docker.io/rocm/k8s-device-plugin:1.31.0.9';

/** Graphics cards, display controllers without a screen, and accelerators of the vendor, and what AMD's own rule finds. */
const CARDS = ['pci-0300_1002.present', 'pci-0380_1002.present', 'pci-1200_1002.present', 'amd-gpu']
  .map((label) => Nodes.withLabel(`feature.node.kubernetes.io/${label}`, 'true'));

const AMD_GPUS = CARDS.reduce((all, nodes) => all.union(nodes)).intersection(Nodes.withArchitecture('amd64'));

const METRICS_EXPORTER = '/var/lib/amd-metrics-exporter';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(50) },
  memory: { request: Size.mebibytes(32), limit: Size.mebibytes(128) },
};

/** The plugin as data: the same for the daemon and, from merged options, for each of its variants. */
export function amdGpuDevicePlugin(props: AmdGpuDevicePluginDaemonProps): DevicePluginDaemonProps {
  const {
    image, nodes, resourceNamingStrategy, healthCheckInterval, metricsExporter, privileges, extraArgs, resources, ...others
  } = props;
  return {
    ...others,
    program: 'amd-gpu-device-plugin',
    containerName: 'amd-gpu-device-plugin',
    image: image ?? IMAGE,
    nodes: nodes ?? AMD_GPUS,
    // the image has no entrypoint: arguments alone would be taken for the program
    command: ['/root/k8s-device-plugin'],
    args: [...args(props), ...(extraArgs ?? [])],
    resources: mergeResources(RESOURCES, resources),
    privileges: privileges ?? neededPrivileges(props),
    hostPaths: hostPaths(props),
  };
}

/** The arguments that the options stand for, without `extraArgs`. The log goes to the container's, not into files, which nobody could write. */
export function args({ healthCheckInterval, resourceNamingStrategy }: AmdGpuDevicePluginOptions): string[] {
  return [
    '-logtostderr=true',
    '-stderrthreshold=INFO',
    ...(healthCheckInterval === undefined ? [] : [`-pulse=${healthCheckInterval.toSeconds({ integral: false })}`]),
    ...(resourceNamingStrategy === undefined ? [] : [`-resource_naming_strategy=${resourceNamingStrategy}`]),
  ];
}

function neededPrivileges({ healthCheckInterval }: AmdGpuDevicePluginOptions): Privileges {
  return healthCheckInterval === undefined ? Privileges.root()
    : Privileges.privileged('opens the GPUs to see whether they are well (healthCheckInterval)');
}

/** The kubelet's directory comes from the role. The GPUs and their partitions are found in `/sys`, which is only read. */
function hostPaths({ healthCheckInterval, metricsExporter }: AmdGpuDevicePluginOptions): HostPath[] {
  return [
    HostPath.readOnly('/sys'),
    ...(healthCheckInterval === undefined ? []
      : [HostPath.device('/dev/kfd'), HostPath.device('/dev/dri', { type: HostPathVolumeType.DIRECTORY })]),
    // whoever of the two starts first makes it
    ...(metricsExporter ? [HostPath.readOnly(METRICS_EXPORTER, { type: HostPathVolumeType.DIRECTORY_OR_CREATE })] : []),
  ];
}
