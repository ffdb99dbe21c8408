import { durationError } from './go-duration';
import { isTimeZone } from './time-zone';
import { quote } from '../decode/go-text';
import { FieldError, invalid } from '../field-error';
import { isSet } from './field-checks';

/** One field of a schedule. */
interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const FIELDS: readonly Bounds[] = [
  { min: 0, max: 59, names: [] }, { min: 0, max: 23, names: [] }, { min: 1, max: 31, names: [] }, { min: 1, max: 12, names: MONTHS },
  { min: 0, max: 6, names: DAYS },
];
const DESCRIPTORS = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];
const EVERY = '@every ';
const INT64_MAX = BigInt('9223372036854775807');

/** When a CronJob runs. A time zone within the schedule is only for those who have one already. Upstream: validateScheduleFormat. */
export function validateScheduleFormat(schedule: string, timeZone: string | null | undefined, allowsZone: boolean, path: string): FieldError[] {
  const error = scheduleError(schedule);
  const refuse = (reason: string) => [invalid(path, schedule, reason)];
  const hasZone = schedule.includes('TZ');
  return [
    ...(error === undefined ? [] : refuse(error)),
    ...(hasZone && allowsZone && isSet(timeZone) ? refuse('cannot use both timeZone field and TZ or CRON_TZ in schedule') : []),
    ...(hasZone && !allowsZone ? refuse('cannot use TZ or CRON_TZ in schedule, use timeZone field instead') : []),
  ];
}

/** Why a schedule cannot be read, undefined where it can. Upstream: cron.ParseStandard. */
export function scheduleError(schedule: string): string | undefined {
  const [, zoned] = /^(?:CRON_)?TZ=(.*)$/s.exec(schedule) ?? [];
  if (zoned === undefined) {
    return unzonedError(schedule);
  }
  const end = schedule.indexOf(' ');
  const start = schedule.indexOf('=') + 1;
  if (end < 0) {
    return `invalid schedule format: runtime error: slice bounds out of range [:${end}]`;
  }
  const zone = schedule.slice(start, end);
  return ['', 'UTC', 'Local'].includes(zone) || isTimeZone(zone) ? unzonedError(schedule.slice(end).trim())
    : `provided bad location ${zone}: unknown time zone ${zone}`;
}

function unzonedError(schedule: string): string | undefined {
  if (schedule.startsWith('@')) {
    return descriptorError(schedule);
  }
  const fields = schedule.trim().split(/\s+/).filter((field) => field !== '');
  if (fields.length !== FIELDS.length) {
    return `expected exactly ${FIELDS.length} fields, found ${fields.length}: [${fields.join(' ')}]`;
  }
  return firstError(fields, (field, index) => firstError(field.split(',').filter((range) => range !== ''), (range) => rangeError(range, FIELDS[index])));
}

/** Upstream: parseDescriptor. */
function descriptorError(text: string): string | undefined {
  if (!text.startsWith(EVERY)) {
    return DESCRIPTORS.includes(text) ? undefined : `unrecognized descriptor: ${text}`;
  }
  const error = durationError(text.slice(EVERY.length));
  return error === undefined ? undefined : `failed to parse duration ${text}: ${error}`;
}

/** Upstream: getRange. */
function rangeError(text: string, { min, max, names }: Bounds): string | undefined {
  const [range, ...steps] = text.split('/');
  const ends = range.split('-');
  const isAny = ends[0] === '*' || ends[0] === '?';
  const numbers = isAny ? [min, max] : ends.slice(0, 2).map((end) => numberOf(end, names));
  const step = steps.length === 0 ? 1 : numberOf(steps[0], []);
  const wrong = typeof numbers[0] === 'string' ? numbers[0] : !isAny && ends.length > 2 ? `too many hyphens: ${text}`
    : [numbers[1], steps.length > 1 ? `too many slashes: ${text}` : step].find((value): value is string => typeof value === 'string');
  if (wrong !== undefined) {
    return wrong;
  }
  const start = numbers[0] as number;
  const end = steps.length > 0 && ends.length === 1 ? max : (numbers[1] ?? start) as number;
  return start < min ? `beginning of range (${start}) below minimum (${min}): ${text}`
    : end > max ? `end of range (${end}) above maximum (${max}): ${text}`
      : start > end ? `beginning of range (${start}) beyond end of range (${end}): ${text}`
        : step === 0 ? `step of range should be a positive number: ${text}` : undefined;
}

/** The number, or why there is none. Upstream: parseIntOrName. */
function numberOf(text: string, names: readonly string[]): number | string {
  const named = names.indexOf(text.toLowerCase());
  if (named >= 0) {
    return named + (names === MONTHS ? 1 : 0);
  }
  const isNumber = /^[+-]?\d+$/.test(text);
  const isTooLarge = isNumber && BigInt(text.replace(/^\+/, '')) > INT64_MAX;
  if (!isNumber || isTooLarge) {
    return `failed to parse int from ${text}: strconv.Atoi: parsing ${quote(text)}: ${isTooLarge ? 'value out of range' : 'invalid syntax'}`;
  }
  return Number(text) < 0 ? `negative number (${Number(text)}) not allowed: ${text}` : Number(text);
}

function firstError<Item>(items: readonly Item[], errorOf: (item: Item, index: number) => string | undefined): string | undefined {
  return items.map(errorOf).find((error) => error !== undefined);
}
