import { Duration } from 'cdk8s';
import { NewRelicKubeletAuthorization } from './kubelet-options';
import { NewRelicOptions } from './props';

/** Which parts are on, and how: asked by the configuration, and by what it needs of the pod. */

export function hostMetricsOn({ hostMetrics }: NewRelicOptions): boolean {
  return hostMetrics !== undefined && (hostMetrics.enabled ?? true);
}

export function processesOn(options: NewRelicOptions): boolean {
  return hostMetricsOn(options) && (options.hostMetrics?.processes ?? false);
}

export function logsOn({ logs }: NewRelicOptions): boolean {
  return logs !== undefined && (logs.enabled ?? true);
}

export function authorizationOf({ kubelet = {} }: NewRelicOptions): NewRelicKubeletAuthorization {
  return kubelet.authorization ?? NewRelicKubeletAuthorization.FINE_GRAINED;
}

export function intervalOf({ interval, lowDataMode }: NewRelicOptions): Duration {
  return interval ?? Duration.seconds(lowDataMode ? 30 : 15);
}

export function selectsNamespaces({ namespaceSelector: { labels = {}, expressions = [] } = {} }: NewRelicOptions): boolean {
  return Object.keys(labels).length + expressions.length > 0;
}
