import { ApiObject, JsonPatch } from 'cdk8s';
import {
  INetworkPolicyPeer, IPodSelector, ISubject, LabelSelector, NetworkPolicy, NetworkPolicyPeerConfig, NetworkPolicyPort, NetworkPolicyTrafficDefault,
  NetworkProtocol, PodSelectorConfig, SubjectConfiguration,
} from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { checkDaemon } from './checks/check';
import { exclusivePathsOf, Fleet, FleetMember, unlessBroken } from './checks/fleet';
import { Subject } from './checks/subject';
import { DaemonProps } from './daemon-props';
import { Member, Members, renderMembers } from './members';
import { PartitionProof } from './proof';
import { Reasons } from './reasons';
import { renderCompanions, serviceAccountNameOf } from './render/companions';
import { renderDeployment } from './render/deployment';
import { renderExceptions } from './render/exceptions';
import { Identity, nameAndNamespace, objectMeta, resolveIdentity, REST, setNameOf } from './render/identity';
import { stateDirectoryOf } from './render/pod';
import { Manifest } from './render/services';
import { PatchError, WrittenObject } from './render/written-object';
import { requireOptions } from './required-options';
import { DaemonSettings, ResolvedSettings } from './settings';
import { DaemonSet } from '../kubernetes/objects';

/**
 * A node daemon: one program wanted on every matching node, with what belongs to it (ServiceAccount, rights,
 * configuration, Services).
 *
 * What most often goes wrong is an error at synth: names, ports and mounts that Kubernetes refuses, rights that do not fit
 * the paths, rollouts that never end, and clashes with the other daemons of the app. All problems are reported at once,
 * each with the construct's path.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new Daemon(chart, 'agent', {
 *   image: 'registry.example.com/agent:1.4.2',
 *   args: ['--listen=:8125'],
 *   ports: [{ name: 'statsd', number: 8125 }],
 *   hostPaths: [HostPath.readOnly('/proc', { mountPath: '/host/proc' })],
 * });
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/
 */
export class Daemon extends Construct implements IPodSelector, INetworkPolicyPeer, ISubject {
  /** Name of the daemon and of its DaemonSet. */
  public readonly name: string;

  /** Namespace of the daemon; undefined where neither it nor its chart says one. */
  public readonly namespace?: string;

  /** Name of the ServiceAccount under which it runs; undefined leaves it to Kubernetes (`default`). */
  public readonly serviceAccountName?: string;

  /** @internal */
  public readonly _props: DaemonProps;

  private readonly identity: Identity;
  private readonly sets: WrittenObject[];
  private readonly companions: Pick<WrittenObject, 'manifest' | 'state'>[];
  private readonly members: Members;
  private readonly fleet: Fleet;
  private readonly fleetMember: FleetMember;
  private judged?: { readonly state: string; readonly problems: string[] };

  /**
   * @throws if `image` is missing; what else is wrong with a definition is reported together, at synth
   */
  constructor(scope: Construct, id: string, props: DaemonProps) {
    super(scope, id);
    requireOptions(`Daemon '${id}'`, props, { image: 'the image with tag or digest, such as \'registry.example.com/agent:1.2.3\'' });
    const settings = DaemonSettings._of(this);
    this._props = props;
    this.identity = resolveIdentity(nameAndNamespace(scope, id, props), props, settings);
    this.name = this.identity.name;
    this.namespace = this.identity.namespace;
    this.serviceAccountName = serviceAccountNameOf(this.identity, props);
    this.members = renderMembers(this.identity, props, settings, this.serviceAccountName);

    // kubectl applies a file from top to bottom: what the pods need comes before them
    const companions = renderCompanions(this.identity, this.members, settings);
    this.companions = [...companions].map(([childId, manifest]) => new WrittenObject(this, childId, manifest));
    this.sets = this.members.list.map((member) => this.addDaemonSet(member, settings));
    this.addNetworkPolicy();

    const { name, namespace } = this.identity;
    const paths = this.members.list.flatMap((member) => exclusivePathsOf(member.props, stateDirectoryOf(this.identity)));
    const manifests = () => this.manifests();
    const state = () => [...this.sets, ...this.companions].map((object) => object.state()).join('\n');
    this.fleetMember = { name, namespace, construct: this, path: this.node.path, exclusivePaths: [...new Set(paths)], manifests, state };
    this.fleet = Fleet.of(this, settings.cluster);
    this.fleet.add(this.fleetMember);
    this.node.addValidation({ validate: () => this.validate() });
  }

