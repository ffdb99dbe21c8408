import { matchesLabels } from '../../../kubernetes/labels';
import { containersOf, Manifest, Manifests, Workload } from '../../manifests';
import { inKind, Rule } from '../rule';

/** Labels that controllers give their pods, beside those of the template. */
const LABELS_OF_CONTROLLERS = [
  'apps.kubernetes.io/pod-index', 'batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-completion-index', 'batch.kubernetes.io/job-name',
  'controller-revision-hash', 'controller-uid', 'job-name', 'pod-template-generation', 'pod-template-hash', 'statefulset.kubernetes.io/pod-name',
];

interface ServiceSpec {
  readonly selector?: { readonly [key: string]: string };
  readonly type?: string;
  readonly ports?: readonly { readonly name?: string; readonly port?: number; readonly protocol?: string; readonly targetPort?: number | string }[];
}

/**
 * A Service that selects none of the pods. They may come from elsewhere, so that it is a warning; only information where nothing of its namespace makes
 * pods, or objects that are not known here may make some; an error with `--complete`.
 */
export const SERVICE_SELECTS_NOTHING: Rule = {
  id: 'runtime/service-selects-nothing',
  title: 'A Service whose selector matches no pod',
  severity: 'warning',
  find: inKind('Service', (manifest, manifests) => {
    const selector = selectorOf(manifest);
    if (Object.keys(selector).length === 0 || selectedBy(manifest, manifests).length > 0) {
      return [];
    }
    const isLikelyElsewhere = manifests.hasUnknown || neighbours(manifest, manifests).length === 0;
    const text = Object.entries(selector).map(([key, value]) => `${key}=${value}`).join(', ');
    return [{
      path: 'spec.selector',
      severity: manifests.isComplete ? 'error' : isLikelyElsewhere ? 'info' : 'warning',
      message: `no pod of these objects in the namespace '${manifest.head.namespace}' has the labels ${text}, so the Service leads nowhere`,
      fix: 'select labels that the pod template has',
    }];
  }),
};

/** A Service that leads to a port by a name which none of its pods declares. Upstream: endpointslice FindPort. */
export const SERVICE_TARGET_PORT: Rule = {
  id: 'runtime/service-target-port',
  title: 'A Service to a named port that no selected pod has',
  severity: 'error',
  find: inKind('Service', (manifest, manifests) => {
    const selected = selectedBy(manifest, manifests);
    return (specOf(manifest).ports ?? []).flatMap(({ targetPort, protocol }, index) => {
      const names = namesOfPorts(selected, protocol);
      return selected.length === 0 || typeof targetPort !== 'string' || names.includes(targetPort) ? [] : [{
        path: `spec.ports[${index}].targetPort`,
        message: `no pod that the Service selects has a ${protocol} port named '${targetPort}', so this port leads nowhere`,
        fix: names.length > 0 ? `use one of their ports: ${names.join(', ')}` : 'declare the port with that name in the container, or give its number',
      }];
    });
  }),
};

/** Ports of init containers count only where these go on running. */
function namesOfPorts(workloads: readonly Workload[], protocol: string | undefined): string[] {
  const ports = workloads.flatMap(containersOf).filter(({ isLasting }) => isLasting).flatMap(({ container }) => container.ports ?? []);
  return [...new Set(ports.filter((port) => port.protocol === protocol).flatMap(({ name }) => name || []))].sort();
}

function specOf({ object }: Manifest): ServiceSpec {
  return (object.spec ?? {}) as ServiceSpec;
}

function neighbours({ head: { namespace } }: Manifest, { workloads }: Manifests): Workload[] {
  return workloads.filter(({ manifest }) => manifest.head.namespace === namespace);
}

/** A Service that is only another name asks for no pods. */
function selectorOf(manifest: Manifest): { readonly [key: string]: string } {
  const { selector, type } = specOf(manifest);
  return type === 'ExternalName' ? {} : selector ?? {};
}

function selectedBy(manifest: Manifest, manifests: Manifests): Workload[] {
  const selector = selectorOf(manifest);
  const ofTemplate = Object.fromEntries(Object.entries(selector).filter(([key]) => !LABELS_OF_CONTROLLERS.includes(key)));
  return Object.keys(selector).length === 0 ? []
    : neighbours(manifest, manifests).filter(({ metadata }) => matchesLabels(ofTemplate, metadata.labels ?? {}));
}
