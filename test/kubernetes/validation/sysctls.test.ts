import { specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('the parameters of the kernel', () => {
  test.each<[string, PodSpec, string[]]>([
    ['no name', { securityContext: { sysctls: [{ name: '', value: '1' }] } }, [
      'spec.securityContext.sysctls[0].name: FieldValueRequired: Required value',
    ]],
    ['a name that is none', { securityContext: { sysctls: [{ name: 'A', value: '1' }] } }, [
      'spec.securityContext.sysctls[0].name: FieldValueInvalid: Invalid value: "A": must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$',
    ]],
    ['one name twice', { securityContext: { sysctls: [{ name: 'a.b', value: '1' }, { name: 'a.b', value: '1' }] } }, [
      'spec.securityContext.sysctls[1].name: FieldValueDuplicate: Duplicate value: "a.b"',
    ]],
    ["those of the network, which is the host's", {
      hostNetwork: true,
      securityContext: { sysctls: [{ name: 'net.a', value: '1' }, { name: 'net/b/c.d', value: '1' }] },
    }, [
      'spec.securityContext.sysctls[0].name: FieldValueInvalid: Invalid value: "net.a": may not be specified when \'hostNetwork\' is true',
      'spec.securityContext.sysctls[1].name: FieldValueInvalid: Invalid value: "net/b/c.d": may not be specified when \'hostNetwork\' is true',
    ]],
    ["those of messages, which are the host's", {
      hostIPC: true,
      securityContext: {
        sysctls: [
          { name: 'kernel.sem', value: '1' },
          { name: 'fs.mqueue.a', value: '1' },
          { name: 'kernel/shmmax', value: '1' },
        ],
      },
    }, [
      'spec.securityContext.sysctls[0].name: FieldValueInvalid: Invalid value: "kernel.sem": may not be specified when \'hostIPC\' is true',
      'spec.securityContext.sysctls[1].name: FieldValueInvalid: Invalid value: "fs.mqueue.a": may not be specified when \'hostIPC\' is true',
      'spec.securityContext.sysctls[2].name: FieldValueInvalid: Invalid value: "kernel/shmmax": may not be specified when \'hostIPC\' is true',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['one name in two spellings', { securityContext: { sysctls: [{ name: 'net.a', value: '1' }, { name: 'net/a', value: '1' }] } }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