  /** The DaemonSets of this daemon, as plain API objects in wire format: that of the definition as it stands, then those of its variants in order. */
  public get daemonSets(): ApiObject[] {
    return [...this.sets];
  }

  /**
   * The name under which DNS knows the daemon, `<service>.<namespace>.svc`: of its headless Service where it has one,
   * else of its first Service. Without a namespace the name of the Service, which only the same namespace knows.
   *
   * @throws if it has no Service, see `Discovery`
   */
  public get dnsName(): string {
    const discoveries = this._props.discovery ?? [];
    const service = [...discoveries.filter((discovery) => discovery._kind === 'headless'), ...discoveries]
      .map((discovery) => discovery._serviceName(this.name)).find((name) => name !== undefined);
    if (service === undefined) {
      throw new Error(`daemon '${this.node.path}' has no DNS name, since it has no Service: add discovery: [Discovery.headless()]`);
    }
    return this.namespace === undefined ? service : `${service}.${this.namespace}.svc`;
  }

  /** The labels that all pods of this daemon have in common, those of its variants too: what a Service or a policy selects. */
  public get selectorLabels(): { [key: string]: string } {
    return { ...this.identity.commonLabels };
  }

  /**
   * The proof that each node of the daemon's domain runs exactly one of its DaemonSets, for the tests of one's own app. Synthesis fails where it
   * does not hold.
   */
  public proof(): PartitionProof {
    return PartitionProof._of(this.manifests());
  }

  /**
   * Change every DaemonSet of this daemon, with the field names of Kubernetes. The checks at synth see the result.
   *
   * @param ops operations of RFC 6902, such as `JsonPatch.add('/spec/template/spec/hostname', 'node')`
   */
  public addJsonPatch(...ops: JsonPatch[]): void {
    this.sets.forEach((set) => set.addJsonPatch(...ops));
  }

  /** For Services, NetworkPolicies and colocation of cdk8s-plus. */
  public toPodSelectorConfig(): PodSelectorConfig {
    return {
      labelSelector: LabelSelector.of({ labels: this.selectorLabels }),
      namespaces: this.namespace === undefined ? undefined : { names: [this.namespace] },
    };
  }

  /** For NetworkPolicies of cdk8s-plus. */
  public toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** For NetworkPolicies of cdk8s-plus. */
  public toPodSelector(): IPodSelector | undefined {
    return this;
  }

  /** For role bindings of cdk8s-plus: the ServiceAccount under which the daemon runs. */
  public toSubjectConfiguration(): SubjectConfiguration {
    return { kind: 'ServiceAccount', name: this.serviceAccountName ?? 'default', namespace: this.namespace };
  }

  /**
   * Why a daemon of this kind needs what linters flag: by rule, as `check` names it. Asked while the daemon is made.
   *
   * @internal
   */
  protected _reasons(): Reasons {
    return {};
  }

  /**
   * Bring a program along that runs once, beside the one on every node. Whoever owns the daemon, from where images are pulled and which pods give way is as
   * with the daemon.
   *
   * @param suffix of its name, `<name>-<suffix>`
   * @internal
   */
  protected _bringAlong(suffix: string, definition: DaemonProps): void {
    const { labels, imagePullSecrets, priority } = this._props;
    const who = { name: setNameOf(this.name, suffix), namespace: this.namespace };
    const manifests = renderDeployment(who, { labels, imagePullSecrets, priority, ...definition }, DaemonSettings._of(this), this._reasons());
    const objects = [...manifests].map(([childId, manifest]) => new WrittenObject(this, `${suffix}-${childId}`, manifest));
    this.companions.push(...objects);
    // the pods on the nodes look for it as soon as they start
    this.sets.forEach((set) => set.node.addDependency(...objects));
  }

