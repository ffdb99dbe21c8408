import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FSID } from './subject';
import { PREPARE_SCRIPT, START_SCRIPT } from '../../../src/catalog/ceph-osd/scripts';

/** What the programs of the image would find; each call of one that changes something is written down. */
interface Disk {
  /** What `ceph-volume raw list` prints of the disk. */
  readonly label?: object;
  /** What `wipefs` prints of it, and of the disk for metadata; undefined is a disk that cannot be read. */
  readonly signatures?: string;
  readonly dbSignatures?: string;
  readonly unreadable?: boolean;
  /** Partitions and volumes on it, and what `ceph-volume` prints of them. */
  readonly children?: string[];
  readonly childLabel?: object;
  readonly volumes?: object;
  /** What `ceph osd ls` prints; undefined is a cluster that does not answer. */
  readonly osds?: string;
}

const DISK = '/dev/test-disk';
const DB = '/dev/test-db';

const OWN = { 'd1a9a7f2-0000-0000-0000-000000000000': { ceph_fsid: FSID, device: DISK, osd_id: 7, osd_uuid: 'd1a9a7f2-0000-0000-0000-000000000000', type: 'bluestore' } };
const FOREIGN = { 'e1a9a7f2-0000-0000-0000-000000000000': { ...Object.values(OWN)[0], ceph_fsid: '00000000-0000-0000-0000-00000000cafe' } };

