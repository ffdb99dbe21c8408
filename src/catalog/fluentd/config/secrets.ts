import { EnvValue, ISecret, SecretValue } from 'cdk8s-plus-27';
import { CERTIFICATES } from './paths';
import { Ruby } from './writer';
import { DaemonVolume } from '../../../daemon/volume';

/** The secrets of one destination: what the configuration says in their place, and where the container gets them from. */
export class Secrets {
  public readonly env: { [name: string]: EnvValue } = {};
  private readonly files = new Map<string, { readonly secret: ISecret; readonly items: { [key: string]: string } }>();

  /** @param id of the destination */
  constructor(private readonly id: string) {
  }

  /** A secret as environment variable. */
  public variable(field: string, value: SecretValue | undefined): Ruby | undefined {
    if (value === undefined) {
      return undefined;
    }
    const name = `FLUENTD_${this.id}_${field}`.toUpperCase();
    this.env[name] = EnvValue.fromSecretValue(value);
    return Ruby.env(name);
  }

  /** A secret as file; undefined where there is none. Keys of one Secret share a directory. */
  public file(fileName: string, value: SecretValue | undefined): string | undefined {
    if (value === undefined) {
      return undefined;
    }
    const { name } = value.secret;
    const { items } = this.files.get(name) ?? this.files.set(name, { secret: value.secret, items: {} }).get(name)!;
    items[value.key] ??= fileName;
    return `${this.directory(name)}/${items[value.key]}`;
  }

  public get volumes(): DaemonVolume[] {
    return [...this.files].map(([name, { secret, items }]) => DaemonVolume.secret(this.directory(name), secret, { items }));
  }

  private directory(secret: string): string {
    return `${CERTIFICATES}/${this.id}/${secret}`;
  }
}
