import { concat } from './concat';
import { dnsSubdomainErrors, isLongerThan } from './names';

const MAX = 63;
const FORMAT = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const NAME = new RegExp(`^${FORMAT}$`);
const VALUE = new RegExp(`^(${FORMAT})?$`);

const CHARACTERS = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
const NAME_RULE = `${CHARACTERS} (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${FORMAT}')`;
const VALUE_RULE = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
  + `(e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(${FORMAT})?')`;

/** What is wrong with a label key, in upstream's words: an optional DNS subdomain and a slash, then a name. Upstream: content.IsLabelKey. */
export function labelKeyErrors(key: string): string[] {
  const parts = key.split('/');
  if (parts.length > 2) {
    return [`a valid label key ${NAME_RULE} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
  }
  const [prefix, name] = parts.length === 2 ? parts : [undefined, key];
  return concat(
    prefix === undefined ? [] : prefix === '' ? ['prefix part must be non-empty'] : dnsSubdomainErrors(prefix).map((error) => `prefix part ${error}`),
    name === '' ? ['name part must be non-empty'] : isLongerThan(MAX, name) ? [`name part must be no more than ${MAX} bytes`] : [],
    NAME.test(name) ? [] : [`name part ${NAME_RULE}`],
  );
}

/** What is wrong with a label value, in upstream's words. Upstream: content.IsLabelValue. */
export function labelValueErrors(value: string): string[] {
  return concat(isLongerThan(MAX, value) ? [`must be no more than ${MAX} bytes`] : [], VALUE.test(value) ? [] : [VALUE_RULE]);
}

export function isLabelKey(key: string): boolean {
  return labelKeyErrors(key).length === 0;
}

export function isLabelValue(value: string): boolean {
  return labelValueErrors(value).length === 0;
}

/** Whether an equality selector takes a set of labels; upstream: labels.Set.AsSelector().Matches. */
export function matchesLabels(selector: { readonly [key: string]: string }, labels: { readonly [key: string]: string }): boolean {
  return Object.entries(selector).every(([key, value]) => labelValue(labels, key) === value);
}

/** The value of a label, undefined where it is not set. A label may be named like what every object has (`constructor`). */
export function labelValue(labels: { readonly [key: string]: string }, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
