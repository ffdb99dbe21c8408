import { DNS_LABEL_MAX, isDnsLabel } from '../../kubernetes/names';
import { Tolerations } from '../../placement/tolerations';
import { DaemonProps } from '../daemon-props';
import { Identity, REST } from '../render/identity';
import { Variant } from '../variant';

/** What is wrong with a list of variants as such, whichever nodes they are for. */
export function variantProblems(props: DaemonProps, { recommended }: Identity, tolerations: Tolerations): string[] {
  const { variants = [], variantsOnly, selector, placement } = props;
  const toleratesNew = (variant: Variant) => variant._overrides.tolerations?._tolerateEveryTaint() && !tolerations._tolerateEveryTaint();
  return [
    ...(variantsOnly && variants.length === 0 ? ['variantsOnly leaves no DaemonSet, since there are no variants; give variants, or leave variantsOnly out'] : []),
    ...(variants.length > 0 && !recommended ? ['with Defaults.none() no label is added, so the pods of variants could not be told apart; define each as a Daemon of its own, '
      + 'or leave defaults out'] : []),
    ...(variants.length > 0 && variantsOnly && recommended && selector !== undefined
      ? ['selector is that of the DaemonSet for the nodes that no variant names, and variantsOnly leaves none; leave one of the two out'] : []),
    ...variants.flatMap((variant, index) => ownProblems(variant, index, variants)),
    ...variants.filter((variant) => toleratesNew(variant) && !placement?._includesVirtualNodes)
      .map(({ name }) => `variant '${name}' tolerates every taint and the daemon does not, so that it alone would be sent to virtual nodes, where its pods stay Pending; `
        + 'name the taints: Tolerations.of(…), or let the daemon tolerate every taint'),
  ];
}

/** What keeps a single variant from being made. */
export function ownProblems(variant: Variant, index: number, all: readonly Variant[]): string[] {
  const { name } = variant;
  return [
    ...(isDnsLabel(name) ? [] : [`the variant name '${name}' (${name.length} characters) is not allowed: at most ${DNS_LABEL_MAX} characters, lower-case letters, digits and `
      + "inner dashes, since it is part of the DaemonSet's name and a label value"]),
    ...(name === REST ? [`the variant name '${REST}' is taken by the nodes that no variant names; give the variant another name`] : []),
    ...(all.findIndex((other) => other.name === name) === index ? [] : [`two variants are named '${name}'; each needs a name of its own`]),
    ...variant._problems.map((problem) => `variant '${name}': ${problem}`),
  ];
}
