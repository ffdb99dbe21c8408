import { HostPortClash } from './plan-report';
import { PlannedClass } from './planned-classes';
import { PlannedDaemonSet } from './planned-daemon-set';
import { HostPort, hostPortsConflict } from '../../kubernetes/host-ports';

interface Taken {
  readonly port: HostPort;
  readonly by: string;
}

/** Ports of the node that several DaemonSets want on the same nodes: there one of them runs. By protocol, port and address. */
export function hostPortClashes({ outcomes }: PlannedClass, daemonSets: readonly PlannedDaemonSet[]): Omit<HostPortClash, 'nodeClass'>[] {
  const taken = daemonSets.filter((_, index) => ['runs', 'pending', 'unknown'].includes(outcomes[index].outcome))
    .flatMap(({ id, demand }) => demand.ports.map((port): Taken => ({ port, by: id })));
  const clashes = new Map(taken.flatMap(({ port }): [string, Omit<HostPortClash, 'nodeClass'>][] => {
    const { protocol, hostIP, port: number } = port;
    const rivals = [...new Set(taken.filter((other) => hostPortsConflict(port, other.port)).map(({ by }) => by))];
    return rivals.length < 2 ? [] : [[`${protocol} ${String(number).padStart(5, '0')} ${hostIP}`, { protocol, port: number, hostIP, daemonSets: rivals }]];
  }));
  return [...clashes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, clash]) => clash);
}
