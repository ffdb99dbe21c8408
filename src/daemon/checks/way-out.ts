/** What to do about a message of the API server, in the words of our props: kind, what the message is like, and the way out. */
const WAYS_OUT: readonly (readonly [kind: string, message: RegExp, instead: string])[] = [
  ['DaemonSet', /^json: cannot unmarshal number .* of type int\d+ /, 'give a whole number'],
  ['DaemonSet', /^metadata\.name: /, 'give the daemon another name'],
  ['DaemonSet', /^metadata\.namespace: /, 'give the daemon or its chart another namespace'],
  ['DaemonSet', /^spec\.selector: /, 'give at least one label that the pods carry: selector and podLabels, which Defaults.none() leaves to you'],
  ['DaemonSet', /`selector` does not match template `labels`/, 'give the pods the labels of the selector (podLabels)'],
  ['DaemonSet', /\.nodeSelectorTerms: Required value/, 'no node can be in the placement: ask for less at once'],
  ['DaemonSet', /Bidirectional mount propagation is available only to privileged/, 'state privileges: Privileges.privileged(reason)'],
  ['DaemonSet', /CAP_SYS_ADMIN$/, "write 'SYS_ADMIN', without the prefix CAP_"],
  ['DaemonSet', /cannot set `allowPrivilegeEscalation` to false/, 'leave allowPrivilegeEscalation out'],
  ['DaemonSet', /must match `containerPort` when `hostNetwork` is true/, 'leave hostPort out'],
  ['DaemonSet', /\.mountPath: .*must be unique/, 'leave one of them out, or give it another mountPath'],
  ['DaemonSet', /\.maxUnavailable: Required value/, 'the rollout could never move: give maxUnavailable or maxSurge'],
  ['ConfigMap', /Too long/, 'put large data into the image or on a volume'],
  ['Service', /^metadata\.name: /, 'give the Service another name, as in Discovery.headless({ name })'],
  ['Service', /^spec\.ports\[.*: Duplicate value/, 'give the ports of the containers different names and numbers, or name those that it offers (ports)'],
  ['Role', /namespaced rules cannot apply to non-resource URLs/, 'use KubernetesAccess.clusterWide'],
  ['ClusterRole', /both regular resources and non-resource URLs/, 'make two rules of it'],
];

export function wayOut(kind: string, message: string): string | undefined {
  return WAYS_OUT.find(([kinds, messages]) => kinds === kind && messages.test(message))?.[2];
}
