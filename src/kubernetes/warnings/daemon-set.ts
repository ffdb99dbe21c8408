import { PodTemplateSpec } from '../pod-objects';
import { podTemplateWarnings } from './pod-template';

/** What the API server warns of when it stores a new DaemonSet, or an old one with a new template. Upstream: WarningsOnCreate. */
export function daemonSetWarnings({ spec }: { readonly spec?: { readonly template?: PodTemplateSpec } }): string[] {
  return podTemplateWarnings(spec?.template ?? {}, 'spec.template');
}
