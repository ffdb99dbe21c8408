import { ConfigFile } from '../../../src';
import { problemsOfDaemon } from '../../util';

function told(...configFiles: ConfigFile[]): string[] {
  return problemsOfDaemon({ configFiles }).map((line) => line.replace('[chart/agent] ', ''));
}

describe('configuration files', () => {
  test.each([
    ['agent.conf', 'needs an absolute path that ends with its name'],
    ['./agent.conf', 'needs an absolute path that ends with its name'],
    ['/etc/agent/', 'needs an absolute path that ends with its name'],
    ['/etc/../agent.conf', 'needs an absolute path that ends with its name'],
    ['', 'needs an absolute path that ends with its name'],
    ['/agent.conf', 'cannot stand in the root directory, which its mount would hide; put it into a directory'],
  ])('fail when the path is %j, which is told once', (path, problem) => {
    expect(told({ path, content: '' })).toEqual([`container 'agent': the configuration file '${path}' ${problem}`]);
  });

  test('fail when one path is given twice', () => {
    expect(told({ path: '/etc/agent/a', content: '1' }, { path: '/etc//agent/a', content: '2' })).toEqual([
      "container 'agent': the configuration file '/etc//agent/a' is given twice; put both texts into one",
    ]);
  });
});
