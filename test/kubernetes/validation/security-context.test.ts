import { containerErrors } from './pod-fixtures';
import { Container } from '../../../src/kubernetes/pod-objects';

describe('what a container may do', () => {
  test.each<[string, Container, string[]]>([
    ['negative numbers of users', { securityContext: { runAsUser: -1, runAsGroup: -1 } }, [
      'spec.containers[0].securityContext.runAsUser: FieldValueInvalid: Invalid value: -1: must be between 0 and 2147483647, inclusive',
      'spec.containers[0].securityContext.runAsGroup: FieldValueInvalid: Invalid value: -1: must be between 0 and 2147483647, inclusive',
    ]],
    ['an unknown mount of processes', { securityContext: { procMount: 'All' } }, [
      'spec.containers[0].securityContext.procMount: FieldValueNotSupported: Unsupported value: "All": supported values: "Default", "Unmasked"',
    ]],
    ['an open mount of processes with users of the host', { securityContext: { procMount: 'Unmasked' } }, [
      'spec.containers[0].securityContext.procMount: FieldValueInvalid: Invalid value: "Unmasked": `hostUsers` must be false to use `Unmasked`',
    ]],
    ['privilege without escalation', {
      securityContext: {
        privileged: true,
        allowPrivilegeEscalation: false,
        runAsUser: 5,
        seLinuxOptions: { type: 'a' },
        windowsOptions: { hostProcess: false },
        seccompProfile: { type: 'Unconfined' },
        appArmorProfile: { type: 'Unconfined' },
      },
    }, [
      'spec.containers[0].securityContext: FieldValueInvalid: Invalid value: {"Capabilities":null,"Privileged":true,"SELinuxOptions":{"User":"","Role":"","Type":"a","Level":""},"WindowsOptions":{"GMSACredentialSpecName":null,"GMSACredentialSpec":null,"RunAsUserName":null,"HostProcess":false},"RunAsUser":5,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":{"Type":"Unconfined","LocalhostProfile":null},"AppArmorProfile":{"Type":"Unconfined","LocalhostProfile":null}}: cannot set `allowPrivilegeEscalation` to false and `privileged` to true',
    ]],
    ['the capability of everything without escalation', {
      securityContext: { capabilities: { add: ['CAP_SYS_ADMIN'], drop: ['ALL'] }, allowPrivilegeEscalation: false },
    }, [
      'spec.containers[0].securityContext: FieldValueInvalid: Invalid value: {"Capabilities":{"Add":["CAP_SYS_ADMIN"],"Drop":["ALL"]},"Privileged":null,"SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":null,"AppArmorProfile":null}: cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN',
    ]],
    ['the same with an empty list of those it loses', {
      securityContext: { capabilities: { add: ['CAP_SYS_ADMIN'], drop: [] }, allowPrivilegeEscalation: false },
    }, [
      'spec.containers[0].securityContext: FieldValueInvalid: Invalid value: {"Capabilities":{"Add":["CAP_SYS_ADMIN"],"Drop":[]},"Privileged":null,"SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":null,"AppArmorProfile":null}: cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN',
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['the same capability without its prefix', {
      securityContext: { capabilities: { add: ['SYS_ADMIN'] }, allowPrivilegeEscalation: false },
    }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});
