import { hostProblems, portProblems } from '../../src/catalog/address-problems';

test.each(['collector.sysdig.svc', '10.0.0.1', '2001:db8::25', 'fe80::1%eth0'])('%s is a host', (host) => expect(hostProblems('proxy', host)).toEqual([]));

test.each(['https://collector', 'collector:6443', '[2001:db8::25]', 'a b', ''])("'%s' is no host", (host) => {
  expect(hostProblems('proxy', host)).toEqual([expect.stringMatching(/^proxy\.host '.*' is none/)]);
});

test.each([0, 65536, 1.5, -1])('%d is no port', (port) => expect(portProblems('proxy', port)).toEqual([`proxy.port is ${port}; it takes 1 to 65535`]));

test('a port that is left out is none of the user\'s', () => expect([portProblems('proxy'), portProblems('proxy', 65535)]).toEqual([[], []]));
