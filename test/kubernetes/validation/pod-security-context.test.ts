import { specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('what all containers of a pod may do', () => {
  test.each<[string, PodSpec, string[]]>([
    ['numbers beyond all users', { securityContext: { fsGroup: -1, runAsUser: 2147483648, runAsGroup: -1, supplementalGroups: [1, -1] } }, [
      'spec.securityContext.fsGroup: FieldValueInvalid: Invalid value: -1: must be between 0 and 2147483647, inclusive',
      'spec.securityContext.runAsUser: FieldValueInvalid: Invalid value: 2147483648: must be between 0 and 2147483647, inclusive',
      'spec.securityContext.runAsGroup: FieldValueInvalid: Invalid value: -1: must be between 0 and 2147483647, inclusive',
      'spec.securityContext.supplementalGroups[1]: FieldValueInvalid: Invalid value: -1: must be between 0 and 2147483647, inclusive',
    ]],
    ['processes of the pod and of the host', { hostPID: true, shareProcessNamespace: true, securityContext: {} }, [
      'spec.securityContext.shareProcessNamespace: FieldValueInvalid: Invalid value: true: ShareProcessNamespace and HostPID cannot both be enabled',
    ]],
    ['unknown policies', {
      securityContext: { fsGroupChangePolicy: 'Maybe', supplementalGroupsPolicy: 'Maybe', seLinuxChangePolicy: 'Maybe' },
    }, [
      'spec.securityContext.fsGroupChangePolicy: FieldValueNotSupported: Unsupported value: "Maybe": supported values: "Always", "OnRootMismatch"',
      'spec.securityContext.supplementalGroupsPolicy: FieldValueNotSupported: Unsupported value: "Maybe": supported values: "Merge", "Strict"',
      'spec.securityContext.seLinuxChangePolicy: FieldValueNotSupported: Unsupported value: "Maybe": supported values: "Recursive"',
    ]],
    ['a policy behind a feature gate', { securityContext: { seLinuxChangePolicy: 'MountOption' } }, [
      'spec.securityContext.seLinuxChangePolicy: FieldValueNotSupported: Unsupported value: "MountOption": supported values: "Recursive"',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['known policies', {
      securityContext: {
        fsGroupChangePolicy: 'Always',
        supplementalGroupsPolicy: 'Strict',
        seLinuxChangePolicy: 'Recursive',
      },
    }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
