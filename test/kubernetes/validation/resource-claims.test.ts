import { containerWith, specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('the claims of a pod', () => {
  test.each<[string, PodSpec, string[]]>([
    ['no name and nothing claimed', { resourceClaims: [{}] }, [
      'spec.resourceClaims[0].name: FieldValueRequired: Required value',
      'spec.resourceClaims[0]: FieldValueInvalid: Invalid value: {"Name":"","ResourceClaimName":null,"ResourceClaimTemplateName":null}: must specify one of: `resourceClaimName`, `resourceClaimTemplateName`',
    ]],
    ['one name twice', { resourceClaims: [{ name: 'a', resourceClaimName: 'x' }, { name: 'a', resourceClaimName: 'x' }] }, [
      'spec.resourceClaims[1].name: FieldValueDuplicate: Duplicate value: "a"',
    ]],
    ['a name with a dot', { resourceClaims: [{ name: 'a.b', resourceClaimName: 'X' }] }, [
      'spec.resourceClaims[0].name: FieldValueInvalid: Invalid value: "a.b": must not contain dots',
      'spec.resourceClaims[0].resourceClaimName: FieldValueInvalid: Invalid value: "X": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
    ['two things claimed', { resourceClaims: [{ name: 'a', resourceClaimName: 'x', resourceClaimTemplateName: 'Y' }] }, [
      'spec.resourceClaims[0]: FieldValueInvalid: Invalid value: {"Name":"a","ResourceClaimName":"x","ResourceClaimTemplateName":"Y"}: at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified',
      'spec.resourceClaims[0].resourceClaimTemplateName: FieldValueInvalid: Invalid value: "Y": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['a claim', { resourceClaims: [{ name: 'a', resourceClaimName: 'x' }] }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});

describe('the claims that a container uses', () => {
  test.each<[string, PodSpec, string[]]>([
    ['one that the pod has not', {
      resourceClaims: [{ name: 'b', resourceClaimName: 'x' }, { name: 'a', resourceClaimName: 'x' }],
      containers: [containerWith({ resources: { claims: [{ name: 'c' }] } })],
    }, [
      'spec.containers[0].resources.claims[0]: FieldValueNotFound: Not found: "c": must be one of the names in pod.spec.resourceClaims: a, b',
    ]],
    ['one twice', {
      resourceClaims: [{ name: 'a', resourceClaimName: 'x' }],
      containers: [containerWith({ resources: { claims: [{ name: 'a' }, { name: 'a' }] } })],
    }, [
      'spec.containers[0].resources.claims[1]: FieldValueDuplicate: Duplicate value: "a"',
    ]],
    ['one as a whole after its parts', {
      resourceClaims: [{ name: 'a', resourceClaimName: 'x' }],
      containers: [
        containerWith({ resources: { claims: [{ name: 'a', request: 'r' }, { name: 'a', request: 's' }, { name: 'a' }] } }),
      ],
    }, [
      'spec.containers[0].resources.claims[2]: FieldValueDuplicate: Duplicate value: "a"',
      'spec.containers[0].resources.claims[2]: FieldValueDuplicate: Duplicate value: "a"',
    ]],
    ['one part twice', {
      resourceClaims: [{ name: 'a', resourceClaimName: 'x' }],
      containers: [containerWith({ resources: { claims: [{ name: 'a', request: 'R' }, { name: 'a', request: 'R' }] } })],
    }, [
      'spec.containers[0].resources.claims[0].request: FieldValueInvalid: Invalid value: "R": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or \'-\', and must start and end with an alphanumeric character (e.g. \'my-name\',  or \'123-abc\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?\')',
      'spec.containers[0].resources.claims[1].request: FieldValueInvalid: Invalid value: "R": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or \'-\', and must start and end with an alphanumeric character (e.g. \'my-name\',  or \'123-abc\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?\')',
      'spec.containers[0].resources.claims[1]: FieldValueDuplicate: Duplicate value: "a/R"',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['two parts of one', {
      resourceClaims: [{ name: 'a', resourceClaimName: 'x' }],
      containers: [containerWith({ resources: { claims: [{ name: 'a', request: 'r' }, { name: 'a', request: 's' }] } })],
    }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
