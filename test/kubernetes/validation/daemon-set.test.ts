import { judgedObjects, printed } from './rows';
import { DaemonSet, DaemonSetSpec, validateDaemonSet, validateDaemonSetUpdateStrategy } from '../../../src/kubernetes/validation/daemon-set';
import { validateDaemonSetUpdate } from '../../../src/kubernetes/validation/daemon-set-update';
import { LabelSelector } from '../../../src/kubernetes/validation/label-selector';
import { UpdateStrategy } from '../../../src/kubernetes/validation/update-strategy';

const SPEC: DaemonSetSpec = {
  selector: { matchLabels: { app: 'a' } },
  template: {
    metadata: { labels: { app: 'a', 10: 'b' } },
    spec: {
      restartPolicy: 'Always',
      dnsPolicy: 'ClusterFirst',
      terminationGracePeriodSeconds: 30,
      containers: [{ name: 'c', image: 'i', imagePullPolicy: 'Always', terminationMessagePolicy: 'File' }],
    },
  },
  updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
};

function daemonSet(change: Partial<DaemonSetSpec> = {}): DaemonSet {
  return { metadata: { name: 'agent', namespace: 'kube-system' }, spec: { ...SPEC, ...change } };
}

function podSpec(change: object): Partial<DaemonSetSpec> {
  return { template: { ...SPEC.template, spec: { ...SPEC.template?.spec, ...change } } };
}

function errorsOf(object: DaemonSet): string[] {
  return validateDaemonSet(object).map(printed);
}

describe('the DaemonSets that the API server has judged', () => {
  const rows = judgedObjects('DaemonSet');

  test('get the same errors here', () => {
    const wrong = rows.map(({ name, object, errors }) => ({ name, actual: errorsOf(object as DaemonSet).sort(), expected: errors }))
      .filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'));
    expect(wrong).toEqual([]);
  });

  test('are many, good and bad ones', () => {
    expect(rows.length).toBeGreaterThan(900);
    expect(rows.filter(({ errors }) => errors.length === 0).length).toBeGreaterThan(100);
  });
});

describe('a DaemonSet', () => {
  const noMatch = (labels: string) => `spec.template.metadata.labels FieldValueInvalid Invalid value: ${labels}: \`selector\` does not match template \`labels\``;

  test.each<[string, Partial<DaemonSetSpec>]>([
    ['as it is', {}],
    ['with numbers that are zero', { minReadySeconds: 0, revisionHistoryLimit: 0 }],
    ['without a limit', { revisionHistoryLimit: null }],
    ['that selects by expressions', { selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'b'] }, { key: 'x', operator: 'DoesNotExist' }] } }],
  ])('is fine %s', (_, change) => expect(errorsOf(daemonSet(change))).toEqual([]));

  test.each<[string, Partial<DaemonSetSpec>, string[]]>([
    ['a selector of its pods', { selector: { matchLabels: { app: 'b' } } }, [noMatch('{"10":"b","app":"a"}')]],
    ['a selector by what its pods have', { selector: { matchExpressions: [{ key: 'x', operator: 'Exists' }] } }, [noMatch('{"10":"b","app":"a"}')]],
    ['a selector', { selector: undefined }, [noMatch('{"10":"b","app":"a"}')]],
    ['a selector that says something', { selector: {} }, ['spec.selector FieldValueInvalid Invalid value: {}: empty selector is invalid for daemonset']],
    ['labels for its pods', { template: { spec: SPEC.template?.spec } }, [noMatch('null')]],
    ['labels for its pods, even then', { template: { metadata: { labels: {} }, spec: SPEC.template?.spec } }, [noMatch('{}')]],
    ['a selector that can be read, or nobody asks what it matches', { selector: { matchExpressions: [{ key: 'x', operator: 'Gt', values: ['1'] }] } },
      ['spec.selector.matchExpressions[0].operator FieldValueInvalid Invalid value: "Gt": not a valid selector operator']],
    ['pods that are restarted', podSpec({ restartPolicy: 'OnFailure' }),
      ['spec.template.spec.restartPolicy FieldValueNotSupported Unsupported value: "OnFailure": supported values: "Always"']],
    ['pods without an end', podSpec({ activeDeadlineSeconds: 5 }),
      ['spec.template.spec.activeDeadlineSeconds FieldValueForbidden Forbidden: activeDeadlineSeconds in DaemonSet is not Supported']],
    ['a template that is one', podSpec({ containers: [] }), ['spec.template.spec.containers FieldValueRequired Required value']],
    ['time to get ready', { minReadySeconds: -1 }, ['spec.minReadySeconds FieldValueInvalid Invalid value: -1: must be greater than or equal to 0']],
    ['a history', { revisionHistoryLimit: -1 }, ['spec.revisionHistoryLimit FieldValueInvalid Invalid value: -1: must be greater than or equal to 0']],
    ['a strategy', { updateStrategy: { type: 'Recreate' } },
      ['spec.updateStrategy FieldValueNotSupported Unsupported value: {"Type":"Recreate","RollingUpdate":null}: supported values: "RollingUpdate", "OnDelete"']],
  ])('must have %s', (_, change, errors) => expect(errorsOf(daemonSet(change))).toEqual(errors));

  test('has a generation of the server, whatever is written', () => {
    expect(errorsOf({ ...daemonSet(), metadata: { name: 'agent', namespace: 'kube-system', generation: -1 } })).toEqual([]);
    expect(errorsOf({ ...daemonSet(), metadata: { namespace: 'kube-system' } })).toEqual([
      'metadata.name FieldValueRequired Required value: name or generateName is required',
    ]);
  });
});

