import { Secret } from '../../../src/kubernetes/validation/secret';
import { secretWarnings } from '../../../src/kubernetes/warnings/secret';
import { vectors } from '../vectors';

interface Row {
  readonly name: string;
  readonly manifest: Secret;
  readonly warnings: string[];
}

describe('a Secret for TLS', () => {
  const rows = vectors<Row>('tls-secrets');

  test.each(rows.map((row) => [row.name, row] as const))('is warned of as the API server warns: %s', (_, { manifest, warnings }) => {
    expect(secretWarnings(manifest)).toEqual(warnings);
  });

  test('is read from base64 as well', () => {
    const { stringData = {} } = rows.find(({ name }) => name === 'pair')!.manifest;
    const data = Object.fromEntries(Object.entries(stringData!).map(([key, text]) => [key, Buffer.from(text!).toString('base64')]));
    expect(secretWarnings({ type: 'kubernetes.io/tls', data })).toEqual([]);
    expect(secretWarnings({ type: 'kubernetes.io/tls', data: { ...data, 'tls.key': '' } })).toEqual(['tls: failed to find any PEM data in key input']);
  });

  test('is none of another type', () => expect(secretWarnings({ type: 'Opaque', data: {} })).toEqual([]));
});
