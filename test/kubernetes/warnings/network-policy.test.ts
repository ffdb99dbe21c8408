import { networkPolicyWarnings } from '../../../src/kubernetes/warnings/network-policy';

test('ranges of a NetworkPolicy that are not written as they should be are warned of, both ways and in what is left out', () => {
  const ipBlock = { cidr: '2001:DB8::/32', except: ['2001:db8::/48', '2001:DB8:1::/48'] };
  expect(networkPolicyWarnings({ spec: { ingress: [{ from: [{ ipBlock }] }], egress: [{ to: [{}, { ipBlock }] }] } }).map((text) => text.split(': ')[0])).toEqual([
    'spec.ingress[0].from[0].ipBlock.cidr', 'spec.ingress[0].from[0].ipBlock.except[1]',
    'spec.egress[0].to[1].ipBlock.cidr', 'spec.egress[0].to[1].ipBlock.except[1]',
  ]);
});
