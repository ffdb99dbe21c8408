import { isDeepStrictEqual } from 'node:util';
import { isSameList } from '../defaults/same';
import { FieldError, invalid, tooLong } from '../field-error';
import { validateImmutable } from './immutable';
import { byteLength, configMapKeyErrors, dns1123SubdomainErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';

/** What of a ConfigMap the rules look at, in wire format. */
export interface ConfigMap {
  readonly metadata?: ObjectMetadata;
  readonly data?: { readonly [key: string]: string } | null;
  readonly immutable?: boolean | null;
  readonly binaryData?: { readonly [key: string]: string } | null;
}

const SIZE_MAX = 1048576;

/** A new ConfigMap. Upstream: ValidateConfigMap. */
export function validateConfigMap({ metadata, data, binaryData }: ConfigMap): FieldError[] {
  const [texts, blobs] = [data ?? {}, binaryData ?? {}];
  const bytes = sum(Object.values(texts).map((text) => byteLength(text ?? ''))) + sum(Object.values(blobs).map(decodedLength));
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...Object.keys(texts).flatMap((key) => [
      ...validateKey(key, 'data'),
      ...(Object.hasOwn(blobs, key) ? [invalid(`data[${key}]`, key, 'duplicate of key present in binaryData')] : []),
    ]),
    ...Object.keys(blobs).flatMap((key) => validateKey(key, 'binaryData')),
    // it is the whole object that is too long; so upstream prints the path that has no name
    ...(bytes > SIZE_MAX ? [tooLong('[]', SIZE_MAX)] : []),
  ];
}

/** One that is immutable stays so, and keeps its contents; binary data with nothing in it is another thing than none. Upstream: ValidateConfigMapUpdate. */
export function validateConfigMapUpdate(configMap: ConfigMap, old: ConfigMap): FieldError[] {
  return [
    ...validateObjectMetaUpdate(configMap.metadata, old.metadata, 'metadata'),
    ...(old.immutable ? validateImmutable({
      immutable: configMap.immutable === true,
      data: isSameList(configMap.data, old.data),
      binaryData: isDeepStrictEqual(configMap.binaryData, old.binaryData),
    }) : []),
    ...validateConfigMap(configMap),
  ];
}

function validateKey(key: string, path: string): FieldError[] {
  return configMapKeyErrors(key).map((error) => invalid(`${path}[${key}]`, key, error));
}

/** How long base64 is when it is read. */
function decodedLength(base64: string | null): number {
  return Buffer.from(base64 ?? '', 'base64').length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
