import { cidrWarnings, ipWarnings } from '../../../src/kubernetes/warnings/ip-address';

describe('an IP address', () => {
  test.each(['1.2.3.4', '::1', '2001:db8::1', 'nope'])('%s gets no warning', (text) => expect(ipWarnings(text, 'p')).toEqual([]));

  test.each([
    ['01.2.3.4', 'non-standard IP address "01.2.3.4" is invalid: use "1.2.3.4"'],
    ['00001::', 'non-standard IP address "00001::" is invalid: use "1::"'],
    ['::ffff:1.2.3.4', 'non-standard IP address "::ffff:1.2.3.4" is invalid: use "1.2.3.4"'],
    ['FE80::1', 'IPv6 address "FE80::1" should be in RFC 5952 canonical format ("fe80::1")'],
  ])('%s gets one', (text, warning) => expect(ipWarnings(text, 'p')).toEqual([`p: ${warning}`]));
});

describe('a network', () => {
  test.each(['10.0.0.0/8', 'fd00::/8', 'nope'])('%s gets no warning', (text) => expect(cidrWarnings(text, 'p')).toEqual([]));

  test.each([
    ['10.1.0.0/8', ['CIDR value "10.1.0.0/8" is ambiguous in this context (should be "10.0.0.0/8" or "10.1.0.0/32"?)']],
    ['fd00::1/8', ['CIDR value "fd00::1/8" is ambiguous in this context (should be "fd00::/8" or "fd00::1/128"?)']],
    ['10.0.0.0/08', ['non-standard CIDR value "10.0.0.0/08" is invalid: use "10.0.0.0/8"']],
    ['::ffff:1.2.3.0/120', ['non-standard CIDR value "::ffff:1.2.3.0/120" is invalid: use "1.2.3.0/24"']],
    ['010.0.0.1/8', ['CIDR value "010.0.0.1/8" is ambiguous in this context (should be "10.0.0.0/8" or "10.0.0.1/32"?)',
      'non-standard CIDR value "010.0.0.1/8" is invalid: use "10.0.0.0/8"']],
    ['FD00::/8', ['IPv6 CIDR value "FD00::/8" should be in RFC 5952 canonical format ("fd00::/8")']],
  ])('%s gets some', (text, warnings) => expect(cidrWarnings(text, 'p')).toEqual(warnings.map((warning) => `p: ${warning}`)));
});
