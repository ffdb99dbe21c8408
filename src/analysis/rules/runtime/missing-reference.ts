import { concat } from '../../../kubernetes/concat';
import { SYSTEM_PRIORITIES } from '../../../kubernetes/priority';
import { Manifest, Manifests, ofKind } from '../../manifests';
import { Reference, referencesOfBinding, referencesOfPods } from '../../references';
import { Found, Rule } from '../rule';

/** A reference, the object that has it, and the namespace in which it is looked for. */
interface Named {
  readonly reference: Reference;
  readonly manifest: Manifest;
  readonly namespace: string | null;
}

const NAMESPACED: readonly Reference['kind'][] = ['ConfigMap', 'Role', 'Secret', 'ServiceAccount'];

/** What every cluster, or every namespace, has. */
const ALWAYS_THERE: { readonly [kind in Reference['kind']]?: (name: string, namespace: string | null) => boolean } = {
  ServiceAccount: (name) => name === 'default',
  ConfigMap: (name) => name === 'kube-root-ca.crt',
  PriorityClass: (name) => Object.hasOwn(SYSTEM_PRIORITIES, name),
  ClusterRole: (name) => ['admin', 'cluster-admin', 'edit', 'view'].includes(name) || name.startsWith('system:'),
  Role: (name, namespace) => namespace === 'kube-system' && (name === 'extension-apiserver-authentication-reader' || name.startsWith('system:')),
};

/** What comes of it where the object is not in the cluster either. */
const CONSEQUENCES: { readonly [kind in Reference['kind']]: string } = {
  ClusterRole: 'the binding grants nothing',
  ConfigMap: 'the pods do not start',
  PriorityClass: 'every pod is refused',
  Role: 'the binding grants nothing',
  RuntimeClass: 'every pod is refused',
  Secret: 'the pods do not start',
  ServiceAccount: 'every pod is refused',
};

/**
 * Names of objects that are not among the given ones. The API server takes them; in a cluster that has them neither, the pods are refused or do not
 * start. With `--complete` nothing else is there, so that it is an error; else it is told as information.
 */
export const MISSING_REFERENCES: readonly Rule[] = [
  rule('ServiceAccount', 'service-account'), rule('ConfigMap', 'config-map'), rule('Secret', 'secret'), rule('PriorityClass', 'priority-class'),
  rule('RuntimeClass', 'runtime-class'), rule('Role', 'role'), rule('ClusterRole', 'cluster-role'),
];

/** A key that a ConfigMap or Secret does not have, though it is among the objects. Upstream: kubelet, CreateContainerConfigError. */
export const MISSING_KEY: Rule = {
  id: 'runtime/missing-key',
  title: 'A key that a given ConfigMap or Secret does not have',
  severity: 'error',
  find: (manifests) => references(manifests).flatMap(({ reference, manifest, namespace }) => {
    const keys = keysOf(manifests, reference, namespace);
    return reference.key === undefined || reference.isOptional || keys === undefined || keys.includes(reference.key) ? [] : [{
      manifest,
      path: reference.path,
      message: `the ${reference.kind} '${reference.name}' has no key '${reference.key}', so the container does not start`,
      fix: `use one of its keys: ${keys.join(', ')}`,
    }];
  }),
};

function rule(kind: Reference['kind'], name: string): Rule {
  return {
    id: `runtime/missing-${name}`,
    title: `A ${kind} that is not among the objects`,
    severity: 'info',
    find: (manifests) => firstOfEach(references(manifests).filter(({ reference }) => reference.kind === kind && !reference.isOptional))
      .filter(({ reference, namespace }) => !ALWAYS_THERE[kind]?.(reference.name, namespace) && !manifests.find(kind, namespace, reference.name))
      .map((named) => missing(named, manifests.isComplete)),
  };
}

function missing({ reference: { kind, name, path }, namespace, manifest }: Named, isComplete: boolean): Found {
  const consequence = manifest.head.kind.endsWith('Binding') ? 'the binding grants nothing' : CONSEQUENCES[kind];
  return {
    manifest,
    path,
    severity: isComplete ? 'error' : 'info',
    message: `the ${kind} '${name}'${namespace === null ? '' : ` of the namespace '${namespace}'`} is not among these objects`
      + `${isComplete ? ', so' : '; where the cluster has none either,'} ${consequence}`,
    fix: isComplete ? `add the ${kind}` : undefined,
  };
}

/** An object may name another one in many places, and keys of it; it is said once. */
function firstOfEach(all: Named[]): Named[] {
  const seen = new Map<Manifest, Set<string>>();
  return all.filter(({ reference, namespace, manifest }) => {
    const [names, name] = [seen.get(manifest) ?? new Set<string>(), `${namespace}/${reference.name}`];
    const isFirst = !names.has(name);
    seen.set(manifest, names.add(name));
    return isFirst;
  });
}

/** Asked for by each rule, and found once. */
const REFERENCES = new WeakMap<Manifests, Named[]>();

function references(manifests: Manifests): Named[] {
  const known = REFERENCES.get(manifests) ?? findReferences(manifests);
  REFERENCES.set(manifests, known);
  return known;
}

function findReferences(manifests: Manifests): Named[] {
  const named = (manifest: Manifest) => (reference: Reference): Named => (
    { reference, manifest, namespace: NAMESPACED.includes(reference.kind) ? reference.namespace ?? manifest.head.namespace : null });
  return concat(
    manifests.workloads.flatMap((workload) => referencesOfPods(workload).map(named(workload.manifest))),
    ['RoleBinding', 'ClusterRoleBinding'].flatMap((kind) => ofKind(manifests, kind))
      .flatMap((manifest) => referencesOfBinding(manifest).map(named(manifest))),
  );
}

/** Undefined where the object is not there, cannot be read, or is filled by others: tokens by the cluster, an empty object by whoever it was made for. */
function keysOf(manifests: Manifests, { kind, name }: Reference, namespace: string | null): string[] | undefined {
  const found = ofKind(manifests, kind).filter(({ head, object }) => (
    head.namespace === namespace && head.name === name && object.type !== 'kubernetes.io/service-account-token'));
  const keys = found.flatMap(({ object }) => [object.data, object.stringData, object.binaryData]).flatMap((part) => Object.keys(part ?? {}));
  return keys.length > 0 ? keys.sort() : undefined;
}
