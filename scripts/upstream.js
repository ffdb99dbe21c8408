// What a manifest asks of its nodes and of its cluster, each under a key of its own, so that two manifests of one program can be compared line by line.
//   node scripts/upstream.js FILE.yaml   prints the facts of a rendered chart, as they stand in test/catalog/upstream
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { nodes, tolerations } = require('./describe');
const reasons = require('./upstream-reasons');

const FACTS = join(__dirname, '..', 'test', 'catalog', 'upstream');

/** Kinds that are told by what they give: rights, Services, the pods themselves. */
const TOLD = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding', 'Service'];

/** Labels and annotations that say what an object is, and not what is to be done with it. */
const NAMES = /^(app\.kubernetes\.io|helm\.sh|cdk8s-daemons|checksum)\/|^[^/]+$/;

/** The facts of the objects of one program; its DaemonSet is the first (or a StatefulSet, where upstream has no other). */
function facts(objects) {
  const set = objects.find(({ kind }) => kind === 'DaemonSet') ?? objects.find(({ kind }) => kind === 'StatefulSet');
  const { spec, metadata = {} } = set.spec.template;
  const main = spec.containers[0];
  return Object.fromEntries([
    ['workload', set.kind], ['image', fullName(main.image)],
    ['init containers', images(spec.initContainers)], ['containers beside it', images(spec.containers.slice(1))],
    ...hostMounts(spec), ...emptyDirectories(spec), ...ports(spec), ...environment(main), ...namespaces(spec),
    ...objects.flatMap(rights), ['API token', mountsToken(spec, objects) ? 'mounted' : 'not mounted'],
    ...security(spec, main),
    ['nodes', nodes(spec)], ['tolerations', tolerations(spec)], ['priority', spec.priorityClassName ?? 'none'],
    ['requests', amounts(main.resources?.requests)], ['limits', amounts(main.resources?.limits)],
    ...['startupProbe', 'livenessProbe', 'readinessProbe'].map((name) => [name.replace('Probe', ' probe'), probe(main, main[name])]),
    ['grace period', `${spec.terminationGracePeriodSeconds ?? 30} s`], ['update', update(set.spec.updateStrategy)],
    ['DNS', spec.dnsPolicy ?? 'ClusterFirst'], ['operating system', spec.os?.name ?? 'not said'], ['runtime class', spec.runtimeClassName ?? 'the default'],
    ...said('label', metadata.labels), ...said('annotation', metadata.annotations),
    ...services(objects), ...others(objects.filter((object) => object !== set)),
  ]);
}

function images(containers = []) {
  return containers.map(({ image }) => fullName(image)).join(', ') || 'none';
}

/** A name without a host is one of Docker Hub. */
function fullName(image) {
  return /^[^/]*[.:][^/]*\//.test(image) ? image : `docker.io/${image}`;
}

function hostMounts(spec) {
  const places = mountsOf(spec, ({ hostPath }) => hostPath).map(({ volume: { hostPath: { path, type } }, mount }) => [`mount ${normal(path)}`, [
    `at ${normal(mount.mountPath)}`, mount.readOnly ? 'read-only' : 'read-write', ...(mount.mountPropagation ? [mount.mountPropagation] : []), type || 'not checked',
  ].join(', ')]);
  return together(places);
}

function emptyDirectories(spec) {
  return mountsOf(spec, ({ emptyDir }) => emptyDir).map(({ volume: { emptyDir }, mount }) => [`empty directory ${mount.mountPath}`, [
    emptyDir.medium ?? 'Disk', emptyDir.sizeLimit ?? 'no limit',
  ].join(', ')]);
}

function mountsOf(spec, wanted) {
  const volumes = new Map((spec.volumes ?? []).map((volume) => [volume.name, volume]));
  return [...(spec.initContainers ?? []), ...spec.containers].flatMap(({ volumeMounts = [] }) => volumeMounts)
    .map((mount) => ({ mount, volume: volumes.get(mount.name) })).filter(({ volume }) => volume && wanted(volume));
}

/** Ports of pods on the network of the node are ports of the node: that is what the API server writes into them. */
function ports(spec) {
  return spec.containers.flatMap(({ ports: all = [] }) => all).map(({ containerPort, protocol = 'TCP', hostPort }) => (
    [`port ${containerPort}/${protocol}`, spec.hostNetwork || hostPort ? `port ${hostPort ?? containerPort} of the node` : 'of the pod']));
}

function environment({ env = [] }) {
  return env.map(({ name, value, valueFrom }) => [`environment ${name}`, valueFrom?.fieldRef?.fieldPath ?? valueFrom?.secretKeyRef?.name ?? value ?? '']);
}

function namespaces(spec) {
  return ['hostNetwork', 'hostPID', 'hostIPC'].map((field) => [field, spec[field] ? 'yes' : 'no']);
}

function rights({ kind, rules = [] }) {
  return rules.flatMap(({ apiGroups = [''], resources = [], resourceNames, verbs }) => apiGroups.flatMap((group) => resources.flatMap((resource) => verbs.map((verb) => (
    [`right ${group === '' ? resource : `${resource}.${group}`} ${verb}`, [kind === 'Role' ? 'in its namespace' : 'in the cluster', ...(resourceNames ?? [])].join(', ')])))));
}

