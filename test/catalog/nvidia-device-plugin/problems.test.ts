import { EnvValue } from 'cdk8s-plus-27';
import { problems } from './subject';
import { NvidiaDeviceListStrategy, NvidiaDevicePluginDaemonProps, NvidiaMigStrategy } from '../../../src';

describe("the options of NVIDIA's device plugin", () => {
  test.each<[string, NvidiaDevicePluginDaemonProps, string]>([
    ['no strategy is left', { deviceListStrategies: [] }, 'deviceListStrategies is empty, so no container would get its devices; leave it out for the variable NVIDIA_VISIBLE_DEVICES'],
    ['a strategy is named twice', { deviceListStrategies: [NvidiaDeviceListStrategy.ENVVAR, NvidiaDeviceListStrategy.ENVVAR] },
      'deviceListStrategies (envvar, envvar) names a strategy twice'],
    ['CDI has no driver to describe', { deviceListStrategies: [NvidiaDeviceListStrategy.CDI_CRI] },
      "deviceListStrategies has a strategy with CDI, for which the plugin describes the files of the driver; say where it is installed: driverRoot: '/', "
      + "or '/run/nvidia/driver' where a container brings it"],
    ['nothing is shared', { timeSlicing: { resources: [] } }, 'timeSlicing.resources is empty, with which the plugin does not start; name a resource, or leave timeSlicing out'],
    ['nobody shares', { timeSlicing: { resources: [{ name: 'nvidia.com/gpu', replicas: 0 }] } }, "timeSlicing gives 'nvidia.com/gpu' 0 replicas; it takes a whole number from 1 on"],
    ['half a pod shares', { timeSlicing: { resources: [{ name: 'nvidia.com/gpu', replicas: 1.5 }] } }, "timeSlicing gives 'nvidia.com/gpu' 1.5 replicas; it takes a whole number from 1 on"],
    ['a resource is named twice', { timeSlicing: { resources: [{ name: 'nvidia.com/gpu', replicas: 2 }, { name: 'nvidia.com/gpu', replicas: 3 }] } },
      "timeSlicing names the resource 'nvidia.com/gpu' twice"],
    ['a resource is not offered', { timeSlicing: { resources: [{ name: 'gpu', replicas: 2 }] } },
      "timeSlicing names the resource 'gpu', which the plugin does not offer: it offers nvidia.com/gpu and parts such as nvidia.com/mig-1g.10gb"],
    ['a part is not offered', { migStrategy: NvidiaMigStrategy.SINGLE, timeSlicing: { resources: [{ name: 'nvidia.com/mig-1g.10gb', replicas: 2 }] } },
      "timeSlicing names the part 'nvidia.com/mig-1g.10gb', which is only offered with migStrategy: NvidiaMigStrategy.MIXED"],
    ['a variable says what an option says', { env: { MIG_STRATEGY: EnvValue.fromValue('mixed') } },
      'env has MIG_STRATEGY, which would win over the options without a word; say it by the option migStrategy'],
    ['an argument says what an option says', { extraArgs: ['--device-list-strategy=envvar'] },
      'extraArgs has --device-list-strategy, which would win over the options without a word; say it by the option deviceListStrategies'],
    ['another configuration file is named', { extraArgs: ['--config-file', '/x'] },
      'extraArgs has --config-file, which would win over the options without a word; the plugin has a configuration file already, made from the options; leave it out'],
    ['the driver is nowhere', { driverRoot: 'run/nvidia/driver' }, "the path 'run/nvidia/driver' of the node must be absolute"],
  ])('fail when %s', (_, props, message) => {
    expect(problems(props)).toEqual([message]);
  });

  test('fail all at once', () => {
    expect(problems({ deviceListStrategies: [], timeSlicing: { resources: [] }, env: { CONFIG_FILE: EnvValue.fromValue('/x') } })).toHaveLength(3);
  });

  test.each<[string, NvidiaDevicePluginDaemonProps]>([
    ['parts that are offered are shared', { migStrategy: NvidiaMigStrategy.MIXED, timeSlicing: { resources: [{ name: 'nvidia.com/mig-1g.10gb.me', replicas: 2 }] } }],
    ['all ways to tell of devices are used', { deviceListStrategies: Object.values(NvidiaDeviceListStrategy), driverRoot: '/' }],
    ['another argument is given', { extraArgs: ['--mig-strategy-of-mine=1'] }],
  ])('are right when %s', (_, props) => {
    expect(problems(props)).toEqual([]);
  });
});
