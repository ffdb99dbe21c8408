/** What is wrong with one field of an API object. Upstream: field.Error. */
export interface FieldError {
  /** Kubernetes' own field path, such as `nodeSelectorTerms[0].matchExpressions[1].values`. */
  readonly path: string;
  readonly type: 'FieldValueInvalid' | 'FieldValueNotSupported';
  /** Upstream's text. */
  readonly detail: string;
}

/** Upstream: field.Invalid. */
export function invalid(path: string, value: unknown, reason: string): FieldError {
  return { path, type: 'FieldValueInvalid', detail: `Invalid value: ${JSON.stringify(value)}: ${reason}` };
}

/** Upstream: field.NotSupported. */
export function notSupported(path: string, value: string, supported: string[]): FieldError {
  return { path, type: 'FieldValueNotSupported', detail: `Unsupported value: ${JSON.stringify(value)}: supported values: ${supported.map((name) => JSON.stringify(name)).join(', ')}` };
}
