import { containerWith, templateErrors } from './pod-fixtures';
import { PodTemplateSpec } from '../../../src/kubernetes/pod-objects';

describe('a template', () => {
  test.each<[string, PodTemplateSpec, string[]]>([
    ['labels and annotations whose names are none', { metadata: { labels: { 'a b': 'c d' }, annotations: { 'a b': 'c' } } }, [
      'template.labels: FieldValueInvalid: Invalid value: "a b": name part must consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character (e.g. \'MyName\',  or \'my.name\',  or \'123-abc\', regex used for validation is \'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\')',
      'template.labels: FieldValueInvalid: Invalid value: "c d": a valid label must be an empty string or consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character (e.g. \'MyValue\',  or \'my_value\',  or \'12345\', regex used for validation is \'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?\')',
      'template.annotations: FieldValueInvalid: Invalid value: "a b": name part must consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character (e.g. \'MyName\',  or \'my.name\',  or \'123-abc\', regex used for validation is \'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\')',
    ]],
    ['many annotations', { metadata: { annotations: { a: 'x'.repeat(262144) } } }, [
      'template.annotations: FieldValueTooLong: Too long: may not be more than 262144 bytes',
    ]],
    ['ephemeral containers', { spec: { ephemeralContainers: [containerWith({ name: 'a' })] } }, [
      'template.spec.ephemeralContainers: FieldValueForbidden: Forbidden: ephemeral containers not allowed in pod template',
    ]],
    ['a pod that is wrong', { spec: { hostname: 'A' } }, [
      'template.spec.hostname: FieldValueInvalid: Invalid value: "A": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or \'-\', and must start and end with an alphanumeric character (e.g. \'my-name\',  or \'123-abc\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?\')',
    ]],
  ])('may not be with %s', (_, template, errors) => expect(templateErrors(template)).toEqual(errors));

  test.each<[string, PodTemplateSpec]>([
    ['a name and a namespace that are none', { metadata: { name: 'A B', namespace: 'C D' } }],
    ['annotations in upper case', { metadata: { annotations: { 'A/B': 'c' } } }],
    ['annotations of very old servers, which are taken off', {
      metadata: { annotations: { 'pod.beta.kubernetes.io/init-containers': 'x' } },
    }],
  ])('may be with %s', (_, template) => expect(templateErrors(template)).toEqual([]));
});
