import { Size, SizeRoundingBehavior } from 'cdk8s';
import { Container, Quantities } from '../../kubernetes/objects';
import { DaemonResources } from '../resources';

const UNITS: [string, number][] = [['Ti', 1024 ** 3], ['Gi', 1024 ** 2], ['Mi', 1024], ['Ki', 1]];

/** A size in the largest binary unit that divides it: 1 GiB is `1Gi`, 1.5 GiB is `1536Mi`. */
export function renderSize(size: Size): string {
  const kibibytes = size.toKibibytes({ rounding: SizeRoundingBehavior.NONE });
  const [unit, factor] = UNITS.find(([, kib]) => kibibytes >= kib && Number.isInteger(kibibytes / kib)) ?? [undefined, 1];
  return unit === undefined ? String(Math.round(kibibytes * 1024)) : `${kibibytes / factor}${unit}`;
}

export function renderResources(resources: DaemonResources | undefined): Container['resources'] {
  if (resources === undefined) {
    return undefined;
  }
  const { cpu, memory, ephemeralStorage, extended = {} } = resources;
  const quantities = (side: 'request' | 'limit') => present({
    'cpu': cpu?.[side]?.amount,
    'memory': memory?.[side] && renderSize(memory[side]),
    'ephemeral-storage': ephemeralStorage?.[side] && renderSize(ephemeralStorage[side]),
    ...Object.fromEntries(Object.entries(extended).map(([name, count]) => [name, String(count)])),
  });
  const [requests, limits] = [quantities('request'), quantities('limit')];
  return requests || limits ? { requests, limits } : undefined;
}

function present(quantities: { [name: string]: string | undefined }): Quantities | undefined {
  const entries = Object.entries(quantities).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
