import { concat } from '../../../kubernetes/concat';
import { Handler } from '../../../kubernetes/pod-objects';
import { PlacedContainer } from '../../manifests';
import { inContainers, Rule, Said } from '../rule';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
const HOOKS = ['postStart', 'preStop'] as const;

/**
 * A probe or a hook asks a port by a name that its own container does not declare. The API server takes any name; the kubelet looks it up among the
 * ports of the same container, fails each time, and so restarts the container or never calls it ready. Upstream: probe.ResolveContainerPort.
 */
export const PROBE_PORT: Rule = {
  id: 'runtime/probe-port',
  title: 'A probe or hook names a port that its container does not have',
  severity: 'error',
  find: inContainers((placed) => {
    const { container, path } = placed;
    return concat(
      PROBES.flatMap((probe) => missingPort(placed, container[probe], `${path}.${probe}`)),
      HOOKS.flatMap((hook) => missingPort(placed, container.lifecycle?.[hook], `${path}.lifecycle.${hook}`)),
    );
  }),
};

function missingPort({ container }: PlacedContainer, handler: Handler | null | undefined, path: string): Said[] {
  const names = (container.ports ?? []).flatMap(({ name }) => (name ? [name] : []));
  return (['httpGet', 'tcpSocket'] as const).flatMap((action) => {
    const port = handler?.[action]?.port;
    return typeof port !== 'string' || names.includes(port) || /^\d+$/.test(port) ? [] : [{
      path: `${path}.${action}.port`,
      message: `the container '${container.name}' has no port named '${port}', so this always fails`,
      fix: names.length > 0 ? `use one of its ports: ${names.join(', ')}` : 'declare the port with that name in the container, or give its number',
    }];
  });
}
