import { hostPorts } from '../kubernetes/host-ports';
import { Container, DaemonSetSpec, PodSpec } from '../kubernetes/objects';

/**
 * Why a daemon of a kind needs what linters flag, by the name of the rule; for a container beside the main one by `<rule>.<container>`. What a daemon does
 * not need is not said of it, so that a reason can be given for an option that may be off.
 */
export interface Reasons {
  readonly [rule: string]: string;
}

/** Directories that hold the node itself. */
const SENSITIVE = ['/', '/boot', '/dev', '/etc', '/lib', '/proc', '/sys', '/usr', '/var/lib/docker'];

const RUNTIME_SOCKET = /\b(docker|containerd|crio|cri-dockerd)\.sock$|\/run\/(containerd|crio)(\/|$)/;

/** Whether a DaemonSet or its pods break a rule. */
const POD_RULES: { readonly [rule: string]: (pod: PodSpec, set: DaemonSetSpec) => boolean } = {
  'container-runtime-socket': (pod) => hostPaths(pod).some((path) => RUNTIME_SOCKET.test(path)),
  'host-ipc': ({ hostIPC }) => hostIPC === true,
  'host-network': ({ hostNetwork }) => hostNetwork === true,
  'host-path': (pod) => hostPaths(pod).length > 0,
  'host-pid': ({ hostPID }) => hostPID === true,
  'host-port': (pod) => hostPorts({ ...pod, hostNetwork: false }).length > 0,
  'sensitive-host-path': (pod) => hostPaths(pod).some((path) => SENSITIVE.includes(path)),
  'service-account-token': ({ automountServiceAccountToken }) => automountServiceAccountToken === true,
  'tolerates-everything': ({ tolerations = [] }) => tolerations.some(({ key, operator }) => !key && operator === 'Exists'),
  'update-strategy': (_, { updateStrategy }) => updateStrategy?.type === 'OnDelete',
};

/** Whether the main container breaks a rule. */
const CONTAINER_RULES: { readonly [rule: string]: (container: Container, pod: PodSpec) => boolean } = {
  'added-capability': ({ securityContext }) => (securityContext?.capabilities?.add ?? []).length > 0,
  'app-armor-profile': ({ securityContext }) => securityContext?.appArmorProfile?.type === 'Unconfined',
  'cpu-limit': ({ resources }) => resources?.limits?.cpu === undefined,
  'image-digest': ({ image = '' }) => !image.includes('@'),
  'image-pull-policy': ({ imagePullPolicy }) => imagePullPolicy !== 'Always',
  'liveness-probe': ({ livenessProbe }) => livenessProbe === undefined,
  'privilege-escalation': ({ securityContext }, { os }) => os?.name !== 'windows' && securityContext?.allowPrivilegeEscalation !== false,
  'read-only-root-filesystem': ({ securityContext }, { os }) => os?.name !== 'windows' && securityContext?.readOnlyRootFilesystem !== true,
  'run-as-non-root': ({ securityContext }) => securityContext?.runAsNonRoot !== true,
  'seccomp-profile': ({ securityContext }) => securityContext?.seccompProfile?.type === 'Unconfined',
  'secret-in-env': ({ env = [] }) => env.some(({ valueFrom }) => valueFrom?.secretKeyRef !== undefined),
  'writable-host-path': ({ volumeMounts = [] }, { volumes = [] }) => volumeMounts.some(({ name, readOnly }) => (
    !readOnly && volumes.some((volume) => volume.name === name && volume.hostPath !== undefined))),
};

/** The rules that a DaemonSet breaks and that there are reasons for, a rule about a container with its name. */
export function neededReasons(reasons: Reasons, set: DaemonSetSpec): Reasons {
  const pod = set.template.spec;
  const [main, ...others] = pod.containers;
  const ofPod = Object.keys(POD_RULES).filter((rule) => POD_RULES[rule](pod, set)).map((rule) => ({ rule, key: rule }));
  const broken = (container: Container) => Object.keys(CONTAINER_RULES).filter((rule) => CONTAINER_RULES[rule](container, pod))
    .map((rule) => ({ rule, key: `${rule}.${container.name}` }));
  const ofMain = main === undefined ? [] : broken(main);
  const ofOthers = others.flatMap(broken).map(({ key }) => ({ rule: key, key }));
  const needed = [...ofPod, ...ofMain, ...ofOthers].filter(({ rule }) => Object.hasOwn(reasons, rule));
  return Object.fromEntries(needed.map(({ rule, key }) => [key, reasons[rule]]));
}

/** The rules that reasons can be given for. */
export const RULES_WITH_REASONS: readonly string[] = [...Object.keys(POD_RULES), ...Object.keys(CONTAINER_RULES)].sort();

function hostPaths({ volumes = [] }: PodSpec): string[] {
  return volumes.flatMap(({ hostPath }) => (hostPath === undefined ? [] : [hostPath.path]));
}