test('the annotation with the generation of the template does not count among the bytes of annotations', () => {
  const annotations = { 'a': 'x'.repeat(262143), 'deprecated.daemonset.template.generation': '1' };
  const [counted, tooLong] = [{ ...annotations, b: '' }, 'metadata.annotations FieldValueTooLong Too long: may not be more than 262144 bytes'];
  const withAnnotations = (texts: Record<string, string>) => ({ ...daemonSet(), metadata: { ...daemonSet().metadata, annotations: texts } });
  expect(errorsOf(withAnnotations(annotations))).toEqual([]);
  expect(errorsOf(withAnnotations(counted))).toEqual([tooLong]);
  expect(validateDaemonSetUpdate(withAnnotations(annotations), daemonSet())).toEqual([]);
});

describe('the strategy of an update', () => {
  type RollingUpdate = UpdateStrategy['rollingUpdate'];
  const errors = (type: string, rollingUpdate?: RollingUpdate) => validateDaemonSetUpdateStrategy({ type, rollingUpdate }, 's').map(printed);

  test.each<RollingUpdate>([
    { maxUnavailable: 1, maxSurge: 0 }, { maxUnavailable: 0, maxSurge: 1 }, { maxUnavailable: '0%', maxSurge: '100%' }, { maxUnavailable: 1000 },
    { maxSurge: '1%' },
  ])('may be %j', (rollingUpdate) => expect(errors('RollingUpdate', rollingUpdate)).toEqual([]));

  test.each<[RollingUpdate, string]>([
    [undefined, 's.rollingUpdate FieldValueRequired Required value'],
    [{ maxUnavailable: 0, maxSurge: 0 }, 's.rollingUpdate.maxUnavailable FieldValueRequired Required value: cannot be 0 when maxSurge is 0'],
    [{ maxUnavailable: '0%', maxSurge: null }, 's.rollingUpdate.maxUnavailable FieldValueRequired Required value: cannot be 0 when maxSurge is 0'],
    [{ maxUnavailable: 1, maxSurge: 1 }, 's.rollingUpdate.maxSurge FieldValueInvalid Invalid value: 1: may not be set when maxUnavailable is non-zero'],
    [{ maxUnavailable: 1, maxSurge: '25%' }, 's.rollingUpdate.maxSurge FieldValueInvalid Invalid value: "25%": may not be set when maxUnavailable is non-zero'],
    [{ maxUnavailable: '101%' }, 's.rollingUpdate.maxUnavailable FieldValueInvalid Invalid value: "101%": must not be greater than 100%'],
    [{ maxSurge: '101%' }, 's.rollingUpdate.maxSurge FieldValueInvalid Invalid value: "101%": must not be greater than 100%'],
    [{ maxUnavailable: -1 }, 's.rollingUpdate.maxUnavailable FieldValueInvalid Invalid value: -1: must be greater than or equal to 0'],
    [{ maxSurge: -1 }, 's.rollingUpdate.maxSurge FieldValueInvalid Invalid value: -1: must be greater than or equal to 0'],
  ])('may not be %j', (rollingUpdate, error) => expect(errors('RollingUpdate', rollingUpdate)).toEqual([error]));

  test('is not looked at where pods are replaced by hand', () => {
    expect(errors('OnDelete', { maxUnavailable: 'junk', maxSurge: -3 })).toEqual([]);
  });

  test('is printed whole where nobody knows it', () => {
    expect(errors('x', { maxUnavailable: '5%' })).toEqual([
      's FieldValueNotSupported Unsupported value: {"Type":"x","RollingUpdate":{"MaxUnavailable":"5%","MaxSurge":0}}: '
        + 'supported values: "RollingUpdate", "OnDelete"',
    ]);
  });
});

