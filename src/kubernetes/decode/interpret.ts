import { jsonType } from './scalars';

/** Why an object does not say what it is, undefined where it does. Upstream: SimpleMetaFactory.Interpret, Serializer.Decode. */
export function interpretError(object: Readonly<Record<string, unknown>>): string | undefined {
  const wrong = ['apiVersion', 'kind'].find((field) => typeof (object[field] ?? '') !== 'string');
  if (wrong !== undefined) {
    const error = `json: cannot unmarshal ${jsonType(object[wrong])} into Go struct field .${wrong} of type string`;
    return `couldn't get version/kind; json parse error: ${error}`;
  }
  const [apiVersion, kind] = [object.apiVersion, object.kind].map((value) => String(value ?? ''));
  if (apiVersion !== '/' && apiVersion.split('/').length > 2) {
    return `unexpected GroupVersion string: ${apiVersion}`;
  }
  const missing = kind === '' ? 'Kind' : apiVersion === '' || apiVersion.endsWith('/') ? 'apiVersion' : undefined;
  return missing === undefined ? undefined : `Object '${missing}' is missing in '${jsonText(object)}'`;
}

/** The JSON that kubectl makes of an object: keys in alphabetical order, and the signs of HTML escaped. */
function jsonText(object: unknown): string {
  const text = JSON.stringify(object, (_key, value: unknown) => {
    if (typeof value === 'bigint') {
      return Number(value);
    }
    return jsonType(value) === 'object' ? Object.fromEntries(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  });
  return text.replace(/[<>&]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
