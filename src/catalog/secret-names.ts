/** Names of parameters that hold a secret (upstream: `secret: true` in the plugins' own definitions), the header `Authorization`, and a key that is written out. */
const SECRETS = [
  'password', 'passwd', 'passphrase', 'pass', 'secret', 'sec_key', 'secret_key', 'secret_access_key', 'shared_key', 'api_?key', 'access_key', 'key_id', 'token',
  'private_key', 'key_pem', 'license_key', 'cloud_auth', 'authorization',
];

/** Whether a parameter's name says that it holds a secret. */
export const SECRET_PARAMETER = new RegExp(`(^|[._-])(${SECRETS.join('|')})$`, 'i');

