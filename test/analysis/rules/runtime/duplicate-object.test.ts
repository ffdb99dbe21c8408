import { check } from '../../../../src/analysis/check';
import { readDocuments } from '../../../../src/input/documents';

function configMap(file: string, level: string) {
  return readDocuments(file, `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: agent, namespace: monitoring}\ndata: {level: ${level}}\n`).documents;
}

function told(...documents: ReturnType<typeof configMap>[]): string[] {
  return check({ documents: documents.flat(), diagnostics: [] }).findings.map(({ severity, file, message }) => `${severity} ${file} ${message}`);
}

describe('an object in two files', () => {
  test('is a warning where they differ, as only one of the files may be meant', () => {
    expect(told(configMap('a.yaml', 'info'), configMap('b.yaml', 'debug'))).toEqual([
      "warning b.yaml the ConfigMap 'agent' is also in a.yaml:1; applied together, this one replaces it",
    ]);
  });

  test('is fine where they say the same', () => {
    expect(told(configMap('a.yaml', 'info'), configMap('b.yaml', 'info'))).toEqual([]);
  });
});
