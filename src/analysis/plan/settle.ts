import { misfit, Misfit } from '../../kubernetes/fit';
import { Quantities } from '../../kubernetes/objects';
import { PlacedPod, usageOf, victimsOf } from '../../kubernetes/preemption';

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
 * Incoming pods come one after the other. One that does not fit ends pods of lower priority, where that helps; a daemon's pod that was ended comes again, and waits for
 * room like every other that waits.
 */
export function settle<I extends IncomingPod, P extends PlacedPod>(
  allocatable: Quantities, there: readonly P[], incoming: readonly I[],
): Settled<I, P> {
  let running: readonly (I | P)[] = there;
  let waiting: I[] = [];
  const victims = new Map<I, readonly (I | P)[]>();
  for (const pod of incoming) {
    let queue = [pod, ...waiting.splice(0)];
    while (queue.length > 0) {
      const [next, ...rest] = queue.sort((a, b) => b.priority - a.priority);
      const lacks = misfit(next.spec, allocatable, usageOf(running));
      const ended = isMet(lacks) ? [] : next.preempts ? victimsOf(next, allocatable, running) : undefined;
      if (ended === undefined) {
        waiting.push(next);
        queue = rest;
      } else {
        running = [...running.filter((other) => !ended.includes(other)), next];
        if (ended.length > 0) {
          victims.set(next, ended);
        }
        const again = ended.filter((other): other is I => incoming.includes(other as I));
        queue = [...rest, ...again, ...(ended.length > 0 ? waiting.splice(0) : [])];
      }
    }
  }
  const usage = usageOf(running);
  return { running, pending: new Map(waiting.map((pod) => [pod, misfit(pod.spec, allocatable, usage)])), victims };
}

function isMet({ insufficient, ports }: Misfit): boolean {
  return insufficient.length === 0 && ports.length === 0;
}
