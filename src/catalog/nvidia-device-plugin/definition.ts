import { Size } from 'cdk8s';
import { Cpu, EnvValue, HostPathVolumeType, MountPropagation } from 'cdk8s-plus-27';
import { deviceListStrategies, DRIVER_ROOT, renderConfig } from './config';
import { NvidiaDeviceListStrategy, NvidiaDevicePluginDaemonProps, NvidiaDevicePluginOptions, NvidiaMigStrategy } from './props';
import { DaemonResources } from '../../daemon/resources';
import { DevicePluginDaemonProps } from '../../daemon/roles/device-plugin';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { NVIDIA_GPUS } from '../nvidia-gpus';
import { mergeResources } from '../resources';

const IMAGE = 'nvcr.io/nvidia/k8s-device-plugin:v0.20.0';

const CONFIG_FILE = '/etc/nvidia-device-plugin/config.yaml';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(50) },
  memory: { request: Size.mebibytes(64), limit: Size.mebibytes(256) },
};

/** The plugin as data: the same for the daemon and, from merged options, for each of its variants. */
export function nvidiaDevicePlugin(props: NvidiaDevicePluginDaemonProps): DevicePluginDaemonProps {
  const {
    image, nodes, migStrategy, timeSlicing, deviceListStrategies: _, deviceIdStrategy, driverRoot, passDeviceSpecs, failOnInitError, privileges,
    extraArgs, env, resources, ...others
  } = props;
  return {
    ...others,
    program: 'nvidia-device-plugin',
    containerName: 'nvidia-device-plugin',
    image: image ?? IMAGE,
    nodes: nodes ?? NVIDIA_GPUS,
    // the image holds several programs
    command: ['nvidia-device-plugin'],
    args: [`--config-file=${CONFIG_FILE}`, ...(extraArgs ?? [])],
    env: { ...runtimeVariables(props), ...env },
    resources: mergeResources(RESOURCES, resources),
    privileges: privileges ?? neededPrivileges(props),
    hostPaths: hostPaths(props),
    configFiles: [{ path: CONFIG_FILE, content: renderConfig(props) }],
  };
}

/** What NVIDIA's runtime gives the plugin itself: all GPUs, and the library by which it looks at them. */
function runtimeVariables(options: NvidiaDevicePluginOptions): { [name: string]: EnvValue } {
  return {
    NVIDIA_VISIBLE_DEVICES: EnvValue.fromValue('all'),
    NVIDIA_DRIVER_CAPABILITIES: EnvValue.fromValue('compute,utility'),
    ...(watchesParts(options) ? { NVIDIA_MIG_MONITOR_DEVICES: EnvValue.fromValue('all') } : {}),
  };
}

function watchesParts({ migStrategy = NvidiaMigStrategy.NONE }: NvidiaDevicePluginOptions): boolean {
  return migStrategy !== NvidiaMigStrategy.NONE;
}

function neededPrivileges(options: NvidiaDevicePluginOptions): Privileges {
  if (options.passDeviceSpecs) {
    return Privileges.privileged('hands each container its devices (passDeviceSpecs), for which it must see all of the node');
  }
  const needsAdmin = watchesParts(options) || deviceListStrategies(options).includes(NvidiaDeviceListStrategy.VOLUME_MOUNTS);
  return needsAdmin ? Privileges.root().withCapabilities('SYS_ADMIN') : Privileges.root();
}

/** Whether the plugin writes descriptions for the Container Device Interface. */
export function describesDevices(options: NvidiaDevicePluginOptions): boolean {
  const strategies = deviceListStrategies(options);
  return strategies.includes(NvidiaDeviceListStrategy.CDI_ANNOTATIONS) || strategies.includes(NvidiaDeviceListStrategy.CDI_CRI);
}

/** The kubelet's directory comes from the role. Other plugins describe their devices in `/var/run/cdi` too. */
function hostPaths(options: NvidiaDevicePluginOptions): HostPath[] {
  const mountPropagation = MountPropagation.HOST_TO_CONTAINER;
  return [
    ...(options.driverRoot === undefined ? [] : [HostPath.readOnly(options.driverRoot, { mountPath: DRIVER_ROOT, mountPropagation })]),
    ...(describesDevices(options) ? [HostPath.readWrite('/var/run/cdi', { type: HostPathVolumeType.DIRECTORY_OR_CREATE, shared: true })] : []),
  ];
}
