// What a newcomer wants to see of a manifest: the DaemonSets with their nodes, tolerations, mounts, and their Services.
'use strict';
const { parseAllDocuments } = require('yaml');

/** Labels by which virtual nodes (Fargate, virtual-kubelet) are left out. */
const VIRTUAL = ['eks.amazonaws.com/compute-type', 'type'];

/**
 * @param {string} title
 * @param {{ path: string, text: string }[]} files
 * @returns {string}
 */
function describe(title, files) {
  const objects = files.flatMap((file) => parseAllDocuments(file.text).map((document) => document.toJS()));
  const services = objects.filter((object) => object.kind === 'Service');
  const lines = [`\n${title}`];
  for (const set of objects.filter((object) => object.kind === 'DaemonSet')) {
    const { spec } = set.spec.template;
    const labels = set.spec.template.metadata.labels;
    lines.push(`  DaemonSet ${set.metadata.namespace}/${set.metadata.name}   ${spec.containers.map((container) => container.image).join(', ')}`);
    lines.push(`    nodes        ${nodes(spec)}`);
    lines.push(`    tolerations  ${tolerations(spec)}`);
    lines.push(...mounts(spec).map((mount, index) => `    ${index === 0 ? 'mounts       ' : '             '}${mount}`));
    lines.push(...services.filter((service) => selects(service, set, labels)).map((service, index) => `    ${index === 0 ? 'Services     ' : '             '}${serviceText(service)}`));
  }
  const others = countKinds(objects.filter((object) => object.kind !== 'DaemonSet' && object.kind !== 'Service'));
  lines.push(...(others ? [`  beside them: ${others}`] : []), `  YAML: ${files.map((file) => file.path).join(', ')}`);
  return `${lines.join('\n')}\n`;
}

function nodes(spec) {
  const selector = Object.entries(spec.nodeSelector ?? {}).map(([key, value]) => `${key}=${value}`);
  const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const chosen = terms.map((term) => term.matchExpressions.filter((expression) => !VIRTUAL.includes(expression.key)).map(requirement).join(' and ')).filter((text) => text !== '');
  const real = terms.some((term) => term.matchExpressions.some((expression) => VIRTUAL.includes(expression.key))) ? ['no virtual nodes'] : [];
  return [...selector, ...(chosen.length > 0 ? [chosen.join(' or ')] : []), ...real].join(', ') || 'every node';
}

function requirement({ key, operator, values = [] }) {
  const list = values.length === 1 ? values[0] : `(${values.join(', ')})`;
  switch (operator) {
    case 'In': return values.length === 1 ? `${key}=${list}` : `${key} in ${list}`;
    case 'NotIn': return values.length === 1 ? `${key}!=${list}` : `${key} not in ${list}`;
    case 'Exists': return key;
    case 'DoesNotExist': return `!${key}`;
    default: return `${key} ${operator} ${list}`;
  }
}

function tolerations(spec) {
  return (spec.tolerations ?? []).map(({ key, operator, value, effect }) => {
    const taint = key === undefined ? 'every taint' : operator === 'Exists' ? key : `${key}=${value ?? ''}`;
    return effect ? `${taint}:${effect}` : taint;
  }).join(', ') || 'none';
}

function mounts(spec) {
  const volumes = new Map((spec.volumes ?? []).map((volume) => [volume.name, volume]));
  return [...(spec.initContainers ?? []), ...spec.containers].flatMap((container) => (container.volumeMounts ?? []).map((mount) => {
    const source = sourceText(volumes.get(mount.name));
    const inside = source === `node ${mount.mountPath}` ? '' : ` at ${mount.mountPath}`;
    return `${source}${inside} (${mount.readOnly ? 'read-only' : 'read-write'}${mount.mountPropagation ? `, ${mount.mountPropagation}` : ''})`;
  }));
}

function sourceText(volume) {
  if (volume.projected) {
    return volume.projected.sources.map(({ configMap, secret }) => (configMap ? `ConfigMap ${configMap.name}` : `Secret ${secret.name}`)).join(' and ');
  }
  if (volume.hostPath) {
    return `node ${volume.hostPath.path}`;
  }
  if (volume.configMap) {
    return `ConfigMap ${volume.configMap.name}`;
  }
  if (volume.downwardAPI) {
    return 'what Kubernetes knows of the pod';
  }
  return volume.secret ? `Secret ${volume.secret.secretName}` : 'empty directory';
}

/** The user and the rights of a container. */
function user({ runAsUser, privileged, capabilities, windowsOptions } = {}) {
  if (windowsOptions?.hostProcess) {
    return `${windowsOptions.runAsUserName}, a process of the node`;
  }
  const rights = privileged ? 'privileged' : capabilities?.add?.join(', ') ?? 'no capability';
  return `${runAsUser === undefined ? 'the user of the image' : `uid ${runAsUser}`}, ${rights}`;
}

function selects(service, set, labels) {
  return service.metadata.namespace === set.metadata.namespace && Object.entries(service.spec.selector ?? {}).every(([key, value]) => labels[key] === value);
}

function serviceText(service) {
  const kind = service.spec.clusterIP === 'None' ? 'headless' : service.spec.internalTrafficPolicy === 'Local' ? 'own node only' : 'any node';
  return `${service.metadata.name}.${service.metadata.namespace}.svc ${(service.spec.ports ?? []).map((port) => port.port).join(',')} (${kind})`;
}

function countKinds(objects) {
  const counts = new Map();
  objects.forEach(({ kind }) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  return [...counts].map(([kind, count]) => (count > 1 ? `${count} × ${kind}` : kind)).join(', ');
}

module.exports = { describe, mounts, nodes, tolerations, user };
