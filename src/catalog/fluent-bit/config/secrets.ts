import { EnvValue, SecretValue } from 'cdk8s-plus-27';
import { CERTIFICATES } from './paths';
import { variable } from './values';
import { AwsCredentials } from '../../log-output/aws-options';
import { DestinationSecrets } from '../../log-output/secrets';

/** The secrets of one destination, and what the configuration says in their place. */
export class Secrets extends DestinationSecrets {
  /** @param id of the destination */
  constructor(id: string) {
    super('FLUENT_BIT', CERTIFICATES, id);
  }

  /** A secret as environment variable. */
  public variable(field: string, value: SecretValue | undefined): string | undefined {
    const name = this.variableName(field, value);
    return name && variable(name);
  }

  /** The plugins of AWS take keys from the variables of its SDKs only, so a daemon has one identity. */
  public aws(credentials: AwsCredentials | undefined): void {
    if (credentials !== undefined) {
      this.env.AWS_ACCESS_KEY_ID = EnvValue.fromSecretValue(credentials.accessKeyId);
      this.env.AWS_SECRET_ACCESS_KEY = EnvValue.fromSecretValue(credentials.secretAccessKey);
    }
  }
}
