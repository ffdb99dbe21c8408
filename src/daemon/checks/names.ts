import { Check, definedContainers, Subject } from './subject';
import { isLabelKey, isLabelValue } from '../../kubernetes/labels';
import { DNS_LABEL_MAX, DNS_SUBDOMAIN_MAX, isDnsLabel, isDnsSubdomain } from '../../kubernetes/names';
import { DaemonSet, Volume } from '../../kubernetes/objects';
import { Identity } from '../render/identity';
import { stateDirectoryOf } from '../render/pod';

const LETTERS = 'lower-case letters, digits and inner dashes';
const DNS_LABEL_RULE = `at most ${DNS_LABEL_MAX} characters, ${LETTERS}`;
const LABEL_VALUE_RULE = "at most 63 letters, digits, '-', '_' and '.', the last three only inside";
const LABEL_KEY_RULE = "an optional DNS subdomain and '/', then at most 63 letters, digits, '-', '_' and '.'";

/** Names and labels that the API server would not take. A name that was given is never cut in silence. */
export const checkNames: Check = (subject) => {
  const { identity, manifest } = subject;
  const name = manifest.metadata.name ?? '';
  const wrongName = daemonName(identity, name);
  // where the daemon's own name is wrong, what is made from it is not told again
  const derived = wrongName.length > 0 ? [name, identity.name] : [];
  const { metadata, spec: { template } } = manifest;
  return [
    ...wrongName,
    ...namespaceName(identity),
    ...containerNames(manifest, derived),
    ...volumeNames(subject, template.spec.volumes),
    ...[metadata.labels, template.metadata?.labels].flatMap((labels) => labelProblems(labels, derived)),
    ...[metadata.annotations, template.metadata?.annotations].flatMap((annotations) => annotationProblems(annotations)),
  ];
};

/** Whether the daemon's own name is allowed, from which other names are made. */
export function hasAllowedName(identity: Identity): boolean {
  return daemonName(identity, identity.name).length === 0;
}

function daemonName(identity: Identity, name: string): string[] {
  if (identity.recommended && !isDnsLabel(name)) {
    return [`the name '${name}' (${name.length} characters) is not allowed: ${DNS_LABEL_RULE}, since it is also a label value and a DNS name; give a shorter or plainer name`];
  }
  return isDnsSubdomain(name) ? [] : [`the name '${name}' (${name.length} characters) is not allowed: at most ${DNS_SUBDOMAIN_MAX} characters, ${LETTERS} and dots`];
}

function namespaceName({ namespace }: Identity): string[] {
  return namespace === undefined || isDnsLabel(namespace) ? [] : [`the namespace '${namespace}' (${namespace.length} characters) is not allowed: ${DNS_LABEL_RULE}`];
}

function containerNames(manifest: DaemonSet, derived: string[]): string[] {
  const { containers, initContainers = [] } = manifest.spec.template.spec;
  const names = [...initContainers, ...containers].map((container) => container.name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...names.filter((name) => !isDnsLabel(name) && !derived.includes(name))
      .map((name) => `the container name '${name}' (${name.length} characters) is not allowed: ${DNS_LABEL_RULE}`),
    ...twice.map((name) => `two containers are named '${name}'; each needs a name of its own`),
  ];
}

function volumeNames(subject: Subject, volumes: Volume[] = []): string[] {
  const stateDirectory = stateDirectoryOf(subject.identity);
  const given = definedContainers(subject).flatMap(({ options: { hostPaths = [], volumes: others = [] } }) => [
    ...hostPaths.map((hostPath) => ({ name: hostPath._options.volumeName, path: hostPath._path(stateDirectory), isEmptyDir: false })),
    ...others.map(({ mountPath, _source }) => ({ name: _source.emptyDir?.name, path: mountPath, isEmptyDir: true })),
  ]);
  const taken = given.filter(({ name, path, isEmptyDir }) => volumes.some((volume) => volume.name === name
    && (isEmptyDir ? volume.emptyDir === undefined : volume.hostPath?.path !== path)));
  return [
    ...volumes.filter((volume) => !isDnsLabel(volume.name) && given.some(({ name }) => name === volume.name))
      .map(({ name }) => `the volume name '${name}' (${name.length} characters) is not allowed: ${DNS_LABEL_RULE}`),
    ...taken.map(({ name, path }) => `the volume name '${name}' of '${path}' is taken by another volume; give one of them another name`),
  ];
}

function labelProblems(labels: { [key: string]: string } = {}, derived: string[]): string[] {
  return Object.entries(labels).flatMap(([key, value]) => [
    ...(isLabelKey(key) ? [] : [`the label key '${key}' is not allowed: ${LABEL_KEY_RULE}`]),
    ...(isLabelValue(value) || derived.includes(value) ? [] : [`the value '${value}' of the label '${key}' is not allowed: ${LABEL_VALUE_RULE}`]),
  ]);
}

/** Upstream lowers the key before it checks it. */
function annotationProblems(annotations: { [key: string]: string } = {}): string[] {
  return Object.keys(annotations).filter((key) => !isLabelKey(key.toLowerCase())).map((key) => `the annotation key '${key}' is not allowed: ${LABEL_KEY_RULE}`);
}
