import { containerWith, templateErrors } from './pod-fixtures';
import { PodTemplateSpec } from '../../../src/kubernetes/pod-objects';

describe('the annotations of a template', () => {
  test.each<[string, PodTemplateSpec, string[]]>([
    ['a mirror of no node', { metadata: { annotations: { 'kubernetes.io/config.mirror': 'x' } } }, [
      'template.annotations[kubernetes.io/config.mirror]: FieldValueInvalid: Invalid value: "x": must set spec.nodeName if mirror pod annotation is set',
    ]],
    ['the cost "+5"', { metadata: { annotations: { 'controller.kubernetes.io/pod-deletion-cost': '+5' } } }, [
      'template.annotations[controller.kubernetes.io/pod-deletion-cost]: FieldValueInvalid: Invalid value: "+5": must be a 32bit integer',
    ]],
    ['the cost "008"', { metadata: { annotations: { 'controller.kubernetes.io/pod-deletion-cost': '008' } } }, [
      'template.annotations[controller.kubernetes.io/pod-deletion-cost]: FieldValueInvalid: Invalid value: "008": must be a 32bit integer',
    ]],
    ['the cost "2147483648"', { metadata: { annotations: { 'controller.kubernetes.io/pod-deletion-cost': '2147483648' } } }, [
      'template.annotations[controller.kubernetes.io/pod-deletion-cost]: FieldValueInvalid: Invalid value: "2147483648": must be a 32bit integer',
    ]],
    ['the cost "a"', { metadata: { annotations: { 'controller.kubernetes.io/pod-deletion-cost': 'a' } } }, [
      'template.annotations[controller.kubernetes.io/pod-deletion-cost]: FieldValueInvalid: Invalid value: "a": must be a 32bit integer',
    ]],
    ['the cost ""', { metadata: { annotations: { 'controller.kubernetes.io/pod-deletion-cost': '' } } }, [
      'template.annotations[controller.kubernetes.io/pod-deletion-cost]: FieldValueInvalid: Invalid value: "": must be a 32bit integer',
    ]],
    ['unknown profiles of system calls', {
      metadata: {
        annotations: {
          'seccomp.security.alpha.kubernetes.io/pod': 'a',
          'container.seccomp.security.alpha.kubernetes.io/b': 'localhost/../c',
        },
      },
    }, [
      'template.annotations.seccomp.security.alpha.kubernetes.io/pod: FieldValueInvalid: Invalid value: "a": must be a valid seccomp profile',
      'template.annotations.container.seccomp.security.alpha.kubernetes.io/b: FieldValueInvalid: Invalid value: "../c": must not contain \'..\'',
    ]],
    ['a profile of AppArmor for a container that is not there', {
      metadata: { annotations: { 'container.apparmor.security.beta.kubernetes.io/nobody': 'a' } },
    }, [
      'template.annotations[container.apparmor.security.beta.kubernetes.io/nobody]: FieldValueInvalid: Invalid value: "nobody": container not found',
      'template.annotations[container.apparmor.security.beta.kubernetes.io/nobody]: FieldValueInvalid: Invalid value: "a": invalid AppArmor profile name: "a"',
    ]],
    ['profiles that are not those of the fields', {
      metadata: {
        annotations: {
          'seccomp.security.alpha.kubernetes.io/pod': 'unconfined',
          'container.seccomp.security.alpha.kubernetes.io/main': 'localhost/a',
          'container.apparmor.security.beta.kubernetes.io/main': 'unconfined',
        },
      },
      spec: {
        securityContext: { seccompProfile: { type: 'RuntimeDefault' }, appArmorProfile: { type: 'RuntimeDefault' } },
        containers: [containerWith({ securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'b' } } })],
      },
    }, [
      'template.spec.securityContext.seccompProfile.type: FieldValueForbidden: Forbidden: seccomp type in annotation and field must match',
      'template.spec.containers[0].securityContext.seccompProfile.localhostProfile: FieldValueForbidden: Forbidden: seccomp profile in annotation and field must match',
      'template.spec.containers[0].securityContext.appArmorProfile.type: FieldValueForbidden: Forbidden: apparmor type in annotation and field must match',
    ]],
    ['other profiles than the fields have', {
      metadata: {
        annotations: {
          'container.seccomp.security.alpha.kubernetes.io/main': 'runtime/default',
          'container.apparmor.security.beta.kubernetes.io/main': 'localhost/a',
        },
      },
      spec: {
        containers: [
          containerWith({
            securityContext: {
              seccompProfile: { type: 'Unconfined' },
              appArmorProfile: { type: 'Localhost', localhostProfile: 'b' },
            },
          }),
        ],
      },
    }, [
      'template.spec.containers[0].securityContext.seccompProfile.type: FieldValueForbidden: Forbidden: seccomp type in annotation and field must match',
      'template.spec.containers[0].securityContext.appArmorProfile.localhostProfile: FieldValueForbidden: Forbidden: apparmor profile in annotation and field must match',
    ]],
  ])('may not be with %s', (_, template, errors) => expect(templateErrors(template)).toEqual(errors));

  test.each<[string, PodTemplateSpec]>([
    ['a mirror of a node', { metadata: { annotations: { 'kubernetes.io/config.mirror': 'x' } }, spec: { nodeName: 'n' } }],
    ['negative costs', { metadata: { annotations: { 'controller.kubernetes.io/pod-deletion-cost': '-2147483648' } } }],
    ['an old name of a profile', {
      metadata: { annotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'docker/default' } },
      spec: { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } },
    }],
    ['profiles of AppArmor, which Windows does not have', {
      metadata: { annotations: { 'container.apparmor.security.beta.kubernetes.io/main': 'unconfined' } },
      spec: { os: { name: 'windows' } },
    }],
  ])('may be with %s', (_, template) => expect(templateErrors(template)).toEqual([]));
});
