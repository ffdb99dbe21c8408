import { Yaml } from 'cdk8s';
import { NvidiaDeviceIdStrategy, NvidiaDeviceListStrategy, NvidiaDevicePluginOptions, NvidiaMigStrategy, NvidiaTimeSlicing } from './props';

/** Where the plugin finds the driver of the node: its own default. */
export const DRIVER_ROOT = '/driver-root';

/** How devices are told of, without a word about it too. */
export function deviceListStrategies({ deviceListStrategies: own }: NvidiaDevicePluginOptions): NvidiaDeviceListStrategy[] {
  return own ?? [NvidiaDeviceListStrategy.ENVVAR];
}

/**
 * The plugin's configuration file (version v1). Everything is said here and nothing by arguments and variables, which would win over the file.
 * Defaults are written out: the file then says what the plugin does, whichever version reads it.
 */
export function renderConfig(options: NvidiaDevicePluginOptions): string {
  const { migStrategy, failOnInitError, driverRoot, passDeviceSpecs, deviceIdStrategy, timeSlicing } = options;
  return Yaml.stringify({
    version: 'v1',
    flags: {
      migStrategy: migStrategy ?? NvidiaMigStrategy.NONE,
      failOnInitError: failOnInitError ?? true,
      ...(driverRoot === undefined ? {} : { nvidiaDriverRoot: driverRoot }),
      plugin: {
        passDeviceSpecs: passDeviceSpecs ?? false,
        deviceListStrategy: deviceListStrategies(options),
        deviceIDStrategy: deviceIdStrategy ?? NvidiaDeviceIdStrategy.UUID,
        ...(driverRoot === undefined ? {} : { containerDriverRoot: DRIVER_ROOT }),
      },
    },
    ...(timeSlicing === undefined ? {} : { sharing: { timeSlicing: renderTimeSlicing(timeSlicing) } }),
  });
}

function renderTimeSlicing({ renameByDefault = false, failRequestsGreaterThanOne = true, resources }: NvidiaTimeSlicing): object {
  return { renameByDefault, failRequestsGreaterThanOne, resources: resources.map(({ name, replicas }) => ({ name, replicas })) };
}
