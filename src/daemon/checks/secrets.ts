import { Check, definedContainers } from './subject';

const SECRET_NAME = /(PASSWORD|PASSWD|PASSPHRASE|(^|_)(SECRET|SECRET_KEY|TOKEN|API_?KEY|ACCESS_?KEY|ACCESS_KEY_ID|PRIVATE_?KEY|LICENSE_?KEY))$/i;

/** A secret written into a manifest is known to everybody who can read the repository or the DaemonSet. */
export const checkSecrets: Check = (subject) => definedContainers(subject).flatMap(({ name, options }) => Object.entries(options.env ?? {})
  .filter(([variable, value]) => SECRET_NAME.test(variable) && isLiteral(value.value))
  .map(([variable]) => `container '${name}': the variable ${variable} holds a secret as plain text; take it from a Secret: EnvValue.fromSecretValue({ secret, key })`));

/** A path tells where a secret lies, and `$(NAME)` takes it from another variable. */
function isLiteral(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !value.startsWith('/') && !/^\$\(.*\)$/.test(value);
}
