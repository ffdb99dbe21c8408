import { specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('a volume', () => {
  test.each<[string, PodSpec, string[]]>([
    ['an empty directory smaller than nothing', { volumes: [{ name: 'v', emptyDir: { sizeLimit: '-1' } }] }, [
      'spec.volumes[0].emptyDir.sizeLimit: FieldValueForbidden: Forbidden: SizeLimit field must be a valid resource quantity',
    ]],
    ['no path on the host', { volumes: [{ name: 'v', hostPath: { path: '', type: '' } }] }, [
      'spec.volumes[0].hostPath.path: FieldValueRequired: Required value',
    ]],
    ['a path on the host that goes up', { volumes: [{ name: 'v', hostPath: { path: '/a/../b', type: '' } }] }, [
      'spec.volumes[0].hostPath.path: FieldValueInvalid: Invalid value: "/a/../b": must not contain \'..\'',
    ]],
    ['an unknown type of path', { volumes: [{ name: 'v', hostPath: { path: '/a', type: 'Dir' } }] }, [
      'spec.volumes[0].hostPath.type: FieldValueNotSupported: Unsupported value: "Dir": supported values: "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"',
    ]],
    ['no repository, in an absolute directory', { volumes: [{ name: 'v', gitRepo: { repository: '', directory: '/a' } }] }, [
      'spec.volumes[0].gitRepo.repository: FieldValueRequired: Required value',
      'spec.volumes[0].gitRepo.directory: FieldValueInvalid: Invalid value: "/a": must be a relative path',
    ]],
    ['no disk', { volumes: [{ name: 'v', gcePersistentDisk: { pdName: '', partition: 256 } }] }, [
      'spec.volumes[0].persistentDisk.pdName: FieldValueRequired: Required value',
      'spec.volumes[0].persistentDisk.partition: FieldValueInvalid: Invalid value: 256: must be between 1 and 255, inclusive',
    ]],
    ['no disk of another cloud', { volumes: [{ name: 'v', awsElasticBlockStore: { volumeID: '', partition: -1 } }] }, [
      'spec.volumes[0].awsElasticBlockStore.volumeID: FieldValueRequired: Required value',
      'spec.volumes[0].awsElasticBlockStore.partition: FieldValueInvalid: Invalid value: -1: must be between 1 and 255, inclusive',
    ]],
    ['no Secret', { volumes: [{ name: 'v', secret: { secretName: '', defaultMode: 512, items: [{ key: '', path: '' }] } }] }, [
      'spec.volumes[0].secret.secretName: FieldValueRequired: Required value',
      'spec.volumes[0].secret.defaultMode: FieldValueInvalid: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive',
      'spec.volumes[0].secret.items[0].key: FieldValueRequired: Required value',
      'spec.volumes[0].secret.items[0].path: FieldValueRequired: Required value',
    ]],
    ['a key of a Secret above its directory', {
      volumes: [
        {
          name: 'v',
          secret: {
            secretName: 'a',
            defaultMode: 420,
            items: [{ key: 'a', path: '../b' }, { key: 'a', path: '..b' }, { key: 'a', path: '/b', mode: -1 }],
          },
        },
      ],
    }, [
      'spec.volumes[0].secret.items[0].path: FieldValueInvalid: Invalid value: "../b": must not contain \'..\'',
      'spec.volumes[0].secret.items[1].path: FieldValueInvalid: Invalid value: "..b": must not start with \'..\'',
      'spec.volumes[0].secret.items[2].path: FieldValueInvalid: Invalid value: "/b": must be a relative path',
      'spec.volumes[0].secret.items[2].mode: FieldValueInvalid: Invalid value: -1: must be a number between 0 and 0777 (octal), both inclusive',
    ]],
    ['no ConfigMap', { volumes: [{ name: 'v', configMap: { name: '', defaultMode: -1, items: [{ key: 'a', path: 'a/../b' }] } }] }, [
      'spec.volumes[0].configMap.name: FieldValueRequired: Required value',
      'spec.volumes[0].configMap.defaultMode: FieldValueInvalid: Invalid value: -1: must be a number between 0 and 0777 (octal), both inclusive',
      'spec.volumes[0].configMap.items[0].path: FieldValueInvalid: Invalid value: "a/../b": must not contain \'..\'',
    ]],
    ['no server of NFS', { volumes: [{ name: 'v', nfs: { server: '', path: '' } }] }, [
      'spec.volumes[0].nfs.server: FieldValueRequired: Required value',
      'spec.volumes[0].nfs.path: FieldValueRequired: Required value',
      'spec.volumes[0].nfs.path: FieldValueInvalid: Invalid value: "": must be an absolute path',
    ]],
    ['a relative path of NFS', { volumes: [{ name: 'v', nfs: { server: 'a', path: 'b' } }] }, [
      'spec.volumes[0].nfs.path: FieldValueInvalid: Invalid value: "b": must be an absolute path',
    ]],
    ['no endpoints of GlusterFS', { volumes: [{ name: 'v', glusterfs: { endpoints: '', path: '' } }] }, [
      'spec.volumes[0].glusterfs.endpoints: FieldValueRequired: Required value',
      'spec.volumes[0].glusterfs.path: FieldValueRequired: Required value',
    ]],
    ['no claim', { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: '' } }] }, [
      'spec.volumes[0].persistentVolumeClaim.claimName: FieldValueRequired: Required value',
    ]],
    ['no monitors of RBD', { volumes: [{ name: 'v', rbd: { monitors: [], image: '' } }] }, [
      'spec.volumes[0].rbd.monitors: FieldValueRequired: Required value',
      'spec.volumes[0].rbd.image: FieldValueRequired: Required value',
    ]],
    ['no volume of Cinder', { volumes: [{ name: 'v', cinder: { volumeID: '', secretRef: {} } }] }, [
      'spec.volumes[0].cinder.volumeID: FieldValueRequired: Required value',
      'spec.volumes[0].cinder.secretRef.name: FieldValueRequired: Required value',
    ]],
    ['no monitors of CephFS', { volumes: [{ name: 'v', cephfs: { monitors: [] } }] }, [
      'spec.volumes[0].cephfs.monitors: FieldValueRequired: Required value',
    ]],
    ['no names of Azure', { volumes: [{ name: 'v', azureFile: { secretName: '', shareName: '' } }] }, [
      'spec.volumes[0].azureFile.secretName: FieldValueRequired: Required value',
      'spec.volumes[0].azureFile.shareName: FieldValueRequired: Required value',
    ]],
    ['no path of vSphere', { volumes: [{ name: 'v', vsphereVolume: { volumePath: '' } }] }, [
      'spec.volumes[0].vsphereVolume.volumePath: FieldValueRequired: Required value',
    ]],
    ['no disk of Photon', { volumes: [{ name: 'v', photonPersistentDisk: { pdID: '' } }] }, [
      'spec.volumes[0].photonPersistentDisk.pdID: FieldValueRequired: Required value',
    ]],
    ['no volume of Portworx', { volumes: [{ name: 'v', portworxVolume: { volumeID: '' } }] }, [
      'spec.volumes[0].portworxVolume.volumeID: FieldValueRequired: Required value',
    ]],
    ['nothing of ScaleIO', { volumes: [{ name: 'v', scaleIO: { gateway: '', system: '' } }] }, [
      'spec.volumes[0].scaleIO.gateway: FieldValueRequired: Required value',
      'spec.volumes[0].scaleIO.system: FieldValueRequired: Required value',
      'spec.volumes[0].scaleIO.volumeName: FieldValueRequired: Required value',
    ]],
    ['an unknown pull policy', { volumes: [{ name: 'v', image: { reference: 'a', pullPolicy: 'Sometimes' } }] }, [
      'spec.volumes[0].image.pullPolicy: FieldValueNotSupported: Unsupported value: "Sometimes": supported values: "Always", "IfNotPresent", "Never"',
    ]],
    ['no claim template', { volumes: [{ name: 'v', ephemeral: {} }] }, [
      'spec.volumes[0].ephemeral.volumeClaimTemplate: FieldValueRequired: Required value',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['a relative path on the host', { volumes: [{ name: 'v', hostPath: { path: 'a', type: 'Socket' } }] }],
    ['an image without a reference', { volumes: [{ name: 'v', image: { pullPolicy: 'Always' } }] }],
    ['a partition of 0', { volumes: [{ name: 'v', gcePersistentDisk: { pdName: 'a', partition: 0 } }] }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
