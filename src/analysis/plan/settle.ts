import { Misfit, Usage } from '../../kubernetes/fit';
import { Amounts } from '../../kubernetes/pod-requests';
import { PlacedPod, victimsOf } from '../../kubernetes/preemption';

/** A pod that is to come to a node, of some DaemonSet. */
export interface IncomingPod extends PlacedPod {
  readonly preempts: boolean;
}

/** What becomes of the pods of one node. */
export interface Settled<I extends IncomingPod, P extends PlacedPod> {
  readonly running: readonly (I | P)[];
  /** Pods that stay Pending, and what they lack in the end. */
  readonly pending: ReadonlyMap<I, Misfit>;
  /** Who ran only by ending whom. */
  readonly victims: ReadonlyMap<I, readonly (I | P)[]>;
}

/**
 * Incoming pods come one after the other. One that does not fit ends pods of lower priority, where that helps, and comes again; so does a daemon's pod that was ended, and
 * every other that waits: who is more important takes the room first, though it never ends anybody itself.
 *
 * @param taken what is taken already by what nobody can end; what runs in the end is added
 */
export function settle<I extends IncomingPod, P extends PlacedPod>(
  allocatable: Amounts | undefined, there: readonly P[], incoming: readonly I[], taken = new Usage(),
): Settled<I, P> {
  let running: readonly (I | P)[] = there;
  let waiting: I[] = [];
  const victims = new Map<I, readonly (I | P)[]>();
  there.forEach(({ demand }) => taken.add(demand));
  for (const pod of incoming) {
    let queue = [pod];
    while (queue.length > 0) {
      const [next, ...rest] = queue.sort((a, b) => b.priority - a.priority);
      const ended = taken.hasRoomFor(next.demand, allocatable) ? [] : next.preempts ? victimsOf(next, allocatable, running, taken) : undefined;
      if (ended === undefined) {
        waiting.push(next);
        queue = rest;
      } else if (ended.length === 0) {
        running = [...running, next];
        taken.add(next.demand);
        queue = rest;
      } else {
        running = running.filter((other) => !ended.includes(other));
        victims.set(next, [...victims.get(next) ?? [], ...ended]);
        queue = [next, ...rest, ...ended.filter((other): other is I => incoming.includes(other as I)), ...waiting.splice(0)];
      }
    }
  }
  return { running, pending: new Map(waiting.map((pod) => [pod, taken.misfit(pod.demand, allocatable)])), victims };
}
