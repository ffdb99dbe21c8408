import { deviceListStrategies } from './config';
import { describesDevices } from './definition';
import { NvidiaDevicePluginDaemonProps, NvidiaDevicePluginOptions, NvidiaMigStrategy } from './props';

/** What says the same as an option, by variable and flag of the plugin; both would win over the configuration file. */
const OPTIONS: { readonly [option: string]: string } = {
  configFile: 'CONFIG_FILE',
  deviceIdStrategy: 'DEVICE_ID_STRATEGY',
  deviceListStrategies: 'DEVICE_LIST_STRATEGY',
  driverRoot: 'NVIDIA_DRIVER_ROOT',
  failOnInitError: 'FAIL_ON_INIT_ERROR',
  migStrategy: 'MIG_STRATEGY',
  passDeviceSpecs: 'PASS_DEVICE_SPECS',
};

/** What is wrong with the options, one sentence each; with most of it the plugin would not start, or offer nothing. */
export function nvidiaDevicePluginProblems(props: NvidiaDevicePluginDaemonProps): string[] {
  return [...strategies(props), ...sharing(props), ...saidElsewhere(props)];
}

function strategies(options: NvidiaDevicePluginOptions): string[] {
  const all = deviceListStrategies(options);
  return [
    ...(all.length === 0 ? ['deviceListStrategies is empty, so no container would get its devices; leave it out for the variable NVIDIA_VISIBLE_DEVICES'] : []),
    ...(new Set(all).size < all.length ? [`deviceListStrategies (${all.join(', ')}) names a strategy twice`] : []),
    ...(describesDevices(options) && options.driverRoot === undefined
      ? ['deviceListStrategies has a strategy with CDI, for which the plugin describes the files of the driver; say where it is installed: driverRoot: \'/\', '
        + 'or \'/run/nvidia/driver\' where a container brings it'] : []),
  ];
}

function sharing({ timeSlicing, migStrategy = NvidiaMigStrategy.NONE }: NvidiaDevicePluginOptions): string[] {
  if (timeSlicing === undefined) {
    return [];
  }
  const names = timeSlicing.resources.map(({ name }) => name);
  return [
    ...(names.length === 0 ? ['timeSlicing.resources is empty, with which the plugin does not start; name a resource, or leave timeSlicing out'] : []),
    ...timeSlicing.resources.filter(({ replicas }) => !Number.isInteger(replicas) || replicas < 1)
      .map(({ name, replicas }) => `timeSlicing gives '${name}' ${replicas} replicas; it takes a whole number from 1 on`),
    ...[...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) => `timeSlicing names the resource '${name}' twice`),
    ...names.filter((name) => !/^nvidia\.com\/(gpu|mig-[a-z0-9.+-]+)$/.test(name))
      .map((name) => `timeSlicing names the resource '${name}', which the plugin does not offer: it offers nvidia.com/gpu and parts such as nvidia.com/mig-1g.10gb`),
    ...names.filter((name) => name.startsWith('nvidia.com/mig-') && migStrategy !== NvidiaMigStrategy.MIXED)
      .map((name) => `timeSlicing names the part '${name}', which is only offered with migStrategy: NvidiaMigStrategy.MIXED`),
  ];
}

function saidElsewhere({ env = {}, extraArgs = [] }: NvidiaDevicePluginOptions): string[] {
  return Object.entries(OPTIONS).flatMap(([option, variable]) => {
    const flag = `--${variable.toLowerCase().replaceAll('_', '-')}`;
    const instead = option === 'configFile' ? 'the plugin has a configuration file already, made from the options; leave it out' : `say it by the option ${option}`;
    return [
      ...(variable in env ? [`env has ${variable}, which would win over the options without a word; ${instead}`] : []),
      ...(extraArgs.some((arg) => arg === flag || arg.startsWith(`${flag}=`)) ? [`extraArgs has ${flag}, which would win over the options without a word; ${instead}`] : []),
    ];
  });
}
