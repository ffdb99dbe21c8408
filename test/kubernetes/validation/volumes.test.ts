import { specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('the volumes of a pod', () => {
  test.each<[string, PodSpec, string[]]>([
    ['no name', { volumes: [{ emptyDir: {} }] }, [
      'spec.volumes[0].name: FieldValueRequired: Required value',
    ]],
    ['a name with a dot', { volumes: [{ name: 'a.b', emptyDir: {} }] }, [
      'spec.volumes[0].name: FieldValueInvalid: Invalid value: "a.b": must not contain dots',
    ]],
    ['one name twice', { volumes: [{ name: 'a', emptyDir: {} }, { name: 'a', emptyDir: {} }] }, [
      'spec.volumes[1].name: FieldValueDuplicate: Duplicate value: "a"',
    ]],
    ['two sources', { volumes: [{ name: 'a', emptyDir: {}, hostPath: { path: '/a', type: '' } }] }, [
      'spec.volumes[0].hostPath: FieldValueForbidden: Forbidden: may not specify more than 1 volume type',
    ]],
    ['three sources whose fields have other names upstream', {
      volumes: [{ name: 'a', emptyDir: {}, cephfs: { monitors: ['a'] }, downwardAPI: { defaultMode: 420 } }],
    }, [
      'spec.volumes[0].cephFS: FieldValueForbidden: Forbidden: may not specify more than 1 volume type',
      'spec.volumes[0].downwarAPI: FieldValueForbidden: Forbidden: may not specify more than 1 volume type',
    ]],
    ['an iSCSI portal of many characters', {
      volumes: [
        {
          name: 'a',
          iscsi: {
            targetPortal: 'x'.repeat(64),
            iqn: 'iqn.2001-04.com.example:a',
            lun: 0,
            initiatorName: 'iqn.2001-04.com.example:b',
          },
        },
      ],
    }, [
      'spec.volumes[0].name: FieldValueInvalid: Invalid value: "a": Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['nothing', { volumes: [] }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
