import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { HostPortClashes, NameClashes, SelectorClashes, StateClashes } from './clashes';
import { DaemonSet } from '../../kubernetes/objects';
import { normalizePath } from '../../kubernetes/paths';
import { ContainerOptions } from '../container';
import { DaemonProps } from '../daemon-props';

/** What the daemons of an app know of each other. */
export interface FleetMember {
  readonly name: string;
  readonly namespace?: string;
  readonly construct: IConstruct;
  /** Path of the construct. */
  readonly path: string;
  /** Paths of the node that it writes and nobody else should. */
  readonly exclusivePaths: string[];
  readonly manifests: () => DaemonSet[];
  /** Everything that can change about its objects. */
  readonly state: () => string;
}

const FLEETS = Symbol.for('cdk8s-daemons.Fleets');

/** All daemons of one construct tree and cluster, and the clashes between them that no API server sees. */
export class Fleet {
  /** @param cluster for an app that writes the manifests of several: daemons of different clusters never meet */
  public static of(construct: IConstruct, cluster: string = ''): Fleet {
    const root = construct.node.root as IConstruct & { [FLEETS]?: Map<string, Fleet> };
    const fleets = root[FLEETS] ??= new Map<string, Fleet>();
    const fleet = fleets.get(cluster) ?? new Fleet(root);
    fleets.set(cluster, fleet);
    return fleet;
  }

  private readonly members: FleetMember[] = [];
  private readonly namespaces = new Map<string, IConstruct>();
  private readonly states = new Map<FleetMember, string>();
  private examined?: { readonly state: string; readonly problems: Map<FleetMember, string[]> };
  private isExamined = false;

  private constructor(root: IConstruct) {
    // validation starts at the root, so each pass looks at the manifests as they are then
    root.node.addValidation({ validate: () => { this.forget(); return []; } });
  }

  public add(member: FleetMember): void {
    this.members.push(member);
    this.forget();
    writeAfter(member, this.namespaces.get(member.namespace ?? ''));
  }

  /** A namespace stands before its daemons in a chart's file, whichever was defined first. */
  public addNamespace(name: string, namespace: IConstruct): void {
    this.namespaces.set(name, namespace);
    this.members.filter((member) => member.namespace === name).forEach((member) => writeAfter(member, namespace));
  }

  public daemonSetsIn(namespace: string): DaemonSet[] {
    return this.members.filter((member) => member.namespace === namespace).flatMap((member) => this.readable(member));
  }

  /** The state of a daemon when it was first asked for in a pass of validation. */
  public stateOf(member: FleetMember): string {
    const state = this.states.get(member) ?? member.state();
    this.states.set(member, state);
    return state;
  }

  /** The state of the daemons of a namespace as it is now. */
  public stateOfNamespace(namespace: string): string {
    return this.members.filter((member) => member.namespace === namespace).map((member) => member.state()).join('\n');
  }

  /** The clashes of a daemon with those that were defined before it. */
  public problemsOf(member: FleetMember): string[] {
    if (!this.isExamined) {
      const state = this.members.map((each) => this.stateOf(each)).join('\n');
      this.examined = this.examined?.state === state ? this.examined : { state, problems: this.examine() };
      this.isExamined = true;
    }
    return this.examined?.problems.get(member) ?? [];
  }

  private forget(): void {
    this.states.clear();
    this.isExamined = false;
  }

  private examine(): Map<FleetMember, string[]> {
    const problems = new Map<FleetMember, string[]>();
    const clashes = [new NameClashes(), new SelectorClashes(), new HostPortClashes(), new StateClashes()];
    for (const member of this.members) {
      const sets = this.readable(member);
      problems.set(member, unlessBroken(() => clashes.flatMap((clash) => clash.meet(member, sets))));
    }
    return problems;
  }

  private readable(member: FleetMember): DaemonSet[] {
    return unlessBroken(() => member.manifests());
  }
}

/** A daemon whose patches do not fit is told by its own validation, and not by that of the others. */
export function unlessBroken<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch {
    return [];
  }
}

/** Only within a chart: between charts it would order, and so rename, their files. */
function writeAfter(member: FleetMember, namespace: IConstruct | undefined): void {
  if (namespace !== undefined && Chart.of(namespace) === Chart.of(member.construct)) {
    member.construct.node.addDependency(namespace);
  }
}

/** The paths that a daemon writes and does not share, see `HostPath`. */
export function exclusivePathsOf(props: DaemonProps, stateDirectory: string): string[] {
  const containers: ContainerOptions[] = [props, ...(props.containers ?? []), ...(props.initContainers ?? []), ...(props.sidecars ?? [])];
  const paths = containers.flatMap((container) => container.hostPaths ?? []).filter((hostPath) => hostPath._isExclusive);
  return [...new Set(paths.map((hostPath) => normalizePath(hostPath._path(stateDirectory))))];
}
