import { Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { Fleet } from './checks/fleet';
import { askServer } from './checks/validation';
import { PatchError, WrittenObject } from './render/written-object';
import { DaemonSettings } from './settings';
import { DNS_LABEL_MAX, fitName, toDnsLabel } from '../kubernetes/names';
import { asCreatedPod, lowestLevel, PodSecurityLevel } from '../kubernetes/pod-security';

/** Labels by which a namespace says what Pod Security admission does there. */
const POD_SECURITY = 'pod-security.kubernetes.io';

/** From the strictest to the one that admits everything. */
const LEVELS: PodSecurityLevel[] = ['restricted', 'baseline', 'privileged'];

/** The classes that are admitted only where a quota names them, on clusters that restrict them. */
const SYSTEM_PRIORITIES = ['system-cluster-critical', 'system-node-critical'];

/** A namespace for daemons. */
export interface DaemonNamespaceProps {
  /**
   * Name of the namespace. Daemons belong to it by name: their own `namespace` or their chart's.
   *
   * @default - the chart's namespace, or else the construct's id as a DNS label
   */
  readonly name?: string;

  /**
   * Further labels.
   *
   * @default - only those of Pod Security
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Whether to write a ResourceQuota that admits pods of the system priority classes.
   *
   * @default true - GKE, and clusters configured like it, create no such pod outside kube-system without one; elsewhere it
   * limits nothing. False for kube-system itself.
   */
  readonly systemPriorityQuota?: boolean;
}

/**
 * The namespace of daemons, with the lowest Pod Security level that admits every daemon of the app in it, as labels
 * `enforce`, `warn` and `audit`. Without a level that admits them a cluster takes the DaemonSets and creates no pod.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new DaemonNamespace(chart, 'namespace');
 * new Daemon(chart, 'agent', { image: 'registry.example.com/agent:1.4.2', hostPaths: [HostPath.readOnly('/proc')] });
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
 */
export class DaemonNamespace extends Construct {
  /** Name of the namespace. */
  public readonly name: string;

  private readonly fleet: Fleet;

  constructor(scope: Construct, id: string, props: DaemonNamespaceProps = {}) {
    super(scope, id);
    this.fleet = Fleet.of(this, DaemonSettings._of(this).cluster);
    this.name = props.name ?? Chart.of(scope).namespace ?? fitName(toDnsLabel(id), DNS_LABEL_MAX);
    const level = Lazy.any({ produce: () => this.podSecurityLevel });
    const namespace = new WrittenObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: this.name,
        labels: { ...props.labels, [`${POD_SECURITY}/enforce`]: level, [`${POD_SECURITY}/warn`]: level, [`${POD_SECURITY}/audit`]: level },
        annotations: props.annotations && { ...props.annotations },
      },
    }, () => this.fleet.stateOfNamespace(this.name));
    const quota = props.systemPriorityQuota ?? this.name !== 'kube-system' ? [this.addSystemPriorityQuota()] : [];
    this.node.addValidation({ validate: () => problemsOf(this.name, [namespace, ...quota]) });
    this.fleet.addNamespace(this.name, this);
  }

  /** The strictest level that admits the pods of every daemon in the namespace: `restricted`, `baseline` or `privileged`. */
  public get podSecurityLevel(): string {
    const levels = this.fleet.daemonSetsIn(this.name)
      .map(({ spec: { template } }) => lowestLevel(template.metadata, asCreatedPod(template.spec)).level);
    return LEVELS[Math.max(0, ...levels.map((level) => LEVELS.indexOf(level)))];
  }

  /** The limit is the one that the documentation of GKE uses for "as many as you like". */
  private addSystemPriorityQuota(): WrittenObject {
    return new WrittenObject(this, 'ResourceQuota', {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'system-priorities', namespace: this.name },
      spec: {
        hard: { pods: '1G' },
        scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: [...SYSTEM_PRIORITIES] }] },
      },
    });
  }
}

function problemsOf(name: string, objects: readonly WrittenObject[]): string[] {
  try {
    return askServer({ name }, [], objects.map((object) => object.manifest())).companions;
  } catch (error) {
    if (error instanceof PatchError) {
      return [error.message];
    }
    throw error;
  }
}
