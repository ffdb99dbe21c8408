import { concat } from '../concat';
import { quote } from '../decode/go-text';
import { Volume, VolumeProjection } from '../validation/volume-objects';

type Items = readonly { readonly path?: string }[] | null | undefined;

/** A file of a volume and where it comes from. */
interface VirtualPath {
  readonly path: string;
  readonly source: string;
}

/** Files of one volume of which one hides the other, or is a directory of it. Upstream: warningsForOverlappingVirtualPaths. */
export function overlappingPathWarnings(volumes: readonly Volume[]): string[] {
  return volumes.flatMap((volume) => concat(
    itemWarnings(volume, `ConfigMap ${quote(volume.configMap?.name ?? '')}`, volume.configMap?.items),
    itemWarnings(volume, `Secret ${quote(volume.secret?.secretName ?? '')}`, volume.secret?.items),
    itemWarnings(volume, 'DownwardAPI', volume.downwardAPI?.items),
    projectedWarnings(volume),
  ));
}

function itemWarnings(volume: Volume, description: string, items: Items): string[] {
  return overlapWarnings(volume, description, pathsOf(items, ''));
}

function projectedWarnings(volume: Volume): string[] {
  const sources = volume.projected?.sources ?? [];
  // upstream tells of empty sources as it comes across them
  return sources.flatMap((source, index) => (isEmpty(source) ? [`volume ${quote(volume.name ?? '')} (Projected) has no sources provided`]
    : overlapWarnings(volume, 'Projected', projectedPaths(source), sources.slice(0, index).flatMap(projectedPaths))));
}

/** Other kinds of sources are dropped from what is new: their feature gates are off. */
function isEmpty({ configMap, secret, downwardAPI, serviceAccountToken }: VolumeProjection): boolean {
  return !configMap && !secret && !downwardAPI && !serviceAccountToken;
}

/** Upstream: checkForOverlap. */
function overlapWarnings({ name = '' }: Volume, description: string, paths: readonly VirtualPath[], earlier: readonly VirtualPath[] = []): string[] {
  return paths.flatMap((path, index) => concat(earlier, paths.slice(0, index)).filter((other) => overlap(path.path, other.path))
    .map((other) => `volume ${quote(name)} (${description}): overlapping paths: ${printPath(path)} with ${printPath(other)}`));
}

function overlap(a: string, b: string): boolean {
  return a !== '' && b !== '' && (`${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`));
}

/** Only the first kind of source counts, and only with files. */
function projectedPaths({ configMap, secret, downwardAPI, serviceAccountToken }: VolumeProjection): VirtualPath[] {
  if (configMap?.items) {
    return pathsOf(configMap.items, `ConfigMap ${quote(configMap.name ?? '')}`);
  }
  if (secret?.items) {
    return pathsOf(secret.items, `Secret ${quote(secret.name ?? '')}`);
  }
  if (downwardAPI?.items) {
    return pathsOf(downwardAPI.items, 'DownwardAPI');
  }
  return serviceAccountToken ? pathsOf([serviceAccountToken], 'ServiceAccountToken') : [];
}

function pathsOf(items: Items, source: string): VirtualPath[] {
  return (items ?? []).map(({ path = '' }) => ({ path: path.replace(/\/+$/, ''), source }));
}

function printPath({ path, source }: VirtualPath): string {
  return source === '' ? quote(path) : `${quote(path)} (${source})`;
}
