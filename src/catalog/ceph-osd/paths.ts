export const CEPH_CONF = '/etc/ceph/ceph.conf';

export const LVM_CONF = '/etc/lvm/lvm.conf';

/** Where ceph-volume looks for the keyring that makes OSDs. */
export const BOOTSTRAP = '/var/lib/ceph/bootstrap-osd';

export const KEYRING_FILE = 'ceph.keyring';

const SCRIPTS = '/opt/ceph-osd';

export const START = `${SCRIPTS}/start.sh`;

export const PREPARE = `${SCRIPTS}/prepare.sh`;
