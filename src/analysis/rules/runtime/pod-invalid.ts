import { concat } from '../../../kubernetes/concat';
import { ApiObject } from '../../../kubernetes/decode/decode';
import { setDefaults } from '../../../kubernetes/defaults/apply-defaults';
import { FieldError } from '../../../kubernetes/field-error';
import { validatePod } from '../../../kubernetes/validation/pod';
import { Workload } from '../../manifests';
import { inWorkloads, Rule } from '../rule';

/**
 * A template that is taken, and whose pods are not: pods are defaulted further than templates (under the host network a port takes the host port of its
 * number) and have rules of their own. Judged is the pod that the controller would create.
 */
export const POD_INVALID: Rule = {
  id: 'runtime/pod-invalid',
  title: 'A template whose pods the API server refuses',
  severity: 'error',
  find: inWorkloads((workload) => (!workload.manifest.isValid || isLikeItsTemplate(workload) ? [] : podErrors(workload).map(({ path, detail }) => ({
    path: pathInWorkload(workload, path),
    message: `the template is taken, but each of its pods is refused: ${detail}`,
    fix: path.endsWith('.hostPort') ? 'under the host network each port of a container is one of the node: give them different ones' : undefined,
  })))),
};

/** Only with two of a port under the host network, with resources of the pod as a whole and with such an image a pod is held to more than its template. */
function isLikeItsTemplate({ pod }: Workload): boolean {
  const containers = concat(pod.containers ?? [], pod.initContainers ?? []);
  const ports = pod.hostNetwork === true ? containers.flatMap(({ ports: own }) => own ?? []).map(({ containerPort }) => containerPort) : [];
  return !pod.resources && new Set(ports).size === ports.length && containers.every(({ image = '' }) => image.trim() === image);
}

function podErrors(workload: Workload): FieldError[] {
  return validatePod(createdPod(workload));
}

/** Where a field of the pod stands in its workload. */
export function pathInWorkload({ path: spec }: Workload, path: string): string {
  return path.replace(/^spec(?=$|\.)/, spec).replace(/^metadata(?=$|\.)/, spec.replace(/spec$/, 'metadata'));
}

/** Upstream: GetPodFromTemplate. The name is made of that of the workload and random letters. */
export function createdPod({ manifest, metadata: { labels, annotations }, pod }: Workload): ApiObject {
  const metadata = { name: 'created', namespace: manifest.head.namespace ?? undefined, labels, annotations };
  return setDefaults({ apiVersion: 'v1', kind: 'Pod', metadata, spec: pod });
}
