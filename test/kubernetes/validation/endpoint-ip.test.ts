import { validateEndpointIp } from '../../../src/kubernetes/validation/endpoint-ip';

const LOOPBACK = 'may not be in the loopback range (127.0.0.0/8, ::1/128)';
const LINK_LOCAL = 'may not be in the link-local range (169.254.0.0/16, fe80::/10)';
const MULTICAST = 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)';

describe('an address that something in a network has', () => {
  test.each(['10.0.0.1', '0.0.0.1', '128.0.0.1', '169.253.0.1', '224.0.1.0', '225.0.0.1', '::2', '1::1', 'fe7f::1', 'fec0::1', 'ff03::1', 'fd00::'])(
    'may be %s', (text) => expect(validateEndpointIp(text, 'p')).toEqual([]));

  test.each([
    ['0.0.0.0', 'may not be unspecified (0.0.0.0)'], ['0::0', 'may not be unspecified (0::0)'], ['127.0.0.1', LOOPBACK], ['127.255.0.1', LOOPBACK],
    ['::1', LOOPBACK], ['169.254.9.9', LINK_LOCAL], ['fe80::', LINK_LOCAL], ['febf:ffff::', LINK_LOCAL], ['224.0.0.255', MULTICAST], ['ff02::1', MULTICAST],
    ['fff2::1', MULTICAST], ['nope', 'must be a valid IP address'], ['::ffff:127.0.0.1', LOOPBACK],
  ])('may not be %s', (text, rule) => {
    expect(validateEndpointIp(text, 'p')).toEqual([{ path: 'p', type: 'FieldValueInvalid', detail: `Invalid value: "${text}": ${rule}` }]);
  });
});
