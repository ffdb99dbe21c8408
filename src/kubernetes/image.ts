/** The parts of an image reference: `[registry/]repository[:tag][@digest]`. */
export interface ImageReference {
  /** Host of the registry; `docker.io` where none is written. */
  readonly registry: string;
  /** Path in the registry; `library/` is written out for Docker Hub's own images. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/**
 * Upstream: distribution/reference ParseNormalizedNamed. The first component is a registry if it has a dot, a colon or
 * a capital, or is `localhost`; Docker Hub also goes by its old name.
 */
export function parseImage(image: string): ImageReference {
  const [name, digest] = image.split('@');
  const slash = name.indexOf('/');
  const first = name.slice(0, slash);
  const hasRegistry = slash > 0 && (/[.:A-Z]/.test(first) || first === 'localhost');
  const path = hasRegistry ? name.slice(slash + 1) : name;
  const colon = path.lastIndexOf(':');
  const [repository, tag] = colon > path.lastIndexOf('/') ? [path.slice(0, colon), path.slice(colon + 1)] : [path, undefined];
  const registry = hasRegistry && first !== 'index.docker.io' ? first : 'docker.io';
  return { registry, repository: registry === 'docker.io' && !repository.includes('/') ? `library/${repository}` : repository, tag, digest };
}
