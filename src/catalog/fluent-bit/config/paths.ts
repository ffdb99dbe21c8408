/** Where Fluent Bit keeps positions and buffers: always the same path, so that the configuration tells nothing of the daemon's name. */
export const STATE = '/var/lib/fluent-bit';

/** Not below `/fluent-bit/etc`, where the image has its parsers. The ending tells the format. */
export const CONFIG_FILE = '/etc/fluent-bit/fluent-bit.yaml';

/** Parsers that the image brings. */
export const PARSERS_OF_IMAGE = '/fluent-bit/etc/parsers.conf';

/** Outside of the configuration's directory, which is mounted read-only and so cannot hold a mount point. */
export const CERTIFICATES = '/etc/fluent-bit-tls';