describe('a DaemonSet that replaces a stored one', () => {
  const errors = (change: Partial<DaemonSetSpec>, old: Partial<DaemonSetSpec> = {}) => (
    validateDaemonSetUpdate(daemonSet(change), daemonSet(old)).map(printed));

  test('may have another template', () => {
    expect(errors({ ...podSpec({ hostNetwork: true }), minReadySeconds: 5 })).toEqual([]);
  });

  test.each<[string, LabelSelector, string]>([
    ['selector', { matchLabels: { app: 'a', 10: 'b' }, matchExpressions: [] }, '{"matchLabels":{"10":"b","app":"a"}}'],
    ['spelling of the same selector', { matchExpressions: [{ operator: 'In', key: 'app', values: ['a'] }] },
      '{"matchExpressions":[{"key":"app","operator":"In","values":["a"]}]}'],
    ['selector without values', { matchExpressions: [{ key: 'app', operator: 'Exists', values: [] }] }, '{"matchExpressions":[{"key":"app","operator":"Exists"}]}'],
  ])('may not have another %s', (_, selector, shown) => {
    expect(errors({ selector })).toEqual([`spec.selector FieldValueInvalid Invalid value: ${shown}: field is immutable`]);
  });

  test('may not lose its selector', () => expect(errors({ selector: null })[0]).toBe('spec.selector FieldValueInvalid Invalid value: null: field is immutable'));

  test('may spell out what is empty', () => expect(errors({ selector: { matchExpressions: [], matchLabels: { app: 'a' } } })).toEqual([]));

  test('may keep values that no label has, but not get them', () => {
    const selector = { matchLabels: { app: 'a' }, matchExpressions: [{ key: 'b', operator: 'NotIn', values: ['-'] }] };
    expect(errors({ selector }, { selector })).toEqual([]);
    expect(errors({ selector }).map((error) => error.split(' ')[0])).toEqual(['spec.selector', 'spec.selector.matchExpressions[0].values[0]']);
  });

  test('is told once of what is asked for twice', () => {
    const [old, changed] = [daemonSet(), { ...daemonSet(), metadata: { ...daemonSet().metadata, labels: { '/a': '' } } }];
    expect(validateDaemonSetUpdate(changed, old).map(printed)).toEqual(['metadata.labels FieldValueInvalid Invalid value: "/a": prefix part must be non-empty']);
  });

  test('has to be one itself', () => {
    expect(errors({ minReadySeconds: -1 })).toEqual(['spec.minReadySeconds FieldValueInvalid Invalid value: -1: must be greater than or equal to 0']);
    expect(validateDaemonSetUpdate({}, daemonSet()).map(({ path }) => path).slice(0, 3)).toEqual(['metadata.name', 'metadata.namespace', 'metadata.name']);
  });
});
