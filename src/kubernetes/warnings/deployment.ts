import { hostNameWarnings } from './host-name';
import { podTemplateWarnings } from './pod-template';
import { Deployment } from '../validation/deployment';

/** Upstream: deploymentStrategy.WarningsOnCreate. */
export function deploymentWarnings({ metadata, spec }: Deployment): string[] {
  return [...hostNameWarnings(metadata), ...podTemplateWarnings(spec?.template ?? {}, 'spec.template')];
}
