import { ISecret, SecretValue } from 'cdk8s-plus-27';
import { DaemonVolume } from '../daemon/volume';

/**
 * Keys of Secrets as files of one directory, and no other key of them. One key can be one file only.
 *
 * @param files by name; what is undefined is no file
 */
export function secretFiles(directory: string, files: { readonly [name: string]: SecretValue | undefined }): DaemonVolume[] {
  const bySecret = new Map<string, { secret: ISecret; items: { [key: string]: string } }>();
  for (const [name, value] of Object.entries(files)) {
    if (value !== undefined) {
      const items = bySecret.get(value.secret.name)?.items ?? {};
      bySecret.set(value.secret.name, { secret: value.secret, items: { ...items, [value.key]: name } });
    }
  }
  return [...bySecret.values()].map(({ secret, items }) => DaemonVolume.secret(directory, secret, { items }));
}
