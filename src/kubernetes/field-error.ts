import { quote } from './decode/go-text';

/** The cause of a field error, in the API's own words (`status.details.causes[].reason`). Upstream: field.ErrorType. */
export type FieldErrorType = 'FieldValueRequired' | 'FieldValueInvalid' | 'FieldValueNotSupported' | 'FieldValueForbidden' | 'FieldValueDuplicate'
| 'FieldValueNotFound' | 'FieldValueTooLong' | 'FieldValueTooMany';

/** What is wrong with one field of an API object. Upstream: field.Error. */
export interface FieldError {
  /** Kubernetes' own field path, such as `spec.template.spec.containers[0].ports[1].name`. */
  readonly path: string;
  readonly type: FieldErrorType;
  /** Upstream's text. */
  readonly detail: string;
}

/** A value that must be there is not. Upstream: field.Required. */
export function required(path: string, reason = ''): FieldError {
  return { path, type: 'FieldValueRequired', detail: withReason('Required value', reason) };
}

/** Upstream: field.Invalid. */
export function invalid(path: string, value: unknown, reason: string): FieldError {
  return { path, type: 'FieldValueInvalid', detail: withReason(`Invalid value: ${valueText(value)}`, reason) };
}

/** A value that is none of a list. Upstream: field.NotSupported. */
export function notSupported(path: string, value: unknown, supported: readonly string[]): FieldError {
  const list = supported.length > 0 ? `supported values: ${supported.map(quote).join(', ')}` : '';
  return { path, type: 'FieldValueNotSupported', detail: withReason(`Unsupported value: ${valueText(value)}`, list) };
}

/** A value that may not be there, whatever it is. Upstream: field.Forbidden. */
export function forbidden(path: string, reason: string): FieldError {
  return { path, type: 'FieldValueForbidden', detail: withReason('Forbidden', reason) };
}

/** A value that must be given once only. Upstream: field.Duplicate. */
export function duplicate(path: string, value: unknown): FieldError {
  return { path, type: 'FieldValueDuplicate', detail: `Duplicate value: ${valueText(value)}` };
}

/** A reference to what is not there. Upstream: field.NotFound. */
export function notFound(path: string, value: unknown): FieldError {
  return { path, type: 'FieldValueNotFound', detail: `Not found: ${valueText(value)}` };
}

/** Upstream: field.TooLong. */
export function tooLong(path: string, bytes: number): FieldError {
  return { path, type: 'FieldValueTooLong', detail: `Too long: may not be more than ${bytes} byte${bytes === 1 ? '' : 's'}` };
}

/** Upstream: field.TooMany. */
export function tooMany(path: string, count: number, most: number): FieldError {
  return { path, type: 'FieldValueTooMany', detail: `Too many: ${count}: must have at most ${most} item${most === 1 ? '' : 's'}` };
}

function withReason(text: string, reason: string): string {
  return reason === '' ? text : `${text}: ${reason}`;
}

/** What `json.Marshal` of Go escapes beside what JSON must: the signs of HTML, and what ends a line of JavaScript. */
const ESCAPED = /[<>&\u2028\u2029]/g;

/** Go's `%q` and `json.Marshal`. */
function valueText(value: unknown): string {
  if (value === undefined || value === null) {
    return 'null';
  }
  if (typeof value === 'string') {
    return quote(value);
  }
  return typeof value === 'object' ? JSON.stringify(value).replace(ESCAPED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`) : String(value);
}
