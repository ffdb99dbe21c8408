import { FieldError, invalid } from '../field-error';

/** A name such as `Europe/Rome`. Upstream: validateTimeZone. */
export function validateTimeZone(name: string, path: string): FieldError[] {
  if (name === '') {
    return [invalid(path, name, 'timeZone must be nil or non-empty string')];
  }
  const unknown = invalid(path, name, `unknown time zone ${name}`);
  if (name.split('/').some((part) => part.startsWith('-') || ['.', '..'].includes(part) || !/^[-A-Za-z._0-9+]{1,14}$/.test(part))) {
    return [unknown];
  }
  return [
    ...(name.toLowerCase() === 'local' ? [invalid(path, name, 'timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones')] : []),
    ...(name === 'Local' || isTimeZone(name) ? [] : [unknown]),
  ];
}

/** Whether the time zone database has the name; upper and lower case count. Upstream: time.LoadLocation. */
export function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) {
    return false;
  }
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}
