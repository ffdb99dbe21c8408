import { ConfigMap } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { CLUSTER } from './subject';
import { CephCsiDaemon, CephCsiDaemonProps, CephCsiDriver, CephCsiFileSystemClient } from '../../../src';
import { synth } from '../../util';
import { difference, needs } from '../needs';

type Make = (scope: Construct) => Partial<CephCsiDaemonProps>;

function needsOf(make: Make): string[] {
  return needs(synth((chart) => new CephCsiDaemon(chart, 'csi', { driver: CephCsiDriver.rbd(), clusters: [CLUSTER], ...make(chart) })));
}

const NOTHING: Make = () => ({});
const FILE_SYSTEM: Make = () => ({ driver: CephCsiDriver.fileSystem() });
const ENCRYPTION: Make = (scope) => ({ encryption: { kmsConfig: ConfigMap.fromConfigMapName(scope, 'kms', 'kms') } });

function right(resource: string, verb: string, name: string): string {
  return `+ ClusterRole ${JSON.stringify({ apiGroups: [''], resourceNames: [name], resources: [resource], verbs: [verb] })}`;
}

describe('a part of Ceph CSI that is on differs in what it needs, and in nothing else:', () => {
  test.each<[string, Make, Make, string[]]>([
    ['SELinux', NOTHING, () => ({ selinux: true }), [
      '+ csi-rbdplugin: mount {"mountPath":"/etc/selinux","name":"etc-selinux","readOnly":true}',
      '+ volume etc-selinux {"hostPath":{"path":"/etc/selinux","type":"Directory"}}',
      '+ driver-registrar: right allowPrivilegeEscalation true',
      '+ driver-registrar: right privileged true',
      '- driver-registrar: right allowPrivilegeEscalation false',
      '- driver-registrar: right capabilities {"drop":["ALL"]}',
    ]],
    ['metrics', NOTHING, () => ({ metrics: {} }), ['+ Service csi', '+ container liveness-prometheus']],
    ['programs that map volumes', NOTHING, () => ({ driver: CephCsiDriver.rbd({ nbd: { nodeStageSecretNames: ['csi-rbd-node'] } }) }), [
      right('secrets', 'get', 'csi-rbd-node'),
      '+ csi-rbdplugin: mount {"mountPath":"/var/log/ceph","name":"var-log-ceph"}',
      '+ volume var-log-ceph {"hostPath":{"path":"/var/log/ceph","type":"DirectoryOrCreate"}}',
    ]],
    ['domains', NOTHING, () => ({ domainLabels: ['topology.kubernetes.io/zone'] }), ['+ csi-rbdplugin: argument --domainlabels=topology.kubernetes.io/zone']],
    ['a kernel that is old', FILE_SYSTEM, () => ({ driver: CephCsiDriver.fileSystem({ client: CephCsiFileSystemClient.KERNEL }) }), [
      '+ csi-cephfsplugin: argument --forcecephkernelclient=true',
    ]],
    ['mount options', FILE_SYSTEM, () => ({ driver: CephCsiDriver.fileSystem({ kernelMountOptions: ['a', 'b=c'], fuseMountOptions: ['d'] }) }), [
      '+ csi-cephfsplugin: argument --fusemountoptions=d', '+ csi-cephfsplugin: argument --kernelmountoptions=a,b=c',
    ]],
    ['a configuration of Ceph', NOTHING, () => ({ cephConf: '[global]\n' }), [
      '+ ConfigMap ceph.conf', '+ ConfigMap keyring',
      '+ csi-rbdplugin: mount {"mountPath":"/etc/ceph","name":"config-etc-ceph","readOnly":true}',
      '+ volume config-etc-ceph {"configMap":{"items":[{"key":"ceph.conf","path":"ceph.conf"},{"key":"keyring","path":"keyring"}],"name":"csi"}}',
    ]],
    ['encryption', NOTHING, ENCRYPTION, [
      '+ csi-rbdplugin: mount {"mountPath":"/etc/ceph-csi-encryption-kms-config","name":"configmap-kms","readOnly":true}',
      '+ volume configmap-kms {"configMap":{"items":[{"key":"config.json","path":"config.json"}],"name":"kms"}}',
    ]],
    ['encryption with what each namespace has', ENCRYPTION, (scope) => ({
      encryption: { ...ENCRYPTION(scope).encryption!, tenantSecretNames: ['token'], tenantConfigMapName: 'config', tenantServiceAccountName: 'vault' },
    }), [
      right('configmaps', 'get', 'config'), right('secrets', 'get', 'token'), right('serviceaccounts', 'get', 'vault'), right('serviceaccounts/token', 'create', 'vault'),
    ]],
  ])('%s', (_, base, on, expected) => {
    expect(difference(needsOf(base), needsOf(on))).toEqual([...expected].sort());
  });
});
