import { FAILSAFE_SCHEMA, load } from 'js-yaml';

/** Text, as Fluent Bit reads every value, or what is made of texts. */
export type Written = string | null | Written[] | { readonly [property: string]: Written };

export interface Section {
  readonly [property: string]: Written;
}

/** `extraConfig`, section by section. */
export interface ExtraConfig {
  readonly service?: Section;
  readonly parsers?: Section[];
  readonly multiline_parsers?: Section[];
  readonly pipeline?: { readonly inputs?: Section[]; readonly filters?: Section[]; readonly outputs?: Section[] };
}

const SECTIONS = ['service', 'parsers', 'multiline_parsers', 'pipeline'];
const PIPELINE = ['inputs', 'filters', 'outputs'];

/** What the text says; nothing where `extraConfigProblems` finds that it cannot be understood. */
export function readExtraConfig(text: string | undefined): ExtraConfig {
  return text === undefined || extraConfigProblems(text).length > 0 ? {} : parse(text) as ExtraConfig;
}

/** What cannot be understood, or would keep Fluent Bit from starting. */
export function extraConfigProblems(text: string): string[] {
  let config: Written;
  try {
    config = parse(text);
  } catch (error) {
    // the message's first line; the others show the text, in which a secret may be
    return [`extraConfig is no YAML: ${(error as Error).message.split('\n')[0]}`];
  }
  if (!isSection(config)) {
    return [`extraConfig is no mapping; its sections are ${SECTIONS.join(', ')}`];
  }
  const { service = {}, pipeline = {}, ...lists } = config;
  return [
    ...unknown(config, 'extraConfig', SECTIONS),
    ...(isSection(service) ? [] : ['extraConfig.service is no mapping of properties to values']),
    ...(isSection(pipeline) ? unknown(pipeline, 'extraConfig.pipeline', PIPELINE) : [`extraConfig.pipeline is no mapping; its sections are ${PIPELINE.join(', ')}`]),
    ...Object.entries(lists).filter(([name]) => SECTIONS.includes(name)).flatMap(([name, entries]) => entryProblems(`extraConfig.${name}`, entries)),
    ...(isSection(pipeline) ? Object.entries(pipeline) : []).filter(([name]) => PIPELINE.includes(name))
      .flatMap(([name, entries]) => entryProblems(`extraConfig.pipeline.${name}`, entries)),
  ];
}

/** Every value is text, as Fluent Bit reads it: `0644` and `off` stay what they are. */
function parse(text: string): Written {
  return (load(text, { schema: FAILSAFE_SCHEMA }) ?? {}) as Written;
}

function unknown(section: Section, path: string, known: string[]): string[] {
  return Object.keys(section).filter((name) => !known.includes(name)).map((name) => `${path} has no section '${name}'; there are ${known.join(', ')}`);
}

/** Every plugin and parser has a name. */
function entryProblems(path: string, entries: Written): string[] {
  return !Array.isArray(entries) ? [`${path} is no list`] : entries.flatMap((entry, index) => (
    isSection(entry) && Object.keys(entry).some((property) => property.toLowerCase() === 'name') ? []
      : [`${path}[${index}] has no 'name'; say which plugin or parser it is`]
  ));
}

function isSection(value: Written): value is Section {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
