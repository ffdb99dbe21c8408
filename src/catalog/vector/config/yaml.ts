import { Yaml } from 'cdk8s';

/** A property whose whole value is a variable. */
const FROM_VARIABLE = /^( *)([\w.]+): (\$\{\w+\})$/gm;

/**
 * Vector puts variables in before it reads the YAML (upstream: src/config/loading), so that a password with a quote, with a colon or of digits only would be read as something
 * else. In a literal block no character has a meaning.
 */
export function vectorText(config: object): string {
  return Yaml.stringify(config).replace(FROM_VARIABLE, '$1$2: |2-\n$1  $3');
}
