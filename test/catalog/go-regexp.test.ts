import { regexpProblem } from '../../src/catalog/go-regexp';
import { EXCLUDED_MOUNT_POINTS, EXCLUDED_NETWORK_DEVICES } from '../../src/catalog/pods-on-node';

describe('a regular expression', () => {
  test.each([EXCLUDED_MOUNT_POINTS, EXCLUDED_NETWORK_DEVICES, '', '^/$', '(?i)^ETH', '(?i:eth)0', '(?P<name>a+)', '(?:a|b)', '[[:alpha:]]+', '\\d{2}', '\\.mount$', '\\\\1', '(?U)a+'])(
    '%s is one of Go', (regexp) => {
      expect(regexpProblem(regexp)).toBeUndefined();
    });

  test.each([
    ['^(?!veth)', 'Go knows neither look-ahead, look-behind nor back-references'],
    ['(?=a)', 'Go knows neither look-ahead, look-behind nor back-references'],
    ['(?<=a)b', 'Go knows neither look-ahead, look-behind nor back-references'],
    ['(?<!a)b', 'Go knows neither look-ahead, look-behind nor back-references'],
    ['(a)\\1', 'Go knows neither look-ahead, look-behind nor back-references'],
    ['^/(a|b', 'unterminated group'],
    ['a)', 'unmatched \')\''],
    ['*.mount', 'nothing to repeat'],
    ['[a', 'unterminated character class'],
    ['[b-a]', 'range out of order in character class'],
  ])('fails when it is %s', (regexp, problem) => {
    expect(regexpProblem(regexp)).toBe(problem);
  });
});
