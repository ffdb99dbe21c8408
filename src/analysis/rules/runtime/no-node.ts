import { isEmptyTerm, termErrors } from '../../../kubernetes/node-affinity';
import { nodesOf } from '../../../kubernetes/node-set';
import { PodSpec } from '../../../kubernetes/objects';
import { inWorkloads, Rule } from '../rule';
import { requiredTerms } from './affinity-term';

/**
 * `nodeName`, `nodeSelector` and required node affinity that no node can meet, whatever its labels, as they contradict each other. A DaemonSet then
 * has no pod, without any event. Terms that cannot match by themselves are told by their own rules.
 */
export const NO_NODE: Rule = {
  id: 'runtime/no-node',
  title: 'No node can have the labels that the pod asks for',
  severity: 'error',
  find: inWorkloads((workload) => {
    const terms = requiredTerms(workload);
    const isReadable = terms.length > 0 && terms.every(({ term }) => !isEmptyTerm(term) && termErrors(term, '').length === 0);
    return !isReadable || nodesOf(workload.pod as PodSpec).length > 0 ? [] : [{
      path: `${workload.path}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`,
      message: 'no node can be what nodeName, nodeSelector and required node affinity together ask for, so no pod ever runs',
      fix: 'take one of the labels that contradict each other out',
    }];
  }),
};
