import { EnvFieldPaths, EnvValue, Secret } from 'cdk8s-plus-27';
import { Daemon } from '../../../src';
import { IMAGE, problems, problemsOfDaemon } from '../../util';

describe('a secret', () => {
  test.each([
    'PASSWORD', 'DB_PASSWORD', 'PGPASSWORD', 'API_KEY', 'APIKEY', 'DD_API_KEY', 'TOKEN', 'GITHUB_TOKEN', 'CLIENT_SECRET', 'AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID',
    'TLS_PRIVATE_KEY', 'NEW_RELIC_LICENSE_KEY', 'db_password', 'KEY_PASSPHRASE',
  ])('fails when it is written out as %s', (name) => {
    const env = { [name]: EnvValue.fromValue('hunter2') };
    const text = (container: string) => [`[chart/agent] container '${container}': the variable ${name} holds a secret as plain text; `
      + 'take it from a Secret: EnvValue.fromSecretValue({ secret, key })'];
    expect(problemsOfDaemon({ env })).toEqual(text('agent'));
    expect(problemsOfDaemon({ sidecars: [{ name: 'proxy', image: IMAGE, env }] })).toEqual(text('proxy'));
  });

  test('is never shown', () => expect(problemsOfDaemon({ env: { PASSWORD: EnvValue.fromValue('hunter2') } }).join()).not.toContain('hunter2'));

  test.each([
    ['PASSWORD_FILE', 'x'],
    ['TOKENIZER', 'x'],
    ['KEYBOARD', 'x'],
    ['PASSWORD', ''],
    ['PASSWORD', '/run/secrets/password'],
    ['PASSWORD', '$(OTHER)'],
  ])('is not %s=%s', (name, value) => expect(problemsOfDaemon({ env: { [name]: EnvValue.fromValue(value) } })).toEqual([]));

  test('may come from a Secret or from the pod', () => {
    expect(problems((chart) => new Daemon(chart, 'agent', {
      image: IMAGE,
      env: {
        PASSWORD: EnvValue.fromSecretValue({ secret: Secret.fromSecretName(chart, 'secret', 's'), key: 'k' }),
        TOKEN: EnvValue.fromFieldRef(EnvFieldPaths.POD_UID),
      },
    }))).toEqual([]);
  });
});
