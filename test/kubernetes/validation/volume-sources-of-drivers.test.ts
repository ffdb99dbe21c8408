import { specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('a volume of a driver', () => {
  test.each<[string, PodSpec, string[]]>([
    ['nothing of iSCSI', { volumes: [{ name: 'v', iscsi: { targetPortal: '', iqn: '', lun: 256, chapAuthSession: true } }] }, [
      'spec.volumes[0].iscsi.targetPortal: FieldValueRequired: Required value',
      'spec.volumes[0].iscsi.iqn: FieldValueRequired: Required value',
      'spec.volumes[0].iscsi.lun: FieldValueInvalid: Invalid value: 256: must be between 0 and 255, inclusive',
      'spec.volumes[0].iscsi.secretRef: FieldValueRequired: Required value',
    ]],
    ['an iSCSI name of no kind', { volumes: [{ name: 'v', iscsi: { targetPortal: 'a', iqn: 'a', lun: 0 } }] }, [
      'spec.volumes[0].iscsi.iqn: FieldValueInvalid: Invalid value: "a": must be valid format starting with iqn, eui, or naa',
    ]],
    ['wrong iSCSI names', { volumes: [{ name: 'v', iscsi: { targetPortal: 'a', iqn: 'iqn.a', lun: 0, initiatorName: 'eui.1' } }] }, [
      'spec.volumes[0].iscsi.iqn: FieldValueInvalid: Invalid value: "iqn.a": must be valid format',
      'spec.volumes[0].iscsi.initiatorname: FieldValueInvalid: Invalid value: "eui.1": must be valid format',
    ]],
    ['neither targets nor ids of FC', { volumes: [{ name: 'v', fc: {} }] }, [
      'spec.volumes[0].fc.targetWWNs: FieldValueRequired: Required value: must specify either targetWWNs or wwids, but not both',
    ]],
    ['targets and ids of FC', { volumes: [{ name: 'v', fc: { targetWWNs: ['a'], wwids: ['b'] } }] }, [
      'spec.volumes[0].fc.targetWWNs: FieldValueInvalid: Invalid value: ["a"]: targetWWNs and wwids can not be specified simultaneously',
      'spec.volumes[0].fc.lun: FieldValueRequired: Required value: lun is required if targetWWNs is specified',
    ]],
    ['a wrong number of FC', { volumes: [{ name: 'v', fc: { targetWWNs: ['a'], lun: 256 } }] }, [
      'spec.volumes[0].fc.lun: FieldValueInvalid: Invalid value: 256: must be between 0 and 255, inclusive',
    ]],
    ['nothing of Quobyte', { volumes: [{ name: 'v', quobyte: { registry: '', volume: '' } }] }, [
      'spec.volumes[0].quobyte.registry: FieldValueRequired: Required value: must be a host:port pair or multiple pairs separated by commas',
      'spec.volumes[0].quobyte.volume: FieldValueRequired: Required value',
    ]],
    ['a registry of Quobyte without a port', { volumes: [{ name: 'v', quobyte: { registry: 'a:1,b', volume: 'c' } }] }, [
      'spec.volumes[0].quobyte.registry: FieldValueInvalid: Invalid value: "a:1,b": must be a host:port pair or multiple pairs separated by commas',
    ]],
    ['a tenant of Quobyte of many characters', {
      volumes: [{ name: 'v', quobyte: { registry: 'a', volume: 'c', tenant: 'x'.repeat(65) } }],
    }, [
      'spec.volumes[0].quobyte.tenant: FieldValueRequired: Required value: must be a UUID and may not exceed a length of 64 characters',
    ]],
    ['neither name nor id of Flocker', { volumes: [{ name: 'v', flocker: {} }] }, [
      'spec.volumes[0].flocker: FieldValueRequired: Required value: one of datasetName and datasetUUID is required',
    ]],
    ['name and id of Flocker', { volumes: [{ name: 'v', flocker: { datasetName: 'a/b', datasetUUID: 'c' } }] }, [
      'spec.volumes[0].flocker: FieldValueInvalid: Invalid value: "resource": datasetName and datasetUUID can not be specified simultaneously',
      'spec.volumes[0].flocker.datasetName: FieldValueInvalid: Invalid value: "a/b": must not contain \'/\'',
    ]],
    ['no driver of a flex volume', {
      volumes: [{ name: 'v', flexVolume: { driver: '', options: { 'a.K8s.io/b': '', 'kubernetes.io': '', 'c': '' } } }],
    }, [
      'spec.volumes[0].flexVolume.driver: FieldValueRequired: Required value',
      'spec.volumes[0].flexVolume.options[a.K8s.io/b]: FieldValueInvalid: Invalid value: "a.K8s.io/b": kubernetes.io and k8s.io namespaces are reserved',
      'spec.volumes[0].flexVolume.options[kubernetes.io]: FieldValueInvalid: Invalid value: "kubernetes.io": kubernetes.io and k8s.io namespaces are reserved',
    ]],
    ['nothing of an Azure disk', {
      volumes: [{ name: 'v', azureDisk: { diskName: '', diskURI: '', cachingMode: 'All', kind: 'Other' } }],
    }, [
      'spec.volumes[0].azureDisk.diskName: FieldValueRequired: Required value',
      'spec.volumes[0].azureDisk.diskURI: FieldValueRequired: Required value',
      'spec.volumes[0].azureDisk.cachingMode: FieldValueNotSupported: Unsupported value: "All": supported values: "None", "ReadOnly", "ReadWrite"',
      'spec.volumes[0].azureDisk.kind: FieldValueNotSupported: Unsupported value: "Other": supported values: "Dedicated", "Managed", "Shared"',
      'spec.volumes[0].azureDisk.diskURI: FieldValueNotSupported: Unsupported value: "": supported values: "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd"',
    ]],
    ['a managed Azure disk elsewhere', {
      volumes: [{ name: 'v', azureDisk: { diskName: 'a', diskURI: 'https://a', cachingMode: 'None', kind: 'Managed' } }],
    }, [
      'spec.volumes[0].azureDisk.diskURI: FieldValueNotSupported: Unsupported value: "https://a": supported values: "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}"',
    ]],
    ['nothing of StorageOS', { volumes: [{ name: 'v', storageos: { volumeName: '', volumeNamespace: 'A', secretRef: {} } }] }, [
      'spec.volumes[0].storageos.volumeName: FieldValueRequired: Required value',
      'spec.volumes[0].storageos.volumeNamespace: FieldValueInvalid: Invalid value: "A": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or \'-\', and must start and end with an alphanumeric character (e.g. \'my-name\',  or \'123-abc\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?\')',
      'spec.volumes[0].storageos.secretRef.name: FieldValueRequired: Required value',
    ]],
    ['no CSI driver', { volumes: [{ name: 'v', csi: { driver: '', nodePublishSecretRef: {} } }] }, [
      'spec.volumes[0].csi.driver: FieldValueRequired: Required value',
      'spec.volumes[0].csi.nodePublishSecretRef.name: FieldValueRequired: Required value',
    ]],
    ['a CSI driver of many characters', {
      volumes: [{ name: 'v', csi: { driver: 'x'.repeat(64), nodePublishSecretRef: { name: 'A' } } }],
    }, [
      'spec.volumes[0].csi.driver: FieldValueTooLong: Too long: may not be more than 63 bytes',
      'spec.volumes[0].csi.name: FieldValueInvalid: Invalid value: "A": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
    ['a CSI driver whose name is none', { volumes: [{ name: 'v', csi: { driver: 'a_b' } }] }, [
      'spec.volumes[0].csi.driver: FieldValueInvalid: Invalid value: "a_b": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['a CSI driver in upper case', { volumes: [{ name: 'v', csi: { driver: 'A.B' } }] }],
    ['addresses of Quobyte in brackets', { volumes: [{ name: 'v', quobyte: { registry: '[::1]:80,a:', volume: 'c' } }] }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
