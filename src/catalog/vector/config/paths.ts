/** Where Vector keeps positions and buffers (`data_dir`): always the same path, so that the configuration tells nothing of the daemon's name. */
export const STATE = '/var/lib/vector';

/** Where the image looks by itself; the ending tells the format. */
export const CONFIG_FILE = '/etc/vector/vector.yaml';

/** Outside of the configuration's directory, which is mounted read-only and so cannot hold a mount point. */
export const CERTIFICATES = '/etc/vector-tls';

/** Where the node's `/proc` and `/sys` are seen. */
export const [NODE_PROC, NODE_SYS] = ['/host/proc', '/host/sys'];
