import { concat } from '../concat';
import { isEnabled } from '../feature-gates';
import { FieldError, invalid, notFound, required } from '../field-error';
import { EnvFromSource, EnvVar, EnvVarSource, PodSpec } from '../pod-objects';
import { validateContainerResourceFieldSelector, validateObjectFieldSelector } from './downward-api';
import { invalidForEach, isSet, optionalFormat, requireFormat } from './field-checks';
import { configMapKeyErrors, dns1123LabelErrors, dns1123SubdomainErrors, envVarNameErrors, strictEnvVarNameErrors } from './names';
import { podContainers } from './pod-containers';
import { PodValidationOptions } from './pod-validation-options';
import { validatePathNoBacksteps } from './volume-paths';

/** The fields of a pod that a variable can hold. */
const FIELDS = ['metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName',
  'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'];

const ANY_SOURCE = '`fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`';
const ANY_SOURCE_BUT_FILES = '`fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`';

type Sources = { [Source in keyof EnvVarSource]-?: (source: NonNullable<EnvVarSource[Source]>, path: string) => FieldError[] };

const SOURCES: Sources = {
  fieldRef: (source, path) => validateObjectFieldSelector(source, FIELDS, path),
  resourceFieldRef: (source, path) => validateContainerResourceFieldSelector(source, path, { isVolume: false }),
  configMapKeyRef: validateKeySelector,
  secretKeyRef: validateKeySelector,
  fileKeyRef: validateFileKeySelector,
};

/** The variables of a container. Upstream: ValidateEnv. */
export function validateEnv(variables: readonly EnvVar[], path: string, options: PodValidationOptions): FieldError[] {
  return variables.flatMap((variable, index) => concat(
    requireFormat(variable.name, `${path}[${index}].name`, nameErrorsOf(options)),
    validateEnvVarValueFrom(variable, `${path}[${index}].valueFrom`, options),
  ));
}

function nameErrorsOf({ version }: PodValidationOptions): (name: string) => string[] {
  return isEnabled('RelaxedEnvironmentVariableValidation', version) ? envVarNameErrors : strictEnvVarNameErrors;
}

/** Upstream: validateEnvVarValueFrom. */
function validateEnvVarValueFrom({ value, valueFrom }: EnvVar, path: string, { version }: PodValidationOptions): FieldError[] {
  if (!isSet(valueFrom)) {
    return [];
  }
  const sources = (Object.keys(SOURCES) as (keyof EnvVarSource)[]).filter((source) => isSet(valueFrom[source]));
  const problem = sources.length === 0 ? `must specify one of: ${isEnabled('EnvFiles', version) ? ANY_SOURCE : ANY_SOURCE_BUT_FILES}`
    : value ? 'may not be specified when `value` is not empty'
      : sources.length > 1 ? 'may not have more than one field specified at a time' : undefined;
  return concat(
    sources.flatMap((source) => validateSource(valueFrom, source, path)),
    problem === undefined ? [] : [invalid(path, '', problem)],
  );
}

function validateSource<Source extends keyof EnvVarSource>(valueFrom: EnvVarSource, source: Source, path: string): FieldError[] {
  const value = valueFrom[source];
  return isSet(value) ? SOURCES[source](value as NonNullable<EnvVarSource[Source]>, `${path}.${source}`) : [];
}

/** Upstream: validateConfigMapKeySelector, validateSecretKeySelector. */
function validateKeySelector({ name = '', key }: { name?: string; key?: string }, path: string): FieldError[] {
  return concat(invalidForEach(`${path}.name`, name, dns1123SubdomainErrors(name)), requireFormat(key, `${path}.key`, configMapKeyErrors));
}

/** Upstream: validateFileKeySelector. */
function validateFileKeySelector({ key, volumeName, path: file }: NonNullable<EnvVarSource['fileKeyRef']>, path: string): FieldError[] {
  return concat(
    requireFormat(key, `${path}.key`, envVarNameErrors),
    requireFormat(volumeName, `${path}.volumeName`, dns1123LabelErrors),
    file ? validatePathNoBacksteps(file, `${path}.path`) : [required(`${path}.path`)],
  );
}

/** Whole ConfigMaps and Secrets as variables. Upstream: ValidateEnvFrom, which tells of a wrong number of sources at the list. */
export function validateEnvFrom(sources: readonly EnvFromSource[], path: string, options: PodValidationOptions): FieldError[] {
  return sources.flatMap(({ prefix, configMapRef, secretRef }, index) => {
    const problem = isSet(configMapRef) && isSet(secretRef) ? 'may not have more than one field specified at a time'
      : isSet(configMapRef) || isSet(secretRef) ? undefined : 'must specify one of: `configMapRef` or `secretRef`';
    return concat(
      optionalFormat(prefix, `${path}[${index}].prefix`, nameErrorsOf(options)),
      isSet(configMapRef) ? requireFormat(configMapRef.name, `${path}[${index}].configMapRef.name`, prefixErrors) : [],
      isSet(secretRef) ? requireFormat(secretRef.name, `${path}[${index}].secretRef.name`, prefixErrors) : [],
      problem === undefined ? [] : [invalid(path, '', problem)],
    );
  });
}

/** Upstream checks these names as if something were to follow them, so that they may end with a dash. */
function prefixErrors(name: string): string[] {
  return dns1123SubdomainErrors(name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name);
}

/** Files of variables are in volumes that the pod has for itself. Upstream: validateFileKeyRefVolumes. */
export function validateFileKeyRefVolumes(spec: PodSpec, path: string): FieldError[] {
  const volumes = new Map((spec.volumes ?? []).map((volume) => [volume.name ?? '', volume]));
  return podContainers(spec, path).flatMap(({ container, path: containerPath }) => (container.env ?? []).flatMap(({ valueFrom }, index) => {
    const { volumeName = '' } = valueFrom?.fileKeyRef ?? {};
    const namePath = `${containerPath}.env[${index}].valueFrom.fileKeyRef.volumeName`;
    if (!isSet(valueFrom?.fileKeyRef)) {
      return [];
    }
    return !volumes.has(volumeName) ? [notFound(namePath, volumeName)]
      : isSet(volumes.get(volumeName)?.emptyDir) ? [] : [invalid(namePath, volumeName, 'referenced volume must be of type emptyDir')];
  }));
}
