import { Check } from './subject';
import { PolicyRule } from '../../kubernetes/objects';

export const checkKubernetesAccess: Check = ({ identity, props: { kubernetesAccess = [] } }) => [
  ...(kubernetesAccess.length > 0 && identity.namespace === undefined ? ['kubernetesAccess needs a namespace, since a binding names the namespace of its ServiceAccount; '
    + 'give the daemon one (namespace) or its chart (new Chart(app, id, { namespace }))'] : []),
  ...kubernetesAccess.flatMap((access) => ruleProblems(access.isClusterWide, access._render())),
];

/** Upstream: rbac validation, ValidatePolicyRule. */
function ruleProblems(isClusterWide: boolean, rule: PolicyRule): string[] {
  const { resources = [], nonResourceURLs = [], verbs } = rule;
  const subject = [...resources, ...nonResourceURLs].map((name) => `'${name}'`).join(', ');
  if (subject === '') {
    return [`a rule of kubernetesAccess (${verbs.join(', ') || 'no verb'}) is for nothing; name resources or nonResourceUrls`];
  }
  return [
    ...(verbs.length === 0 ? [`the rule of kubernetesAccess for ${subject} allows no verb; name at least one, such as 'get'`] : []),
    ...(!isClusterWide && nonResourceURLs.length > 0 ? [`the rule of kubernetesAccess for ${subject} is for the own namespace, to which nonResourceUrls do not belong; `
      + 'use KubernetesAccess.clusterWide'] : []),
    ...(isClusterWide && resources.length > 0 && nonResourceURLs.length > 0
      ? [`the rule of kubernetesAccess for ${subject} has resources and nonResourceUrls; make two rules of it`] : []),
  ];
}
