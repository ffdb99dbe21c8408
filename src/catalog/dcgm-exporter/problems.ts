import { countersOf, profiles } from './counters';
import { args, attributesPods } from './definition';
import { DcgmCounter, DcgmExporterDaemonProps, DcgmExporterOptions } from './props';
import { flagOf } from '../go-flags';

/** Short names of the flags that the options write. */
const SHORT: { readonly [flag: string]: string } = { a: 'address', c: 'collect-interval', f: 'collectors', k: 'kubernetes' };

/** What is wrong with the options, one sentence each; with most of it the exporter would not start. */
export function dcgmExporterProblems(props: DcgmExporterDaemonProps): string[] {
  return [...placement(props), ...counters(props), ...interval(props), ...pods(props), ...surge(props), ...monitors(props), ...extraArgs(props)];
}

function placement(props: DcgmExporterDaemonProps): string[] {
  return props.placement === undefined ? []
    : ['placement and nodes both say on which nodes the exporter runs; say it by nodes alone, and leave placement out'];
}

function counters(options: DcgmExporterOptions): string[] {
  const all = countersOf(options);
  const fields = all.map(({ field }) => field);
  return [
    ...(all.length === 0 ? ['counters is empty, so there would be nothing to export; leave it out for the default ones'] : []),
    ...all.flatMap(row),
    ...[...new Set(fields.filter((field, index) => fields.indexOf(field) !== index))].map((field) => `the counter '${field}' is there twice; leave one out`),
  ];
}

function row({ field, help }: DcgmCounter): string[] {
  return [
    ...(/^DCGM_(FI|EXP)_[A-Z0-9_]+$/.test(field) ? [] : [`the counter '${field}' is no field of DCGM: capital letters, digits and '_', such as DCGM_FI_DEV_GPU_TEMP`]),
    ...(/^[^\r\n]*\S[^\r\n]*$/.test(help) ? [] : [`the help of the counter '${field}' must be one line of text`]),
  ];
}

function interval({ collectInterval }: DcgmExporterOptions): string[] {
  const milliseconds = collectInterval?.toMilliseconds({ integral: false }) ?? 1;
  return Number.isInteger(milliseconds) && milliseconds > 0 ? [] : [`collectInterval is ${milliseconds} milliseconds; it takes a whole number from 1 on`];
}

function pods(options: DcgmExporterOptions): string[] {
  const { enabled, ...others } = options.pods ?? {};
  const idle = Object.entries(others).filter(([, value]) => value).map(([option]) => option);
  const { podLabels } = others;
  return [
    ...(attributesPods(options) ? [] : idle.map((option) => `pods.${option} has no effect, since pods.enabled is false; leave one of the two out`)),
    ...(podLabels?.length === 0 ? ["pods.podLabels is empty, with which the exporter takes all labels; say ['.*'], or leave it out for none"] : []),
    ...(podLabels ?? []).filter((regexp) => regexp.trim() === '' || regexp.includes(','))
      .map((regexp) => `pods.podLabels has '${regexp}', and the exporter divides its list at commas; give each expression alone, without a comma`),
  ];
}

/** DCGM takes the counters of a GPU for itself. */
function surge(props: DcgmExporterDaemonProps): string[] {
  return profiles(props) && props.rollout?._render().updateStrategy?.rollingUpdate?.maxSurge !== undefined
    ? ['Rollout.surge() runs two exporters on one node for a while, and only one of them gets the counters of profiling; use Rollout.rolling()'] : [];
}

function monitors({ webConfig, discovery = [] }: DcgmExporterDaemonProps): string[] {
  const kinds = discovery.map((entry) => entry._kind).filter((kind) => kind === 'podMonitor' || kind === 'serviceMonitor');
  return kinds.filter(() => webConfig !== undefined).map((kind) => `with webConfig the exporter asks for HTTPS or a password, which Discovery.${kind}() does not have; `
    + 'leave it out and write a monitor of your own (an ApiObject of cdk8s)');
}

function extraArgs(options: DcgmExporterOptions): string[] {
  const own = args(options).map(flagOf);
  const flags = (options.extraArgs ?? []).filter((arg) => arg.startsWith('-')).map(flagOf).map((flag) => SHORT[flag] ?? flag);
  return flags.filter((flag) => own.includes(flag)).map((flag) => `extraArgs repeats '--${flag}'; say it by the option that writes it`);
}
