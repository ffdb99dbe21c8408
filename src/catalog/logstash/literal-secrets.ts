import { SECRET_PARAMETER } from '../secret-names';

/** A parameter and the text that it gets, unless that is empty, a variable or a field of the event. */
const TEXT_PARAMETER = /["']?([\w.-]+)["']?\s*=>\s*(["'])(?!\2|\$\{|%\{)/g;

const IN_URL = /:\/\/[^/\s:@"']+:(?!\$\{)[^/\s@"']+@/;

/** Secrets in plain text in filters: they become a ConfigMap, which more people may read than Secrets. They are never repeated here. */
export function literalSecrets(filters: string): string[] {
  return filters.split('\n').flatMap((line, index) => (/^\s*#/.test(line) ? [] : whereIn(line))
    .map((where) => `extraFilters, line ${index + 1}: there is a secret in plain text ${where}, which everybody sees who may read ConfigMaps; `
      + 'use a variable: env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and "${NAME}"'));
}

function whereIn(line: string): string[] {
  const parameters = [...line.matchAll(TEXT_PARAMETER)].map(([, parameter]) => parameter).filter((parameter) => SECRET_PARAMETER.test(parameter));
  return [...parameters.map((parameter) => `in '${parameter}'`), ...(IN_URL.test(line) ? ['in a URL'] : [])];
}
