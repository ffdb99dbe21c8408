import { ContainerOptions, DaemonContainer } from './container';
import { DaemonOptions, DaemonProps } from './daemon-props';
import { mergeOptions } from './merge-options';
import { setNameOf, NameAndNamespace } from './render/identity';
import { RequiredOptions, requireOptions } from './required-options';
import { ContainerOverrides, Variant, VariantOverrides } from './variant';

type Containers = Pick<DaemonProps, 'containers' | 'initContainers' | 'sidecars'>;

const BESIDE = ['containers', 'initContainers', 'sidecars'] as const;

/**
 * Makes the definition of a daemon, and by the same function that of each variant, from the options of both.
 *
 * @param product the known daemon whose variants are taken; undefined takes those of `Variant.of`
 * @param required what the known daemon cannot do without
 * @throws if something of that is missing
 */
export function withVariants<P extends DaemonOptions, Q extends DaemonOptions>(
  who: NameAndNamespace, props: P = {} as P, define: (who: NameAndNamespace, props: P) => Q, product?: string,
  required: RequiredOptions<P> = {},
): Q {
  requireOptions(`${product} '${who.name}'`, props, required);
  if (props.variants === undefined) {
    return define(who, props);
  }
  const variants = props.variants.map((variant) => {
    const { options, problems } = optionsOf(variant, props, product);
    return variant._defined(define({ ...who, name: setNameOf(who.name, variant.name) }, options), problems);
  });
  return { ...define(who, props), variants };
}

/** What is wrong with a daemon's options, and with those of its variants where it is not the same. */
export function problemsWithVariants<P extends DaemonOptions>(props: P = {} as P, problems: (props: P) => string[], product: string): string[] {
  const own = problems(props);
  const variants = props.variants ?? [];
  return [...own, ...variants.flatMap((variant) => problems(optionsOf(variant, props, product).options).filter((problem) => !own.includes(problem))
    .map((problem) => `variant '${variant.name}': ${problem}`))];
}

/** The options of a variant, those of the daemon among them. */
function optionsOf<P extends DaemonOptions>(variant: Variant, base: P, product?: string): { options: P; problems: string[] } {
  const { variants, ...own } = base;
  if (variant._definition !== undefined) {
    return { options: variant._definition as P, problems: [] };
  }
  if (variant._product !== product) {
    return { options: own as P, problems: [otherProduct(variant, product)] };
  }
  const { tolerations, ...options } = variant._overrides; // tolerations are added to what the daemon's kind decides, which is not known here
  return product === undefined ? override(own as P, options) : { options: mergeOptions(own as P, options), problems: [] };
}

function otherProduct({ _product }: Variant, product: string | undefined): string {
  const made = _product === undefined ? 'Variant.of' : `${_product}.variant`;
  const wanted = product === undefined ? 'Variant.of' : `${product}.variant`;
  return `it is made by ${made}, which knows nothing of this daemon's options; make it by ${wanted}`;
}

function override<P extends DaemonOptions>(base: P, overrides: Omit<VariantOverrides, 'tolerations'>): { options: P; problems: string[] } {
  const { containers = {}, ...main } = overrides;
  const beside = base as Containers;
  const known = BESIDE.flatMap((list) => beside[list] ?? []).map((container) => container.name);
  const changed = (list: DaemonContainer[] | undefined) => list?.map((container) => overrideContainer(container, containers[container.name] ?? {}));
  const lists = Object.fromEntries(BESIDE.filter((list) => beside[list] !== undefined).map((list) => [list, changed(beside[list])]));
  return {
    options: { ...overrideContainer(base as P & ContainerOptions, main), ...lists },
    problems: [
      ...lostArgs(base as Partial<ContainerOptions>, main),
      ...Object.keys(containers).filter((name) => !known.includes(name))
        .map((name) => `there is no container '${name}' whose definition could change; there are: ${known.join(', ') || 'none beside the main one'}`),
      ...BESIDE.flatMap((list) => beside[list] ?? []).flatMap((container) => lostArgs(container, containers[container.name] ?? {})),
    ],
  };
}

function overrideContainer<C extends Partial<ContainerOptions>>(base: C, { args, extraArgs, ...others }: ContainerOverrides): C {
  const all = [...(args ?? base.args ?? []), ...(extraArgs ?? [])];
  return { ...mergeOptions(base, others), args: args === undefined && extraArgs === undefined ? base.args : all };
}

function lostArgs(base: Partial<ContainerOptions>, { args = base.args, extraArgs = [] }: ContainerOverrides): string[] {
  return args === undefined && extraArgs.length > 0
    ? [`extraArgs (${extraArgs.join(' ')}) come after args, and there are none, so that the image's own arguments would be lost; give args`] : [];
}
