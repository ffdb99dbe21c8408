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
  checkDiscovery,
];

export function checkDaemon(subject: Subject): string[] {
  return [...new Set(CHECKS.flatMap((check) => check(subject)))];
}
