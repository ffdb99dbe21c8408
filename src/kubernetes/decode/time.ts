import { quoteBytes } from './go-text';

interface Step {
  /** The part of the layout, as the error names it. */
  readonly layout: string;
  readonly pattern: RegExp;
  readonly name?: string;
  readonly least?: number;
  readonly most?: number;
}

const [SECONDS, MICROSECONDS, ZONE] = ['2006-01-02T15:04:05', '.000000', 'Z07:00'];

/** A date and time from left to right. */
const STEPS: readonly Step[] = [
  { layout: '2006', pattern: /^\d{4}/ },
  { layout: '-', pattern: /^-/ },
  { layout: '01', pattern: /^\d\d/, name: 'month', least: 1, most: 12 },
  { layout: '-', pattern: /^-/ },
  { layout: '02', pattern: /^\d\d/ },
  { layout: 'T', pattern: /^T/ },
  { layout: '15', pattern: /^\d\d?/, name: 'hour', least: 0, most: 23 },
  { layout: ':', pattern: /^:/ },
  { layout: '04', pattern: /^\d\d/, name: 'minute', least: 0, most: 59 },
  { layout: ':', pattern: /^:/ },
  { layout: '05', pattern: /^\d\d/, name: 'second', least: 0, most: 59 },
];

const FRACTION: Step = { layout: MICROSECONDS, pattern: /^[.,]\d{6}/ };

/** Why a text is no time as RFC 3339 writes it, undefined where it is. A micro time has all six digits. Upstream: time.Parse. */
export function timeError(text: string, isMicro = false): string | undefined {
  const failed = (reason: string): string => `parsing time ${quoteBytes(text)}${reason}`;
  const mismatch = (found: string, part: string): string => failed(` as "${layoutOf(isMicro)}": cannot parse ${quoteBytes(found)} as "${part}"`);
  let rest = text;
  for (const { layout, pattern, name, least = 0, most = 0 } of isMicro ? [...STEPS, FRACTION] : STEPS) {
    const [match] = pattern.exec(rest) ?? [undefined];
    if (match === undefined) {
      return mismatch(rest, layout);
    }
    if (name !== undefined && (Number(match) < least || Number(match) > most)) {
      return failed(`: ${name} out of range`);
    }
    rest = rest.slice(match.length);
  }
  rest = isMicro ? rest : rest.replace(/^[.,]\d+/, '');
  const zone = rest.startsWith('Z') ? 'Z' : rest.slice(0, '+07:00'.length);
  const outside = zone === 'Z' ? undefined : outsideOffset(zone);
  if (outside !== undefined) {
    return failed(`: time zone offset ${outside} out of range`);
  }
  if (zone !== 'Z' && !/^[+-]\d\d:\d\d$/.test(zone)) {
    return mismatch(rest, ZONE);
  }
  if (rest.length > zone.length) {
    return failed(`: extra text: ${quoteBytes(rest.slice(zone.length))}`);
  }
  return isDay(text) ? undefined : failed(': day out of range');
}

function layoutOf(isMicro: boolean): string {
  return `${SECONDS}${isMicro ? MICROSECONDS : ''}${ZONE}`;
}

/** Numbers out of range are told before anything else that is wrong about an offset. */
function outsideOffset(zone: string): string | undefined {
  const [, hours = '0', minutes = '0'] = /^.(\d\d):(\d\d)?/.exec(zone.length === '+07:00'.length ? zone : '') ?? [];
  return Number(minutes) > 60 ? 'minute' : Number(hours) > 24 ? 'hour' : undefined;
}

function isDay(text: string): boolean {
  const [year, month, day] = text.slice(0, 'yyyy-mm-dd'.length).split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= days[month - 1];
}
