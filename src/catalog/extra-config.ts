import { load, Schema } from 'js-yaml';

/** A mapping of YAML. */
export interface Section {
  readonly [property: string]: unknown;
}

/** `extraConfig` (or another option) in YAML, read as the product reads it; a problem in its place where it cannot be understood. */
export function readYaml(text: string, schema: Schema, sections: string[], option: string = 'extraConfig'): Section | string {
  try {
    const config = load(text, { schema }) ?? {};
    return isSection(config) ? config : `${option} is no mapping; its sections are ${sections.join(', ')}`;
  } catch (error) {
    // the message's first line; the others show the text, in which a secret may be
    return `${option} is no YAML: ${(error as Error).message.split('\n')[0]}`;
  }
}

export function unknownSections(section: Section, path: string, known: string[]): string[] {
  return Object.keys(section).filter((name) => !known.includes(name)).map((name) => `${path} has no section '${name}'; there are ${known.join(', ')}`);
}

export function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One configuration with another over it: mapping by mapping, everything else in place of what is there. Neither of both is changed. */
export function mergeSections(base: Section, own: Section): Section {
  const merged = Object.entries(own).map(([key, value]) => {
    const known = base[key];
    return [key, isSection(known) && isSection(value) ? mergeSections(known, value) : value];
  });
  return { ...base, ...Object.fromEntries(merged) };
}
