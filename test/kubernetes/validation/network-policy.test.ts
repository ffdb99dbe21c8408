import { FieldError } from '../../../src/kubernetes/field-error';
import { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort, validateNetworkPolicy } from '../../../src/kubernetes/validation/network-policy';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: NetworkPolicy;
  /** What the API server validates, where it is not the manifest: null is nothing, and defaults are set. */
  readonly defaulted?: NetworkPolicy;
  readonly accepted: boolean;
  readonly fieldErrors: ReadonlyArray<{ readonly field: string; readonly type: string; readonly detail: string }>;
}

function judged(errors: readonly FieldError[]): string[] {
  return errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`).sort();
}

const rows = vectors<Row>('kinds').filter(({ kind }) => kind === 'NetworkPolicy');

function answered({ fieldErrors }: Row): string[] {
  return fieldErrors.map(({ field, type, detail }) => `${field} ${type} ${detail}`).sort();
}

test('a NetworkPolicy is judged as by the API server, in more than 150 cases', () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
  const judge = ({ manifest, defaulted = manifest }: Row) => judged(validateNetworkPolicy(defaulted));
  const compared = rows.map((row) => ({ name: row.name, actual: judge(row), expected: answered(row) }));
  expect(compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'))).toEqual([]);
});

const metadata = { name: 'a', namespace: 'x' };

describe('a port of a NetworkPolicy', () => {
  test.each<[string, NetworkPolicyPort, string[]]>([
    ['is a number, a name or a range', { port: 80, endPort: 90, protocol: 'SCTP' }, []],
    ['has a number that there is', { port: 0 }, ['port FieldValueInvalid Invalid value: 0: must be between 1 and 65535, inclusive']],
    ['ends after it begins', { port: 80, endPort: 79 }, ['endPort FieldValueInvalid Invalid value: 80: must be greater than or equal to `port`']],
    ['has no end without a beginning', { endPort: 79 }, ['endPort FieldValueInvalid Invalid value: 79: may not be specified when `port` is not specified']],
    ['has no end after a name', { port: 'http', endPort: 79 }, ['endPort FieldValueInvalid Invalid value: 79: may not be specified when `port` is non-numeric']],
    ['has a protocol that there is', { protocol: 'tcp' },
      ['protocol FieldValueNotSupported Unsupported value: "tcp": supported values: "TCP", "UDP", "SCTP"']],
  ])('%s', (_, port, expected) => {
    const errors = validateNetworkPolicy({ metadata, spec: { ingress: [{ ports: [port] }] } });
    expect(judged(errors)).toEqual(expected.map((text) => `spec.ingress[0].ports[0].${text}`));
  });
});

describe('a peer of a NetworkPolicy', () => {
  const strict = 'FieldValueInvalid Invalid value: ';
  const except = (cidr: string, text: string): NetworkPolicyPeer => ({ ipBlock: { cidr, except: [text] } });

  test.each<[string, NetworkPolicyPeer, string[]]>([
    ['is selected by labels of pods and namespaces', { podSelector: {}, namespaceSelector: {} }, []],
    ['is a block without a part of it', except('10.0.0.0/8', '10.1.0.0/16'), []],
    ['is something', {}, [' FieldValueRequired Required value: must specify a peer']],
    ['is one thing', { podSelector: {}, ipBlock: { cidr: '::/0' } }, [' FieldValueForbidden Forbidden: may not specify both ipBlock and another peer']],
    ['has a block', { ipBlock: {} }, ['.ipBlock.cidr FieldValueRequired Required value']],
    ['is no single address with a prefix', { ipBlock: { cidr: '10.0.0.1/8' } },
      [`.ipBlock.cidr ${strict}"10.0.0.1/8": must not have bits set beyond the prefix length`]],
    ['leaves out less than all of it', except('10.0.0.0/8', '10.0.0.0/8'), [`.ipBlock.except[0] ${strict}"10.0.0.0/8": must be a strict subset of \`cidr\``]],
    ['leaves out nothing beside it', except('10.0.0.0/9', '10.128.0.0/16'), [`.ipBlock.except[0] ${strict}"10.128.0.0/16": must be a strict subset of \`cidr\``]],
    ['leaves out nothing of the other family', except('::/0', '10.0.0.0/8'), [`.ipBlock.except[0] ${strict}"10.0.0.0/8": must be a strict subset of \`cidr\``]],
  ])('%s', (_, peer, expected) => {
    const errors = validateNetworkPolicy({ metadata, spec: { egress: [{ to: [peer] }] } });
    expect(judged(errors)).toEqual(expected.map((text) => `spec.egress[0].to[0]${text}`));
  });
});

describe('the types of a NetworkPolicy', () => {
  test.each([
    [['Ingress', 'ingress'], 'spec.policyTypes[1] FieldValueNotSupported Unsupported value: "ingress": supported values: "Ingress", "Egress"'],
    [['a', 'b', 'c'], 'spec.policyTypes FieldValueInvalid Invalid value: ["a","b","c"]: may not specify more than two policyTypes'],
  ])('are not %j', (policyTypes, expected) => expect(judged(validateNetworkPolicy({ metadata, spec: { policyTypes } }))).toEqual([expected]));
});
