import { concat } from '../concat';
import { labelValueErrors } from '../labels';
import { NodeSelectorTerm } from '../pod-objects';

const DEPRECATED: { readonly [key: string]: string } = {
  'beta.kubernetes.io/arch': 'deprecated since v1.14; use "kubernetes.io/arch" instead',
  'beta.kubernetes.io/os': 'deprecated since v1.14; use "kubernetes.io/os" instead',
  'failure-domain.beta.kubernetes.io/region': 'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  'failure-domain.beta.kubernetes.io/zone': 'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  'beta.kubernetes.io/instance-type': 'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead',
  'app.kubernetes.io/created-by': 'deprecated since v1.9',
  'scheduler.alpha.kubernetes.io/preferAvoidPods': 'deprecated since v1.22; use Taints and Tolerations instead',
  'node-role.kubernetes.io/master': 'use "node-role.kubernetes.io/control-plane" instead',
};

/** What to use in place of a label of nodes, undefined where the label is in use. Upstream: GetNodeLabelDeprecatedMessage. */
export function nodeLabelDeprecation(key: string | undefined): string | undefined {
  return key !== undefined && Object.hasOwn(DEPRECATED, key) ? DEPRECATED[key] : undefined;
}

/** Labels that are no more, or, in terms that only prefer nodes, values that no label has. Upstream: GetWarningsForNodeSelectorTerm. */
export function nodeSelectorTermWarnings(term: NodeSelectorTerm, path: string, { checkValues }: { readonly checkValues: boolean }): string[] {
  return (term.matchExpressions ?? []).flatMap(({ key, values }, index) => {
    const expression = `${path}.matchExpressions[${index}]`;
    const deprecation = nodeLabelDeprecation(key);
    return concat(
      deprecation === undefined ? [] : [`${expression}.key: ${key} is ${deprecation}`],
      !checkValues ? [] : (values ?? []).flatMap((value, at) => labelValueErrors(value).map((error) => (
        `${expression}.values[${at}]: ${value} is invalid, ${error}`))),
    );
  });
}
