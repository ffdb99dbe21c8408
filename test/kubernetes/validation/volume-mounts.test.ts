import { containerErrors } from './pod-fixtures';
import { Container } from '../../../src/kubernetes/pod-objects';

describe('the mounts of a container', () => {
  test.each<[string, Container, string[]]>([
    ['no name and no path', { volumeMounts: [{}] }, [
      'spec.containers[0].volumeMounts[0].name: FieldValueRequired: Required value',
      'spec.containers[0].volumeMounts[0].name: FieldValueNotFound: Not found: ""',
      'spec.containers[0].volumeMounts[0].mountPath: FieldValueRequired: Required value',
    ]],
    ['a volume that is not there', { volumeMounts: [{ name: 'nobody', mountPath: '/a' }] }, [
      'spec.containers[0].volumeMounts[0].name: FieldValueNotFound: Not found: "nobody"',
    ]],
    ['one path twice', { volumeMounts: [{ name: 'empty', mountPath: '/a' }, { name: 'empty', mountPath: '/a' }] }, [
      'spec.containers[0].volumeMounts[1].mountPath: FieldValueInvalid: Invalid value: "/a": must be unique',
    ]],
    ['an absolute path inside of the volume', { volumeMounts: [{ name: 'empty', mountPath: '/a', subPath: '/b' }] }, [
      'spec.containers[0].volumeMounts.subPath: FieldValueInvalid: Invalid value: "/b": must be a relative path',
    ]],
    ['a path inside of the volume that goes up', { volumeMounts: [{ name: 'empty', mountPath: '/a', subPathExpr: 'a/../b' }] }, [
      'spec.containers[0].volumeMounts.subPathExpr: FieldValueInvalid: Invalid value: "a/../b": must not contain \'..\'',
    ]],
    ['two paths inside of the volume', { volumeMounts: [{ name: 'empty', mountPath: '/a', subPath: 'a', subPathExpr: 'b' }] }, [
      'spec.containers[0].volumeMounts[0].subPathExpr: FieldValueInvalid: Invalid value: "b": subPathExpr and subPath are mutually exclusive',
    ]],
    ['an unknown propagation', { volumeMounts: [{ name: 'empty', mountPath: '/a', mountPropagation: 'Both' }] }, [
      'spec.containers[0].volumeMounts.mountPropagation: FieldValueNotSupported: Unsupported value: "Both": supported values: "Bidirectional", "HostToContainer", "None"',
    ]],
    ['propagation to the host without privilege', {
      volumeMounts: [{ name: 'empty', mountPath: '/a', mountPropagation: 'Bidirectional' }],
    }, [
      'spec.containers[0].volumeMounts.mountPropagation: FieldValueForbidden: Forbidden: Bidirectional mount propagation is available only to privileged containers',
    ]],
    ['a recursive read-only that is writable', { volumeMounts: [{ name: 'empty', mountPath: '/a', recursiveReadOnly: 'Enabled' }] }, [
      'spec.containers[0].volumeMounts.recursiveReadOnly: FieldValueForbidden: Forbidden: may only be specified when readOnly is true',
    ]],
    ['a recursive read-only with propagation', {
      volumeMounts: [
        {
          name: 'empty',
          mountPath: '/a',
          readOnly: true,
          recursiveReadOnly: 'IfPossible',
          mountPropagation: 'HostToContainer',
        },
      ],
    }, [
      'spec.containers[0].volumeMounts.recursiveReadOnly: FieldValueForbidden: Forbidden: may only be specified when mountPropagation is None or not specified',
    ]],
    ['an unknown recursive read-only', { volumeMounts: [{ name: 'empty', mountPath: '/a', recursiveReadOnly: 'Yes' }] }, [
      'spec.containers[0].volumeMounts.recursiveReadOnly: FieldValueNotSupported: Unsupported value: "Yes": supported values: "Disabled", "Enabled", "IfPossible"',
    ]],
    ['a device that is no claim', { volumeDevices: [{ name: 'empty', devicePath: '/dev/a' }] }, [
      'spec.containers[0].volumeDevices[0].name: FieldValueInvalid: Invalid value: "empty": can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
    ]],
    ['a device that is not there', { volumeDevices: [{ name: 'nobody', devicePath: '/dev/a' }] }, [
      'spec.containers[0].volumeDevices[0].name: FieldValueNotFound: Not found: "nobody"',
    ]],
    ['a device without anything', { volumeDevices: [{}] }, [
      'spec.containers[0].volumeDevices[0].name: FieldValueRequired: Required value',
      'spec.containers[0].volumeDevices[0].name: FieldValueNotFound: Not found: ""',
      'spec.containers[0].volumeDevices[0].devicePath: FieldValueRequired: Required value',
    ]],
    ['one device twice', { volumeDevices: [{ name: 'claim', devicePath: '/dev/a' }, { name: 'claim', devicePath: '/dev/a' }] }, [
      'spec.containers[0].volumeDevices[1].name: FieldValueInvalid: Invalid value: "claim": must be unique',
      'spec.containers[0].volumeDevices[1].devicePath: FieldValueInvalid: Invalid value: "/dev/a": must be unique',
    ]],
    ['a device that goes up', { volumeDevices: [{ name: 'claim', devicePath: '/dev/../a' }] }, [
      'spec.containers[0].volumeDevices[0].devicePath: FieldValueInvalid: Invalid value: "/dev/../a": can not contain backsteps (\'..\')',
    ]],
    ['a claim that is mounted and a device', {
      volumeMounts: [{ name: 'claim', mountPath: '/a' }],
      volumeDevices: [{ name: 'claim', devicePath: '/a' }],
    }, [
      'spec.containers[0].volumeMounts[0].name: FieldValueInvalid: Invalid value: "claim": must not already exist in volumeDevices',
      'spec.containers[0].volumeMounts[0].mountPath: FieldValueInvalid: Invalid value: "/a": must not already exist as a path in volumeDevices',
      'spec.containers[0].volumeDevices[0].name: FieldValueInvalid: Invalid value: "claim": must not already exist in volumeMounts',
      'spec.containers[0].volumeDevices[0].devicePath: FieldValueInvalid: Invalid value: "/a": must not already exist as a path in volumeMounts',
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['one directory in two spellings', { volumeMounts: [{ name: 'empty', mountPath: '/a' }, { name: 'empty', mountPath: '/a/' }] }],
    ['a relative path', { volumeMounts: [{ name: 'empty', mountPath: 'a:b' }] }],
    ['propagation to the host with privilege', {
      securityContext: { privileged: true },
      volumeMounts: [{ name: 'empty', mountPath: '/a', mountPropagation: 'Bidirectional' }],
    }],
    ['a claim as a device', { volumeDevices: [{ name: 'claim', devicePath: '/dev/a' }] }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});
