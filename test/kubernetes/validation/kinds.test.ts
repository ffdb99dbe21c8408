import { ApiObject, decode } from '../../../src/kubernetes/decode/decode';
import { setDefaults } from '../../../src/kubernetes/defaults/apply-defaults';
import { typeOfObject } from '../../../src/kubernetes/schema/kinds';
import { KIND_RULES } from '../../../src/kubernetes/validation/kinds';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: ApiObject;
  readonly accepted: boolean;
  readonly fieldErrors: readonly { readonly field: string; readonly type: string; readonly detail: string }[];
  readonly warnings: readonly string[];
}

const rows = [...vectors<Row>('workloads'), ...vectors<Row>('kinds')];
const POD = { containers: [{ name: 'a', image: 'a', volumeMounts: [{ name: 'data', mountPath: '/data' }] }] };

function judged(manifest: ApiObject): { errors: string[]; warnings: string[] } {
  const decoded = decode(manifest, '1.36') as { object: ApiObject };
  const object = setDefaults(decoded.object);
  const { validate, warnings } = KIND_RULES[typeOfObject(object)!];
  return { errors: texts(validate(object)), warnings: warnings(object) };
}

/** The server says some of a StatefulSet twice. */
function texts(errors: readonly { readonly path: string; readonly type: string; readonly detail: string }[]): string[] {
  return [...new Set(errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`))].sort();
}

describe('the rules of a kind', () => {
  test.each([
    ['Pod', 859], ['Deployment', 384], ['StatefulSet', 371], ['Job', 345], ['CronJob', 367],
    ['CSIDriver', 246], ['Endpoints', 477], ['NetworkPolicy', 617], ['ServiceAccount', 177],
  ])('say of %s what the API server says, for %i of them', (kind, count) => {
    const own = rows.filter((row) => row.kind === kind);
    expect(own).toHaveLength(count);
    const disagreements = own.map(({ name, manifest, accepted, fieldErrors, warnings }) => {
      const errors = texts(fieldErrors.map(({ field, type, detail }) => ({ path: field, type, detail })));
      const wanted = { errors, warnings: accepted ? warnings : [] };
      const got = judged(manifest);
      return { name, wanted, got: accepted ? got : { ...got, warnings: [] } };
    }).filter(({ wanted, got }) => JSON.stringify(wanted) !== JSON.stringify(got));
    expect(disagreements).toEqual([]);
  });

  test('let the containers of a StatefulSet mount what its claims give', () => {
    const set = (volumeClaimTemplates: object[]) => ({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'a', namespace: 'b' },
      spec: { selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } }, spec: POD }, volumeClaimTemplates },
    });
    const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
    expect(judged(set([{ metadata: { name: 'data' }, spec }])).errors).toEqual([]);
    expect(judged(set([])).errors).toEqual(['spec.template.spec.containers[0].volumeMounts[0].name FieldValueNotFound Not found: "data"']);
  });

  test.each([
    ['Never', []],
    ['OnFailure', []],
    ['Always', ['spec.template.spec.restartPolicy FieldValueRequired Required value: valid values: "OnFailure", "Never"']],
  ])(
    'let the pods of a Job be started again %s as the server does', (restartPolicy, errors) => {
      const template = { spec: { restartPolicy, containers: [{ name: 'a', image: 'a' }] } };
      expect(judged({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a', namespace: 'b' }, spec: { template } }).errors).toEqual(errors);
    });
});
