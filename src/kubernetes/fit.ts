import { HostPort, hostPorts, hostPortsConflict } from './host-ports';
import { PodSpec } from './objects';
import { Amounts, podRequests } from './pod-requests';

/** What a pod asks of its node. */
export interface Demand {
  readonly requests: Amounts;
  readonly ports: readonly HostPort[];
}

/** A resource that a node has too little of. */
export interface Insufficient {
  readonly resource: string;
  readonly requested: bigint;
  readonly used: bigint;
  readonly allocatable: bigint;
}

/** Why a pod does not fit on a node; nothing where it does. */
export interface Misfit {
  readonly insufficient: readonly Insufficient[];
  readonly ports: readonly HostPort[];
}

const [ZERO, ONE] = [0, 1].map(BigInt);

/** Of a pod as the API server completes it. */
export function demandOf(pod: PodSpec): Demand {
  return { requests: podRequests(pod), ports: hostPorts(pod) };
}

/** What is taken of a node by pods that have not ended. Pods come and go by the thousand, so it changes in place. */
export class Usage {
  private readonly requests = new Map<string, bigint>();
  /** By protocol and number, each as often as it is taken. */
  private readonly taken = new Map<string, readonly HostPort[]>();
  private pods = 0;

  /** @param pods for how many the demand is */
  public add({ requests, ports }: Demand, pods = 1): void {
    this.pods += pods;
    requests.forEach((amount, name) => this.requests.set(name, this.used(name) + amount));
    ports.forEach((port) => this.taken.set(keyOf(port), [...this.takenLike(port), port]));
  }

  public remove({ requests, ports }: Demand): void {
    this.pods--;
    requests.forEach((amount, name) => this.requests.set(name, this.used(name) - amount));
    ports.forEach((port) => {
      const all = this.takenLike(port);
      this.taken.set(keyOf(port), all.filter((_, index) => index !== all.indexOf(port)));
    });
  }

  /**
   * Whether a pod fits beside what is there. Upstream: fitsRequest, nodeports.Fits.
   *
   * @param allocatable undefined where it is not known; then only ports can keep a pod away
   */
  public misfit({ requests, ports }: Demand, allocatable: Amounts | undefined): Misfit {
    return { insufficient: allocatable === undefined ? [] : this.lacks(requests, allocatable), ports: this.conflicts(ports) };
  }

  /** The same without the reasons: it is asked most. */
  public hasRoomFor({ requests, ports }: Demand, allocatable: Amounts | undefined): boolean {
    if (allocatable !== undefined) {
      if (this.isFull(allocatable)) {
        return false;
      }
      for (const [resource, requested] of requests) {
        if (this.isShortOf(resource, requested, allocatable)) {
          return false;
        }
      }
    }
    return this.conflicts(ports).length === 0;
  }

  private lacks(requests: Amounts, allocatable: Amounts): Insufficient[] {
    const pods = { resource: 'pods', requested: ONE, used: BigInt(this.pods), allocatable: allocatable.get('pods') ?? ZERO };
    const short = [...requests].filter(([resource, requested]) => this.isShortOf(resource, requested, allocatable));
    return [
      ...(this.isFull(allocatable) ? [pods] : []),
      ...short.map(([resource, requested]) => ({ resource, requested, used: this.used(resource), allocatable: allocatable.get(resource) ?? ZERO })),
    ];
  }

  private isFull(allocatable: Amounts): boolean {
    return BigInt(this.pods) >= (allocatable.get('pods') ?? ZERO);
  }

  private isShortOf(resource: string, requested: bigint, allocatable: Amounts): boolean {
    return resource !== 'pods' && requested > ZERO && requested > (allocatable.get(resource) ?? ZERO) - this.used(resource);
  }

  private used(name: string): bigint {
    return this.requests.get(name) ?? ZERO;
  }

  private conflicts(ports: readonly HostPort[]): HostPort[] {
    return ports.filter((port) => this.takenLike(port).some((taken) => hostPortsConflict(port, taken)));
  }

  private takenLike(port: HostPort): readonly HostPort[] {
    return this.taken.get(keyOf(port)) ?? [];
  }
}

function keyOf({ protocol, port }: HostPort): string {
  return `${protocol} ${port}`;
}
