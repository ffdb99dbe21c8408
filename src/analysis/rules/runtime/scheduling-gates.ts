import { inWorkloads, Rule } from '../rule';

/** A template with scheduling gates. Each pod waits until somebody takes its gates away, one by one; a DaemonSet has nobody that does. */
export const SCHEDULING_GATES: Rule = {
  id: 'runtime/scheduling-gates',
  title: 'Scheduling gates in the template of a DaemonSet',
  severity: 'error',
  find: inWorkloads(({ manifest, pod, path }) => ((pod.schedulingGates ?? []).length === 0 || manifest.head.kind !== 'DaemonSet' ? [] : [{
    path: `${path}.schedulingGates`,
    message: 'every pod stays Pending (SchedulingGated) until somebody removes its scheduling gates',
    fix: 'leave schedulingGates out',
  }])),
};
