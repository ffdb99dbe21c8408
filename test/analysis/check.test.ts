import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/analysis/check';
import { checkFiles } from '../../src/analysis/check-files';
import { CheckReport } from '../../src/analysis/check-report';
import { readDocuments } from '../../src/input/documents';
import { vectors } from '../kubernetes/vectors';

const GOLDEN = join(__dirname, '..', 'golden');
const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** An object and what Kubernetes 1.36 says about it. */
interface Row {
  readonly name: string;
  readonly manifest: { readonly kind: string };
  readonly strictDecodeError: string | null;
  readonly fieldErrors: { readonly field: string; readonly type: string; readonly detail: string }[] | null;
  readonly warnings: string[] | null;
}

function checked(text: string, version?: string): CheckReport {
  return check(readDocuments('file.yaml', text), { kubernetesVersion: version });
}

/** What the API server would say, without places. */
function said({ findings }: CheckReport): string[] {
  return findings.filter(({ rule }) => rule.startsWith('api')).map(({ rule, path, type, message }) => `${rule} ${path ?? ''} ${type ?? ''} ${message}`).sort();
}

describe('a check', () => {
  const rows = vectors<Row>('validation');

  test('says of 1323 objects what the API server says: the same errors at the same places, the same warnings', () => {
    expect(rows).toHaveLength(1323);
    const wanted = ({ strictDecodeError, fieldErrors, warnings }: Row) => (strictDecodeError !== null ? [`api  StrictDecoding ${strictDecodeError}`] : [
      ...(fieldErrors ?? []).map(({ field, type, detail }) => `api ${field} ${type} ${detail}`),
      ...(warnings ?? []).map((warning) => `api-warning ${warning}`),
    ]).sort();
    const actual = (row: Row) => said(checked(JSON.stringify(row.manifest))).map((line) => (line.startsWith('api-warning') ? line.replace(/^api-warning (\S*) {2}/, (_, path) => `api-warning ${path === '' ? '' : `${path}: `}`) : line));
    const compared = rows.map((row) => ({ name: row.name, wanted: wanted(row), actual: actual(row) }));
    expect(compared.filter((one) => JSON.stringify(one.wanted) !== JSON.stringify(one.actual))).toEqual([]);
  });

  test('tells who is who, and the level that admits the pods', () => {
    const { documents, kubernetesVersion } = checked(
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: b}\n'
      + 'spec: {containers: [{name: c, image: i}]}',
    );
    expect(kubernetesVersion).toBe('1.36');
    const told = documents.map(({ document, line, kind, namespace, name, podSecurity }) => (
      [document, line, kind, namespace, name, podSecurity?.level]));
    expect(told).toEqual([
      [0, 1, 'Namespace', null, 'a', undefined], [1, 5, 'Pod', 'default', 'b', 'baseline'],
    ]);
  });

  test('tells what stands in the way of a stricter level', () => {
    const [{ podSecurity }] = checked('apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {hostPID: true, containers: [{name: c, image: i}]}').documents;
    expect(podSecurity?.violations[0]).toEqual({ check: 'hostNamespaces', level: 'baseline', message: 'host namespaces (hostPID=true)' });
  });

  test('finds the line and column of what it says', () => {
    const { findings } = checked('apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  ports:\n  - {port: 70000}\n');
    expect(findings.map(({ path, line, column }) => [path, line, column])).toEqual([['spec.ports[0].port', 6, 6], ['spec.ports[0].targetPort', 6, 5]]);
  });

  test('shows the field that is not known', () => {
    const { findings } = checked('apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  ports: [{port: 1}]\n  Type: NodePort');
    expect(findings.map(({ path, line, column }) => [path, line, column])).toEqual([[null, 6, 3]]);
  });

  test('shows what has a wrong type, and the key that is there twice', () => {
    const place = (text: string) => checked(text).findings.map(({ line, column }) => [line, column]);
    expect(place('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: text\n  b: on')).toEqual([[6, 3]]);
    expect(place('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: text\n  a: other')).toEqual([[6, 3]]);
  });

  test('tells keys that are there twice', () => {
    expect(said(checked('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {b: "1", b: "2"}'))).toEqual(['api  StrictDecoding strict decoding error: duplicate field "data.b"']);
  });

  test('knows kinds whose version is gone, and does not judge those that it does not know', () => {
    const { findings, unjudged } = checked('apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\n---\napiVersion: example.com/v1\nkind: Widget\n---\n- a list\n---\nkind: x');
    expect(findings.map(({ severity, message, fix }) => [severity, message, fix])).toEqual(
      [['error', 'PodDisruptionBudget of policy/v1beta1 is no longer served since Kubernetes 1.25', 'write apiVersion: policy/v1']]);
    expect(unjudged.map(({ document, reason }) => [document, reason])).toEqual([
      [1, 'the kind Widget of example.com/v1 is not known here'],
      [2, 'it is no object of Kubernetes, but a text, a number or a list'],
      [3, 'it has no apiVersion and kind, so it is no object of Kubernetes'],
    ]);
  });

  test('does not call a version gone before it is', () => {
    const schema = 'apiVersion: flowcontrol.apiserver.k8s.io/v1beta3\nkind: FlowSchema';
    expect(checked(schema, '1.31')).toMatchObject({ findings: [], unjudged: [{ reason: expect.stringMatching(/^the rules of FlowSchema .* are not known here/) }] });
    expect(checked(schema, '1.32')).toMatchObject({ findings: [{ path: 'apiVersion' }], unjudged: [] });
  });

  test('reads the fields of a kind whose rules it does not know, and says no more of it', () => {
    const volume = (spec: string) => checked(`apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: a}\nspec: {${spec}}`);
    expect(volume('capacity: {storage: 1Gi}')).toMatchObject({
      documents: [], findings: [], unjudged: [{ document: 0, line: 1, reason: 'the fields of PersistentVolume are well-formed; its rules are not known here' }],
    });
    expect(said(volume('capacty: {}'))).toEqual(['api  StrictDecoding strict decoding error: unknown field "spec.capacty"']);
  });

  test('has nothing against the manifests of the golden files and the examples, but that some clusters want a quota for system priorities', () => {
    const files = [GOLDEN, ...readdirSync(EXAMPLES).map((name) => join(EXAMPLES, name, 'dist')).filter(existsSync)]
      .flatMap((directory) => readdirSync(directory).map((name) => join(directory, name)));
    const reports = files.map((file) => checkFiles([file]).report);
    expect(reports.flatMap(({ documents }) => documents).length).toBeGreaterThan(100);
    const against = reports.flatMap(({ findings }) => findings).filter(({ severity, accepted }) => severity !== 'info' && accepted === null);
    expect(new Set(against.map(({ rule }) => rule))).toEqual(new Set(['runtime/system-priority-quota']));
    expect(new Set(reports.flatMap(({ unjudged }) => unjudged).map(({ reason }) => reason)))
      .toEqual(new Set(['the kind PodMonitor of monitoring.coreos.com/v1 is not known here']));
  });

  test('knows which fields a version has', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: c, image: i}], hostnameOverride: x}';
    expect(said(checked(pod, '1.33'))).toEqual(['api  StrictDecoding strict decoding error: unknown field "spec.hostnameOverride"']);
    expect(said(checked(pod))).toEqual([]);
  });

  test('knows which features a version has on', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {hostUsers: false, hostPID: true, containers: [{name: c, image: i, env: [{name: a b}]}]}';
    expect(said(checked(pod)).map((line) => line.split(' ')[1])).toEqual(['spec.HostPID']);
    expect(said(checked(pod, '1.31')).map((line) => line.split(' ')[1])).toEqual(['spec.containers[0].env[0].name']);
  });

  test('judges Pod Security as of the version', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {securityContext: {sysctls: [{name: net.ipv4.tcp_rmem, value: "1"}]}, containers: [{name: c, image: i}]}';
    expect(['1.31', '1.32'].map((version) => checked(pod, version).documents[0].podSecurity?.level)).toEqual(['privileged', 'baseline']);
  });

  test('says so much about one object as somebody reads, and how much more there is', () => {
    const wrong = (count: number) => checked(JSON.stringify(
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index} `, ''])) })).findings;
    expect(wrong(1_000).map(({ path }) => path)).not.toContain(null);
    expect(wrong(1_002)).toHaveLength(1_001);
    expect(wrong(1_002).at(-1)).toMatchObject({ severity: 'error', path: null, message: 'and 2 more findings about this object' });
  });

  test('tells of the documents in the order of the input, what could not be read first', () => {
    const text = ['b', 'a'].map((name) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {x y: z}`).join('\n---\n');
    const { findings } = check({ ...readDocuments('z.yaml', text), diagnostics: [{ file: 'y.yaml', message: 'no' }] });
    expect(findings.map(({ object, file }) => object ?? file)).toEqual(['y.yaml', 'ConfigMap/default/b', 'ConfigMap/default/a']);
  });

  test('tells what could not be read, and judges the rest', () => {
    const { findings, documents } = checked('a: [\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}');
    expect(findings.map(({ rule, file, line, object }) => [rule, file, line, object])).toEqual([['api', 'file.yaml', 1, null]]);
    expect(documents).toHaveLength(1);
  });
});
