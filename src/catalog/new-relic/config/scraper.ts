import { Duration, Yaml } from 'cdk8s';
import { CLUSTER_CA, KUBELET_CA, SINK_PORT } from './paths';
import { NewRelicKubeletAuthorization } from '../kubelet-options';
import { authorizationOf, hostMetricsOn, intervalOf, selectsNamespaces } from '../parts';
import { NewRelicDaemonProps, NewRelicOptions } from '../props';

/** `nri-kubernetes.yml` (upstream: internal/config/config.go): with a key that it does not know the scraper does not start. */
export function scraperYaml(props: NewRelicDaemonProps): string {
  const usesApiServer = authorizationOf(props) === NewRelicKubeletAuthorization.API_SERVER;
  const { timeout = Duration.seconds(10), retries = 3, startTimeout = Duration.minutes(3) } = props.kubelet ?? {};
  return Yaml.stringify({
    clusterName: props.clusterName,
    interval: seconds(intervalOf(props)),
    ...(props.verbose ? { verbose: true } : {}),
    // what answers by `nodes/metrics`: `/healthz` has a right of its own
    ...(usesApiServer ? { testConnectionEndpoint: '/metrics' } : {}),
    sink: { http: { port: SINK_PORT } },
    ...(selectsNamespaces(props) ? { namespaceSelector: { matchExpressions: expressions(props) } } : {}),
    kubelet: {
      enabled: true,
      timeout: seconds(timeout),
      retries,
      initTimeout: seconds(startTimeout),
      initBackoff: '5s',
      ...(usesApiServer ? { fetchPodsFromKubeService: true } : {}),
      ...caBundle(props),
      ...(hostMetricsOn(props) ? { networkRouteFile: '/host/proc/1/net/route' } : {}),
    },
  });
}

function caBundle({ kubelet: { verify = true, ca } = {} }: NewRelicOptions): { caBundlePath?: string } {
  return verify ? { caBundlePath: ca === undefined ? CLUSTER_CA : `${KUBELET_CA}/${ca.key}` } : {};
}

/** All of them must match. Labels are said as expressions too, since keys of a mapping become lower case there, and of both only one is read. */
function expressions({ namespaceSelector: { labels = {}, expressions: own = [] } = {} }: NewRelicOptions): object[] {
  return [
    ...Object.entries(labels).map(([key, value]) => ({ key, operator: 'In', values: [value] })),
    ...own.map(({ key, operator, values = [] }) => ({ key, operator, values: [...values] })),
  ];
}

function seconds(duration: Duration): string {
  return `${duration.toMilliseconds() / 1000}s`;
}
