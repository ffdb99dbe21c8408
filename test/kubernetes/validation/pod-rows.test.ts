import { PodTemplateSpec } from '../../../src/kubernetes/pod-objects';
import { validatePodTemplateSpec } from '../../../src/kubernetes/validation/pod-template';
import { vectors } from '../vectors';

interface Row {
  readonly name: string;
  readonly manifest: { readonly kind: string };
  readonly strictDecodeError: string | null;
  readonly fieldErrors: readonly { readonly field: string; readonly type: string; readonly detail: string }[] | null;
  readonly defaultedSpec: { readonly template: PodTemplateSpec };
}

/** What a DaemonSet asks of its template beyond what every template has to keep. */
const OF_DAEMON_SETS = [
  /^spec\.template\.metadata\.labels .* does not match template `labels`$/,
  /^spec\.template\.spec\.restartPolicy .* supported values: "Always"$/,
  /^spec\.template\.spec\.activeDeadlineSeconds FieldValueForbidden /,
];

const ROWS = vectors<Row>('validation').filter(({ manifest, strictDecodeError }) => manifest.kind === 'DaemonSet' && !strictDecodeError);

function expected({ fieldErrors }: Row): string[] {
  return (fieldErrors ?? []).map(({ field, type, detail }) => `${field} ${type} ${detail}`)
    .filter((text) => text.startsWith('spec.template.') && !OF_DAEMON_SETS.some((pattern) => pattern.test(text))).sort();
}

function actual({ defaultedSpec }: Row): string[] {
  return validatePodTemplateSpec(defaultedSpec.template, 'spec.template').map(({ path, type, detail }) => `${path} ${type} ${detail}`).sort();
}

describe('the templates that the API server has judged', () => {
  test('get the same errors here', () => {
    const wrong = ROWS.filter((row) => actual(row).join('\n') !== expected(row).join('\n'));
    expect(wrong.map((row) => ({ name: row.name, actual: actual(row), expected: expected(row) }))).toEqual([]);
  });

  test('are many, with many kinds of errors', () => {
    const kinds = new Set(ROWS.flatMap(expected).map((text) => text.replace(/\[[^\]]*\]/g, '[]').replace(/".*?"/g, '""')));
    expect(ROWS.length).toBeGreaterThan(900);
    expect(kinds.size).toBeGreaterThan(150);
  });
});
