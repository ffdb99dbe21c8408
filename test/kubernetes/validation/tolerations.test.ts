import { specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('tolerations', () => {
  test.each<[string, PodSpec, string[]]>([
    ['no key and no operator', { tolerations: [{}] }, [
      'spec.tolerations[0].operator: FieldValueInvalid: Invalid value: "": operator must be Exists when `key` is empty, which means "match all values and all keys"',
    ]],
    ['a key that is none', { tolerations: [{ key: 'a b', operator: 'Exists' }] }, [
      'spec.tolerations[0].key: FieldValueInvalid: Invalid value: "a b": name part must consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character (e.g. \'MyName\',  or \'my.name\',  or \'123-abc\', regex used for validation is \'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\')',
    ]],
    ['a value that has to exist', { tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] }, [
      'spec.tolerations[0].operator: FieldValueInvalid: Invalid value: "b": value must be empty when `operator` is \'Exists\'',
    ]],
    ['a value that no label has', { tolerations: [{ key: 'a', value: 'b c' }] }, [
      'spec.tolerations[0].operator: FieldValueInvalid: Invalid value: "b c": a valid label must be an empty string or consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character (e.g. \'MyValue\',  or \'my_value\',  or \'12345\', regex used for validation is \'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?\')',
    ]],
    ['seconds of another effect', { tolerations: [{ operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 5 }] }, [
      'spec.tolerations[0].effect: FieldValueInvalid: Invalid value: "NoSchedule": effect must be \'NoExecute\' when `tolerationSeconds` is set',
    ]],
    ['an unknown effect', { tolerations: [{ operator: 'Exists', effect: 'Never' }] }, [
      'spec.tolerations[0].effect: FieldValueNotSupported: Unsupported value: "Never": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"',
    ]],
    ['an unknown operator', { tolerations: [{ key: 'a', operator: 'Like' }] }, [
      'spec.tolerations[0].operator: FieldValueNotSupported: Unsupported value: "Like": supported values: "Equal", "Exists"',
    ]],
    ['a comparison, which is behind a feature gate', { tolerations: [{ key: 'a', operator: 'Gt', value: '5' }] }, [
      'spec.tolerations[0].operator: FieldValueNotSupported: Unsupported value: "Gt": supported values: "Equal", "Exists", "Lt", "Gt"',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['the same twice', { tolerations: [{ operator: 'Exists' }, { operator: 'Exists' }] }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
