import { containerWith, specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('the operating system of a pod', () => {
  test.each<[string, PodSpec, string[]]>([
    ['no name', { os: { name: '' } }, [
      'spec.os.name: FieldValueRequired: Required value',
    ]],
    ['an unknown name', { os: { name: 'plan9' } }, [
      'spec.os: FieldValueNotSupported: Unsupported value: "plan9": supported values: "linux", "windows"',
    ]],
    ['options of another one', { os: { name: 'linux' }, securityContext: { windowsOptions: {} } }, [
      'spec.securityContext.windowsOptions: FieldValueForbidden: Forbidden: windows options cannot be set for a linux pod',
    ]],
    ['what Windows does not have', {
      os: { name: 'windows' },
      hostPID: true,
      hostIPC: true,
      hostUsers: true,
      shareProcessNamespace: false,
      securityContext: {
        appArmorProfile: { type: 'Unconfined' },
        seLinuxOptions: {},
        seccompProfile: { type: 'Unconfined' },
        fsGroup: 1,
        fsGroupChangePolicy: 'Always',
        sysctls: [{ name: 'a', value: '1' }],
        runAsUser: 1,
        runAsGroup: 1,
        supplementalGroups: [1],
        supplementalGroupsPolicy: 'Merge',
        seLinuxChangePolicy: 'Recursive',
      },
    }, [
      'spec.securityContext.appArmorProfile: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.securityContext.seLinuxOptions: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.securityContext.seccompProfile: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.securityContext.fsGroup: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.securityContext.fsGroupChangePolicy: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.securityContext.runAsUser: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.securityContext.runAsGroup: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.securityContext.supplementalGroups: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.securityContext.supplementalGroupsPolicy: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.securityContext.seLinuxChangePolicy: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.securityContext.sysctls: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.hostPID: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.hostIPC: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.hostUsers: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.shareProcessNamespace: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
    ]],
    ['resources of the pod on Windows', { os: { name: 'windows' }, resources: { limits: { cpu: '1' }, requests: { cpu: '1' } } }, [
      'spec.resources: FieldValueForbidden: Forbidden: may not be set for a windows pod',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['Windows alone', { os: { name: 'windows' }, securityContext: { runAsNonRoot: true } }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});

describe('the operating system of containers', () => {
  test.each<[string, PodSpec, string[]]>([
    ['what Windows does not have', {
      os: { name: 'windows' },
      containers: [
        containerWith({
          securityContext: {
            appArmorProfile: { type: 'Unconfined' },
            seLinuxOptions: {},
            seccompProfile: { type: 'Unconfined' },
            capabilities: {},
            readOnlyRootFilesystem: true,
            privileged: false,
            allowPrivilegeEscalation: true,
            procMount: 'Default',
            runAsUser: 1,
            runAsGroup: 1,
          },
        }),
      ],
    }, [
      'spec.containers[0].securityContext.appArmorProfile: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.containers[0].securityContext.seLinuxOptions: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.containers[0].securityContext.seccompProfile: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.containers[0].securityContext.capabilities: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.containers[0].securityContext.readOnlyRootFilesystem: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.containers[0].securityContext.privileged: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.containers[0].securityContext.allowPrivilegeEscalation: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.containers[0].securityContext.procMount: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.containers[0].securityContext.runAsUser: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
      'spec.containers[0].securityContext.runAsGroup: FieldValueForbidden: Forbidden: cannot be set for a windows pod',
    ]],
    ['options of Windows on Linux', { os: { name: 'linux' }, containers: [containerWith({ securityContext: { windowsOptions: {} } })] }, [
      'spec.containers[0].securityContext.windowsOptions: FieldValueForbidden: Forbidden: windows options cannot be set for a linux pod',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['options of Windows on Windows', {
      os: { name: 'windows' },
      containers: [containerWith({ securityContext: { windowsOptions: { runAsUserName: 'me' } } })],
    }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
