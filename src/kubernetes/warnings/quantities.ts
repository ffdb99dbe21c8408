import { quote } from '../decode/go-text';
import { Quantities } from '../objects';
import { formatQuantity, isShort, parseQuantity, Quantity } from '../quantity';

const [ZERO, ONE, TEN, THOUSAND] = [0, 1, 10, 1000].map(BigInt);
const MILLI = 3;

/** Bytes come as wholes. Upstream: warningsForPodSpecAndMeta, GetWarningsForPersistentVolumeClaimSpec. */
export function fractionalByteWarnings(quantities: Quantities | null | undefined, name: string, path: string): string[] {
  const written = Object.hasOwn(quantities ?? {}, name) ? quantities?.[name] : undefined;
  const quantity = written === undefined ? undefined : parseQuantity(written);
  return quantity === undefined || 'error' in quantity || milliValue(quantity) % THOUSAND === ZERO ? []
    : [`${path}[${name}]: fractional byte value ${quote(formatQuantity(quantity))} is invalid, must be an integer`];
}

/** Upstream: Quantity.MilliValue, with what an int64 makes of a number that it cannot hold. */
function milliValue(quantity: Quantity): bigint {
  const { unscaled, exponent, format } = quantity;
  const places = exponent + MILLI;
  if (places < 0) {
    const divisor = TEN ** BigInt(-places);
    const sign = unscaled < ZERO ? -ONE : ONE;
    return unscaled / divisor + (unscaled % divisor === ZERO ? ZERO : sign);
  }
  const value = unscaled * TEN ** BigInt(places);
  const wrapped = BigInt.asIntN(64, value);
  return wrapped !== value && format !== 'BinarySI' && isShort(quantity) ? ZERO : wrapped;
}
