import { isPossible, placementProblems } from './checks/placement';
import { ownProblems, variantProblems } from './checks/variants';
import { DaemonProps } from './daemon-props';
import { Identity, resolveIdentity, REST } from './render/identity';
import { Placed, renderPlacement, renderTolerations, tolerationsOf } from './render/placement';
import { Rendered, renderDaemonSet } from './render/pod';
import { ResolvedSettings } from './settings';
import { Variant } from './variant';
import { withVariants } from './variants';
import { ASSUMPTIONS, DOMAIN, possibleLabels, printAssumptions } from '../kubernetes/domain';
import { nodeSetText } from '../kubernetes/node-set-text';
import { divide, domainOf, Share, VariantNodes } from '../placement/shares';
import { Tolerations } from '../placement/tolerations';

/** One DaemonSet of a daemon. */
export interface Member {
  /** `rest` for the nodes that no variant names; undefined where there are no variants. */
  readonly variant?: string;
  readonly identity: Identity;
  readonly props: DaemonProps;
  readonly configMapName: string;
  readonly rendered: Rendered;
  /** Of its own metadata. */
  readonly annotations: { readonly [key: string]: string };
}

/** The DaemonSets of a daemon. */
export interface Members {
  /** The definition as it stands, also where variants leave no DaemonSet for it. */
  readonly base: Member;
  /** That of the definition first, so that it gives nodes away before others take them; then the variants in order. */
  readonly list: readonly Member[];
  /** Why some of them could not be made. */
  readonly problems: readonly string[];
}

export function renderMembers(daemon: Identity, definition: DaemonProps, settings: ResolvedSettings, serviceAccountName?: string): Members {
  const props = withVariants(daemon, definition, (_, own) => own);
  const tolerations = tolerationsOf(props, settings);
  const placed = renderPlacement(props, tolerations);
  const render: Render = (own, where, member = {}) => {
    const { variant, annotations = {}, configMapName = daemon.name } = member;
    const identity = variant === undefined ? daemon : resolveIdentity(daemon, own, settings, variant);
    const rendered = renderDaemonSet(identity, own, { settings, serviceAccountName, configMapName, placed: where });
    return { variant, identity, props: own, configMapName, rendered, annotations };
  };
  const wrongPlacement = placementProblems(placed);
  const isDivided = (props.variants ?? []).length > 0 && isPossible(placed);
  const { base, list, problems } = isDivided ? divided(props, placed, settings, render) : alone(render(props, placed));
  return { base, list, problems: [...wrongPlacement, ...variantProblems(props, base.identity, tolerations), ...problems] };
}

/** Renders a DaemonSet of a definition on some nodes. */
type Render = (props: DaemonProps, placed: Placed, member?: Partial<Pick<Member, 'variant' | 'annotations' | 'configMapName'>>) => Member;

function alone(member: Member): Members {
  return { base: member, list: [member], problems: [] };
}

function divided(props: DaemonProps, placed: Placed, settings: ResolvedSettings, render: Render): Members {
  const { variants = [], variantsOnly = false, assumptions = [] } = props;
  const nodes = variants.map((variant): VariantNodes => ({ name: variant.name, terms: variant._nodes._terms() }));
  const integerLabels = assumptions.map(({ _integerLabel }) => _integerLabel);
  const shares = divide(placed, nodes, possibleLabels(integerLabels));
  const annotations = annotationsOf(nodeSetText(domainOf(placed, nodes, variantsOnly)), integerLabels);
  const base = render(props, { ...placed, ...selectionOf(shares.rest) }, { variant: REST, annotations });
  const member = (variant: Variant, share: Share): Member => {
    const own = variant._definition as DaemonProps;
    const tolerations = tolerationsOf(own, settings).plus(variant._overrides.tolerations ?? Tolerations.none());
    const where = { ...selectionOf(share), tolerations: renderTolerations(tolerations, base.identity.recommended) };
    const shared = render(own, where, { variant: variant.name, annotations });
    const isShared = JSON.stringify(shared.rendered.configData) === JSON.stringify(base.rendered.configData);
    return isShared ? shared : render(own, where, { variant: variant.name, annotations, configMapName: shared.identity.setName });
  };
  const possible = variants.map((variant, index) => ({ variant, share: shares.variants[index] }))
    .filter(({ variant, share }, index) => base.identity.recommended && 'selection' in share && ownProblems(variant, index, variants).length === 0);
  return {
    base,
    list: [...(variantsOnly || 'problem' in shares.rest ? [] : [base]), ...possible.map(({ variant, share }) => member(variant, share))],
    problems: [...shares.variants, ...(variantsOnly ? [] : [shares.rest])].flatMap((share) => ('problem' in share ? [share.problem] : [])),
  };
}

function selectionOf(share: Share): Pick<Placed, 'nodeSelector' | 'affinity'> {
  return 'selection' in share ? share.selection : {};
}

function annotationsOf(domain: string | undefined, integerLabels: string[]): { [key: string]: string } {
  return {
    ...(domain === undefined ? {} : { [DOMAIN]: domain }),
    ...(integerLabels.length > 0 ? { [ASSUMPTIONS]: printAssumptions(integerLabels) } : {}),
  };
}
