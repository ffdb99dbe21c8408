import { Insufficient } from '../../kubernetes/fit';
import { HostPort } from '../../kubernetes/host-ports';
import { Ineligibility, UnmetRequirement } from '../../kubernetes/ineligibility';
import { printLabelSelector } from '../../kubernetes/label-selector';
import { formatQuantity } from '../../kubernetes/quantity';
import { Taint } from '../../kubernetes/taints';

/** Why something is as it is on a node. The codes, and what comes with each, are those of the command's JSON. */
export interface Reason {
  readonly code: string;
  readonly message: string;
  /** What is asked of the node's labels, whatever it has instead. */
  readonly requirement?: string;
  readonly taint?: Taint;
  readonly resource?: string;
  readonly requested?: string;
  readonly used?: string;
  readonly allocatable?: string;
  readonly port?: number;
  readonly protocol?: string;
  readonly hostIP?: string;
}

/** Why there is no pod. */
export function ineligibilityReasons(why: Ineligibility): Reason[] {
  const { code } = why;
  switch (why.code) {
    case 'node-name': return [{ code, message: `the pod names one node, ${why.wanted} (spec.nodeName)` }];
    case 'node-selector': {
      const requirement = `${why.key}=${why.wanted}`;
      return [{ code, message: `the pod selects ${requirement}, and ${hasLabel(why.key, why.found)}`, requirement }];
    }
    case 'node-affinity': return affinityReasons(why.terms);
    case 'untolerated-taint': return [{ code, message: `taint ${taintText(why.taint)} is not tolerated`, taint: why.taint }];
  }
}

/** Why a pod that is there does not fit. */
export function insufficientReason({ resource, ...numbers }: Insufficient): Reason {
  const [requested, used, allocatable] = [numbers.requested, numbers.used, numbers.allocatable].map((amount) => amountText(resource, amount));
  return resource === 'pods'
    ? { code: 'too-many-pods', message: `the node takes ${allocatable} pods, and has ${used}`, resource, requested, used, allocatable }
    : {
      code: 'insufficient',
      message: `${resource}: ${requested} requested, ${amountText(resource, numbers.allocatable - numbers.used)} left (${used} of ${allocatable} taken)`,
      resource,
      requested,
      used,
      allocatable,
    };
}

export function hostPortReason({ protocol, port, hostIP, container }: HostPort, by: readonly string[]): Reason {
  const address = hostIP === '0.0.0.0' ? '' : ` on ${hostIP}`;
  return {
    code: 'host-port',
    message: `port ${port}/${protocol}${address} of container ${container} is taken on the node by ${by.join(', ')}`,
    port,
    protocol,
    hostIP,
  };
}

/** The scheduler looks at what the RuntimeClass asks for, the controller does not. */
export function runtimeSelectorReason(runtimeClass: string, key: string, wanted: string, found: string | undefined): Reason {
  return { code: 'runtime-class', message: `the RuntimeClass ${runtimeClass} asks for ${key}=${wanted}, and ${hasLabel(key, found)}` };
}

export function preemptionReason(victims: readonly string[]): Reason {
  return { code: 'preemption', message: `it runs only by ending ${victims.join(', ')}, of a lower priority` };
}

export const UNKNOWN_ALLOCATABLE: Reason = { code: 'allocatable-unknown', message: 'what the node has for pods (status.allocatable) is not told, so whether the pod fits is not known' };

/** A taint as `kubectl taint` writes it. */
export function taintText({ key, value, effect }: Taint): string {
  return `${key}${value ? `=${value}` : ''}:${effect}`;
}

/** An amount as the scheduler counts it, in the units that people write: exact, and bytes by powers of two. */
export function amountText(resource: string, amount: bigint): string {
  const isBytes = ['memory', 'ephemeral-storage'].includes(resource) || resource.startsWith('hugepages-');
  return formatQuantity({ unscaled: amount, exponent: resource === 'cpu' ? -3 : 0, format: isBytes ? 'BinarySI' : 'DecimalSI' });
}

/** Of a single term everything must be met, and so each is a reason by itself. */
function affinityReasons(terms: readonly (readonly UnmetRequirement[])[]): Reason[] {
  const code = 'node-affinity';
  const [first = []] = terms;
  if (terms.length === 1 && first.length > 0) {
    return first.map((unmet) => ({ code, message: `the required node affinity is not met: ${unmetText(unmet)}`, requirement: printLabelSelector([unmet.requirement]) }));
  }
  const said = (text: (unmet: UnmetRequirement) => string) => terms.map((term) => (
    term.length === 0 ? 'an empty term matches no node' : term.map(text).join(', '))).join('; or ');
  return terms.length === 0 ? [{ code, message: 'the required node affinity has no terms, and so matches no node' }]
    : [{ code, message: `the required node affinity is not met: ${said(unmetText)}`, requirement: said(({ requirement }) => printLabelSelector([requirement])) }];
}

function unmetText({ requirement, found, unreadable }: UnmetRequirement): string {
  return `${printLabelSelector([requirement])} ${unreadable === undefined ? `(${hasLabel(requirement.key, found)})` : `cannot be read (${unreadable})`}`;
}

function hasLabel(key: string, found: string | undefined): string {
  return found === undefined ? `the node has no label ${key}` : `the node has ${key}=${found}`;
}
