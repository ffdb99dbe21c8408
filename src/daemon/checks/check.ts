import { checkCapabilities } from './capabilities';
import { checkConfigFiles } from './config-files';
import { checkDiscovery } from './discovery';
import { checkDurations } from './durations';
import { checkIdentity } from './identity';
import { checkKubernetesAccess } from './kubernetes-access';
import { checkMounts } from './mounts';
import { checkNames } from './names';
import { checkPorts } from './ports';
import { checkPrivileges } from './privileges';
import { checkRollout } from './rollout';
import { checkSecrets } from './secrets';
import { Check, Subject } from './subject';
import { REST } from '../render/identity';

const CHECKS: Check[] = [
  checkIdentity,
  checkNames,
  checkPorts,
  checkMounts,
  checkPrivileges,
  checkCapabilities,
  checkRollout,
  checkDurations,
  checkConfigFiles,
  checkSecrets,
  checkKubernetesAccess,
];

/** The problems of all DaemonSets of a daemon. What is wrong with all of them is told once, the rest with the variant's name. */
export function checkDaemon(subjects: Subject[]): string[] {
  const found = subjects.map((subject) => ({ variant: subject.variant, problems: new Set(CHECKS.flatMap((check) => check(subject))) }));
  const isCommon = (problem: string) => found.every(({ problems }) => problems.has(problem));
  const own = found.flatMap(({ variant, problems }) => (
    [...problems].filter((problem) => !isCommon(problem)).map((problem) => prefixOf(variant) + problem)));
  return [...[...found[0]?.problems ?? []].filter(isCommon), ...own, ...checkDiscovery(subjects)];
}

/** Which of several DaemonSets is meant. */
export function prefixOf(variant: string | undefined): string {
  return variant === undefined ? '' : variant === REST ? `the ${REST}: ` : `variant '${variant}': `;
}