function mountsToken(spec, objects) {
  const account = objects.find(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === spec.serviceAccountName);
  return spec.automountServiceAccountToken ?? account?.automountServiceAccountToken ?? true;
}

function security(spec, { securityContext = {} }) {
  const context = { ...spec.securityContext, ...securityContext };
  return [
    ['privileged', context.privileged ? 'yes' : 'no'], ['user', context.windowsOptions?.runAsUserName ?? `${context.runAsUser ?? 'of the image'}`],
    ['not root', context.runAsNonRoot ? 'enforced' : 'not enforced'],
    ['capabilities added', context.capabilities?.add?.join(', ') ?? 'none'], ['capabilities dropped', context.capabilities?.drop?.join(', ') ?? 'none'],
    ['privilege escalation', context.allowPrivilegeEscalation === false ? 'forbidden' : 'allowed'],
    ['root file system', context.readOnlyRootFilesystem ? 'read-only' : 'writable'], ['seccomp', context.seccompProfile?.type ?? 'none'],
    ['file system group', `${context.fsGroup ?? 'none'}`], ['Windows host process', context.windowsOptions?.hostProcess ? 'yes' : 'no'],
  ];
}

function amounts(resources = {}) {
  return Object.entries(resources).map(([name, amount]) => `${name} ${amount}`).join(', ') || 'none';
}

function probe({ ports: all = [] }, asked) {
  if (asked === undefined) {
    return 'none';
  }
  const { httpGet, tcpSocket, exec, initialDelaySeconds: delay = 0, periodSeconds = 10, timeoutSeconds = 1, failureThreshold = 3 } = asked;
  const number = (port) => all.find(({ name }) => name === port)?.containerPort ?? port;
  const question = httpGet ? `GET ${httpGet.path} on ${number(httpGet.port)}` : tcpSocket ? `TCP ${number(tcpSocket.port)}` : `runs ${(exec?.command ?? []).join(' ')}`;
  return [question, ...(delay ? [`after ${delay} s`] : []), `every ${periodSeconds} s`, `${timeoutSeconds} s to answer`, `${failureThreshold} failures`].join(', ');
}

function update({ type = 'RollingUpdate', rollingUpdate: { maxUnavailable = 1, maxSurge = 0 } = {} } = {}) {
  return type === 'RollingUpdate' ? `${maxUnavailable} at a time${maxSurge ? `, ${maxSurge} beside the old` : ''}` : type;
}

function said(what, all = {}) {
  return Object.entries(all).filter(([key]) => !NAMES.test(key)).map(([key, value]) => [`${what} ${key}`, value]);
}

function services(objects) {
  return together(objects.filter(({ kind }) => kind === 'Service').flatMap(({ spec }) => (spec.ports ?? []).map(({ port, protocol = 'TCP' }) => (
    [`Service port ${port}/${protocol}`, spec.clusterIP === 'None' ? 'headless' : spec.internalTrafficPolicy === 'Local' ? 'own node only' : 'any node']))));
}

function others(objects) {
  const kinds = objects.map(({ kind }) => kind).filter((kind) => !TOLD.includes(kind));
  return [...new Set(kinds)].map((kind) => [`object ${kind}`, `${kinds.filter((other) => other === kind).length}`]);
}

/** What is said of one key more than once stands together. */
function together(entries) {
  return [...new Set(entries.map(([key]) => key))].map((key) => [key, [...new Set(entries.filter(([other]) => other === key).map(([, value]) => value))].join('; ')]);
}

function normal(path) {
  return path.replace(/(.)\/$/, '$1');
}

/** @returns {{ what: string, upstream: string, here: string }[]} */
function differences(ours, upstream) {
  return [...new Set([...Object.keys(upstream), ...Object.keys(ours)])].filter((what) => ours[what] !== upstream[what])
    .map((what) => ({ what, upstream: upstream[what] ?? '–', here: ours[what] ?? '–' }));
}

/** What is known of upstream's manifest of a program. */
function upstreamOf(program) {
  return JSON.parse(readFileSync(join(FACTS, `${program}.json`), 'utf8'));
}

/** The program that a DaemonSet runs, under whose name upstream's facts stand. */
function programOf(objects) {
  return objects.find(({ kind }) => kind === 'DaemonSet').metadata.labels['app.kubernetes.io/name'];
}

/** Why a program differs from upstream there. */
function reasonFor(program, what) {
  return reasons[program]?.[what] ?? reasons.every[what];
}

module.exports = { differences, facts, programOf, reasonFor, reasons, upstreamOf };

if (require.main === module) {
  const { parseAllDocuments } = require('yaml');
  const objects = parseAllDocuments(readFileSync(process.argv[2], 'utf8')).map((document) => document.toJS()).filter((object) => object?.kind);
  process.stdout.write(`${JSON.stringify(facts(objects), undefined, 2)}\n`);
}
