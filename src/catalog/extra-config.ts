import { load, Schema } from 'js-yaml';

/** What YAML says. */
export type Written = string | number | boolean | null | Written[] | Section;

/** A mapping of YAML. */
export interface Section {
  readonly [property: string]: Written;
}

/** `extraConfig` in YAML, read as the product reads it; a problem in its place where it cannot be understood. */
export function readYaml(text: string, schema: Schema, sections: string[]): Section | string {
  try {
    const config = (load(text, { schema }) ?? {}) as Written;
    return isSection(config) ? config : `extraConfig is no mapping; its sections are ${sections.join(', ')}`;
  } catch (error) {
    // the message's first line; the others show the text, in which a secret may be
    return `extraConfig is no YAML: ${(error as Error).message.split('\n')[0]}`;
  }
}

export function unknownSections(section: Section, path: string, known: string[]): string[] {
  return Object.keys(section).filter((name) => !known.includes(name)).map((name) => `${path} has no section '${name}'; there are ${known.join(', ')}`);
}

export function isSection(value: Written | undefined): value is Section {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
