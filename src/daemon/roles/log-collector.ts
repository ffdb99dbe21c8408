import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Daemon } from '../daemon';
import { DaemonProps } from '../daemon-props';
import { KubernetesAccess } from '../kubernetes-access';
import { Reasons } from '../reasons';
import { nameAndNamespace, NameAndNamespace } from '../render/identity';
import { withVariants } from '../variants';
import { withDefaults } from '../with-defaults';

/** Variable with the daemon's own log files. */
export const OWN_LOGS = 'K8S_OWN_LOGS';

/** Why it needs what linters flag. */
const REASONS: Reasons = {
  'host-path': 'reads the log files of its node',
  'run-as-non-root': 'log files of a node belong to root',
  'service-account-token': 'asks the Kubernetes API for the pods that wrote the logs',
  'tolerates-everything': 'every node writes logs',
  'writable-host-path': 'keeps read positions and buffers on its node: a restart neither loses nor repeats anything',
};

/** A log collector with any image. */
export interface LogCollectorDaemonProps extends DaemonProps {
  /**
   * Whether it asks the Kubernetes API for labels and names of pods and namespaces, and so needs to read them.
   *
   * @default false - least privilege: it gets no token
   */
  readonly kubernetesMetadata?: boolean;

  /**
   * Whether the nodes run Docker, where the files of `/var/log/pods` are links into `/var/lib/docker/containers`.
   *
   * @default false - containerd and CRI-O write below `/var/log`; on their nodes the directory is missing, and the pod would not start
   */
  readonly docker?: boolean;

  /**
   * Where the container sees its state directory (read positions, buffers on disk). On the node it is
   * `/var/lib/<namespace>/<name>`.
   *
   * @default - the same path as on the node
   */
  readonly stateMountPath?: string;
}

/**
 * A daemon that reads the log files of its node.
 *
 * Beside what every daemon gets: `/var/log` read-only (links and their targets have one path), a state directory of its
 * own outside of it, uid 0 without any capability (the files belong to root), a read-only root file system, and the
 * variables `K8S_NODE_NAME` (for watching only the own node's pods) and `K8S_OWN_LOGS` (the log files that it must leave out,
 * since a collector that reads its own messages never ends).
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * new LogCollectorDaemon(chart, 'promtail', {
 *   image: 'docker.io/grafana/promtail:3.5.5',
 *   args: ['-config.file=/etc/promtail/promtail.yaml', '-config.expand-env=true'],
 *   configFiles: [{ path: '/etc/promtail/promtail.yaml', content: 'server: { http_listen_port: 3101 }' }],
 *   stateMountPath: '/run/promtail',
 *   kubernetesMetadata: true,
 * });
 */
export class LogCollectorDaemon extends Daemon {
  /**
   * The daemon's own log files on a node, as a glob: what its configuration must exclude. Those of a variant have another name; in its pods
   * `K8S_OWN_LOGS` is right for each.
   */
  public readonly ownLogs: string;

  constructor(scope: Construct, id: string, props: LogCollectorDaemonProps) {
    const who = nameAndNamespace(scope, id, props);
    super(scope, id, withVariants(who, props, logCollector));
    this.ownLogs = ownLogs(who);
  }

  /** @internal */
  protected _reasons(): Reasons {
    return REASONS;
  }
}

/** The role as data: what it adds to a definition. */
export function logCollector(who: NameAndNamespace, props: LogCollectorDaemonProps): DaemonProps {
  const { kubernetesMetadata, docker, stateMountPath, ...daemon } = props;
  return {
    ...withDefaults<DaemonProps>({
      component: 'log-collector',
      privileges: Privileges.root(),
    }, daemon),
    hostPaths: [
      HostPath.readOnly('/var/log'),
      ...(docker ? [HostPath.readOnly('/var/lib/docker/containers')] : []),
      HostPath.stateDirectory({ mountPath: stateMountPath }),
      ...(props.hostPaths ?? []),
    ],
    env: {
      K8S_NODE_NAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME),
      [OWN_LOGS]: EnvValue.fromValue(ownLogs(who)),
      ...props.env,
    },
    kubernetesAccess: [...(kubernetesMetadata ? [KubernetesAccess.read('pods', 'namespaces')] : []), ...(props.kubernetesAccess ?? [])],
  };
}

/** Log files are named `<pod>_<namespace>_<container>-<id>.log`. */
export function ownLogs(who: NameAndNamespace): string {
  return `/var/log/containers/${ownPods(who)}_${who.namespace ?? '*'}_*.log`;
}

/**
 * The names of a DaemonSet's pods, as a glob: its own name, cut to 58 characters with the dash, and five random ones. A neighbour
 * whose name begins in the same way (`fluentd-aggregator`) is not meant.
 */
export function ownPods({ name }: NameAndNamespace): string {
  return `${`${name}-`.slice(0, 58)}?????`;
}
