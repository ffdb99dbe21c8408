import { Identity, objectMeta } from './identity';
import { Manifest } from './services';
import { DNS_SUBDOMAIN_MAX, fitName } from '../../kubernetes/names';
import { PolicyRule } from '../../kubernetes/objects';
import { KubernetesAccess } from '../kubernetes-access';

const RBAC = 'rbac.authorization.k8s.io';

/** A daemon's own ServiceAccount. No pod gets its token by default: the daemon's pods say so themselves when they need it. */
export function renderServiceAccount(identity: Identity, annotations: { [key: string]: string }): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: objectMeta(identity, identity.name, { annotations }),
    automountServiceAccountToken: identity.recommended ? false : undefined,
  };
}

/**
 * Role and binding for the rules that hold cluster-wide and for those of the own namespace. Cluster-scoped objects are
 * `<namespace>-<name>`, since the same daemon may stand in two namespaces.
 */
export function renderRbac(identity: Identity, access: KubernetesAccess[], serviceAccountName: string): Manifest[] {
  const subject = { kind: 'ServiceAccount', name: serviceAccountName, namespace: identity.namespace };
  const clusterName = fitName(`${identity.namespace}-${identity.name}`, DNS_SUBDOMAIN_MAX);
  return [
    ...pair(identity, 'ClusterRole', clusterName, access.filter((rule) => rule.isClusterWide).map((rule) => rule._render()), subject),
    ...pair(identity, 'Role', identity.name, access.filter((rule) => !rule.isClusterWide).map((rule) => rule._render()), subject),
  ];
}

function pair(identity: Identity, kind: 'Role' | 'ClusterRole', name: string, rules: PolicyRule[], subject: object): Manifest[] {
  if (rules.length === 0) {
    return [];
  }
  const metadata = { ...objectMeta(identity, name), namespace: kind === 'Role' ? identity.namespace : undefined };
  return [
    { apiVersion: `${RBAC}/v1`, kind, metadata, rules },
    { apiVersion: `${RBAC}/v1`, kind: `${kind}Binding`, metadata, roleRef: { apiGroup: RBAC, kind, name }, subjects: [subject] },
  ];
}
