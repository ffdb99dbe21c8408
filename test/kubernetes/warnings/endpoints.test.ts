import { endpointsWarnings } from '../../../src/kubernetes/warnings/endpoints';

const DEPRECATED = 'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice';
const subsets = [{ addresses: [{ ip: '2001:DB8::2' }], notReadyAddresses: [{ ip: '2001:DB8::1' }] }];

describe('of Endpoints', () => {
  test('the server says that they are old, and which addresses are not written as they should be', () => {
    expect(endpointsWarnings({ subsets })).toEqual([
      DEPRECATED,
      expect.stringMatching(/^subsets\[0\]\.addresses\[0\]\.ip: IPv6 address "2001:DB8::2"/),
      expect.stringMatching(/^subsets\[0\]\.notReadyAddresses\[0\]\.ip: IPv6 address "2001:DB8::1"/),
    ]);
  });

  test('the server trusts the addresses of its own controller', () => {
    const labels = { 'endpoints.kubernetes.io/managed-by': 'endpoint-controller' };
    expect(endpointsWarnings({ metadata: { labels }, subsets })).toEqual([DEPRECATED]);
  });
});
