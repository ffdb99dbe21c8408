import { flagOf } from '../../src/catalog/go-flags';

test.each([
  ['--collector.cpu', 'collector.cpu'], ['--no-collector.cpu', 'collector.cpu'], ['--a.b=c=d', 'a.b'], ['--a=1\n2', 'a'], ['-pulse=10', 'pulse'],
])('the flag of %s is %s', (arg, flag) => expect(flagOf(arg)).toBe(flag));
