/**
 * What the API server says of Deployments, StatefulSets, Jobs and CronJobs beyond their templates, and of pods by their name. Left out are a time zone that is a directory on
 * the server's disk, and an indexed Job without completions whose success policy names indexes, which the server does not survive.
 */
import { printed } from './rows';
import { ApiObject, decode } from '../../../src/kubernetes/decode/decode';
import { setDefaults } from '../../../src/kubernetes/defaults/apply-defaults';
import { validateJob } from '../../../src/kubernetes/validation/job';
import { KIND_RULES } from '../../../src/kubernetes/validation/kinds';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: ApiObject;
  readonly fieldErrors: readonly { readonly field: string; readonly type: string; readonly detail: string }[];
  readonly warnings: readonly string[];
}

const rows = vectors<Row>('workload-rules');

/** The server says some of it twice. */
function texts(errors: readonly Parameters<typeof printed>[0][]): string[] {
  return [...new Set(errors.map(printed))].sort();
}

test.each([
  ['apps.v1.Deployment', 103], ['apps.v1.StatefulSet', 139], ['batch.v1.Job', 205], ['batch.v1.CronJob', 188], ['core.v1.Pod', 23],
])('a new %s gets the errors and warnings of the server in %i rows', (type, count) => {
  const { validate, warnings: warningsOf } = KIND_RULES[type];
  const own = rows.filter(({ kind }) => type.endsWith(`.${kind}`));
  expect(own).toHaveLength(count);
  const disagreements = own.map(({ name, manifest, fieldErrors, warnings }) => {
    const { object } = decode(manifest, '1.36') as { object: ApiObject };
    const defaulted = setDefaults(object);
    const wanted = [...texts(fieldErrors.map(({ field, ...error }) => ({ path: field, ...error }))), ...warnings];
    return { name, got: [...texts(validate(defaulted)), ...warningsOf(defaulted)], wanted };
  }).filter(({ got, wanted }) => got.join('\n') !== wanted.join('\n'));
  expect(disagreements).toEqual([]);
});

test('an indexed Job must be able to number its pods', () => {
  const container = { name: 'a', image: 'a', imagePullPolicy: 'Always', terminationMessagePolicy: 'File' };
  const template = { spec: { restartPolicy: 'Never', dnsPolicy: 'Default', terminationGracePeriodSeconds: 1, containers: [container] } };
  const job = (name: string, completions: number) => (
    validateJob({ metadata: { name, namespace: 'b' }, spec: { completionMode: 'Indexed', completions, template } }).map(printed));
  const name = 'a'.repeat(61);
  expect(job(name, 10)).toEqual([]);
  expect(job(name, 11)).toEqual([`metadata.name FieldValueInvalid Invalid value: "${name}": will not able to create pod with invalid DNS label: ${name}-10`]);
});
