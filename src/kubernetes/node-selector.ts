import { NodeSelector, NodeSelectorRequirement, PodSpec } from './objects';

/** The first number that an int64 cannot hold. */
const INT64_END = BigInt(2) ** BigInt(63);

/**
 * Whether some node could match both. Upstream: nodeSelector AND required node affinity, whose terms are ORed and
 * whose requirements within a term are ANDed (component-helpers, GetRequiredNodeAffinity). Keys are independent of
 * each other, so a conjunction can be met exactly when it can be met key by key.
 */
export function someNodeMatchesBoth(a: PodSpec, b: PodSpec): boolean {
  const termsOfB = terms(b);
  return terms(a).some((left) => termsOfB.some((right) => satisfiable([...left, ...right])));
}

/** The alternatives under which a pod takes a node, each a conjunction over labels and fields. */
function terms(pod: PodSpec): NodeSelectorRequirement[][] {
  const selector = Object.entries(pod.nodeSelector ?? {}).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
  const required: NodeSelector | undefined = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  if (required === undefined) {
    return [selector];
  }
  return required.nodeSelectorTerms
    .map((term) => [...(term.matchExpressions ?? []), ...(term.matchFields ?? []).map((field) => ({ ...field, key: `field:${field.key}` }))])
    .filter((requirements) => requirements.length > 0) // an empty term matches no node
    .map((requirements) => [...selector, ...requirements]);
}

function satisfiable(requirements: NodeSelectorRequirement[]): boolean {
  const keys = new Set(requirements.map((requirement) => requirement.key));
  return [...keys].every((key) => someValueMeets(requirements.filter((requirement) => requirement.key === key)));
}

/** Whether a value of one label, or its absence, meets every requirement. */
function someValueMeets(requirements: NodeSelectorRequirement[]): boolean {
  if (requirements.every((requirement) => ['NotIn', 'DoesNotExist'].includes(requirement.operator))) {
    return true; // a node without the label
  }
  const allowed = requirements.find((requirement) => requirement.operator === 'In')?.values;
  if (allowed !== undefined) {
    return allowed.some((value) => requirements.every((requirement) => meets(value, requirement)));
  }
  if (requirements.some((requirement) => requirement.operator === 'DoesNotExist')) {
    return false;
  }
  return numericRoom(requirements);
}

/**
 * Without `In` only the interval between `Gt` and `Lt` decides: `NotIn` never uses up an integer, which can be
 * spelled with any number of leading zeros.
 */
function numericRoom(requirements: NodeSelectorRequirement[]): boolean {
  const bounds = (operator: string) => requirements.filter((r) => r.operator === operator).map((r) => BigInt(integer(r.values?.[0]) ?? '-1'));
  const low = bounds('Gt').reduce((max, bound) => (bound > max ? bound : max), BigInt(-1));
  const high = bounds('Lt').reduce((min, bound) => (bound < min ? bound : min), INT64_END);
  const broken = requirements.some((r) => ['Gt', 'Lt'].includes(r.operator) && integer(r.values?.[0]) === undefined);
  return !broken && high - low > BigInt(1);
}

function meets(value: string, requirement: NodeSelectorRequirement): boolean {
  const values = requirement.values ?? [];
  switch (requirement.operator) {
    case 'In': return values.includes(value);
    case 'NotIn': return !values.includes(value);
    case 'Exists': return true;
    case 'Gt':
    case 'Lt': {
      const [node, bound] = [integer(value), integer(values[0])];
      if (node === undefined || bound === undefined) {
        return false;
      }
      return requirement.operator === 'Gt' ? BigInt(node) > BigInt(bound) : BigInt(node) < BigInt(bound);
    }
    default: return false;
  }
}

/** Label values are compared as int64 in base 10, what is none matches nothing; upstream: labels.Requirement.Matches. */
function integer(value: string | undefined): string | undefined {
  return value !== undefined && /^\d+$/.test(value) && BigInt(value) < INT64_END ? value : undefined;
}