/** Runs a script among programs that are not there, and tells what it would have changed. */
function run(script: string, disk: Disk, env: { [name: string]: string } = {}, args: string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'ceph-osd-'));
  const calls = join(folder, 'calls');
  const program = (name: string, body: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  try {
    writeFileSync(join(folder, 'label.json'), JSON.stringify(disk.label ?? {}, undefined, 4));
    writeFileSync(join(folder, 'all.json'), JSON.stringify({ ...disk.label, ...disk.childLabel }, undefined, 4));
    writeFileSync(join(folder, 'volumes.json'), JSON.stringify(disk.volumes ?? {}));
    program('ceph-volume', `case "$*" in
      "raw list --format json ${DISK}") cat ${folder}/label.json ;;
      "raw list --format json ${DISK} "*) cat ${folder}/all.json ;;
      "lvm list --format json ${DISK}") cat ${folder}/volumes.json ;;
      *) echo "ceph-volume $*" >> ${calls} ;;
    esac`);
    program('wipefs', disk.unreadable ? 'exit 1' : `if [ "$2" = ${DB} ]; then printf '%s' '${disk.dbSignatures ?? ''}'; else printf '%s' '${disk.signatures ?? ''}'; fi`);
    program('lsblk', `printf '%s\\n' "$6" ${(disk.children ?? []).join(' ')}`);
    program('ceph', disk.osds === undefined ? 'exit 1' : `printf '%s\\n' ${disk.osds}`);
    program('timeout', 'shift; exec "$@"');
    ['mkdir', 'chown'].forEach((name) => program(name, ''));
    program('ceph-osd', `echo "ceph-osd $*" >> ${calls}`);
    const { status, stderr } = spawnSync('sh', ['-c', script, 'script', ...args], {
      encoding: 'utf8',
      env: {
        PATH: `${folder}:/usr/bin:/bin`, CLUSTER_FSID: FSID, OSD_DEVICE: DISK, OSD_DB: '', OSD_CLASS: '', FORCE_ZAP: 'false', FORCE_REPAIR: 'false', ...env,
      },
    });
    return { status, said: stderr.trim(), changed: existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const MADE = `ceph-volume raw prepare --bluestore --no-tmpfs --data ${DISK}`;
const ERASED = `ceph-volume lvm zap --destroy ${DISK}`;

describe('the script that prepares disks', () => {
  test('makes an OSD on an empty disk', () => {
    expect(run(PREPARE_SCRIPT, {})).toEqual({ status: 0, said: '', changed: [MADE] });
    expect(run(PREPARE_SCRIPT, {}, { OSD_DB: DB, OSD_CLASS: 'nvme' }).changed).toEqual([`${MADE} --block.db ${DB} --crush-device-class nvme`]);
  });

  test.each<[string, Disk, { [name: string]: string }]>([
    ['an OSD of this cluster', { label: OWN, signatures: 'ceph_bluestore' }, {}],
    ['an OSD of this cluster, whatever may be erased', { label: OWN, signatures: 'ceph_bluestore' }, { FORCE_ZAP: 'true' }],
    ['an OSD that the monitors know, when repair is on', { label: OWN, osds: '3 7 17' }, { FORCE_REPAIR: 'true', FORCE_ZAP: 'true' }],
    ['an OSD while the monitors do not answer, when repair is on', { label: OWN }, { FORCE_REPAIR: 'true', FORCE_ZAP: 'true' }],
  ])('leaves %s', (_, disk, env) => {
    expect(run(PREPARE_SCRIPT, disk, env)).toEqual({ status: 0, said: expect.stringContaining('osd.7 of this cluster'), changed: [] });
  });

  test.each<[string, Disk, { [name: string]: string }]>([
    ['a file system', { signatures: '0x438 ext4' }, {}],
    ['partitions', { children: ['disk1', 'disk2'] }, {}],
    ['an OSD of another cluster', { label: FOREIGN, signatures: '0x0 ceph_bluestore' }, {}],
    ['an OSD of another cluster, when repair is on', { label: FOREIGN, signatures: '0x0 ceph_bluestore', osds: '1' }, { FORCE_REPAIR: 'true' }],
    ['something on the disk for metadata', { dbSignatures: '0x1fe LVM2_member' }, { OSD_DB: DB }],
  ])('refuses a disk with %s, and says what it has', (_, disk, env) => {
    expect(run(PREPARE_SCRIPT, disk, env)).toEqual({ status: 1, said: expect.stringContaining('nothing is erased without forceZap'), changed: [] });
  });

  test.each<[string, Disk, { [name: string]: string }]>([
    ['an OSD that cannot be read', { signatures: '0x0 ceph_bluestore' }, {}],
    ['the metadata of some OSD', { dbSignatures: '0x0 ceph_bluestore' }, { OSD_DB: DB }],
    ['an OSD of this cluster on a partition', { signatures: '0x200 gpt', children: [`${DISK}1`], childLabel: OWN }, {}],
    ['an OSD of this cluster on a volume', { signatures: '0x218 LVM2_member', children: ['/dev/vg/lv'], volumes: { 7: [{ tags: { 'ceph.cluster_fsid': FSID } }] } }, {}],
  ])('refuses a disk with %s, whatever may be erased', (_, disk, env) => {
    expect(run(PREPARE_SCRIPT, disk, { ...env, FORCE_ZAP: 'true', FORCE_REPAIR: 'true' }))
      .toEqual({ status: 1, said: expect.stringContaining('is not prepared'), changed: [] });
  });

  test('refuses a disk that cannot be read, whatever may be erased', () => {
    expect(run(PREPARE_SCRIPT, { unreadable: true }, { FORCE_ZAP: 'true', FORCE_REPAIR: 'true' })).toMatchObject({ status: 1, changed: [] });
  });

  test('erases what is on a disk where it is told to', () => {
    const { status, said, changed } = run(PREPARE_SCRIPT, { signatures: '0x438 ext4', children: [`${DISK}1`] }, { FORCE_ZAP: 'true' });
    expect([status, changed]).toEqual([0, [ERASED, MADE]]);
    expect(said).toContain('It had: 0x438 ext4');
    expect(run(PREPARE_SCRIPT, { label: FOREIGN, signatures: '0x0 ceph_bluestore' }, { FORCE_ZAP: 'true' })).toMatchObject({ status: 0, changed: [ERASED, MADE] });
  });

  test('erases an OSD of which the monitors say that they do not know it, where it is told to', () => {
    const { status, changed } = run(PREPARE_SCRIPT, { label: OWN, osds: '3 17 70' }, { FORCE_REPAIR: 'true', OSD_DB: DB });
    expect([status, changed]).toEqual([0, [ERASED, `ceph-volume lvm zap --destroy ${DB}`, `${MADE} --block.db ${DB}`]]);
  });
});

describe('the script that serves a disk', () => {
  test('serves the OSD that is on it, with the arguments that are given', () => {
    expect(run(START_SCRIPT, { label: OWN }, {}, ['--crush-location=root=default host=a']).changed).toEqual([
      `ceph-volume raw activate --device ${DISK} --no-systemd --no-tmpfs`,
      'ceph-osd --foreground --setuser ceph --setgroup ceph --id 7 --crush-location=root=default host=a',
    ]);
    expect(run(START_SCRIPT, { label: OWN }, { OSD_DB: DB }).changed[0]).toBe(`ceph-volume raw activate --device ${DISK} --block.db ${DB} --no-systemd --no-tmpfs`);
  });

  test.each<[string, Disk, string]>([
    ['without an OSD', {}, 'has no OSD'],
    ['with an OSD of another cluster', { label: FOREIGN }, 'has an OSD of the cluster 00000000-0000-0000-0000-00000000cafe'],
  ])('does nothing with a disk %s', (_, disk, said) => {
    expect(run(START_SCRIPT, disk)).toEqual({ status: 1, said: expect.stringContaining(said), changed: [] });
  });
});
