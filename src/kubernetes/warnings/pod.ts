import { podTemplateWarnings } from './pod-template';
import { dns1123LabelErrors } from '../validation/names';
import { Pod } from '../validation/pod';

/**
 * What the API server warns of in a pod that it takes, in its order. A negative grace period has become a second before it looks; a name that it makes up
 * itself is not known. Upstream: podStrategy.WarningsOnCreate, GetWarningsForPod.
 */
export function podWarnings({ metadata, spec }: Pod): string[] {
  const { terminationGracePeriodSeconds: _, ...rest } = spec ?? {};
  const { name = '', generateName } = metadata ?? {};
  const nameErrors = name === '' && generateName ? [] : dns1123LabelErrors(name);
  return [
    ...(nameErrors.length > 0 ? ['metadata.name: this is used in the Pod\'s hostname, which can result in surprising behavior; a DNS label is recommended: '
      + `[${nameErrors.join(' ')}]`] : []),
    ...podTemplateWarnings({ metadata, spec: rest }, '').map((text) => text.replace(/(^|(?<= ))\.(?=spec|metadata)/g, '')),
  ];
}
