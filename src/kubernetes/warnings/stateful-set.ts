import { podTemplateWarnings } from './pod-template';
import { fractionalByteWarnings } from './quantities';
import { StatefulSet } from '../validation/stateful-set';

/** A claim is told of without its `spec`, as upstream does. Upstream: statefulSetStrategy.WarningsOnCreate. */
export function statefulSetWarnings({ spec = {} }: StatefulSet): string[] {
  const { template = {}, volumeClaimTemplates, revisionHistoryLimit } = spec;
  return [
    ...podTemplateWarnings(template, 'spec.template'),
    ...(volumeClaimTemplates ?? []).flatMap(({ spec: claim }, index) => (['requests', 'limits'] as const).flatMap((list) => (
      fractionalByteWarnings(claim?.resources?.[list], 'storage', `spec.volumeClaimTemplates[${index}].resources.${list}`)))),
    ...((revisionHistoryLimit ?? 0) < 0 ? ['spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended'] : []),
  ];
}
