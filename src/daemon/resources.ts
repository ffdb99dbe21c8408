import { ContainerResources } from 'cdk8s-plus-27';

/** What a container asks of its node, extended resources included (`containers[].resources`). */
export interface DaemonResources extends ContainerResources {
  /**
   * Extended resources by name, such as `nvidia.com/gpu`. Kubernetes cannot overcommit them: the number is both request and limit.
   *
   * @default - none
   */
  readonly extended?: { [name: string]: number };
}
