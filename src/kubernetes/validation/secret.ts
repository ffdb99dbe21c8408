import { isDeepStrictEqual } from 'node:util';
import { FieldError, invalid, required, tooLong } from '../field-error';
import { labelValue } from '../labels';
import { isSet, typed } from './field-checks';
import { jsonObjectError } from './go-json';
import { validateImmutable } from './immutable';
import { configMapKeyErrors, dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validateImmutableField, validateObjectMetaUpdate } from './object-meta-update';

type Texts = { readonly [key: string]: string | null };

/** What of a Secret the rules look at, in wire format: `data` is base64, `stringData` is text and wins. */
export interface Secret {
  readonly metadata?: ObjectMetadata;
  readonly type?: string | null;
  readonly immutable?: boolean | null;
  readonly data?: Texts | null;
  readonly stringData?: Texts | null;
}

type Contents = ReadonlyMap<string, Buffer>;
type TypeRule = (contents: Contents, secret: Secret) => FieldError[];

const SIZE_MAX = 1048576;
const CREDENTIALS = ['username', 'password'];
const ACCOUNT_NAME = 'kubernetes.io/service-account.name';

const TYPE_RULES: ReadonlyMap<string, TypeRule> = new Map<string, TypeRule>([
  ['kubernetes.io/service-account-token', (_, { metadata }) => (labelValue(metadata?.annotations ?? {}, ACCOUNT_NAME)
    ? [] : [required(`metadata.annotations[${ACCOUNT_NAME}]`)])],
  ['kubernetes.io/dockercfg', (contents) => validateJsonObject(contents, '.dockercfg')],
  ['kubernetes.io/dockerconfigjson', (contents) => validateJsonObject(contents, '.dockerconfigjson')],
  ['kubernetes.io/basic-auth', (contents) => (CREDENTIALS.some((key) => contents.has(key)) ? [] : missing(contents, CREDENTIALS))],
  ['kubernetes.io/ssh-auth', (contents) => (contents.get('ssh-privatekey')?.length ? [] : [required('data[ssh-privatekey]')])],
  ['kubernetes.io/tls', (contents) => missing(contents, ['tls.crt', 'tls.key'])],
]);

/** A new Secret. A type that is not set is `Opaque`, which has no rules either. Upstream: ValidateSecret. */
export function validateSecret(secret: Secret): FieldError[] {
  const contents = contentsOf(secret);
  const bytes = [...contents.values()].reduce((sum, { length }) => sum + length, 0);
  return [
    ...validateObjectMeta(secret.metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...[...contents.keys()].flatMap((key) => configMapKeyErrors(key).map((error) => invalid(`data[${key}]`, key, error))),
    ...(bytes > SIZE_MAX ? [tooLong('data', SIZE_MAX)] : []),
    ...(TYPE_RULES.get(secret.type ?? '')?.(contents, secret) ?? []),
  ];
}

/** Its type stays. One that is immutable stays so, and keeps its contents. Upstream: ValidateSecretUpdate. */
export function validateSecretUpdate(secret: Secret, old: Secret): FieldError[] {
  return [
    ...validateObjectMetaUpdate(secret.metadata, old.metadata, 'metadata'),
    ...validateImmutableField(typed(secret.type), old.type, 'type', secret.type === old.type),
    ...(old.immutable ? validateImmutable({ immutable: secret.immutable === true, data: hasSameContents(secret, old) }) : []),
    ...validateSecret(secret),
  ];
}

/** No data at all is another thing than data with nothing in it. */
function hasSameContents(secret: Secret, old: Secret): boolean {
  const [hasData, hadData] = [secret, old].map(({ data, stringData }) => isSet(data) || Object.keys(stringData ?? {}).length > 0);
  return hasData === hadData && isDeepStrictEqual(contentsOf(secret), contentsOf(old));
}

/** The bytes under each key. Upstream: Convert_v1_Secret_To_core_Secret. */
export function contentsOf({ data, stringData }: Secret): Contents {
  return new Map([
    ...Object.entries(data ?? {}).map(([key, value]): [string, Buffer] => [key, Buffer.from(value ?? '', 'base64')]),
    ...Object.entries(stringData ?? {}).map(([key, value]): [string, Buffer] => [key, Buffer.from(value ?? '')]),
  ]);
}

function missing(contents: Contents, keys: readonly string[]): FieldError[] {
  return keys.filter((key) => !contents.has(key)).map((key) => required(`data[${key}]`));
}

function validateJsonObject(contents: Contents, key: string): FieldError[] {
  const content = contents.get(key);
  const error = content && jsonObjectError(content);
  return content === undefined ? [required(`data[${key}]`)]
    : error === undefined ? [] : [invalid(`data[${key}]`, '<secret contents redacted>', error)];
}
