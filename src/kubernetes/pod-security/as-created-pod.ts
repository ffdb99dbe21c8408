import { Container, PodSpec } from './pod';

/**
 * The pod spec that Pod Security judges when a pod is created from this template: with host networking the API server
 * gives every port of the init and the regular containers its container port as host port. It does so for pods only:
 * a DaemonSet (`warn`, `audit`) is judged by its template as written, its pods (`enforce`) with the host ports filled in.
 */
export function asCreatedPod<Spec extends PodSpec>(podSpec: Spec): Spec {
  if (podSpec.hostNetwork !== true) {
    return podSpec;
  }
  const { initContainers, containers } = podSpec;
  return {
    ...podSpec,
    ...(initContainers ? { initContainers: initContainers.map(withHostPorts) } : {}),
    ...(containers ? { containers: containers.map(withHostPorts) } : {}),
  };
}

function withHostPorts(container: Container | null): Container | null {
  if (!container?.ports) {
    return container;
  }
  return { ...container, ports: container.ports.map((port) => ({ ...port, hostPort: port?.hostPort || port?.containerPort })) };
}
