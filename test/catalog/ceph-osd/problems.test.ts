import { Size } from 'cdk8s';
import { EnvValue, SecretValue } from 'cdk8s-plus-27';
import { LEAST, problems } from './subject';
import { CephOsdDaemon, CephOsdDaemonProps, Nodes, Placement, Variant } from '../../../src';

const NO_KEYRING = "prepare has no keyring: the Secret with that of client.bootstrap-osd (`ceph auth get client.bootstrap-osd`), in its key 'ceph.keyring'";

function devices(...list: object[]): Partial<CephOsdDaemonProps> {
  return { devices: list.map((device, index) => ({ name: `d${index}`, path: `/dev/d${index}`, ...device })) };
}

describe('options of ceph-osd', () => {
  test.each<[string, Partial<CephOsdDaemonProps>, string]>([
    ['the cluster has no id', { fsid: 'ceph' }, "fsid is 'ceph', and no id of a cluster: what `ceph fsid` prints, such as b9127830-b0cc-4e34-aa47-9d1a2e9949a8"],
    ['there is no monitor', { monitors: [] }, 'monitors is empty; name at least one, better all'],
    ['a monitor is no address', { monitors: ['2001:db8::1:3300'] }, expect.stringContaining("the monitor '2001:db8::1:3300' is no address")],
    ['there is no disk', { devices: [] }, 'devices is empty; name at least one disk'],
    ['a disk is no device', devices({ path: '/srv/disk' }), "the device '/srv/disk' is no path of a block device below /dev, without spaces"],
    ['a disk has a space', devices({ dbPath: '/dev/a /dev/b' }), expect.stringContaining("the device '/dev/a /dev/b' is no path")],
    ['a disk is used twice', devices({ path: '/dev/a' }, { dbPath: '/dev/a' }), "the device '/dev/a' is used twice, and one would write over the other"],
    ['two disks have their metadata in one place', devices({ dbPath: '/dev/x' }, { dbPath: '/dev/x' }), expect.stringContaining("the device '/dev/x' is dbPath of two OSDs")],
    ['a class has a space', devices({ deviceClass: 'very fast' }), "the device class 'very fast' is not allowed: letters, digits, '_' and '-'"],
    ['a network is an address', { publicNetworks: ['10.0.0.1'] }, "the network '10.0.0.1' is no network, such as 10.0.0.0/24 or 2001:db8::/64"],
    ['a bucket has a space', { crushLocation: { rack: 'a 3' } }, expect.stringContaining('crushLocation has rack=a 3')],
    ['disks are prepared by nobody', { prepare: { keyring: undefined as unknown as SecretValue } }, NO_KEYRING],
    ['disks are prepared with a key of no name', { prepare: { keyring: { secret: { name: 'a' }, key: '' } as unknown as SecretValue } }, NO_KEYRING],
    ['memory is too small', { resources: { memory: { limit: Size.gibibytes(1) } } }, 'the memory limit is 1024Mi, and Ceph needs 1120Mi at the least, four fifths of which are its cache'],
    ['a setting is there already', { extraConfig: { global: { 'mon host': 'a' } } }, 'extraConfig.global repeats mon_host; say it by the option that writes it'],
    ['a setting has several lines', { extraConfig: { osd: { a: 'b\nkeyring = /x' } } }, 'extraConfig.osd.a has several lines'],
    ['a setting is a key', { extraConfig: { osd: { key: 'AQBsecret' } } }, 'extraConfig.osd has key, and ConfigMaps are no place for keys; the OSD has its own on its disk'],
    ['a setting is none', { extraConfig: { osd: { 'a=b': 'c' } } }, expect.stringContaining("the option 'a=b', which is not allowed")],
    ['a section is none', { extraConfig: { 'osd]': {} } }, expect.stringContaining("the section 'osd]', which is not allowed")],
    ['a variable of the scripts is changed', { env: { FORCE_ZAP: EnvValue.fromValue('true') } }, 'env has FORCE_ZAP, by which a disk is told from others; leave it out'],
    ['nodes are said twice', { placement: Placement.linux() }, 'placement and nodes both say on which nodes the disks are; say it by nodes alone, and leave placement out'],
  ])('fail when %s', (_, props, message) => {
    expect(problems(props)).toEqual([message]);
  });

  test('fail when names of disks give none of containers', () => {
    expect(problems(devices({ name: 'a' }, { name: 'a' }))).toContainEqual("two devices are named 'a'; give each a name of its own");
    expect(problems(devices({ name: 'A' })))
      .toContainEqual("the device's name 'A' is not allowed: lower-case letters, digits and '-', at most 50 characters");
  });

  test('repeat no secret', () => {
    expect(problems({ extraConfig: { osd: { keyring: 'AQBsecret' } } }).join()).not.toContain('AQBsecret');
  });

  test('fail all at once', () => {
    expect(problems({ fsid: '', monitors: [], devices: [] })).toHaveLength(3);
  });

  test('are right where metadata are on partitions, and addresses of any kind', () => {
    const monitors = ['mon', '10.0.0.1:3300', 'v2:10.0.0.1:3300', '[2001:db8::1]', '[v2:10.0.0.1:3300,v1:10.0.0.1:6789]', '[v2:[2001:db8::1]:3300,v1:[2001:db8::1]:6789]'];
    expect(problems({ ...devices({ dbPath: '/dev/nvme0n1p1' }, { dbPath: '/dev/nvme0n1p2' }), monitors, prepare: undefined })).toEqual([]);
    expect(problems({ prepare: { enabled: false, keyring: undefined as unknown as SecretValue } })).toEqual([]);
  });

  test('are told of a variant, whose own they are', () => {
    const wrong = { devices: [{ name: 'x', path: 'x' }] };
    expect(problems({ variants: [CephOsdDaemon.variant('nvme', Nodes.withLabel('nvme'), wrong)] })).toEqual([expect.stringMatching(/^variant 'nvme': the device 'x'/)]);
    expect(problems({ ...LEAST, variants: [Variant.of('nvme', Nodes.withLabel('nvme'))] })).toEqual([expect.stringContaining('make it by CephOsdDaemon.variant')]);
  });
});
