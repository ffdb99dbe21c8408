import { specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('how pods are spread', () => {
  test.each<[string, PodSpec, string[]]>([
    ['no skew', { topologySpreadConstraints: [{ maxSkew: 0, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }] }, [
      'spec.topologySpreadConstraints[0].maxSkew: FieldValueInvalid: Invalid value: 0: must be greater than zero',
    ]],
    ['no topology', { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: '', whenUnsatisfiable: 'DoNotSchedule' }] }, [
      'spec.topologySpreadConstraints[0].topologyKey: FieldValueRequired: Required value: can not be empty',
    ]],
    ['an unknown action', { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'Wait' }] }, [
      'spec.topologySpreadConstraints[0].whenUnsatisfiable: FieldValueNotSupported: Unsupported value: "Wait": supported values: "DoNotSchedule", "ScheduleAnyway"',
    ]],
    ['the same twice', {
      topologySpreadConstraints: [
        { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' },
        { maxSkew: 2, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' },
      ],
    }, [
      'spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}: FieldValueDuplicate: Duplicate value: "{zone, DoNotSchedule}"',
    ]],
    ['no domains', {
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', minDomains: 0 }],
    }, [
      'spec.topologySpreadConstraints[0].minDomains: FieldValueInvalid: Invalid value: 0: must be greater than zero',
    ]],
    ['domains that do not matter', {
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', minDomains: 1 }],
    }, [
      'spec.topologySpreadConstraints[0].minDomains: FieldValueInvalid: Invalid value: 1: can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ScheduleAnyway',
    ]],
    ['unknown policies', {
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'zone',
          whenUnsatisfiable: 'DoNotSchedule',
          nodeAffinityPolicy: 'Maybe',
          nodeTaintsPolicy: 'Maybe',
        },
      ],
    }, [
      'spec.topologySpreadConstraints[0].nodeAffinityPolicy: FieldValueNotSupported: Unsupported value: "Maybe": supported values: "Honor", "Ignore"',
      'spec.topologySpreadConstraints[0].nodeTaintsPolicy: FieldValueNotSupported: Unsupported value: "Maybe": supported values: "Honor", "Ignore"',
    ]],
    ['keys without a selector', {
      topologySpreadConstraints: [
        { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', matchLabelKeys: ['a'] },
      ],
    }, [
      'spec.topologySpreadConstraints[0].matchLabelKeys: FieldValueForbidden: Forbidden: must not be specified when labelSelector is not set',
    ]],
    ['a key that the selector repeats', {
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'zone',
          whenUnsatisfiable: 'DoNotSchedule',
          labelSelector: { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] },
          matchLabelKeys: ['a'],
        },
      ],
    }, [
      'spec.topologySpreadConstraints[0][0]: FieldValueInvalid: Invalid value: "a": exists in both matchLabelKeys and labelSelector',
    ]],
    ['a selector that is none', {
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'zone',
          whenUnsatisfiable: 'DoNotSchedule',
          labelSelector: { matchLabels: { 'a b': 'c' } },
        },
      ],
    }, [
      'spec.topologySpreadConstraints[0].labelSelector.matchLabels: FieldValueInvalid: Invalid value: "a b": name part must consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character (e.g. \'MyName\',  or \'my.name\',  or \'123-abc\', regex used for validation is \'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\')',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['a topology whose key is none', {
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'a b', whenUnsatisfiable: 'DoNotSchedule' }],
    }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
