import { SecretValue } from 'cdk8s-plus-27';

/**
 * A secret without which the product cannot run. Who writes in an untyped language may leave it out, or name no key; the agent would then not be made, or
 * wait on every node for something that does not come.
 *
 * @param what the option, and what it holds, for the message
 * @param key under which the vendor's own manifests keep it
 * @throws if it is missing
 */
export function requiredSecret(daemon: string, option: string, what: string, key: string, value: SecretValue | undefined): SecretValue {
  if (!value?.secret?.name || !value.key) {
    throw new Error(`${daemon} needs ${option}, the Secret that holds ${what}, and its key there (the vendor's own manifests call it '${key}'): `
      + `${option}: { secret: Secret.fromSecretName(scope, id, name), key: '${key}' }`);
  }
  return value;
}
