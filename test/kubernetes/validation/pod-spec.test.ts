import { specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('a pod', () => {
  test.each<[string, PodSpec, string[]]>([
    ['an unknown restart policy', { restartPolicy: 'Sometimes' }, [
      'spec.restartPolicy: FieldValueNotSupported: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never"',
    ]],
    ['a service account whose name is none', { serviceAccountName: 'A', serviceAccount: 'A' }, [
      'spec.serviceAccountName: FieldValueInvalid: Invalid value: "A": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
    ['a service account whose old name is none', { serviceAccount: 'A' }, [
      'spec.serviceAccountName: FieldValueInvalid: Invalid value: "A": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
    ['a node whose name is none', { nodeName: 'A' }, [
      'spec.nodeName: FieldValueInvalid: Invalid value: "A": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
    ['no time at all', { activeDeadlineSeconds: 0 }, [
      'spec.activeDeadlineSeconds: FieldValueInvalid: Invalid value: 0: must be between 1 and 2147483647, inclusive',
    ]],
    ['host names that are none', { hostname: 'a.b', subdomain: 'A' }, [
      'spec.hostname: FieldValueInvalid: Invalid value: "a.b": must not contain dots',
      'spec.subdomain: FieldValueInvalid: Invalid value: "A": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or \'-\', and must start and end with an alphanumeric character (e.g. \'my-name\',  or \'123-abc\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?\')',
    ]],
    ['classes whose names are none', { priorityClassName: 'A', runtimeClassName: '' }, [
      'spec.priorityClassName: FieldValueInvalid: Invalid value: "A": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
      'spec.runtimeClassName: FieldValueInvalid: Invalid value: "": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
    ['an unknown preemption', { preemptionPolicy: 'Maybe' }, [
      'spec.preemptionPolicy: FieldValueNotSupported: Unsupported value: "Maybe": supported values: "PreemptLowerPriority", "Never"',
    ]],
    ['an empty preemption', { preemptionPolicy: '' }, [
      'spec.preemptionPolicy: FieldValueRequired: Required value',
    ]],
    ['another host name of many characters', { hostnameOverride: 'x'.repeat(65) }, [
      'spec.hostnameOverride: FieldValueTooLong: Too long: may not be more than 64 bytes',
    ]],
    ['another host name beside that of the host', { hostnameOverride: 'a', hostNetwork: true, setHostnameAsFQDN: true }, [
      'spec.hostnameOverride: FieldValueForbidden: Forbidden: may not be specified when setHostnameAsFQDN is true',
      'spec.hostnameOverride: FieldValueForbidden: Forbidden: may not be specified when hostNetwork is true',
    ]],
    ['no containers', { containers: [] }, [
      'spec.containers: FieldValueRequired: Required value',
    ]],
    ['a grace period that nobody says', { terminationGracePeriodSeconds: null }, [
      'spec.terminationGracePeriodSeconds: FieldValueRequired: Required value',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['a negative grace period', { terminationGracePeriodSeconds: -5 }],
    ['secrets without names', { imagePullSecrets: [{}] }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
