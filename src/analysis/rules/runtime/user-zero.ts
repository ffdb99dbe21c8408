import { inContainers, Rule } from '../rule';

/**
 * The container must not run as root, and runs as user 0. The API server takes it; the kubelet refuses to start the container
 * (CreateContainerConfigError). What a container does not say, the pod says for it. Upstream: kuberuntime verifyRunAsNonRoot.
 */
export const USER_ZERO: Rule = {
  id: 'runtime/user-zero',
  title: 'runAsNonRoot with user 0',
  severity: 'error',
  find: inContainers(({ container, path }, { pod, path: podPath }) => {
    const [own, shared] = [container.securityContext, pod.securityContext];
    const user = own?.runAsUser ?? shared?.runAsUser;
    if ((own?.runAsNonRoot ?? shared?.runAsNonRoot) !== true || user !== 0) {
      return [];
    }
    return [{
      path: typeof own?.runAsUser === 'number' ? `${path}.securityContext.runAsUser` : `${podPath}.securityContext.runAsUser`,
      message: `the container '${container.name}' must not run as root (runAsNonRoot: true), and runs as user 0: the kubelet never starts it`,
      fix: 'give another user, or leave runAsNonRoot out',
    }];
  }),
};
