import { CORE_SCHEMA } from 'js-yaml';
import { isSection, readYaml, Section, unknownSections } from '../../extra-config';

/** Kinds of components, each by its id. */
const COMPONENTS = ['sources', 'transforms', 'sinks'];

/** Upstream: src/config/builder.rs; `data_dir` is the state directory. */
const SECTIONS = [
  ...COMPONENTS, 'acknowledgements', 'api', 'buffer_utilization_ewma_half_life_seconds', 'enrichment_tables', 'expire_metrics_per_metric_set', 'expire_metrics_secs',
  'healthchecks', 'latency_ewma_alpha', 'log_schema', 'metrics_storage_refresh_period', 'proxy', 'schema', 'secret', 'telemetry', 'tests', 'timezone',
  'wildcard_matching',
];

/** What the text says; nothing where it cannot be understood. */
export function readExtraConfig(text: string | undefined): Section {
  return text === undefined || shapeProblems(text).length > 0 ? {} : readYaml(text, CORE_SCHEMA, COMPONENTS) as Section;
}

/** What cannot be understood, or would keep Vector from starting; seen together with the configuration that it is merged into. */
export function extraConfigProblems(text: string | undefined, merged: Section): string[] {
  return text === undefined ? [] : [...shapeProblems(text), ...componentProblems(readExtraConfig(text), merged)];
}

function shapeProblems(text: string): string[] {
  const config = readYaml(text, CORE_SCHEMA, COMPONENTS);
  return typeof config === 'string' ? [config] : [
    ...unknownSections(config, 'extraConfig', SECTIONS),
    ...Object.entries(config).filter(([name]) => COMPONENTS.includes(name)).flatMap(([name, components]) => (
      isSection(components) ? Object.entries(components).filter(([, component]) => !isSection(component))
        .map(([id]) => `extraConfig.${name}.${id} is no mapping; it has a 'type'`)
        : [`extraConfig.${name} is no mapping of ids to components`]
    )),
  ];
}

/** Each component is of some type, and takes events from one that is there. */
function componentProblems(extra: Section, merged: Section): string[] {
  const names = ['sources', 'transforms'].flatMap((kind) => Object.keys(sectionOf(merged, kind)));
  return COMPONENTS.flatMap((kind) => Object.keys(sectionOf(extra, kind)).flatMap((id) => {
    const { type, inputs } = sectionOf(sectionOf(merged, kind), id);
    const where = `extraConfig.${kind}.${id}`;
    return [
      ...(typeof type === 'string' ? [] : [`${where} has no 'type'; say what kind of component it is`]),
      ...(kind === 'sources' ? [] : Array.isArray(inputs) && inputs.length > 0 ? unknownInputs(inputs, names, where)
        : [`${where} has no 'inputs'; name the components that it takes events from`]),
    ];
  }));
}

/** Components of the options that take events from nothing, as long as `extraConfig` leads none to them: Vector would not start. */
export function starvedProblems(merged: Section): string[] {
  return ['transforms', 'sinks'].flatMap((kind) => Object.entries(sectionOf(merged, kind)).filter(([, component]) => (
    isSection(component) && Array.isArray(component.inputs) && component.inputs.length === 0
  )).map(([id]) => `sources is empty, so '${id}' takes events from nothing; lead those of extraConfig there: ${kind}: { ${id}: { inputs: [ … ] } }`));
}

/** A pattern with `*` names several; `id.output` names one output of a transform. */
function unknownInputs(inputs: unknown[], names: string[], where: string): string[] {
  const isThere = (input: string) => (input.includes('*')
    ? names.some((name) => new RegExp(`^${input.split('*').map((part) => part.replace(/[^\w]/g, '\\$&')).join('.*')}$`).test(name))
    : names.some((name) => input === name || input.startsWith(`${name}.`)));
  return inputs.map(String).filter((input) => !input.includes('${') && !isThere(input))
    .map((input) => `${where} takes events from '${input}', which is no source or transform; there are ${names.join(', ')}`);
}

function sectionOf(section: Section, name: string): Section {
  const value = section[name];
  return isSection(value) ? value : {};
}
