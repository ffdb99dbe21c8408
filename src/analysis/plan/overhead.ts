import { Overhead } from './plan-report';
import { PlannedClass } from './planned-classes';
import { PlannedDaemonSet } from './planned-daemon-set';
import { amountText } from './reason';
import { Quantities } from '../../kubernetes/objects';
import { Amounts } from '../../kubernetes/pod-requests';

const ZERO = BigInt(0);

/** Shown of what a node has, whether the daemons ask for it or not. */
const ALWAYS_SHOWN = ['cpu', 'memory', 'pods'];

/** What the daemons' pods take of each node of a class: of those that there are, whether they run or wait. */
export function overheadOf({ nodes: { allocatable }, outcomes }: PlannedClass, daemonSets: readonly PlannedDaemonSet[]): Omit<Overhead, 'nodeClass'> {
  const there = daemonSets.filter((_, index) => ['runs', 'pending', 'unknown'].includes(outcomes[index].outcome));
  const requests = sum(there.map(({ demand }) => demand.requests));
  const limited = [...sum(there.map(({ limits }) => limits))].filter(([resource]) => there.every(({ limits }) => limits.has(resource)));
  const shown = allocatable && [...allocatable].filter(([resource]) => ALWAYS_SHOWN.includes(resource) || requests.has(resource));
  return {
    pods: there.length,
    requests: texts([...requests]),
    limits: texts(limited),
    allocatable: shown === undefined ? null : texts(shown),
    share: allocatable === undefined ? null
      : Object.fromEntries(inOrder([...requests]).map(([resource, amount]) => [resource, share(amount, allocatable.get(resource))])),
  };
}

function sum(all: readonly Amounts[]): Amounts {
  const total = new Map<string, bigint>();
  all.forEach((amounts) => amounts.forEach((amount, resource) => total.set(resource, (total.get(resource) ?? ZERO) + amount)));
  return total;
}

function share(amount: bigint, all: bigint = ZERO): number | null {
  return all === ZERO ? null : Math.round(Number(amount) / Number(all) * 1000) / 1000;
}

function texts(amounts: readonly (readonly [string, bigint])[]): Quantities {
  return Object.fromEntries(inOrder(amounts).map(([resource, amount]) => [resource, amountText(resource, amount)]));
}

/** What everybody asks for first. */
function inOrder<T>(entries: readonly (readonly [string, T])[]): (readonly [string, T])[] {
  const rank = (resource: string) => (ALWAYS_SHOWN.includes(resource) ? ALWAYS_SHOWN.indexOf(resource) : ALWAYS_SHOWN.length);
  return [...entries].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
