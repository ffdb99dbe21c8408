import { quote } from '../decode/go-text';
import { Quantities } from '../objects';
import { formatQuantity, isWhole, parseQuantity } from '../quantity';

/** Bytes come as wholes. Upstream: warningsForPodSpecAndMeta, GetWarningsForPersistentVolumeClaimSpec. */
export function fractionalByteWarnings(quantities: Quantities | null | undefined, name: string, path: string): string[] {
  const written = Object.hasOwn(quantities ?? {}, name) ? quantities?.[name] : undefined;
  const quantity = written === undefined ? undefined : parseQuantity(written);
  return quantity === undefined || 'error' in quantity || isWhole(quantity) ? []
    : [`${path}[${name}]: fractional byte value ${quote(formatQuantity(quantity))} is invalid, must be an integer`];
}
