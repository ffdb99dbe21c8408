import { EnvValue, ISecret, SecretValue } from 'cdk8s-plus-27';
import { LogOutput } from './log-output';
import { DaemonVolume } from '../../daemon/volume';

/** The secrets of one destination, where the container gets them from: an environment variable or a file for each. */
export class DestinationSecrets {
  public readonly env: { [name: string]: EnvValue } = {};
  private readonly files = new Map<string, { readonly secret: ISecret; readonly items: { [key: string]: string } }>();

  /**
   * @param prefix of the variables' names
   * @param directory of the files
   * @param id of the destination
   */
  constructor(private readonly prefix: string, private readonly directory: string, private readonly id: string) {
  }

  /** Name of the environment variable with a secret; undefined where there is none. */
  public variableName(field: string, value: SecretValue | undefined): string | undefined {
    if (value === undefined) {
      return undefined;
    }
    const name = `${this.prefix}_${this.id}_${field}`.toUpperCase();
    this.env[name] = EnvValue.fromSecretValue(value);
    return name;
  }

  /** A secret as file; undefined where there is none. Keys of one Secret share a directory. */
  public file(fileName: string, value: SecretValue | undefined): string | undefined {
    if (value === undefined) {
      return undefined;
    }
    const { name } = value.secret;
    const { items } = this.files.get(name) ?? this.files.set(name, { secret: value.secret, items: {} }).get(name)!;
    items[value.key] ??= fileName;
    return `${this.mountPath(name)}/${items[value.key]}`;
  }

  public get volumes(): DaemonVolume[] {
    return [...this.files].map(([name, { secret, items }]) => DaemonVolume.secret(this.mountPath(name), secret, { items }));
  }

  private mountPath(secret: string): string {
    return `${this.directory}/${this.id}/${secret}`;
  }
}

/** From the kind, so that a further destination changes nothing of the others: their buffers keep their names. */
export function destinationId({ _destinations }: LogOutput, index: number): string {
  const { kind } = _destinations[index];
  const earlier = _destinations.slice(0, index).filter((other) => other.kind === kind).length;
  return earlier === 0 ? kind : `${kind}_${earlier + 1}`;
}
