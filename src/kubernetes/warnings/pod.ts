import { hostNameWarnings } from './host-name';
import { podTemplateWarnings } from './pod-template';
import { Pod } from '../validation/pod';

/**
 * What the API server warns of in a pod that it takes, in its order. A negative grace period has become a second before it looks.
 * Upstream: podStrategy.WarningsOnCreate, GetWarningsForPod.
 */
export function podWarnings({ metadata, spec }: Pod): string[] {
  const { terminationGracePeriodSeconds: _, ...rest } = spec ?? {};
  return [
    ...hostNameWarnings(metadata, "this is used in the Pod's hostname"),
    ...podTemplateWarnings({ metadata, spec: rest }, '').map((text) => text.replace(/(^|(?<= ))\.(?=spec|metadata)/g, '')),
  ];
}
