import { CORE_SCHEMA } from 'js-yaml';
import { readYaml, Section } from '../../extra-config';

/** What it is about, where it is something else than a mapping. */
const SOME_SETTINGS = ['tags', 'logs_config', 'process_config', 'apm_config', 'and all others of datadog.yaml'];

/** What the text says; nothing where it cannot be understood. */
export function readExtraConfig(text: string | undefined): Section {
  const config = readYaml(text ?? '', CORE_SCHEMA, SOME_SETTINGS);
  return typeof config === 'string' ? {} : config;
}

export function extraConfigProblems(text: string | undefined): string[] {
  const config = readYaml(text ?? '', CORE_SCHEMA, SOME_SETTINGS);
  return typeof config === 'string' ? [config] : [];
}
