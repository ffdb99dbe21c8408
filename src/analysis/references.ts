import { containersOf, Manifest, Workload } from './manifests';
import { concat } from '../kubernetes/concat';
import { EnvVarSource } from '../kubernetes/pod-objects';
import { Volume } from '../kubernetes/validation/volume-objects';

/** What an object needs of another one. */
export interface Reference {
  readonly kind: 'ClusterRole' | 'ConfigMap' | 'PriorityClass' | 'Role' | 'RuntimeClass' | 'Secret' | 'ServiceAccount';
  readonly name: string;
  /** Where it is not that of the object. */
  readonly namespace?: string;
  /** A key of its data; the object itself is named beside it. */
  readonly key?: string;
  readonly path: string;
  /** Whether it may be absent. */
  readonly isOptional: boolean;
}

type Maybe<T> = T | null | undefined;
type Source = Maybe<{
  readonly name?: string;
  readonly secretName?: string;
  readonly key?: string;
  readonly optional?: Maybe<boolean>;
  readonly items?: Maybe<readonly { readonly key?: string }[]>;
}>;

/** Everything that the pods of a workload name. */
export function referencesOfPods(workload: Workload): Reference[] {
  const { pod, path } = workload;
  return concat(
    pod.serviceAccountName ? named('ServiceAccount', pod.serviceAccountName, `${path}.serviceAccountName`)
      : named('ServiceAccount', pod.serviceAccount, `${path}.serviceAccount`),
    named('PriorityClass', pod.priorityClassName, `${path}.priorityClassName`),
    named('RuntimeClass', pod.runtimeClassName, `${path}.runtimeClassName`),
    containersOf(workload).flatMap(({ container, path: at }) => concat(
      (container.envFrom ?? []).flatMap(({ configMapRef, secretRef }, index) => concat(
        source('ConfigMap', configMapRef, `${at}.envFrom[${index}].configMapRef`),
        source('Secret', secretRef, `${at}.envFrom[${index}].secretRef`),
      )),
      (container.env ?? []).flatMap(({ valueFrom }, index) => ofEnv(valueFrom, `${at}.env[${index}].valueFrom`)),
    )),
    (pod.volumes ?? []).flatMap((volume, index) => ofVolume(volume, `${path}.volumes[${index}]`)),
  );
}

/** The role of a binding, and the ServiceAccounts that it gives it; those of a RoleBinding are of its namespace where they do not say it. */
export function referencesOfBinding({ object }: Manifest): Reference[] {
  type Named = { readonly kind?: string; readonly name?: string; readonly namespace?: string };
  const { roleRef, subjects } = object as { readonly roleRef?: Named; readonly subjects?: Maybe<readonly Named[]> };
  return concat(
    roleRef?.kind === 'Role' || roleRef?.kind === 'ClusterRole' ? named(roleRef.kind, roleRef.name, 'roleRef.name') : [],
    (subjects ?? []).flatMap(({ kind, name, namespace }, index) => (
      kind === 'ServiceAccount' ? named('ServiceAccount', name, `subjects[${index}].name`).map((reference) => ({ ...reference, namespace })) : [])),
  );
}

function ofEnv(from: Maybe<EnvVarSource>, path: string): Reference[] {
  return concat(
    source('ConfigMap', from?.configMapKeyRef, `${path}.configMapKeyRef`),
    source('Secret', from?.secretKeyRef, `${path}.secretKeyRef`),
  );
}

function ofVolume({ configMap, secret, projected }: Volume, path: string): Reference[] {
  return concat(
    source('ConfigMap', configMap as Source, `${path}.configMap`),
    source('Secret', secret as Source, `${path}.secret`),
    (projected?.sources ?? []).flatMap((one, index) => concat(
      source('ConfigMap', one.configMap as Source, `${path}.projected.sources[${index}].configMap`),
      source('Secret', one.secret as Source, `${path}.projected.sources[${index}].secret`),
    )),
  );
}

/** The object, and each of its keys that is asked for. */
function source(kind: Reference['kind'], given: Source, path: string): Reference[] {
  const field = given?.secretName ? 'secretName' : 'name';
  const name = given?.[field];
  const keys = [{ key: given?.key, at: 'key' }, ...(given?.items ?? []).map(({ key }, index) => ({ key, at: `items[${index}].key` }))];
  const isOptional = given?.optional === true;
  return name ? [{ kind, name, path: `${path}.${field}`, isOptional }, ...keys.flatMap(({ key, at }) => (key ? [{ kind, name, key, path: `${path}.${at}`, isOptional }] : []))] : [];
}

function named(kind: Reference['kind'], name: Maybe<string>, path: string): Reference[] {
  return name ? [{ kind, name, path, isOptional: false }] : [];
}
