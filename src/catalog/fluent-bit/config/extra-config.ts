import { FAILSAFE_SCHEMA } from 'js-yaml';
import { isSection, readYaml, Section, unknownSections } from '../../extra-config';

/** `extraConfig`, section by section. Every value is text, as Fluent Bit reads it: `0644` and `off` stay what they are. */
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
  return text === undefined || extraConfigProblems(text).length > 0 ? {} : readYaml(text, FAILSAFE_SCHEMA, SECTIONS) as ExtraConfig;
}

/** What cannot be understood, or would keep Fluent Bit from starting. */
export function extraConfigProblems(text: string): string[] {
  const config = readYaml(text, FAILSAFE_SCHEMA, SECTIONS);
  if (typeof config === 'string') {
    return [config];
  }
  const { service = {}, pipeline = {}, ...lists } = config;
  return [
    ...unknownSections(config, 'extraConfig', SECTIONS),
    ...(isSection(service) ? [] : ['extraConfig.service is no mapping of properties to values']),
    ...(isSection(pipeline) ? unknownSections(pipeline, 'extraConfig.pipeline', PIPELINE)
      : [`extraConfig.pipeline is no mapping; its sections are ${PIPELINE.join(', ')}`]),
    ...Object.entries(lists).filter(([name]) => SECTIONS.includes(name)).flatMap(([name, entries]) => entryProblems(`extraConfig.${name}`, entries)),
    ...(isSection(pipeline) ? Object.entries(pipeline) : []).filter(([name]) => PIPELINE.includes(name))
      .flatMap(([name, entries]) => entryProblems(`extraConfig.pipeline.${name}`, entries)),
  ];
}

/** Every plugin and parser has a name. */
function entryProblems(path: string, entries: unknown): string[] {
  return !Array.isArray(entries) ? [`${path} is no list`] : entries.flatMap((entry, index) => (
    isSection(entry) && Object.keys(entry).some((property) => property.toLowerCase() === 'name') ? []
      : [`${path}[${index}] has no 'name'; say which plugin or parser it is`]
  ));
}
