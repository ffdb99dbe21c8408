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
  readonly taint?: Taint;
  readonly resource?: string;
  readonly requested?: string;
  readonly used?: string;
  readonly allocatable?: string;
}

/** Why there is no pod. */
export function ineligibilityReason(why: Ineligibility): Reason {
  const { code } = why;
  switch (why.code) {
    case 'node-name': return { code, message: `the pod names one node, ${why.wanted} (spec.nodeName)` };
    case 'node-selector': return { code, message: `the pod selects ${why.key}=${why.wanted}, and ${hasLabel(why.key, why.found)}` };
    case 'node-affinity': return { code, message: affinityText(why.terms) };
    case 'untolerated-taint': return { code, message: `taint ${taintText(why.taint)} is not tolerated`, taint: why.taint };
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
  return { code: 'host-port', message: `port ${port}/${protocol}${address} of container ${container} is taken on the node by ${by.join(', ')}` };
}

/** A taint as `kubectl taint` writes it. */
export function taintText({ key, value, effect }: Taint): string {
  return `${key}${value ? `=${value}` : ''}:${effect}`;
}

/** An amount as the scheduler counts it, in the units that people write: exact, and bytes by powers of two. */
export function amountText(resource: string, amount: bigint): string {
  const isBytes = ['memory', 'ephemeral-storage'].includes(resource) || resource.startsWith('hugepages-');
  return formatQuantity({ unscaled: amount, exponent: resource === 'cpu' ? -3 : 0, format: isBytes ? 'BinarySI' : 'DecimalSI' });
}

function affinityText(terms: readonly (readonly UnmetRequirement[])[]): string {
  const texts = terms.map((term) => (term.length === 0 ? 'an empty term matches no node' : term.map(unmetText).join(', ')));
  return texts.length === 0 ? 'the required node affinity has no terms, and so matches no node' : `the required node affinity is not met: ${texts.join('; or ')}`;
}

function unmetText({ requirement, found, unreadable }: UnmetRequirement): string {
  return `${printLabelSelector([requirement])} ${unreadable === undefined ? `(${hasLabel(requirement.key, found)})` : `cannot be read (${unreadable})`}`;
}

function hasLabel(key: string, found: string | undefined): string {
  return found === undefined ? `the node has no label ${key}` : `the node has ${key}=${found}`;
}
