/** On which the agent takes from the scraper, on the pod's loopback only (upstream: http_server_port of the chart). */
export const SINK_PORT = 8003;

/** The whole directory is mounted, so not `/etc`, where the agent itself looks. */
export const AGENT_CONFIG = '/etc/newrelic-agent/newrelic-infra.yml';

/** Where the scraper looks. */
export const SCRAPER_CONFIG = '/etc/newrelic-infra/nri-kubernetes.yml';

/** Where the agent looks for what integrations are to do. */
export const INTEGRATIONS = '/etc/newrelic-infra/integrations.d';

export const KUBELET_CA = '/etc/newrelic-kubelet-ca';

export const PROXY_CA = '/etc/newrelic-proxy-ca';

/** The cluster's certificate authority, beside the token. */
export const CLUSTER_CA = '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt';
