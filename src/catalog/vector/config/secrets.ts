import { SecretValue } from 'cdk8s-plus-27';
import { CERTIFICATES } from './paths';
import { Component, variable } from './values';
import { AwsCredentials } from '../../log-output/aws-options';
import { LogOutputTls } from '../../log-output/options';
import { DestinationSecrets } from '../../log-output/secrets';

/** The secrets of one destination, and what the configuration says in their place. */
export class Secrets extends DestinationSecrets {
  /** @param id of the destination */
  constructor(id: string) {
    super('VECTOR', CERTIFICATES, id);
  }

  /** A secret as environment variable. */
  public variable(field: string, value: SecretValue | undefined): string | undefined {
    const name = this.variableName(field, value);
    return name && variable(name);
  }

  /** Undefined where the cloud says who the pod is. */
  public aws(credentials: AwsCredentials | undefined): Component | undefined {
    return credentials && {
      access_key_id: this.variable('access_key_id', credentials.accessKeyId),
      secret_access_key: this.variable('secret_access_key', credentials.secretAccessKey),
    };
  }

  /** Files of a connection with TLS. */
  public tlsFiles({ ca, certificate, key }: LogOutputTls): Component {
    return { ca_file: this.file('ca.crt', ca), crt_file: this.file('client.crt', certificate), key_file: this.file('client.key', key) };
  }
}
