import { Console } from './console';
import { UsageError } from './usage';

const [OLDEST, NEWEST] = [28, 36];

/**
 * A version as it is given: `1.34`, `v1.34.2`. A newer one than is known is judged as the newest that is.
 *
 * @throws UsageError where it is none, or too old
 */
export function kubeVersion(text: string, console: Console): string {
  const [, minor] = /^v?1\.(\d+)(\.\d+)?$/.exec(text) ?? [];
  if (minor === undefined || Number(minor) < OLDEST) {
    throw new UsageError(`--kube-version takes a version from 1.${OLDEST} on, such as 1.${NEWEST}, and not '${text}'`);
  }
  if (Number(minor) > NEWEST) {
    console.err(`cdk8s-daemons: Kubernetes 1.${minor} is newer than what is known here; judged as 1.${NEWEST}\n`);
    return `1.${NEWEST}`;
  }
  return `1.${minor}`;
}
