import { containerErrors } from './pod-fixtures';
import { Container } from '../../../src/kubernetes/pod-objects';

describe('the names of resources', () => {
  test.each<[string, Container, string[]]>([
    ['an unknown name', { resources: { limits: { gpu: '1' } } }, [
      'spec.containers[0].resources.limits[gpu]: FieldValueInvalid: Invalid value: "gpu": must be a standard resource type or fully qualified',
      'spec.containers[0].resources.limits[gpu]: FieldValueInvalid: Invalid value: "gpu": must be a standard resource for containers',
    ]],
    ['a resource of a quota', { resources: { limits: { pods: '1' } } }, [
      'spec.containers[0].resources.limits[pods]: FieldValueInvalid: Invalid value: "pods": must be a standard resource for containers',
    ]],
    ['a name that is none', { resources: { limits: { 'a b': '1' } } }, [
      'spec.containers[0].resources.limits[a b]: FieldValueInvalid: Invalid value: "a b": name part must consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character (e.g. \'MyName\',  or \'my.name\',  or \'123-abc\', regex used for validation is \'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\')',
      'spec.containers[0].resources.limits[a b]: FieldValueInvalid: Invalid value: "a b": must be a standard resource for containers',
    ]],
    ['a name that begins like one of a quota', { resources: { limits: { 'requests.a.com/b': '1' } } }, [
      'spec.containers[0].resources.limits[requests.a.com/b]: FieldValueInvalid: Invalid value: "requests.a.com/b": doesn\'t follow extended resource name standard',
    ]],
    ['a name that a quota has no room for', {
      resources: { limits: { [`${'x'.repeat(60)}.${'x'.repeat(60)}.${'x'.repeat(60)}.${'x'.repeat(60)}.com/b`]: '1' } },
    }, [
      `spec.containers[0].resources.limits[${'x'.repeat(60)}.${'x'.repeat(60)}.${'x'.repeat(60)}.${'x'.repeat(60)}.com/b]: FieldValueInvalid: Invalid value: "${'x'.repeat(60)}.${'x'.repeat(60)}.${'x'.repeat(60)}.${'x'.repeat(60)}.com/b": doesn't follow extended resource name standard`,
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['a name of Kubernetes itself', { resources: { limits: { 'x.kubernetes.io/y': '1' } } }],
    ['storage on the node', { resources: { limits: { 'ephemeral-storage': '1Gi' } } }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});
