import { concat } from '../../../kubernetes/concat';
import { Quantities } from '../../../kubernetes/objects';
import { compareQuantities, parseQuantity } from '../../../kubernetes/quantity';
import { Manifests, ofKind } from '../../manifests';
import { inWorkloads, Rule } from '../rule';

/**
 * A pod template with an `overhead` of its own. Only a RuntimeClass gives pods one: the workload is taken, and each of its pods is refused unless the
 * numbers are those of its class. Upstream: the admission plugin RuntimeClass.
 */
export const OVERHEAD: Rule = {
  id: 'runtime/overhead',
  title: 'An overhead that the runtime class does not have',
  severity: 'error',
  find: inWorkloads(({ pod, path }, manifests) => {
    const given = pod.overhead ?? {};
    const fixed = pod.runtimeClassName ? overheadOf(manifests, pod.runtimeClassName) : {};
    return Object.keys(given).length === 0 || fixed === undefined || isEqual(given, fixed) ? [] : [{
      path: `${path}.overhead`,
      message: pod.runtimeClassName ? `the overhead differs from that of the RuntimeClass '${pod.runtimeClassName}': every pod is refused`
        : 'only a RuntimeClass gives pods an overhead, and none is named: every pod is refused',
      fix: 'leave the overhead out; the RuntimeClass gives it',
    }];
  }),
};

/** Undefined where the class is not known here. */
function overheadOf(manifests: Manifests, name: string): Quantities | undefined {
  const found = ofKind(manifests, 'RuntimeClass').find(({ head }) => head.name === name);
  return found && ((found.object.overhead as { readonly podFixed?: Quantities } | undefined)?.podFixed ?? {});
}

function isEqual(a: Quantities, b: Quantities): boolean {
  const names = new Set(concat(Object.keys(a), Object.keys(b)));
  return [...names].every((name) => {
    const [left, right] = [a, b].map((list) => (Object.hasOwn(list, name) ? parseQuantity(String(list[name])) : { error: '' }));
    return !('error' in left) && !('error' in right) && compareQuantities(left, right) === 0;
  });
}
