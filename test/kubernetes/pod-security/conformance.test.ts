import { parse } from 'yaml';
import { ConformanceRow, inOneLine, ValidationRow } from './vectors';
import { evaluatePodSecurity, PodMetadata, PodSpec } from '../../../src/kubernetes/pod-security';
import { vectors } from '../vectors';

const conformance = vectors<ConformanceRow>('pod-security');
const templates = vectors<ValidationRow>('validation').filter((row) => row.podSecurity_latest);

function verdictOn({ yaml, level, version }: ConformanceRow): string {
  const pod = parse(yaml, { version: '1.1' }) as { metadata: PodMetadata; spec: PodSpec };
  return evaluatePodSecurity(pod.metadata, pod.spec, level, version).length === 0 ? 'pass' : 'fail';
}

describe('the conformance pods of Kubernetes', () => {
  const versions = Array.from({ length: 38 }, (_, minor) => `v1.${minor}`);

  test('are 4537, from the first version to 1.37', () => {
    expect(conformance).toHaveLength(4537);
    expect(new Set(conformance.map((row) => row.version))).toEqual(new Set(versions));
  });

  test.each(versions)('get at both levels of %s the verdict that Kubernetes gives', (version) => {
    const rows = conformance.filter((row) => row.version === version);
    const wrong = rows.filter((row) => verdictOn(row) !== row.verdict);
    expect(wrong.map((row) => `${row.level} must ${row.verdict} ${row.name}`)).toEqual([]);
  });
});

describe('the pod templates of the validation rows', () => {
  test('are 958', () => {
    expect(templates).toHaveLength(958);
  });

  test.each(['baseline', 'restricted'] as const)('get at the %s level word for word the findings of Kubernetes 1.36', (level) => {
    const found = templates.map(({ name, manifest }) => {
      const template = manifest.spec?.template;
      return `${name}: ${inOneLine(evaluatePodSecurity(template?.metadata, template?.spec ?? {}, level))}`;
    });
    expect(found).toEqual(templates.map((row) => `${row.name}: ${row.podSecurity_latest?.[level]}`));
  });
});
