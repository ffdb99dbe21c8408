import { SecretValue } from 'cdk8s-plus-27';
import { CERTIFICATES } from './paths';
import { Ruby } from './writer';
import { DestinationSecrets } from '../../log-output/secrets';

/** The secrets of one destination, and what the configuration says in their place. */
export class Secrets extends DestinationSecrets {
  /** @param id of the destination */
  constructor(id: string) {
    super('FLUENTD', CERTIFICATES, id);
  }

  /** A secret as environment variable. */
  public variable(field: string, value: SecretValue | undefined): Ruby | undefined {
    const name = this.variableName(field, value);
    return name === undefined ? undefined : Ruby.env(name);
  }
}
