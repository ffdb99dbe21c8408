import { EnvValue } from 'cdk8s-plus-27';
import { parseYaml } from './config/agent';
import { INTEGRATIONS } from './config/paths';
import { ConfigFile } from '../../daemon/container';
import { literalSecrets } from '../literal-secrets';

/** Without its ending. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

/** What the agent puts into a file before it reads it (upstream: pkg/config/envvar). */
const PLACEHOLDER = /\{\{ *(\w+)[^}]*\}\}/g;

/** Those whose names are file names. */
export function integrationFiles(integrations: { [name: string]: string } = {}): ConfigFile[] {
  return Object.entries(integrations).filter(([name]) => FILE_NAME.test(name)).map(([name, content]) => ({ path: `${INTEGRATIONS}/${name}.yml`, content }));
}

/** What keeps an integration from running. */
export function integrationProblems(integrations: { [name: string]: string } = {}, env: { [name: string]: EnvValue } = {}): string[] {
  return Object.entries(integrations).flatMap(([name, text]) => {
    const option = `integrations.${name}`;
    return FILE_NAME.test(name) ? [...sections(option, text), ...configProblems(option, text, env)]
      : [`integrations: '${name}' is no file name without its ending; it takes letters, digits, '-' and '_'`];
  });
}

/** Files of the older format say `instances`, those of the newer one `integrations`. */
function sections(option: string, text: string): string[] {
  const config = parseYaml(withoutPlaceholders(text));
  return typeof config === 'string' || 'integrations' in config || 'instances' in config ? []
    : [`${option} has no section 'integrations', so that nothing would run; see the integration's own documentation`];
}

/** YAML that cannot be read, a secret in plain text, a variable that is not there. */
function configProblems(option: string, text: string, env: { [name: string]: EnvValue }): string[] {
  const config = parseYaml(withoutPlaceholders(text));
  const missing = [...new Set([...text.replace(/^\s*#.*$/gm, '').matchAll(PLACEHOLDER)].map(([, name]) => name))].filter((name) => env[name] === undefined);
  return [
    ...(typeof config === 'string' ? [config.replace('extraConfig', option)]
      : literalSecrets(config, { option, advice: 'a variable: env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and {{NAME}}' })),
    ...missing.map((name) => `${option} names the variable ${name}, which is not set, and the agent does not read it; add it to env`),
  ];
}

function withoutPlaceholders(text: string): string {
  return text.replace(PLACEHOLDER, '$${$1}');
}
