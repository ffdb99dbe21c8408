const COMPONENT = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const DOMAIN = `(?:${COMPONENT}(?:\\.${COMPONENT})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const PATH = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const REFERENCE = new RegExp(`^(?:${DOMAIN}/)?(${PATH}(?:/${PATH})*)(?::([\\w][\\w.-]{0,127}))?(?:@(${DIGEST}))?$`);

/** Digests that can be checked, by the number of their hexadecimal digits. */
const DIGEST_DIGITS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };
const REPOSITORY_MAX = 255;

/** The pull policy of an image that has none: what cannot be read counts as tagged. Upstream: SetDefaults_Container, ParseImageName. */
export function pullPolicyOf(image: string): string {
  return tagOf(image) === 'latest' ? 'Always' : 'IfNotPresent';
}

/** `latest` where there is neither a tag nor a digest; undefined where there is no tag, or no image. */
function tagOf(image: string): string | undefined {
  const [, repository, tag, digest] = REFERENCE.exec(normalized(image)) ?? [];
  if (repository === undefined || repository.length > REPOSITORY_MAX || /^[a-f0-9]{64}$/.test(image) || (digest !== undefined && !isDigest(digest))) {
    return undefined;
  }
  return tag ?? (digest === undefined ? 'latest' : undefined);
}

/** With Docker Hub written out. */
function normalized(image: string): string {
  const slash = image.indexOf('/');
  const first = image.slice(0, Math.max(slash, 0));
  const isDomain = slash >= 0 && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  return isDomain ? image : `docker.io/${image}`;
}

function isDigest(digest: string): boolean {
  const [algorithm, digits] = digest.split(':');
  return Object.hasOwn(DIGEST_DIGITS, algorithm) && digits.length === DIGEST_DIGITS[algorithm] && !/[A-F]/.test(digits);
}
