/**
 * What the API server says of Deployments, StatefulSets, Jobs and CronJobs beyond their pods. Left out are a time zone that is a directory on
 * the server's disk, and an indexed Job without completions whose success policy names indexes, which the server does not survive.
 */
import { printed } from './rows';
import { ApiObject, decode } from '../../../src/kubernetes/decode/decode';
import { setDefaults } from '../../../src/kubernetes/defaults/apply-defaults';
import { FieldError } from '../../../src/kubernetes/field-error';
import { validateCronJob } from '../../../src/kubernetes/validation/cron-job';
import { validateDeployment } from '../../../src/kubernetes/validation/deployment';
import { validateJob } from '../../../src/kubernetes/validation/job';
import { validateStatefulSet } from '../../../src/kubernetes/validation/stateful-set';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: ApiObject;
  readonly fieldErrors: readonly { readonly field: string; readonly type: string; readonly detail: string }[];
}

const VALIDATE: { readonly [kind: string]: (object: ApiObject) => FieldError[] } = {
  CronJob: validateCronJob, Deployment: validateDeployment, Job: validateJob, StatefulSet: validateStatefulSet,
};

const rows = vectors<Row>('workload-rules');

/** The server says some of it twice. */
function texts(errors: readonly Parameters<typeof printed>[0][]): string[] {
  return [...new Set(errors.map(printed))].sort();
}

test.each([['Deployment', 96], ['StatefulSet', 120], ['Job', 194], ['CronJob', 175]])('a new %s gets the errors of the server in %i rows', (kind, count) => {
  const own = rows.filter((row) => row.kind === kind);
  expect(own).toHaveLength(count);
  const disagreements = own.map(({ name, manifest, fieldErrors }) => {
    const { object } = decode(manifest, '1.36') as { object: ApiObject };
    const wanted = texts(fieldErrors.map(({ field, ...error }) => ({ path: field, ...error })));
    return { name, got: texts(VALIDATE[kind](setDefaults(object))), wanted };
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
