import { limitsOfPod, requestsOfPod } from './pod-resources';
import { mapAt, objectAt, Value, withDefaults } from './values';

const CONTAINERS = ['containers', 'initContainers'];

/** What is defaulted in a pod, but not in a template. Upstream: SetDefaults_Pod. */
export function defaultPod(value: Value): Value {
  const spec = withContainers(objectAt(value, 'spec'), withRequests);
  const resources = spec.resources === undefined ? {} : { resources: defaultPodResources(spec, objectAt(spec, 'resources')) };
  const defaulted = withDefaults({ ...spec, ...resources }, { enableServiceLinks: true });
  return { ...value, spec: spec.hostNetwork === true ? withContainers(defaulted, withHostPorts) : defaulted };
}

function withContainers(spec: Value, change: (container: Value) => Value): Value {
  return CONTAINERS.reduce((changed, field) => mapAt(changed, field, change), spec);
}

function withRequests(container: Value): Value {
  const resources = objectAt(container, 'resources');
  return resources.limits === undefined ? container
    : { ...container, resources: { ...resources, requests: withDefaults(objectAt(resources, 'requests'), objectAt(resources, 'limits')) } };
}

/** Upstream: defaultHostNetworkPorts. */
function withHostPorts(container: Value): Value {
  return mapAt(container, 'ports', (port) => (port.containerPort === undefined ? port : withDefaults(port, { hostPort: port.containerPort })));
}

/** Upstream: defaultHugePagePodLimits, defaultPodRequests. */
function defaultPodResources(spec: Value, given: Value): Value {
  const [hasLimits, hasRequests] = ['limits', 'requests'].map((field) => Object.keys(objectAt(given, field)).length > 0);
  const requested = objectAt(given, 'requests');
  const hugePages = pick(limitsOfPod(spec), (name) => isHugePage(name) && !Object.hasOwn(requested, name));
  const limits = withDefaults(objectAt(given, 'limits'), hasLimits || hasRequests ? hugePages : {});
  const resources = Object.keys(limits).length > 0 ? { ...given, limits } : given;
  if (Object.keys(limits).length === 0) {
    return resources;
  }
  const likeContainers = withDefaults(requested, pick(requestsOfPod(spec), isCpuOrMemory));
  const requests = withDefaults(likeContainers, pick(limits, (name) => isCpuOrMemory(name) || isHugePage(name)));
  return Object.keys(requests).length > 0 ? { ...resources, requests } : resources;
}

function pick(value: Value, isWanted: (name: string) => boolean): Value {
  return Object.fromEntries(Object.entries(value).filter(([name]) => isWanted(name)));
}

function isCpuOrMemory(name: string): boolean {
  return name === 'cpu' || name === 'memory';
}

function isHugePage(name: string): boolean {
  return name.startsWith('hugepages-');
}
