import { FieldError } from '../../../src/kubernetes/field-error';
import { EndpointAddress, EndpointPort, Endpoints, validateEndpoints } from '../../../src/kubernetes/validation/endpoints';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: Endpoints;
  /** What the API server validates, where it is not the manifest: null is nothing, and defaults are set. */
  readonly defaulted?: Endpoints;
  readonly accepted: boolean;
  readonly fieldErrors: ReadonlyArray<{ readonly field: string; readonly type: string; readonly detail: string }>;
}

function judged(errors: readonly FieldError[]): string[] {
  return errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`).sort();
}

const rows = vectors<Row>('kinds').filter(({ kind }) => kind === 'Endpoints');

function answered({ fieldErrors }: Row): string[] {
  return fieldErrors.map(({ field, type, detail }) => `${field} ${type} ${detail}`).sort();
}

test('Endpoints is judged as by the API server, in more than 150 cases', () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
  const judge = ({ manifest, defaulted = manifest }: Row) => judged(validateEndpoints(defaulted));
  const compared = rows.map((row) => ({ name: row.name, actual: judge(row), expected: answered(row) }));
  expect(compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'))).toEqual([]);
});

const metadata = { name: 'a', namespace: 'x' };
const invalidIp = (ip: string, reason: string) => `ip FieldValueInvalid Invalid value: "${ip}": ${reason}`;

describe('an address of Endpoints', () => {
  test.each<[string, EndpointAddress, string[]]>([
    ['is one of another machine', { ip: '10.0.0.1', nodeName: 'a.b', hostname: 'a' }, []],
    ['is an address', { ip: 'x' },
      [invalidIp('x', 'must be a valid IP address'), invalidIp('x', 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)')]],
    ['is not that of all', { ip: '0.0.0.0' }, [invalidIp('0.0.0.0', 'may not be unspecified (0.0.0.0)')]],
    ['is not that of the machine itself', { ip: '::1' }, [invalidIp('::1', 'may not be in the loopback range (127.0.0.0/8, ::1/128)')]],
    ['is not that of a link', { ip: 'febf::1' }, [invalidIp('febf::1', 'may not be in the link-local range (169.254.0.0/16, fe80::/10)')]],
    ['is beside those of a link', { ip: 'fec0::1' }, []],
    ['is not that of a group', { ip: '224.0.0.9' }, [invalidIp('224.0.0.9', 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)')]],
    ['may be that of a larger group', { ip: 'ff05::1' }, []],
    ['has a host name without dots', { ip: '10.0.0.1', hostname: 'a.b' }, ['hostname FieldValueInvalid Invalid value: "a.b": must not contain dots']],
  ])('%s', (_, address, expected) => {
    expect(judged(validateEndpoints({ metadata, subsets: [{ addresses: [address] }] }))).toEqual(expected.map((text) => `subsets[0].addresses[0].${text}`));
  });

  test('is there', () => {
    expect(judged(validateEndpoints({ metadata, subsets: [{}] }))).toEqual(['subsets[0] FieldValueRequired Required value: must specify `addresses` or `notReadyAddresses`']);
  });
});

describe('a port of Endpoints', () => {
  test.each<[string, EndpointPort[], string[]]>([
    ['needs no name alone', [{ port: 80, protocol: 'TCP' }], []],
    ['needs a name among others', [{ port: 80, protocol: 'TCP' }, { name: 'a', port: 81, protocol: 'UDP' }], ['[0].name FieldValueRequired Required value']],
    ['has a number', [{ protocol: 'TCP' }], ['[0].port FieldValueInvalid Invalid value: 0: must be between 1 and 65535, inclusive']],
    ['has a protocol', [{ port: 80 }], ['[0].protocol FieldValueRequired Required value']],
    ['has a protocol that there is', [{ port: 80, protocol: 'tcp' }],
      ['[0].protocol FieldValueNotSupported Unsupported value: "tcp": supported values: "SCTP", "TCP", "UDP"']],
  ])('%s', (_, ports, expected) => {
    expect(judged(validateEndpoints({ metadata, subsets: [{ addresses: [{ ip: '10.0.0.1' }], ports }] }))).toEqual(expected.map((text) => `subsets[0].ports${text}`));
  });
});
