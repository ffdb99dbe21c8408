import { BOOTSTRAP, KEYRING_FILE, PREPARE } from './paths';

/** What is told of the BlueStore on a device; nothing where there is none (upstream: ceph_volume/devices/raw/list.py). No monitor is asked. */
const LABEL = `label=$(ceph-volume raw list --format json "$OSD_DEVICE")
field() { printf '%s\\n' "$label" | sed -n "s/.*\\"$1\\": *\\"\\{0,1\\}\\([^\\",}]*\\).*/\\1/p" | head -n 1; }
id=$(field osd_id)
fsid=$(field ceph_fsid)`;

/** Serves the OSD of a disk, and never makes one. */
export const START_SCRIPT = `#!/bin/sh
# Serves the OSD that is on OSD_DEVICE.
set -eu
say() { echo "start: $OSD_DEVICE $*" >&2; }
if [ -e ${PREPARE} ]; then
  sh ${PREPARE}
fi
${LABEL}
if [ -z "$id" ]; then
  say "has no OSD: prepare the disk, or let it be prepared"
  exit 1
fi
if [ "$fsid" != "$CLUSTER_FSID" ]; then
  say "has an OSD of the cluster $fsid, and this one is $CLUSTER_FSID"
  exit 1
fi
mkdir -p /run/ceph
chown ceph:ceph /run/ceph /var/lib/ceph/crash
set -- --id "$id" "$@"
if [ -n "$OSD_DB" ]; then
  ceph-volume raw activate --device "$OSD_DEVICE" --block.db "$OSD_DB" --no-systemd --no-tmpfs
else
  ceph-volume raw activate --device "$OSD_DEVICE" --no-systemd --no-tmpfs
fi
# in place of this shell, so that it is told of the end of the pod
exec ceph-osd --foreground --setuser ceph --setgroup ceph "$@"
`;

/** Makes an OSD on a disk that has none. Whatever it cannot make sense of stays as it is. */
export const PREPARE_SCRIPT = `#!/bin/sh
# Makes an OSD on OSD_DEVICE if it is empty. Only FORCE_ZAP and FORCE_REPAIR erase anything.
set -eu
say() { echo "prepare: $OSD_DEVICE $*" >&2; }
${LABEL}
if [ -n "$id" ] && [ "$fsid" = "$CLUSTER_FSID" ]; then
  if [ "$FORCE_REPAIR" != true ]; then
    say "has osd.$id of this cluster already"
    exit 0
  fi
  known=$(timeout 60 ceph --name client.bootstrap-osd --keyring ${BOOTSTRAP}/${KEYRING_FILE} osd ls) || {
    say "has osd.$id of this cluster; the monitors do not answer whether they know it, so it stays"
    exit 0
  }
  if printf '%s\\n' "$known" | grep -qx "$id"; then
    say "has osd.$id of this cluster, which the monitors know"
    exit 0
  fi
  say "has osd.$id of this cluster, which the monitors do not know: erased, as forceRepair says"
  ceph-volume lvm zap --destroy "$OSD_DEVICE"
  if [ -n "$OSD_DB" ]; then
    ceph-volume lvm zap --destroy "$OSD_DB"
  fi
fi
for device in "$OSD_DEVICE" $OSD_DB; do
  # a disk that cannot be read is not empty: what fails ends all
  signatures=$(wipefs --noheadings "$device")
  blocks=$(lsblk --noheadings --paths --list --output NAME "$device")
  found="$signatures$(printf '%s\\n' "$blocks" | tail -n +2)"
  if [ -n "$found" ]; then
    if [ "$FORCE_ZAP" != true ]; then
      say "is not prepared: $device is not empty, and nothing is erased without forceZap. It has: $found"
      exit 1
    fi
    # what may be data of this cluster stays, whatever may be erased
    case $signatures in *ceph_bluestore*)
      if [ -z "$id" ] || [ "$device" != "$OSD_DEVICE" ]; then
        say "is not prepared: $device belongs to an OSD that does not say of which cluster it is"
        exit 1
      fi
    esac
    osds=$(ceph-volume raw list --format json $blocks)
    volumes=$(ceph-volume lvm list --format json "$device")
    case $osds$volumes in *"$CLUSTER_FSID"*)
      say "is not prepared: $device has OSDs of this cluster in it"
      exit 1
    esac
    say "is prepared: $device is erased, as forceZap says. It had: $found"
    ceph-volume lvm zap --destroy "$device"
  fi
done
set -- --bluestore --no-tmpfs --data "$OSD_DEVICE"
if [ -n "$OSD_DB" ]; then
  set -- "$@" --block.db "$OSD_DB"
fi
if [ -n "$OSD_CLASS" ]; then
  set -- "$@" --crush-device-class "$OSD_CLASS"
fi
ceph-volume raw prepare "$@"
`;
