import { printed } from './rows';
import { decode } from '../../../src/kubernetes/decode/decode';
import { setDefaults } from '../../../src/kubernetes/defaults/apply-defaults';
import { dropDisabledFields } from '../../../src/kubernetes/defaults/disabled-fields';
import { Value } from '../../../src/kubernetes/defaults/values';
import { FieldError } from '../../../src/kubernetes/field-error';
import { validateCronJob } from '../../../src/kubernetes/validation/cron-job';
import { validateDaemonSet } from '../../../src/kubernetes/validation/daemon-set';
import { validateDeployment } from '../../../src/kubernetes/validation/deployment';
import { validateEndpoints } from '../../../src/kubernetes/validation/endpoints';
import { validateJob } from '../../../src/kubernetes/validation/job';
import { validateNetworkPolicy } from '../../../src/kubernetes/validation/network-policy';
import { validatePod } from '../../../src/kubernetes/validation/pod';
import { validateService } from '../../../src/kubernetes/validation/service';
import { validateStatefulSet } from '../../../src/kubernetes/validation/stateful-set';
import { vectors } from '../vectors';

/**
 * Answers of the real code of Kubernetes 1.28.15, 1.29.15, 1.30.14, 1.31.14, 1.32.10, 1.33.6, 1.34.2, 1.35.0 and 1.36.2 (strict decoding, defaults,
 * rest.BeforeCreate), not of a newer one that emulates them. Left out are those in which a version differs by more than a feature gate.
 */
interface Row {
  readonly version: string;
  readonly name: string;
  readonly manifest: Value & { readonly kind: string };
  readonly strictDecodeError: string | null;
  readonly accepted: boolean;
  readonly fieldErrors: ReadonlyArray<{ readonly field: string; readonly type: string; readonly detail: string }>;
}

const VALIDATE: { readonly [kind: string]: (object: Value, version: string) => FieldError[] } = {
  CronJob: validateCronJob,
  DaemonSet: validateDaemonSet,
  Deployment: validateDeployment,
  Endpoints: validateEndpoints,
  Job: validateJob,
  NetworkPolicy: validateNetworkPolicy,
  Pod: validatePod,
  Service: validateService,
  StatefulSet: validateStatefulSet,
};

const VERSIONS = ['1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36'];
const rows = vectors<Row>('versions');

function judge({ manifest, version }: Row): string[] {
  const decoded = decode(manifest, version);
  return 'error' in decoded ? [decoded.error]
    : VALIDATE[manifest.kind](dropDisabledFields(setDefaults(decoded.object), version), version).map(printed).sort();
}

function answered({ strictDecodeError, fieldErrors }: Row): string[] {
  return strictDecodeError === null ? fieldErrors.map(({ field, ...error }) => printed({ path: field, ...error })).sort() : [strictDecodeError];
}

describe.each(VERSIONS)('Kubernetes %s', (version) => {
  const ofVersion = rows.filter((row) => row.version === version);

  test('takes what it takes, and says what it says', () => {
    expect(ofVersion.length).toBeGreaterThan(75);
    expect(new Set(ofVersion.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
    const compared = ofVersion.map((row) => ({ name: row.name, actual: judge(row), expected: answered(row) }));
    expect(compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'))).toEqual([]);
  });
});

test('no two versions after another answer alike', () => {
  const answersOf = (version: string) => new Map(rows.filter((row) => row.version === version).map((row) => [row.name, answered(row).join('\n')]));
  const answers = VERSIONS.map(answersOf);
  const changes = answers.slice(1).map((later, index) => [...later].filter(([name, text]) => (answers[index].get(name) ?? text) !== text).length);
  expect(changes.filter((count) => count === 0)).toEqual([]);
});

test('the newest version is the one that is meant where none is given', () => {
  const compared = rows.filter(({ version, strictDecodeError }) => version === '1.36' && strictDecodeError === null).map(({ manifest, name }) => {
    const object = setDefaults((decode(manifest, '1.36') as { readonly object: Value }).object);
    const validate = VALIDATE[manifest.kind] as (object: Value, version?: string) => FieldError[];
    return { name, without: validate(object).map(printed), newest: validate(object, '1.36').map(printed) };
  });
  expect(compared.length).toBeGreaterThan(50);
  expect(compared.filter(({ without, newest }) => without.join('\n') !== newest.join('\n'))).toEqual([]);
});
