import { grouped } from '../grouped';
import { count, html } from './markup';
import { allNames } from './names';
import { Section, table, titles } from './section';
import { PlanReport } from '../../analysis/plan/plan-report';

/** Ports of the node that more than one DaemonSet wants, each with all nodes where that is so. */
export function hostPorts({ hostPorts: clashes, nodeClasses }: PlanReport): Section {
  const nodesOf = new Map(nodeClasses.map(({ id, nodes }) => [id, nodes]));
  const groups = [...grouped(clashes, ({ protocol, port, hostIP, daemonSets }) => JSON.stringify([protocol, port, hostIP, daemonSets])).values()];
  const head = titles('Port', 'DaemonSets', 'Nodes');
  const rows = groups.map((group) => {
    const [{ protocol, port, hostIP, daemonSets }] = group;
    const nodes = group.flatMap(({ nodeClass }) => nodesOf.get(nodeClass) ?? []);
    const address = hostIP === '0.0.0.0' ? '' : ` on ${hostIP}`;
    return html`<tr><th scope="row">${port}/${protocol}${address}</th><td>${daemonSets.join(', ')}</td><td>${allNames(nodes, 'node')}</td></tr>`;
  });
  return {
    id: 'host-ports',
    title: 'Host ports',
    note: count(groups.length, 'clash', 'clashes'),
    body: groups.length === 0 ? html`<p>No two DaemonSets want the same port of a node.</p>` : table('Host ports', head, rows),
  };
}
