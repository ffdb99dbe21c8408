import { parseCidr, parseIp, printIp, printNetwork, validateCidr, validateIp } from '../../../src/kubernetes/validation/ip-address';

describe('an IP address', () => {
  test.each([
    ['1.2.3.4', '1.2.3.4'], ['001.02.3.4', '1.2.3.4'], ['::', '::'], ['::1', '::1'], ['1::', '1::'], ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'], ['1:0:0:2:3:0:0:4', '1::2:3:0:0:4'], ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'], ['::ffff:1.2.3.4', '1.2.3.4'],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:102:304'], ['::1.2.3.4', '::102:304'], ['00001::', '1::'], ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
  ])('%s is %s', (text, printedText) => expect(printIp(parseIp(text)?.bytes ?? [])).toBe(printedText));

  test.each([
    '', 'nope', '1.2.3', '1.2.3.4.5', '256.1.1.1', '1..2.3', ' 1.2.3.4', '0x1.2.3.4', '1.2.3.4:', '1::2::3', '1:::2', ':1:2:3:4:5:6:7', '12345::', '1:2:3',
    '::2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8::', '1:2:3:4:5:6:7:1.2.3.4', '1.2.3.4::', '::1.2.3', 'fe80::1%eth0', 'g::',
  ])('is not %j', (text) => expect(validateIp(text, 'p')).toEqual([
    { path: 'p', type: 'FieldValueInvalid', detail: `Invalid value: ${JSON.stringify(text)}: must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)` },
  ]));

  test.each(['1.2.3.4', '0.0.0.0', '::', 'FE80::1', '2001:0db8::1'])('may be written %s', (text) => expect(validateIp(text, 'p')).toEqual([]));

  test.each([
    ['01.2.3.4', 'must not have leading 0s'], ['00001::', 'must not have leading 0s'], ['::ffff:01.2.3.4', 'must not have leading 0s'],
    ['::ffff:1.2.3.4', 'must not be an IPv4-mapped IPv6 address'],
  ])('may not be written %s', (text, rule) => {
    expect(validateIp(text, 'p')).toEqual([{ path: 'p', type: 'FieldValueInvalid', detail: `Invalid value: "${text}": ${rule}` }]);
  });
});

describe('a network', () => {
  test.each([
    ['10.1.2.3/8', '10.0.0.0/8'], ['10.0.0.0/08', '10.0.0.0/8'], ['1.2.3.4/31', '1.2.3.4/31'], ['1.2.3.4/0', '0.0.0.0/0'], ['2001:db8:ff::/33', '2001:db8::/33'],
    ['::ffff:1.2.3.4/120', '1.2.3.0/24'], ['::ffff:1.2.3.4/90', '::ffc0:0:0/90'], ['::1/0', '::/0'],
  ])('%s is %s', (text, printedText) => {
    const cidr = parseCidr(text);
    expect(cidr === undefined ? undefined : printNetwork(cidr)).toBe(printedText);
  });

  test.each(['', '10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '::/129', '10.0.0.0/8/8', '10.0.0.0/-1', '10.0.0.0/1a', '/8', 'a/8'])('is not %j', (text) => {
    expect(validateCidr(text, 'p')).toEqual([
      { path: 'p', type: 'FieldValueInvalid', detail: `Invalid value: "${text}": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)` },
    ]);
  });

  test.each(['10.0.0.0/8', '0.0.0.0/0', '1.2.3.4/32', '::/0', '2001:DB8::/32'])('may be written %s', (text) => expect(validateCidr(text, 'p')).toEqual([]));

  test.each([
    ['10.0.0.0/08', 'must not have leading 0s in IP or prefix length'], ['010.0.0.0/8', 'must not have leading 0s in IP or prefix length'],
    ['::ffff:1.2.3.0/120', 'must not have an IPv4-mapped IPv6 address'], ['10.1.0.0/8', 'must not have bits set beyond the prefix length'],
  ])('may not be written %s', (text, rule) => {
    expect(validateCidr(text, 'p')).toEqual([{ path: 'p', type: 'FieldValueInvalid', detail: `Invalid value: "${text}": ${rule}` }]);
  });
});