  /**
   * Bring an object of the whole cluster along, such as the CSIDriver of a storage driver. Its name is given, since others know it by that.
   *
   * @internal
   */
  protected _bringClusterObject(name: string, content: { readonly apiVersion: string; readonly kind: string; readonly spec: object }): void {
    const metadata = { ...objectMeta(this.identity, name), namespace: undefined };
    const object = new WrittenObject(this, content.kind, { ...content, metadata });
    this.companions.push(object);
    this.sets.forEach((set) => set.node.addDependency(object));
  }

  private validate(): string[] {
    const state = this.fleet.stateOf(this.fleetMember);
    this.judged = this.judged?.state === state ? this.judged : { state, problems: this.problems() };
    return [...this.judged.problems, ...this.fleet.problemsOf(this.fleetMember)];
  }

  private problems(): string[] {
    try {
      const manifests = this.manifests();
      const subjects = this.members.list.map(({ variant, identity, props, rendered }, index): Subject => (
        { variant, identity, props, rendered: rendered.spec, manifest: manifests[index] }));
      const found = checkDaemon(this.identity, subjects, this.companions.map((companion) => companion.manifest()));
      return [...this.members.problems, ...found, ...unlessBroken(() => this.partitionProblems(manifests))];
    } catch (error) {
      if (error instanceof PatchError) {
        return [error.message];
      }
      throw error;
    }
  }

  private manifests(): (DaemonSet & Manifest)[] {
    return this.sets.map((set) => set.manifest() as DaemonSet & Manifest);
  }

  /** Only patches break what was divided; a daemon of one DaemonSet has nothing to divide. */
  private partitionProblems(manifests: DaemonSet[]): string[] {
    const isDivided = this.members.problems.length === 0 && this.members.base.variant !== undefined;
    return isDivided ? PartitionProof._of(manifests).problems.map((problem) => `JSON patches break the division of the nodes: ${problem}`) : [];
  }

  private addDaemonSet({ variant, identity, props, rendered, annotations }: Member, settings: ResolvedSettings): WrittenObject {
    const exceptions = identity.recommended ? renderExceptions(identity, props, this._reasons(), rendered.spec) : {};
    const all = { ...exceptions, ...annotations, ...settings.annotations, ...props.annotations };
    const metadata = objectMeta(identity, identity.setName, { annotations: all });
    const manifest = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata, spec: rendered.spec };
    return new WrittenObject(this, variant === undefined || variant === REST ? 'Resource' : `Variant-${variant}`, manifest);
  }

  private addNetworkPolicy(): void {
    const policy = this._props.networkPolicy;
    if (policy === undefined) {
      return;
    }
    const pods = this.members.list.map(({ rendered }) => rendered.spec.template.spec);
    const containers = pods.flatMap((pod) => [...pod.containers, ...(pod.initContainers ?? [])]);
    const declared = new Map(containers.flatMap((container) => container.ports ?? []).map((port) => [`${port.protocol ?? 'TCP'}/${port.containerPort}`, port]));
    const ports = [...declared.values()]
      .map((port) => NetworkPolicyPort.of({ port: port.containerPort, protocol: (port.protocol ?? 'TCP') as NetworkProtocol }));
    const object = ApiObject.of(new NetworkPolicy(this, 'NetworkPolicy', {
      metadata: objectMeta(this.identity, this.name),
      selector: this,
      ingress: { default: NetworkPolicyTrafficDefault.DENY, rules: policy.ingressFrom.map((peer) => ({ peer, ports })) },
    }));
    this.companions.push({ manifest: (): Manifest => object.toJson(), state: () => JSON.stringify(object.toJson()) });
  }
}
