import { createHash } from 'node:crypto';
import { ContainerContext, renderContainer } from './container';
import { Identity } from './identity';
import { Placed, placementOf } from './placement';
import { Volumes } from './volumes';
import { DaemonSetSpec, PodSpec } from '../../kubernetes/objects';
import { Rollout } from '../../rollout/rollout';
import { DaemonProps } from '../daemon-props';
import { Priority } from '../priority';
import { ResolvedSettings } from '../settings';

/** Annotation of the pod template that changes with the configuration, and so restarts the pods. */
export const CONFIG_CHECKSUM = 'cdk8s-daemons/config-checksum';

/** A DaemonSet's specification and the ConfigMap that it mounts. */
export interface Rendered {
  readonly spec: DaemonSetSpec;
  readonly configData: { [key: string]: string };
}

/** The state directory of a daemon: one for all its variants, so that a node keeps its state when it changes its variant. */
export function stateDirectoryOf(identity: Identity): string {
  return ['/var/lib', identity.namespace, identity.name].filter((part) => part !== undefined).join('/');
}

/** What the daemon decides for one of its DaemonSets. */
export interface Surroundings {
  readonly settings: ResolvedSettings;
  readonly serviceAccountName?: string;
  readonly configMapName: string;
  readonly placed: Placed;
}

export function renderDaemonSet(identity: Identity, props: DaemonProps, surroundings: Surroundings): Rendered {
  const volumes = new Volumes(surroundings.configMapName, stateDirectoryOf(identity), identity.recommended);
  const spec = renderPodSpec(identity, props, surroundings, volumes);
  const configData = volumes.configData;
  const rollout = props.rollout ?? (identity.recommended ? Rollout.rolling() : undefined);
  return {
    configData,
    spec: {
      selector: { matchLabels: { ...identity.selector } },
      ...rollout?._render(),
      template: {
        metadata: {
          labels: { ...identity.podLabels },
          annotations: podAnnotations(props, identity.recommended ? configData : {}),
        },
        spec,
      },
    },
  };
}

function podAnnotations(props: DaemonProps, configData: { [key: string]: string }): { [key: string]: string } | undefined {
  const annotations = { ...props.podAnnotations };
  if (Object.keys(configData).length > 0) {
    annotations[CONFIG_CHECKSUM] = createHash('sha256').update(JSON.stringify(Object.entries(configData).sort())).digest('hex').slice(0, 16);
  }
  return Object.keys(annotations).length > 0 ? annotations : undefined;
}

function renderPodSpec(identity: Identity, props: DaemonProps, { settings, serviceAccountName, placed }: Surroundings, volumes: Volumes): PodSpec {
  const { recommended } = identity;
  // elsewhere Linux is taken for granted: only Windows has other rights and another way to look up names
  const isWindows = placementOf(props)._isWindows;
  const context: ContainerContext = {
    recommended,
    isWindows,
    volumes,
    registryMirrors: settings.registryMirrors,
    hostPorts: (props.discovery ?? []).filter((discovery) => discovery._kind === 'hostPort').flatMap((discovery) => discovery._service.ports ?? []),
  };
  const main = renderContainer(props.containerName ?? identity.name, props, context);
  const beside = (props.containers ?? []).map((container) => renderContainer(container.name, container, context));
  const init = [
    ...(props.initContainers ?? []).map((container) => renderContainer(container.name, container, context)),
    ...(props.sidecars ?? []).map((container) => ({ ...renderContainer(container.name, container, context), restartPolicy: 'Always' })),
  ];
  const pullSecrets = [...new Set([...settings.imagePullSecrets, ...(props.imagePullSecrets ?? [])].map((secret) => secret.name))];
  return {
    ...placed,
    // without it Pod Security asks a Windows pod for rights that only Linux has
    os: recommended && isWindows ? { name: 'windows' } : undefined,
    initContainers: init.length > 0 ? init : undefined,
    containers: [main, ...beside],
    volumes: volumes.render(),
    hostNetwork: props.hostNetwork || undefined,
    hostPID: props.hostPid || undefined,
    hostIPC: props.hostIpc || undefined,
    shareProcessNamespace: props.shareProcessNamespace,
    // Windows nodes know no ClusterFirstWithHostNet: what is on their network asks the node's own resolver
    dnsPolicy: props.dnsPolicy ?? (recommended && props.hostNetwork ? (isWindows ? 'Default' : 'ClusterFirstWithHostNet') : undefined),
    priorityClassName: (props.priority ?? settings.priority ?? (recommended ? Priority.clusterCritical() : undefined))?._className,
    runtimeClassName: props.runtimeClassName,
    serviceAccountName,
    automountServiceAccountToken: props.automountServiceAccountToken ?? (recommended ? (props.kubernetesAccess ?? []).length > 0 : undefined),
    imagePullSecrets: pullSecrets.length > 0 ? pullSecrets.map((name) => ({ name })) : undefined,
    terminationGracePeriodSeconds: props.terminationGracePeriod?.toSeconds({ integral: false }),
    securityContext: recommended && !isWindows ? { seccompProfile: { type: 'RuntimeDefault' } } : undefined,
  };
}
