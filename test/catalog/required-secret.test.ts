import { SecretValue } from 'cdk8s-plus-27';
import { requiredSecret } from '../../src/catalog/required-secret';

const ask = (value: unknown) => () => requiredSecret("AnyDaemon 'any'", 'token', 'the access token', 'access-token', value as SecretValue);

test.each([undefined, null, {}, { key: 'k' }, { secret: {}, key: 'k' }, { secret: { name: 's' } }, { secret: { name: 's' }, key: '' }])('a secret is asked for instead of %j', (value) => {
  expect(ask(value)).toThrow("AnyDaemon 'any' needs token, the Secret that holds the access token, and its key there (the vendor's own manifests call it 'access-token'): "
    + "token: { secret: Secret.fromSecretName(scope, id, name), key: 'access-token' }");
});

test('a secret of any key is taken', () => expect(ask({ secret: { name: 's' }, key: 'other' })()).toEqual({ secret: { name: 's' }, key: 'other' }));
