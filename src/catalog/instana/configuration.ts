import { SecretValue } from 'cdk8s-plus-27';

/** @internal */
export type InstanaConfigurationData = { readonly text: string } | { readonly secret: SecretValue };

/**
 * A part of the agent's configuration: a file of YAML with sections such as `com.instana.plugin.host`. The agent reads all parts, and merges them in the order
 * of their names.
 *
 * A part with a password in it stands in a Secret of yours, whole (`fromSecret`): the agent has no variables in its configuration. So only that sensor's part is
 * secret, and everything else can be read and reviewed.
 */
export class InstanaConfiguration {
  /**
   * A part that everybody may read: it becomes a file of the daemon's ConfigMap. A password in it is an error.
   *
   * @param text YAML
   */
  public static yaml(text: string): InstanaConfiguration {
    return new InstanaConfiguration({ text });
  }

  /**
   * A part that stands in a Secret, under a key of any name. The agent reads a changed Secret when it is started the next time.
   *
   * @param value the Secret and its key, whose value is the YAML
   */
  public static fromSecret(value: SecretValue): InstanaConfiguration {
    return new InstanaConfiguration({ secret: { ...value } });
  }

  private constructor(
    /** @internal */
    public readonly _data: InstanaConfigurationData,
  ) {
  }
}
