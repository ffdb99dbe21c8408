import { createPrivateKey, KeyObject, X509Certificate } from 'node:crypto';
import { contentsOf, Secret } from '../validation/secret';

/** A block of PEM: `-----BEGIN CERTIFICATE-----`. */
interface Block {
  readonly type: string;
  readonly text: string;
}

const BLOCK = /(?<=^|\n)-----BEGIN ([^\n-]+)-----[ \t\r]*\n(?:[^\n:]+:[^\n]*\n)*([\sA-Za-z0-9+/=]*?)\n?-----END \1-----/g;

/** What the API server warns of when it stores a Secret: a certificate and a key that are no pair. Upstream: warningsForSecret. */
export function secretWarnings(secret: Secret): string[] {
  const contents = contentsOf(secret);
  const [certificate, key] = ['tls.crt', 'tls.key'].map((name) => blocksOf(contents.get(name)));
  const error = secret.type === 'kubernetes.io/tls' ? certificateError(certificate) ?? keyError(key) ?? pairError(certificate, key) : undefined;
  return error === undefined ? [] : [error];
}

/** Upstream: pem.Decode, again and again. */
function blocksOf(content: Buffer | undefined): Block[] {
  return [...(content ?? '').toString('latin1').matchAll(BLOCK)].map(([text, type]) => ({ text, type }));
}

function isKey({ type }: Block): boolean {
  return type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY');
}

/** Upstream: X509KeyPair. */
function certificateError(blocks: readonly Block[]): string | undefined {
  if (blocks.some(({ type }) => type === 'CERTIFICATE')) {
    return undefined;
  }
  const types = blocks.map(({ type }) => type);
  return types.length === 0 ? 'tls: failed to find any PEM data in certificate input'
    : types.length === 1 && types[0].endsWith('PRIVATE KEY')
      ? 'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched'
      : `tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [${types.join(' ')}]`;
}

function keyError(blocks: readonly Block[]): string | undefined {
  if (blocks.some(isKey)) {
    return undefined;
  }
  const types = blocks.map(({ type }) => type);
  return types.length === 0 ? 'tls: failed to find any PEM data in key input'
    : types.length === 1 && types[0] === 'CERTIFICATE' ? 'tls: found a certificate rather than a key in the PEM for the private key'
      : `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [${types.join(' ')}]`;
}

/** What is inside is read by Node's own cryptography, whose reasons for not reading it are not Go's. */
function pairError(certificates: readonly Block[], keys: readonly Block[]): string | undefined {
  const certificate = read(() => new X509Certificate(certificates.find(({ type }) => type === 'CERTIFICATE')!.text));
  if (certificate === undefined) {
    return 'x509: malformed certificate';
  }
  const key = read(() => createPrivateKey(keys.find(isKey)!.text));
  if (key === undefined) {
    return 'tls: failed to parse private key';
  }
  const { publicKey } = certificate;
  return publicKey.asymmetricKeyType !== key.asymmetricKeyType ? 'tls: private key type does not match public key type'
    : isPair(certificate, key) ? undefined : 'tls: private key does not match public key';
}

function isPair(certificate: X509Certificate, key: KeyObject): boolean {
  return read(() => certificate.checkPrivateKey(key)) === true;
}

function read<T>(reader: () => T): T | undefined {
  try {
    return reader();
  } catch {
    return undefined;
  }
}
