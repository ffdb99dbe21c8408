import { CORE_SCHEMA } from 'js-yaml';
import { isSection, Section, readYaml, unknownSections } from '../../extra-config';

/** Sections of the configuration (upstream: otelcol/config.go); with another one the collector does not start. */
const SECTIONS = ['receivers', 'processors', 'exporters', 'connectors', 'extensions', 'service'];

/** What the text says; nothing where `extraConfigProblems` finds that it cannot be understood. */
export function readExtraConfig(text: string | undefined): Section {
  return text === undefined || extraConfigProblems(text).length > 0 ? {} : parse(text) as Section;
}

/** What cannot be understood, or would take everything away that the options have put into a section. */
export function extraConfigProblems(text: string): string[] {
  const config = parse(text);
  if (typeof config === 'string') {
    return [config];
  }
  const { pipelines = {} } = isSection(config.service) ? config.service : {};
  return [
    ...unknownSections(config, 'extraConfig', SECTIONS),
    ...Object.entries(config).filter(([name, section]) => SECTIONS.includes(name) && !isSection(section)).map(([name]) => `extraConfig.${name} is no mapping`),
    ...(isSection(pipelines) ? [] : ['extraConfig.service.pipelines is no mapping']),
  ];
}

/** Numbers and switches as YAML 1.2 has them: the collector tells `9` from `"9"`. Dates stay texts. */
function parse(text: string): Section | string {
  return readYaml(text, CORE_SCHEMA, SECTIONS);
}
