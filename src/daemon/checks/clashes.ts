import { ApiObject } from 'cdk8s';
import type { FleetMember } from './fleet';
import { HostPort, hostPorts, hostPortsConflict } from '../../kubernetes/host-ports';
import { matchesLabels } from '../../kubernetes/labels';
import { intersection, nodesOf } from '../../kubernetes/node-set';
import { DaemonSet } from '../../kubernetes/objects';

/** Meets the daemons of an app one after the other and tells where one clashes with an earlier one. */
interface Clashes {
  meet(member: FleetMember, sets: DaemonSet[]): string[];
}

/** Lists under keys, so that a daemon is compared with its likely rivals only. */
class Index<T> {
  private readonly lists = new Map<string, T[]>();

  public get(key: string): T[] {
    return this.lists.get(key) ?? [];
  }

  public add(key: string, entry: T): void {
    const list = this.lists.get(key);
    if (list === undefined) {
      this.lists.set(key, [entry]);
    } else {
      list.push(entry);
    }
  }
}

/** Two daemons of one name, or whose companions have one name. */
export class NameClashes implements Clashes {
  private readonly seen = new Index<FleetMember>();
  private readonly makers = new Index<FleetMember>();

  public meet(member: FleetMember): string[] {
    const key = `${member.namespace ?? ''}/${member.name}`;
    const [other] = this.seen.get(key);
    this.seen.add(key, member);
    const companions = this.meetCompanions(member);
    return other === undefined ? companions : [`the name '${member.name}' is taken: the daemon '${other.path}' has it in ${inNamespace(member)} too; `
      + 'give one of them another name, or say for which clusters they are: DaemonSettings.apply(scope, { cluster })'];
  }

  private meetCompanions(member: FleetMember): string[] {
    return member.construct.node.children.filter((child) => ApiObject.isApiObject(child)).flatMap(({ kind, name, metadata }) => {
      const key = `${kind} ${isOfTheCluster(kind) ? '' : metadata.namespace ?? ''}/${name}`;
      const [other] = this.makers.get(key);
      this.makers.add(key, member);
      return other === undefined || kind === 'ClusterRoleBinding' ? []
        : [`the ${kind} '${name}' is also made by the daemon '${other.path}', and one would replace the other; give one of them another name`];
    });
  }
}

/** Of what daemons bring along; a chart's namespace stands on these constructs too. */
function isOfTheCluster(kind: string): boolean {
  return kind.startsWith('Cluster') || kind === 'CSIDriver';
}

/** Two DaemonSets of a namespace of which one would adopt the other's pods. */
export class SelectorClashes implements Clashes {
  private readonly byLabel = new Index<{ member: FleetMember; set: DaemonSet }>();
  private readonly bySelector = new Index<{ member: FleetMember; set: DaemonSet }>();

  public meet(member: FleetMember, sets: DaemonSet[]): string[] {
    return sets.flatMap((set) => {
      const key = ([label, value]: [string, string]) => `${member.namespace ?? ''} ${label}=${value}`;
      const labels = Object.entries(set.spec.template.metadata?.labels ?? {}).map(key);
      const selector = Object.entries(set.spec.selector.matchLabels ?? {}).map(key);
      const selected = selector.map((pair) => this.byLabel.get(pair)).sort((a, b) => a.length - b.length)[0] ?? [];
      const selecting = labels.flatMap((pair) => this.bySelector.get(pair));
      const rivals = new Set([...selected.filter((other) => selects(set, other.set)), ...selecting.filter((other) => selects(other.set, set))]);
      const entry = { member, set };
      labels.forEach((pair) => this.byLabel.add(pair, entry));
      selector.slice(-1).forEach((pair) => this.bySelector.add(pair, entry));
      return [...rivals].filter((other) => other.member === member || !isOneObject(other.member, member))
        .map((other) => `the DaemonSets '${other.set.metadata.name}' and '${set.metadata.name}' of ${inNamespace(member)} can select each other's pods${other.member === member
          ? '; a selector that is given must not match the pods of variants, whose labels app.kubernetes.io/name and app.kubernetes.io/instance differ'
          : ` (see '${other.member.path}'); give them selectors that differ`}`);
    });
  }
}

/** Two daemons that want one port of a node: the second stays Pending there. */
export class HostPortClashes implements Clashes {
  private readonly seen = new Index<{ member: FleetMember; set: DaemonSet; port: HostPort }>();

  public meet(member: FleetMember, sets: DaemonSet[]): string[] {
    return sets.flatMap((set) => hostPorts(set.spec.template.spec).flatMap((port) => {
      const key = `${port.protocol}/${port.port}`;
      const rivals = this.seen.get(key).filter((other) => hostPortsConflict(port, other.port)
        && (other.set === set ? !isRefused(set, port, other.port) : meet(set, other.set)));
      this.seen.add(key, { member, set, port });
      return rivals.slice(0, 1).map((other) => (other.member === member
        ? `two ports of the daemon take ${key} of a node; give one of them another number`
        : `the port ${key} of a node is taken by the daemon '${other.member.path}' too, on nodes that both run on, where one of them would stay Pending; `
          + 'give one of them another port or other nodes'));
    }));
  }
}

/** The server refuses two containers with one port, but neither sidecars nor addresses of which one includes the other. */
function isRefused({ spec: { template: { spec } } }: DaemonSet, ...ports: HostPort[]): boolean {
  return ports.every(({ container, hostIP }) => hostIP === ports[0].hostIP && spec.containers.some(({ name }) => name === container));
}

/** Two daemons that write one directory of a node, or one inside the other's. */
export class StateClashes implements Clashes {
  private readonly byPath = new Index<{ member: FleetMember; path: string; sets: DaemonSet[] }>();
  private readonly below = new Index<{ member: FleetMember; path: string; sets: DaemonSet[] }>();

  public meet(member: FleetMember, sets: DaemonSet[]): string[] {
    return member.exclusivePaths.flatMap((path) => {
      const parents = ancestors(path);
      const rivals = [...[path, ...parents].flatMap((ancestor) => this.byPath.get(ancestor)), ...this.below.get(path)]
        .filter((other) => other.member !== member && !isOneObject(other.member, member))
        .filter((other) => sets.some((set) => other.sets.some((theirs) => meet(set, theirs))));
      this.byPath.add(path, { member, path, sets });
      parents.forEach((ancestor) => this.below.add(ancestor, { member, path, sets }));
      return rivals.slice(0, 1).map((other) => `the directory '${path}' of a node is written by the daemon '${other.member.path}' too`
        + `${other.path === path ? '' : ` (as '${other.path}')`}, on nodes that both run on; give each a directory of its own (HostPath.stateDirectory()), or say shared: true`);
    });
  }
}

/** Two daemons of one name are told as such; what is made from the name is not told again. */
function isOneObject(a: FleetMember, b: FleetMember): boolean {
  return a.name === b.name && a.namespace === b.namespace;
}

/** Whether some node could have pods of both. */
function meet(a: DaemonSet, b: DaemonSet): boolean {
  return intersection(nodesOf(a.spec.template.spec), nodesOf(b.spec.template.spec)).length > 0;
}

function ancestors(path: string): string[] {
  const parts = path.split('/').slice(1, -1);
  return ['/', ...parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)];
}

function selects(selecting: DaemonSet, selected: DaemonSet): boolean {
  return matchesLabels(selecting.spec.selector.matchLabels ?? {}, selected.spec.template.metadata?.labels ?? {});
}

function inNamespace(member: FleetMember): string {
  return member.namespace === undefined ? 'one namespace' : `namespace '${member.namespace}'`;
}
