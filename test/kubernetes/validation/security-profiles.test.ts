import { containerErrors } from './pod-fixtures';
import { Container } from '../../../src/kubernetes/pod-objects';

describe('the profiles of a container', () => {
  test.each<[string, Container, string[]]>([
    ['no types', { securityContext: { seccompProfile: { type: '' }, appArmorProfile: { type: '' } } }, [
      'spec.containers[0].securityContext.seccompProfile.type: FieldValueRequired: Required value: type is required when seccompProfile is set',
      'spec.containers[0].securityContext.appArmorProfile.type: FieldValueRequired: Required value: type is required when appArmorProfile is set',
    ]],
    ['unknown types', { securityContext: { seccompProfile: { type: 'Mine' }, appArmorProfile: { type: 'Mine' } } }, [
      'spec.containers[0].securityContext.seccompProfile.type: FieldValueNotSupported: Unsupported value: "Mine": supported values: "Localhost", "RuntimeDefault", "Unconfined"',
      'spec.containers[0].securityContext.appArmorProfile.type: FieldValueNotSupported: Unsupported value: "Mine": supported values: "Localhost", "RuntimeDefault", "Unconfined"',
    ]],
    ['no profiles of the node', { securityContext: { seccompProfile: { type: 'Localhost' }, appArmorProfile: { type: 'Localhost' } } }, [
      'spec.containers[0].securityContext.seccompProfile.localhostProfile: FieldValueRequired: Required value: must be set when seccomp type is Localhost',
      'spec.containers[0].securityContext.appArmorProfile.localhostProfile: FieldValueRequired: Required value: must be set when AppArmor type is Localhost',
    ]],
    ['a profile of the node that is not asked for', {
      securityContext: {
        seccompProfile: { type: 'RuntimeDefault', localhostProfile: 'a' },
        appArmorProfile: { type: 'RuntimeDefault', localhostProfile: 'a' },
      },
    }, [
      'spec.containers[0].securityContext.seccompProfile.localhostProfile: FieldValueInvalid: Invalid value: {"Type":"RuntimeDefault","LocalhostProfile":"a"}: can only be set when seccomp type is Localhost',
      'spec.containers[0].securityContext.appArmorProfile.localhostProfile: FieldValueInvalid: Invalid value: "a": can only be set when AppArmor type is Localhost',
    ]],
    ['an absolute path, and spaces around a name', {
      securityContext: {
        seccompProfile: { type: 'Localhost', localhostProfile: '/a' },
        appArmorProfile: { type: 'Localhost', localhostProfile: ' a' },
      },
    }, [
      'spec.containers[0].securityContext.seccompProfile.localhostProfile: FieldValueInvalid: Invalid value: "/a": must be a relative path',
      'spec.containers[0].securityContext.appArmorProfile.localhostProfile: FieldValueInvalid: Invalid value: " a": must not be padded with whitespace',
    ]],
    ['a name of many characters', { securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: 'x'.repeat(4096) } } }, [
      'spec.containers[0].securityContext.appArmorProfile.localhostProfile: FieldValueTooLong: Too long: may not be more than 4095 bytes',
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['profiles of the node', {
      securityContext: {
        seccompProfile: { type: 'Localhost', localhostProfile: 'a/b' },
        appArmorProfile: { type: 'Localhost', localhostProfile: 'a' },
      },
    }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});
