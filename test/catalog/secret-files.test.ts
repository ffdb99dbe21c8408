import { SecretValue } from 'cdk8s-plus-27';
import { secretFiles } from '../../src/catalog/secret-files';

const value = (name: string, key: string) => ({ secret: { name } as SecretValue['secret'], key });

test('keys of one Secret come together, and nothing else of it', () => {
  const volumes = secretFiles('/etc/agent', { user: value('a', 'u'), none: undefined, token: value('b', 't'), password: value('a', 'p') });
  expect(volumes.map(({ mountPath, _source }) => [mountPath, _source.secretName, _source.items])).toEqual([
    ['/etc/agent', 'a', { u: 'user', p: 'password' }], ['/etc/agent', 'b', { t: 'token' }],
  ]);
});
