import { hostNameWarnings } from './host-name';
import { jobSpecWarnings } from './job';
import { CronJob } from '../validation/cron-job';

/** Upstream: cronJobStrategy.WarningsOnCreate. */
export function cronJobWarnings({ metadata, spec }: CronJob): string[] {
  return [...hostNameWarnings(metadata), ...jobSpecWarnings(spec?.jobTemplate?.spec ?? {}, 'spec.jobTemplate.spec')];
}
