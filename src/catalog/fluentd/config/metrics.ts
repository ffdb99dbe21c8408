import { Ruby, Section } from './writer';

/**
 * The page that Prometheus and the kubelet ask for. `[::]` answers in both families, but not on nodes without IPv6; the plugin takes no `::`, which makes
 * a wrong URL of it.
 */
export function renderMetrics(port: number | undefined, path: string): Section[] {
  return port === undefined ? [] : [
    {
      name: 'source',
      params: {
        '@type': 'prometheus',
        '@id': 'in_prometheus',
        'bind': new Ruby("ENV['K8S_POD_IPS'].include?(':') ? '[::]' : '0.0.0.0'"),
        port,
        'metrics_path': path,
      },
    },
    { name: 'source', params: { '@type': 'prometheus_output_monitor', '@id': 'in_prometheus_output_monitor' } },
  ];
}
