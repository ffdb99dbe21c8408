/** Where Fluentd keeps positions and buffers: always the same path, so that the configuration tells nothing of the daemon's name. */
export const STATE = '/var/lib/fluentd';

/** Not below `/fluentd/etc`, where the image has its own configuration. */
export const CONFIG_FILE = '/etc/fluentd/fluent.conf';

/** Outside of the configuration's directory, which is mounted read-only and so cannot hold a mount point. */
export const CERTIFICATES = '/etc/fluentd-tls';
