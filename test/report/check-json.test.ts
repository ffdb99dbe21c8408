import { report } from './report';
import { checkJson } from '../../src/report/check-json';

describe('the JSON of a check', () => {
  const text = checkJson(report());
  const parsed = JSON.parse(text);

  test('has its keys in the order of the schema', () => {
    expect(Object.keys(parsed)).toEqual(['schemaVersion', 'kubernetesVersion', 'documents', 'findings', 'unjudged', 'summary']);
    expect(Object.keys(parsed.documents[0])).toEqual(['file', 'document', 'line', 'apiVersion', 'kind', 'namespace', 'name', 'podSecurity']);
    expect(Object.keys(parsed.findings[0])).toEqual(
      ['rule', 'severity', 'file', 'document', 'line', 'column', 'object', 'construct', 'path', 'type', 'message', 'fix', 'accepted']);
    expect(Object.keys(parsed.unjudged[0])).toEqual(['file', 'document', 'line', 'reason']);
  });

  test('counts what is open by weight, and apart what is accepted', () => {
    expect(parsed.summary).toEqual({ documents: 2, errors: 2, warnings: 1, infos: 0, accepted: 1, unjudged: 1 });
  });

  test('tells what keeps pods from stricter levels, of what has pods', () => {
    expect(parsed.documents.map(({ podSecurity }: { podSecurity?: unknown }) => podSecurity)).toEqual([
      { level: 'privileged', violations: [{ check: 'hostPathVolumes', level: 'baseline', message: 'hostPath volumes (volume "log")' }] }, undefined,
    ]);
  });

  test('ends with a line break', () => expect(text.endsWith('}\n')).toBe(true));
});
