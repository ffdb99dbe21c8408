import { SECRET_PARAMETER } from './secret-names';

/** A file, a switch, nothing. */
const HARMLESS = /^\/|^(true|false|on|off|yes|no)?$/i;

/** A variable anywhere in the value, such as `${NAME}` or `${env:NAME}`. */
const VARIABLE = /\$\{\w[^}]*\}/;

/** What to use instead, for log collectors. */
const ADVICE = "the output's own field for it (LogOutput), or a variable: env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and ${NAME}";

const IN_URL = /:\/\/[^/\s:@]+:(?!\$\{)[^/\s@]+@/;
const IN_HEADER = /^authorization[:\s]+(?!.*\$\{)\S/i;

/** What differs from product to product. */
interface Words {
  /** Where the configuration was given. */
  readonly option?: string;
  /** What to use instead. */
  readonly advice?: string;
  /** To what is not in the configuration itself. */
  readonly reference?: RegExp;
}

/**
 * Secrets in plain text in a configuration of one's own: it becomes a ConfigMap, which more people may read than Secrets. They are never repeated here.
 *
 * @param config as it was read
 */
export function literalSecrets(config: object, { option = 'extraConfig', advice = ADVICE, reference = VARIABLE }: Words = {}): string[] {
  const isPlain = (text: string) => !HARMLESS.test(text) && !reference.test(text);
  return Object.entries(config).flatMap(([section, content]) => texts(content, section, section)).flatMap(([path, property, text]) => {
    const where = SECRET_PARAMETER.test(property) && isPlain(text) ? '' : IN_URL.test(text) ? ', in a URL' : IN_HEADER.test(text) ? ', in a header' : undefined;
    return where === undefined ? []
      : [`${option}.${path}: there is a secret in plain text${where}, which everybody sees who may read ConfigMaps; use ${advice}`];
  });
}

/** All texts and numbers of a value: where they stand, under which property, and what they say. */
function texts(value: unknown, path: string, property = ''): [string, string, string][] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => (
      Array.isArray(value) ? texts(inner, `${path}[${key}]`, property) : texts(inner, `${path}.${key}`, key)
    ));
  }
  return typeof value === 'string' || typeof value === 'number' ? [[path, property, String(value)]] : [];
}
