import { templateErrors } from './pod-fixtures';
import { PodTemplateSpec } from '../../../src/kubernetes/pod-objects';

describe('tolerations in an annotation', () => {
  test.each<[string, PodTemplateSpec, string[]]>([
    ['bad', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': 'bad' } } }, [
      'template.annotations: FieldValueInvalid: Invalid value: "scheduler.alpha.kubernetes.io/tolerations": invalid character \'b\' looking for beginning of value',
    ]],
    ['[{', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '[{' } } }, [
      'template.annotations: FieldValueInvalid: Invalid value: "scheduler.alpha.kubernetes.io/tolerations": unexpected end of JSON input',
    ]],
    ['5', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '5' } } }, [
      'template.annotations: FieldValueInvalid: Invalid value: "scheduler.alpha.kubernetes.io/tolerations": json: cannot unmarshal number into Go value of type []core.Toleration',
    ]],
    ['true', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': 'true' } } }, [
      'template.annotations: FieldValueInvalid: Invalid value: "scheduler.alpha.kubernetes.io/tolerations": json: cannot unmarshal bool into Go value of type []core.Toleration',
    ]],
    ['"x"', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '"x"' } } }, [
      'template.annotations: FieldValueInvalid: Invalid value: "scheduler.alpha.kubernetes.io/tolerations": json: cannot unmarshal string into Go value of type []core.Toleration',
    ]],
    ['{}', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '{}' } } }, [
      'template.annotations: FieldValueInvalid: Invalid value: "scheduler.alpha.kubernetes.io/tolerations": json: cannot unmarshal object into Go value of type []core.Toleration',
    ]],
    ['[5]', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '[5]' } } }, [
      'template.annotations: FieldValueInvalid: Invalid value: "scheduler.alpha.kubernetes.io/tolerations": json: cannot unmarshal number into Go value of type core.Toleration',
    ]],
    ['[{"key":5}]', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '[{"key":5}]' } } }, [
      'template.annotations: FieldValueInvalid: Invalid value: "scheduler.alpha.kubernetes.io/tolerations": json: cannot unmarshal number into Go struct field Toleration.Key of type string',
    ]],
    ['[{"tolerationSeconds":"5"}]', {
      metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '[{"tolerationSeconds":"5"}]' } },
    }, [
      'template.annotations: FieldValueInvalid: Invalid value: "scheduler.alpha.kubernetes.io/tolerations": json: cannot unmarshal string into Go struct field Toleration.TolerationSeconds of type int64',
    ]],
    ['[{"effect":true}]', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '[{"effect":true}]' } } }, [
      'template.annotations: FieldValueInvalid: Invalid value: "scheduler.alpha.kubernetes.io/tolerations": json: cannot unmarshal bool into Go struct field Toleration.Effect of type core.TaintEffect',
    ]],
    ['[{"operator":[]}]', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '[{"operator":[]}]' } } }, [
      'template.annotations: FieldValueInvalid: Invalid value: "scheduler.alpha.kubernetes.io/tolerations": json: cannot unmarshal array into Go struct field Toleration.Operator of type core.TolerationOperator',
    ]],
    ['[{"operator":"Bad"}]', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '[{"operator":"Bad"}]' } } }, [
      'template.annotations.scheduler.alpha.kubernetes.io/tolerations[0].operator: FieldValueInvalid: Invalid value: "Bad": operator must be Exists when `key` is empty, which means "match all values and all keys"',
      'template.annotations.scheduler.alpha.kubernetes.io/tolerations[0].operator: FieldValueNotSupported: Unsupported value: "Bad": supported values: "Equal", "Exists"',
    ]],
    ['[{"KEY":"a b"}]', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '[{"KEY":"a b"}]' } } }, [
      'template.annotations.scheduler.alpha.kubernetes.io/tolerations[0].key: FieldValueInvalid: Invalid value: "a b": name part must consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character (e.g. \'MyName\',  or \'my.name\',  or \'123-abc\', regex used for validation is \'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\')',
    ]],
  ])('may not be with %s', (_, template, errors) => expect(templateErrors(template)).toEqual(errors));

  test.each<[string, PodTemplateSpec]>([
    ['nothing', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '' } } }],
    ['null', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': 'null' } } }],
    ['[]', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '[]' } } }],
    ['[{"Key":null,"Operator":"Exists"}]', {
      metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '[{"Key":null,"Operator":"Exists"}]' } },
    }],
    ['[{"key":"a","other":5}]', { metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '[{"key":"a","other":5}]' } } }],
  ])('may be with %s', (_, template) => expect(templateErrors(template)).toEqual([]));

  test.each([
    ['[{"key":"a",}]', "invalid character '}' looking for beginning of object key string"],
    ['[{key:1}]', "invalid character 'k' looking for beginning of object key string"],
    ['[{"key":"a"}]x', "invalid character 'x' after top-level value"],
    ['[01]', "invalid character '1' after array element"],
    ['nul', "invalid character ' ' in literal null (expecting 'l')"],
    ['é', "invalid character 'Ã' looking for beginning of value"],
    ['[{"tolerationSeconds":1.5}]', 'json: cannot unmarshal number 1.5 into Go struct field Toleration.TolerationSeconds of type int64'],
    ['[{"TolerationSeconds": 1e2}]', 'json: cannot unmarshal number 1e2 into Go struct field Toleration.TolerationSeconds of type int64'],
    ['[{"tolerationSeconds":9223372036854775808}]',
      'json: cannot unmarshal number 9223372036854775808 into Go struct field Toleration.TolerationSeconds of type int64'],
  ])('are read as Go reads JSON: %s', (text, error) => {
    expect(templateErrors({ metadata: { annotations: { 'scheduler.alpha.kubernetes.io/tolerations': text } } })).toEqual([
      `template.annotations: FieldValueInvalid: Invalid value: "scheduler.alpha.kubernetes.io/tolerations": ${error}`,
    ]);
  });
});
