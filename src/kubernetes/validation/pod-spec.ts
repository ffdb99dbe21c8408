import { concat } from '../concat';
import { FieldError, forbidden, required, tooLong } from '../field-error';
import { PodSpec } from '../pod-objects';
import { validatePodHostNetworkDeps } from './container-ports';
import { ContainerSurroundings, validateContainers } from './containers';
import { validateDNS } from './dns';
import { validateFileKeyRefVolumes } from './env';
import { validateEphemeralContainers } from './ephemeral-containers';
import { invalidForEach, isSet, optionalFormat, requireTextOneOf } from './field-checks';
import { validateHostUsers } from './host-users';
import { validateInitContainers } from './init-containers';
import { byteLength, dns1123LabelErrors, dns1123SubdomainErrors, rangeErrors } from './names';
import { validatePodOS } from './pod-os';
import { validatePodSecurityContext } from './pod-security-context';
import { PodValidationOptions } from './pod-validation-options';
import { podResourceClaimNames, validatePodResourceClaims } from './resource-claims';
import { validateOverhead, validatePodResources } from './resources';
import { validateScheduling } from './scheduling';
import { validateVolumes } from './volumes';
import { validateWindowsHostProcessPod } from './windows-options';

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];
const [HOSTNAME_OVERRIDE_MAX, DEADLINE_MAX] = [64, 2147483647];

/** The spec of a pod, as it is after defaulting. Upstream: ValidatePodSpec. */
export function validatePodSpec(spec: PodSpec, path: string, options: PodValidationOptions = {}): FieldError[] {
  const { errors, volumes } = validateVolumes(spec.volumes ?? [], `${path}.volumes`, options);
  const claimNames = podResourceClaimNames(spec);
  const surroundings: ContainerSurroundings = { spec, volumes, claimNames, options };
  return concat(
    isSet(spec.terminationGracePeriodSeconds) ? [] : [required(`${path}.terminationGracePeriodSeconds`)],
    errors,
    validatePodResourceClaims(spec.resourceClaims ?? [], `${path}.resourceClaims`),
    validateContainers(surroundings, `${path}.containers`),
    validateInitContainers(surroundings, `${path}.initContainers`),
    validateEphemeralContainers(surroundings, `${path}.ephemeralContainers`),
    validatePodResources(spec, claimNames, path, options),
    validatePodHostNetworkDeps(spec, path, options),
    requireTextOneOf(spec.restartPolicy, `${path}.restartPolicy`, RESTART_POLICIES),
    validatePodSecurityContext(spec, `${path}.securityContext`, options),
    validateScheduling(spec, path, options),
    validateDNS(spec, path, options),
    validateWindowsHostProcessPod(spec, path),
    validateHostUsers(spec, path, options),
    validatePodNames(spec, path),
    validateOverhead(spec, `${path}.overhead`, options),
    validatePodOS(spec, path),
    validateFileKeyRefVolumes(spec, path),
  );
}

/** The names in a pod, and what else is a single value. */
function validatePodNames(spec: PodSpec, path: string): FieldError[] {
  const { activeDeadlineSeconds: deadline, runtimeClassName, preemptionPolicy } = spec;
  return concat(
    validatePodHostName(spec, `${path}.hostnameOverride`),
    optionalFormat(spec.serviceAccountName || spec.serviceAccount, `${path}.serviceAccountName`, dns1123SubdomainErrors),
    optionalFormat(spec.nodeName, `${path}.nodeName`, dns1123SubdomainErrors),
    isSet(deadline) ? invalidForEach(`${path}.activeDeadlineSeconds`, deadline, rangeErrors(deadline, 1, DEADLINE_MAX)) : [],
    optionalFormat(spec.hostname, `${path}.hostname`, dns1123LabelErrors),
    optionalFormat(spec.subdomain, `${path}.subdomain`, dns1123LabelErrors),
    optionalFormat(spec.priorityClassName, `${path}.priorityClassName`, dns1123SubdomainErrors),
    isSet(runtimeClassName) ? invalidForEach(`${path}.runtimeClassName`, runtimeClassName, dns1123SubdomainErrors(runtimeClassName)) : [],
    isSet(preemptionPolicy) ? requireTextOneOf(preemptionPolicy, `${path}.preemptionPolicy`, PREEMPTION_POLICIES) : [],
  );
}

/** Upstream: validatePodHostName. */
function validatePodHostName({ hostnameOverride: name, setHostnameAsFQDN, hostNetwork }: PodSpec, path: string): FieldError[] {
  return !isSet(name) ? [] : concat(
    setHostnameAsFQDN ? [forbidden(path, 'may not be specified when setHostnameAsFQDN is true')] : [],
    hostNetwork ? [forbidden(path, 'may not be specified when hostNetwork is true')] : [],
    byteLength(name) > HOSTNAME_OVERRIDE_MAX ? [tooLong(path, HOSTNAME_OVERRIDE_MAX)] : [],
    invalidForEach(path, name, dns1123SubdomainErrors(name)),
  );
}
