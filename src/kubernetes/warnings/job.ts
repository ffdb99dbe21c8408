import { hostNameWarnings } from './host-name';
import { podTemplateWarnings } from './pod-template';
import { Job, JobSpec } from '../validation/job-spec';

const COMPLETIONS_MAX = 100_000;
const PARALLELISM_MAX = 10_000;

/** Upstream: jobStrategy.WarningsOnCreate. */
export function jobWarnings({ metadata, spec }: Job): string[] {
  return [...hostNameWarnings(metadata), ...jobSpecWarnings(spec ?? {}, 'spec')];
}

/** Upstream: WarningsForJobSpec. */
export function jobSpecWarnings({ completionMode, completions, parallelism, template }: JobSpec, path: string): string[] {
  const isTooMuch = completionMode === 'Indexed' && (completions ?? 0) > COMPLETIONS_MAX && (parallelism ?? 0) > PARALLELISM_MAX;
  return [
    ...(isTooMuch ? [`${path}: In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, `
      + 'Kubernetes might not be able to track completedIndexes when a big number of indexes fail'] : []),
    ...podTemplateWarnings(template ?? {}, `${path}.template`),
  ];
}
