/** Upstream's chart has it here too. */
export const CONFIG_FILE = '/conf/relay.yaml';

/** Where the collector keeps positions and queues: always the same path, so that the configuration tells nothing of the daemon's name. */
export const STATE = '/var/lib/otelcol';

/** Certificates of the OTLP receiver. */
export const RECEIVER_TLS = '/etc/otelcol-tls/receiver';

/** Certificates of an exporter, one directory for each Secret. */
export const EXPORTER_TLS = '/etc/otelcol-tls';

/** Where the collector sees the node's file system. */
export const HOST = '/hostfs';

/** Where the kubelet keeps log files, in directories `<namespace>_<pod>_<uid>/<container>`. */
export const POD_LOGS = '/var/log/pods';

/** Where their links lead with Docker. */
export const DOCKER_LOGS = '/var/lib/docker/containers';
