import { SECRET_PARAMETER } from '../secret-names';

/** Words that are no secret: a path, a switch, a field of the event, nothing. */
const HARMLESS = /^("?\/|true\b|false\b|use_nil\b|use_default\b|["']{2}|["']?\$\{|$)/;

/** `#{}` is run only in double quotes. */
const FROM_RUBY = /^".*#\{.*"/;

const IN_URL = /:\/\/[^/\s:@"']+:(?!#\{)[^/\s@"']+@/;
const IN_HEADER = /authorization["']?\s*[:=\s]\s*["']?(basic|bearer|apikey)\s+(?!#\{)\S/i;

/** Secrets in plain text in a configuration: it becomes a ConfigMap, which more people may read than Secrets. They are never repeated here. */
export function literalSecrets(config: string): string[] {
  return config.split('\n').flatMap((line, index) => {
    const [, parameter = '', value = ''] = /^\s*([^\s#<]\S*)\s+(.*?)\s*$/.exec(line) ?? [];
    const where = SECRET_PARAMETER.test(parameter) && !HARMLESS.test(value) && !FROM_RUBY.test(value) ? `in '${parameter}'`
      : IN_URL.test(value) ? 'in a URL' : IN_HEADER.test(line) && !/^\s*#/.test(line) ? 'in a header' : undefined;
    return where === undefined ? [] : [`extraConfig, line ${index + 1}: there is a secret in plain text ${where}, which everybody sees who may read ConfigMaps; use the output's `
      + 'own field for it (LogOutput), or a variable: env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and "#{ENV[\'NAME\']}"'];
  });
}
