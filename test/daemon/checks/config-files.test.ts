import { ConfigFile } from '../../../src';
import { IMAGE, problemsOfDaemon } from '../../util';

const MIB = 1024 * 1024;

function told(...configFiles: ConfigFile[]): string[] {
  return problemsOfDaemon({ configFiles }).map((line) => line.replace('[chart/agent] ', ''));
}

describe('configuration files', () => {
  test('fail when they are larger than a ConfigMap, all together', () => {
    const files = [{ path: '/etc/agent/a', content: 'a'.repeat(MIB / 2) }, { path: '/etc/agent/b', content: 'b'.repeat(MIB / 2) }];
    expect(told(...files)).toEqual([]);
    expect(told(...files, { path: '/etc/agent/c', content: 'c' })).toEqual([
      "the configuration files have 1048577 bytes together, and a ConfigMap holds 1048576 (1 MiB): the largest is 'a' with 524288; put large data into the image or on a volume",
    ]);
  });

  test('are measured in bytes, and those of all containers count', () => {
    const euro = { path: '/etc/agent/euro', content: '€'.repeat(MIB / 3) };
    expect(told(euro)).toEqual([]);
    expect(problemsOfDaemon({ configFiles: [euro], containers: [{ name: 'beside', image: IMAGE, configFiles: [{ path: '/etc/x', content: 'xx' }] }] })).toHaveLength(1);
  });

  test.each([
    ['agent.conf', 'needs an absolute path that ends with its name'],
    ['./agent.conf', 'needs an absolute path that ends with its name'],
    ['/etc/agent/', 'needs an absolute path that ends with its name'],
    ['/etc/../agent.conf', 'needs an absolute path that ends with its name'],
    ['', 'needs an absolute path that ends with its name'],
    ['/agent.conf', 'cannot stand in the root directory, which its mount would hide; put it into a directory'],
    ['/etc/agent/my conf', "has the name 'my conf', which is no key of a ConfigMap: at most 253 letters, digits, '-', '_' and '.', not beginning with '..'"],
    ['/etc/agent/..conf', "has the name '..conf', which is no key of a ConfigMap: at most 253 letters, digits, '-', '_' and '.', not beginning with '..'"],
  ])('fail when the path is %j, which is told once', (path, problem) => {
    expect(told({ path, content: '' })).toEqual([`container 'agent': the configuration file '${path}' ${problem}`]);
  });

  test('fail when one path is given twice', () => {
    expect(told({ path: '/etc/agent/a', content: '1' }, { path: '/etc//agent/a', content: '2' })).toEqual([
      "container 'agent': the configuration file '/etc//agent/a' is given twice; put both texts into one",
    ]);
  });
});
