import { IConfigMap } from 'cdk8s-plus-27';
import { CLUSTER, problems } from './subject';
import { CephCsiDaemonProps, CephCsiDriver } from '../../../src';

describe('options of Ceph CSI', () => {
  test.each<[string, Partial<CephCsiDaemonProps>, string]>([
    ['there is no cluster', { clusters: [] }, 'clusters is empty, so no volume could be found; name at least one, with its monitors'],
    ['a cluster is there twice', { clusters: [CLUSTER, CLUSTER] }, `clusters names '${CLUSTER.clusterId}' twice, and the driver takes the first`],
    ['a cluster has no name', { clusters: [{ ...CLUSTER, clusterId: '' }] },
      'a cluster has no clusterId; give it the one that StorageClasses say, such as what `ceph fsid` prints'],
    ['a cluster has no monitors', { clusters: [{ ...CLUSTER, monitors: [] }] }, `the cluster '${CLUSTER.clusterId}' has no monitors; name at least one, better all`],
    ['a monitor has an IPv6 address without brackets', { clusters: [{ ...CLUSTER, monitors: ['2001:db8::1:6789'] }] },
      expect.stringContaining("the monitor '2001:db8::1:6789'")],
    ['a monitor is a URL', { clusters: [{ ...CLUSTER, monitors: ['http://mon:6789'] }] }, expect.stringContaining("the monitor 'http://mon:6789'")],
    ['nothing is near', { clusters: [{ ...CLUSTER, readAffinityLabels: [] }] }, expect.stringContaining('is empty, so that nothing is near')],
    ['what is near is no label', { clusters: [{ ...CLUSTER, readAffinityLabels: ['a b'] }] }, expect.stringContaining("has 'a b', which is no key of a label")],
    ['a domain is no label', { domainLabels: ['zone=a'] }, "domainLabels has 'zone=a', which is no key of a label, such as topology.kubernetes.io/zone"],
    ['mount options are joined', { driver: CephCsiDriver.fileSystem({ kernelMountOptions: ['a,b'] }) },
      "kernelMountOptions has 'a,b', which is no single option, such as ms_mode=secure"],
    ['mount options of a cluster have a space', { driver: CephCsiDriver.fileSystem(), clusters: [{ ...CLUSTER, fileSystem: { fuseMountOptions: ['a b'] } }] },
      "fuseMountOptions has 'a b', which is no single option, such as ms_mode=secure"],
    ['no Secret is named to map volumes again', { driver: CephCsiDriver.rbd({ nbd: { nodeStageSecretNames: [] } }) },
      expect.stringMatching(/csi\.storage\.k8s\.io\/node-stage-secret-name, with the keys userID and userKey/)],
    ['the Secret to map volumes again has no name', { driver: CephCsiDriver.rbd({ nbd: { nodeStageSecretNames: [''] } }) },
      expect.stringContaining('nbd names no Secret')],
    ['keys are kept nowhere', { encryption: { kmsConfig: undefined as unknown as IConfigMap } },
      "encryption has no kmsConfig: the ConfigMap with the services that keep the keys, in its key 'config.json'"],
    ['everything is logged', { logLevel: 6 }, 'logLevel is 6; it goes from 0 to 5'],
    ['an argument is there already', { extraArgs: ['--drivername=mine'] }, "extraArgs repeats '--drivername', which would win over the option that writes it; say it by that"],
    ['a socket has a path too long for Linux', { kubeletRoot: `/var/${'x'.repeat(80)}` }, expect.stringContaining('and Linux takes 107')],
  ])('fail when %s', (_, props, message) => {
    expect(problems(props)).toEqual([message]);
  });

  test('fail when the driver has no name of a driver', () => {
    expect(problems({ driver: CephCsiDriver.rbd({ name: 'my driver' }) })).toContainEqual(expect.stringContaining("the driver's name 'my driver' is not allowed"));
  });

  test('fail all at once', () => {
    expect(problems({ clusters: [{ clusterId: '', monitors: [] }], logLevel: -1, domainLabels: [''] })).toHaveLength(4);
  });

  test('are right with any address of a monitor', () => {
    const monitors = ['mon', 'mon-a.ceph.svc:3300', '10.0.0.1', '10.0.0.1:6789', '[2001:db8::1]', '[2001:db8::1]:6789'];
    expect(problems({ clusters: [{ ...CLUSTER, monitors }] })).toEqual([]);
  });
});
