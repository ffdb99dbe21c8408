// Fleets for bench/plan.js: nodes and pods as kubectl prints them, made of those in test/data, and daemons for them. Files are written piece by
// piece, since large ones are longer than any text of Node may be.
'use strict';
const { closeSync, openSync, readdirSync, readFileSync, writeSync } = require('node:fs');
const { join } = require('node:path');
const { dump, load } = require('js-yaml');

const DATA = join(__dirname, '..', 'test', 'data');
const GROUPS = 50;
/** Of a node as kubectl prints it. Most of it are images, of which kubelet tells up to 50. */
const NODE_CHARACTERS = 18_000;
const PODS_PER_NODE = 30;
const PIECE_CHARACTERS = 4_194_304;

const label = (key, operator, ...values) => ({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [
  { matchExpressions: [{ key, operator, ...(values.length === 0 ? {} : { values }) }] },
] } } } });
const tolerated = (...tolerations) => ({ tolerations });
/** Where daemons run, in turn. */
const PLACEMENTS = [
  {},
  tolerated({ operator: 'Exists' }),
  { nodeSelector: { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' } },
  { ...label('nvidia.com/gpu.present', 'In', 'true'), ...tolerated({ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }) },
  { ...label('eks.amazonaws.com/compute-type', 'NotIn', 'fargate'), ...tolerated({ operator: 'Exists', effect: 'NoSchedule' }) },
  { nodeSelector: { 'kubernetes.io/os': 'windows' }, ...tolerated({ key: 'os', value: 'windows', effect: 'NoSchedule' }) },
  label('topology.kubernetes.io/zone', 'In', 'eu-central-1a', 'eu-central-1b', 'europe-west4-a', 'westeurope-1', 'rack-a'),
  label('node-role.kubernetes.io/control-plane', 'DoesNotExist'),
  {
    ...label('node.kubernetes.io/instance-type', 'In', 'm7i.large', 'm7i.2xlarge', 'n2-standard-8'),
    ...tolerated({ key: 'example.com/spot', operator: 'Exists' }),
  },
  { ...label('karpenter.sh/nodepool', 'Exists'), ...tolerated({ key: 'karpenter.sh/disrupted', operator: 'Exists' }) },
];

/** So many nodes, of each group in turn. */
function writeNodes(file, count) {
  const all = itemsOf('nodes');
  const templates = all.slice(0, GROUPS).map((node, group) => template(withImages(node, group, all), node.metadata.name));
  writeList(file, count, (number) => filled(templates[number % GROUPS], number, number));
}

/** Pods of those nodes, such as run in the examples; nodes of a group have the same. */
function writePods(file, nodes) {
  const running = itemsOf('pods').filter(({ spec, status }) => spec.nodeName !== undefined && status.phase === 'Running');
  const templates = Array.from({ length: GROUPS * PODS_PER_NODE }, (_, index) => {
    const pod = running[(index * 7) % running.length];
    const name = `${pod.metadata.generateName ?? `${pod.metadata.name}-`}{number}`;
    return template({ ...pod, metadata: { ...pod.metadata, name } }, pod.spec.nodeName);
  });
  writeList(file, nodes * PODS_PER_NODE, (number) => {
    const node = Math.floor(number / PODS_PER_NODE);
    return filled(templates[(node % GROUPS) * PODS_PER_NODE + number % PODS_PER_NODE], node, number);
  });
}

/** DaemonSets that differ in where they run, and in what they ask for; no two want one port. */
function daemonSets(count) {
  const text = readFileSync(join(__dirname, 'daemon-set.yaml'), 'utf8');
  return Array.from({ length: count }, (_, number) => {
    const daemonSet = load(text.replace(/(agent)-0000/g, `$1-${String(number).padStart(4, '0')}`).replaceAll('9100', String(9100 + number)));
    const pod = daemonSet.spec.template.spec;
    pod.containers[0].resources.requests = { cpu: `${10 + (number % 7) * 5}m`, memory: `${32 + (number % 5) * 16}Mi` };
    Object.assign(pod, PLACEMENTS[number % PLACEMENTS.length], number % 3 === 0 ? {} : { priorityClassName: 'system-cluster-critical' });
    return dump(daemonSet);
  }).join('---\n');
}

function itemsOf(kind) {
  return readdirSync(join(DATA, kind)).sort().flatMap((file) => JSON.parse(readFileSync(join(DATA, kind, file), 'utf8')).items);
}

/** The nodes of the examples name few of their images; with those of others they become as long as real ones. */
function withImages(node, group, all) {
  const others = all.flatMap(({ status }) => status.images ?? []);
  const images = [...node.status.images ?? []];
  const changed = { ...node, status: { ...node.status, images } };
  while (printed(changed).length < NODE_CHARACTERS) {
    images.push(others[(group + images.length) % others.length]);
  }
  return changed;
}

/** The text of an object, and between its parts what is another in each: the name of the node, and a number of its own. */
function template(object, nodeName) {
  const metadata = { ...object.metadata, uid: `${object.metadata.uid.slice(0, 24)}{number}` };
  return printed({ ...object, metadata }).replaceAll(nodeName, '{node}').split(/(\{node\}|\{number\})/);
}

function filled(parts, node, number) {
  const [name, own] = [`node-${String(node).padStart(6, '0')}.example.internal`, String(number).padStart(12, '0')];
  return parts.map((part) => (part === '{node}' ? name : part === '{number}' ? own : part)).join('');
}

function printed(item) {
  return JSON.stringify(item, null, 4).replace(/^/gm, ' '.repeat(8));
}

function writeList(file, count, item) {
  const descriptor = openSync(file, 'w');
  let piece = '{\n    "apiVersion": "v1",\n    "items": [\n';
  for (let number = 0; number < count; number++) {
    piece += `${item(number)}${number + 1 < count ? ',' : ''}\n`;
    if (piece.length > PIECE_CHARACTERS) {
      writeSync(descriptor, piece);
      piece = '';
    }
  }
  writeSync(descriptor, `${piece}    ],\n    "kind": "List",\n    "metadata": {\n        "resourceVersion": ""\n    }\n}\n`);
  closeSync(descriptor);
}

module.exports = { daemonSets, writeNodes, writePods };
