import { containerErrors, containerWith, specErrors } from './pod-fixtures';
import { Container, PodSpec } from '../../../src/kubernetes/pod-objects';

describe('the Windows options of a container', () => {
  test.each<[string, Container, string[]]>([
    ['the user ""', { securityContext: { windowsOptions: { runAsUserName: '' } } }, [
      'spec.containers[0].securityContext.windowsOptions.runAsUserName: FieldValueInvalid: Invalid value: "": runAsUserName cannot be an empty string',
    ]],
    ['the user "a\\tb"', { securityContext: { windowsOptions: { runAsUserName: 'a\tb' } } }, [
      'spec.containers[0].securityContext.windowsOptions.runAsUserName: FieldValueInvalid: Invalid value: "a\\tb": runAsUserName cannot contain control characters',
    ]],
    ['the user "a\\\\b\\\\c"', { securityContext: { windowsOptions: { runAsUserName: 'a\\b\\c' } } }, [
      'spec.containers[0].securityContext.windowsOptions.runAsUserName: FieldValueInvalid: Invalid value: "a\\\\b\\\\c": runAsUserName cannot contain more than one backslash',
    ]],
    ['the user "*\\\\a"', { securityContext: { windowsOptions: { runAsUserName: '*\\a' } } }, [
      'spec.containers[0].securityContext.windowsOptions.runAsUserName: FieldValueInvalid: Invalid value: "*\\\\a": runAsUserName\'s Domain doesn\'t match the NetBios nor the DNS format',
    ]],
    ['the user "a\\\\"', { securityContext: { windowsOptions: { runAsUserName: 'a\\' } } }, [
      'spec.containers[0].securityContext.windowsOptions.runAsUserName: FieldValueInvalid: Invalid value: "a\\\\": runAsUserName\'s User cannot be empty',
    ]],
    ['the user "..."', { securityContext: { windowsOptions: { runAsUserName: '...' } } }, [
      'spec.containers[0].securityContext.windowsOptions.runAsUserName: FieldValueInvalid: Invalid value: "...": runAsUserName\'s User cannot contain only periods or spaces',
    ]],
    ['the user "a\\"b"', { securityContext: { windowsOptions: { runAsUserName: 'a"b' } } }, [
      'spec.containers[0].securityContext.windowsOptions.runAsUserName: FieldValueInvalid: Invalid value: "a\\"b": runAsUserName\'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]',
    ]],
    ['the user of 105 characters', { securityContext: { windowsOptions: { runAsUserName: 'x'.repeat(105) } } }, [
      `spec.containers[0].securityContext.windowsOptions.runAsUserName: FieldValueInvalid: Invalid value: "${'x'.repeat(105)}": runAsUserName's User length must not be longer than 104 characters`,
    ]],
    ['a domain of 256 characters', { securityContext: { windowsOptions: { runAsUserName: `${'x'.repeat(256)}\\a` } } }, [
      `spec.containers[0].securityContext.windowsOptions.runAsUserName: FieldValueInvalid: Invalid value: "${'x'.repeat(256)}\\\\a": runAsUserName's Domain length must be under 256 characters`,
      `spec.containers[0].securityContext.windowsOptions.runAsUserName: FieldValueInvalid: Invalid value: "${'x'.repeat(256)}\\\\a": runAsUserName's Domain doesn't match the NetBios nor the DNS format`,
    ]],
    ['an empty credential', { securityContext: { windowsOptions: { gmsaCredentialSpec: '' } } }, [
      'spec.containers[0].securityContext.windowsOptions.gmsaCredentialSpec: FieldValueInvalid: Invalid value: "": gmsaCredentialSpec cannot be an empty string',
    ]],
    ['the name of a credential that is none', { securityContext: { windowsOptions: { gmsaCredentialSpecName: 'A' } } }, [
      'spec.containers[0].securityContext.windowsOptions.gmsaCredentialSpecName: FieldValueInvalid: Invalid value: "A": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
    ['one process of the host among others, on another network', { securityContext: { windowsOptions: { hostProcess: true } } }, [
      'spec.hostNetwork: FieldValueInvalid: Invalid value: false: hostNetwork must be true if pod contains any hostProcess containers',
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['a user of a domain', { securityContext: { windowsOptions: { runAsUserName: 'domain.com\\me' } } }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});

describe('the processes of a Windows host', () => {
  test.each<[string, PodSpec, string[]]>([
    ['one that is none, in a pod of them', {
      hostNetwork: true,
      securityContext: { windowsOptions: { hostProcess: true } },
      containers: [
        containerWith({ securityContext: { windowsOptions: { hostProcess: false } } }),
        containerWith({ name: 'b' }),
      ],
    }, [
      'spec.containers[0].securityContext.windowsOptions.hostProcess: FieldValueInvalid: Invalid value: false: pod hostProcess value must be identical if both are specified, was true',
      'spec: FieldValueInvalid: Invalid value: "": If pod contains any hostProcess containers then all containers must be HostProcess containers',
    ]],
    ['one among other containers', {
      hostNetwork: true,
      containers: [
        containerWith({ securityContext: { windowsOptions: { hostProcess: true } } }),
        containerWith({ name: 'b' }),
      ],
    }, [
      'spec: FieldValueInvalid: Invalid value: "": If pod contains any hostProcess containers then all containers must be HostProcess containers',
    ]],
    ['another network', { securityContext: { windowsOptions: { hostProcess: true } } }, [
      'spec.hostNetwork: FieldValueInvalid: Invalid value: false: hostNetwork must be true if pod contains any hostProcess containers',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['the network of the host', { hostNetwork: true, securityContext: { windowsOptions: { hostProcess: true } } }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
