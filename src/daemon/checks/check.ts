import { checkCapabilities } from './capabilities';
import { checkConfigFiles } from './config-files';
import { checkDiscovery } from './discovery';
import { checkDurations } from './durations';
import { checkIdentity } from './identity';
import { checkKubernetesAccess } from './kubernetes-access';
import { checkMounts } from './mounts';
import { checkPorts } from './ports';
import { checkPrivileges } from './privileges';
import { checkRollout } from './rollout';
import { checkSecrets } from './secrets';
import { Check, Subject } from './subject';
import { askServer, SetVerdict } from './validation';
import { checkVolumeNames } from './volume-names';
import { Identity, REST } from '../render/identity';
import { Manifest } from '../render/services';

/** What the server does not see. */
const CHECKS: Check[] = [
  checkIdentity,
  checkVolumeNames,
  checkPorts,
  checkMounts,
  checkPrivileges,
  checkCapabilities,
  checkRollout,
  checkConfigFiles,
  checkSecrets,
  checkKubernetesAccess,
];

/** The problems of all objects of a daemon. What is wrong with all DaemonSets is told once, the rest with the variant's name. */
export function checkDaemon(identity: Identity, subjects: Subject[], companions: readonly Manifest[]): string[] {
  const { sets, companions: ofCompanions } = askServer(identity, subjects.map(({ manifest }) => manifest), companions);
  const read = subjects.map((subject, index): Subject => ({ ...subject, manifest: (sets[index].object ?? subject.manifest) as Subject['manifest'] }));
  const found = read.map((subject, index) => ({ variant: subject.variant, problems: new Set(problemsOf(subject, sets[index])) }));
  const isCommon = (problem: string) => found.every(({ problems }) => problems.has(problem));
  const own = found.flatMap(({ variant, problems }) => [...problems].filter((problem) => !isCommon(problem))
    .map((problem) => (variant === REST ? `the ${REST}: ${problem}` : `variant '${variant}': ${problem}`)));
  const whole = read.filter((subject, index) => isWhole(subject, sets[index]));
  return [...[...found[0]?.problems ?? []].filter(isCommon), ...own, ...ofCompanions, ...checkDiscovery(whole)];
}

/** Where the form is wrong nothing else can be read, neither by the server nor by us. */
function problemsOf(subject: Subject, verdict: SetVerdict): string[] {
  const durations = checkDurations(subject);
  if (durations.length > 0 || verdict.form !== undefined) {
    return durations.length > 0 ? durations : [verdict.form!];
  }
  return [...verdict.fields, ...(isWhole(subject, verdict) ? CHECKS.flatMap((check) => check(subject)) : [])];
}

/** Whether there is what the checks look into; the server says so if not. */
function isWhole({ manifest: { spec } }: Subject, { object }: SetVerdict): boolean {
  return object !== undefined && spec?.selector !== undefined && spec.template?.spec?.containers !== undefined;
}
