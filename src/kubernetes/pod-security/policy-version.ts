/** The minor version of the Kubernetes whose API server `latest` speaks for. */
const LATEST_MINOR = 36;

/**
 * The minor version that a policy version — the value of a `pod-security.kubernetes.io/<mode>-version` label — stands for.
 *
 * @throws if the version is neither `latest` nor of the form `v1.36`
 */
export function minorOf(version: string): number {
  if (version === 'latest') {
    return LATEST_MINOR;
  }
  const minor = /^v1\.(0|[1-9][0-9]*)$/.exec(version)?.[1];
  if (minor === undefined) {
    throw new Error(`Pod Security version "${version}" must be "latest" or "v1.x", such as "v1.${LATEST_MINOR}"`);
  }
  return Number(minor);
}
