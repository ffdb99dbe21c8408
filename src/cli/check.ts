import { readArguments } from './arguments';
import { Console } from './console';
import { FINE, FOUND, UNUSABLE } from './exit-code';
import { kubeVersion } from './kube-version';
import { oneOf } from './usage';
import { version } from './version';
import { checkFiles } from '../analysis/check-files';
import { CheckReport } from '../analysis/check-report';
import { Severity } from '../analysis/finding';
import { checkGithub } from '../report/check-github';
import { checkJson } from '../report/check-json';
import { checkJunit } from '../report/check-junit';
import { checkSarif } from '../report/check-sarif';
import { checkText, TextOptions } from '../report/check-text';

const HELP = `cdk8s-daemons check [FILE | DIRECTORY | -]...

Would the API server take these objects? Reads YAML and JSON of any producer: files, directories with everything below them but node_modules and
hidden directories, - for standard input; without any, the directory dist.

  -o, --output FORMAT         text (default), json, sarif, junit, github
      --fail-on SEVERITY      what ends with exit code 1: error (default), warning, info, never
      --kube-version VERSION  the Kubernetes that is asked, from 1.28 on (default: the newest that is known, 1.36)
      --complete              nothing else is in the cluster: what objects name must be among them
      --strict                kinds that are not known end with exit code 1 too
  -h, --help

Exit code 0: nothing to fail on; 1: something; 2: wrong usage, or input that could not be read.
`;

const FORMATS = ['text', 'json', 'sarif', 'junit', 'github'] as const;
const THRESHOLDS = ['error', 'warning', 'info', 'never'] as const;
const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

const OPTIONS = {
  'output': { type: 'string', short: 'o' },
  'fail-on': { type: 'string' },
  'kube-version': { type: 'string' },
  'complete': { type: 'boolean' },
  'strict': { type: 'boolean' },
  'help': { type: 'boolean', short: 'h' },
} as const;

/** The command `check`. */
export function checkCommand(argv: readonly string[], console: Console): number {
  const { values, positionals } = readArguments(argv, OPTIONS);
  if (values.help) {
    console.out(HELP);
    return FINE;
  }
  const format = oneOf('--output', values.output ?? 'text', FORMATS);
  const failOn = oneOf('--fail-on', values['fail-on'] ?? 'error', THRESHOLDS);
  const kubernetesVersion = values['kube-version'] === undefined ? undefined : kubeVersion(values['kube-version'], console);
  const { report, lineOf, isUnreadable } = checkFiles(positionals.length > 0 ? positionals : ['dist'], { kubernetesVersion, complete: values.complete });
  console.out(printed(format, report, lineOf, console));
  return isUnreadable ? UNUSABLE : fails(report, failOn, values.strict ?? false) ? FOUND : FINE;
}

function printed(format: typeof FORMATS[number], report: CheckReport, lineOf: TextOptions['sourceLine'], { colour }: Console): string {
  switch (format) {
    case 'json': return checkJson(report);
    case 'sarif': return checkSarif(report, version());
    case 'junit': return checkJunit(report);
    case 'github': return checkGithub(report);
    default: return checkText(report, { colour, sourceLine: lineOf });
  }
}

function fails({ findings, unjudged }: CheckReport, failOn: typeof THRESHOLDS[number], strict: boolean): boolean {
  const isOpen = findings.some(({ severity, accepted }) => accepted === null && failOn !== 'never' && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(failOn));
  return isOpen || (strict && unjudged.length > 0);
}
