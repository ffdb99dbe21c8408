import { App, Chart, Duration } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import { problems } from './subject';
import { DcgmExporterDaemonProps, DcgmMetricType, Discovery, Placement, Rollout } from '../../../src';

const counter = (field: string, help = 'Help.') => ({ field, type: DcgmMetricType.GAUGE, help });
const webConfig = { secret: Secret.fromSecretName(new Chart(new App(), 'chart'), 'web', 'dcgm-web') };

describe('the options of the DCGM exporter', () => {
  test.each<[string, DcgmExporterDaemonProps, string]>([
    ['there is nothing to export', { counters: [] }, 'counters is empty, so there would be nothing to export; leave it out for the default ones'],
    ['a field is none of DCGM', { extraCounters: [counter('gpu_temp')] },
      "the counter 'gpu_temp' is no field of DCGM: capital letters, digits and '_', such as DCGM_FI_DEV_GPU_TEMP"],
    ['a help has two lines', { counters: [counter('DCGM_FI_DEV_GPU_TEMP', 'a\nb')] }, "the help of the counter 'DCGM_FI_DEV_GPU_TEMP' must be one line of text"],
    ['a help is empty', { counters: [counter('DCGM_FI_DEV_GPU_TEMP', ' ')] }, "the help of the counter 'DCGM_FI_DEV_GPU_TEMP' must be one line of text"],
    ['a counter is there twice', { extraCounters: [counter('DCGM_FI_DEV_GPU_TEMP')] }, "the counter 'DCGM_FI_DEV_GPU_TEMP' is there twice; leave one out"],
    ['the interval is nothing', { collectInterval: Duration.millis(0) }, 'collectInterval is 0 milliseconds; it takes a whole number from 1 on'],
    ['all labels are taken unawares', { pods: { podLabels: [] } },
      "pods.podLabels is empty, with which the exporter takes all labels; say ['.*'], or leave it out for none"],
    ['an expression has a comma', { pods: { podLabels: ['a{1,2}'] } },
      "pods.podLabels has 'a{1,2}', and the exporter divides its list at commas; give each expression alone, without a comma"],
    ['pods are off and said', { pods: { enabled: false, podUid: true } }, 'pods.podUid has no effect, since pods.enabled is false; leave one of the two out'],
    ['the nodes are said twice', { placement: Placement.linux() }, 'placement and nodes both say on which nodes the exporter runs; say it by nodes alone, and leave placement out'],
    ['a flag is repeated', { extraArgs: ['--collect-interval=1000'] }, "extraArgs repeats '--collect-interval'; say it by the option that writes it"],
    ['a flag is repeated by its short name', { extraArgs: ['-f', '/x.csv'] }, "extraArgs repeats '--collectors'; say it by the option that writes it"],
    ['two would profile', { profiling: true, rollout: Rollout.surge() },
      'Rollout.surge() runs two exporters on one node for a while, and only one of them gets the counters of profiling; use Rollout.rolling()'],
    ['a monitor would ask without a password', { webConfig, discovery: [Discovery.podMonitor('metrics')] },
      'with webConfig the exporter asks for HTTPS or a password, which Discovery.podMonitor() does not have; '
      + 'leave it out and write a monitor of your own (an ApiObject of cdk8s)'],
  ])('fail when %s', (_, props, message) => {
    expect(problems(props)).toEqual([message]);
  });

  test('fail all at once', () => {
    expect(problems({ counters: [counter('a')], collectInterval: Duration.millis(0), pods: { podLabels: [] }, extraArgs: ['-k'] })).toHaveLength(4);
  });

  test.each<[string, DcgmExporterDaemonProps]>([
    ["a counter is the exporter's own", { extraCounters: [counter('DCGM_EXP_XID_ERRORS_COUNT')] }],
    ['another flag is given', { extraArgs: ['--kubernetes-gpu-id-type=device-name', '-r', 'localhost:5555'] }],
    ['a flag of pods is given where the option is off', { extraArgs: ['--kubernetes-virtual-gpus'] }],
    ['two run and none profiles', { rollout: Rollout.surge() }],
    ['one profiles', { profiling: true, rollout: Rollout.rolling() }],
    ['pods are off', { pods: { enabled: false } }],
  ])('are right when %s', (_, props) => {
    expect(problems(props)).toEqual([]);
  });
});
