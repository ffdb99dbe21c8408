import { scheduleError, validateScheduleFormat } from '../../../src/kubernetes/validation/cron-schedule';

describe('a schedule', () => {
  test.each(['* * * * *', '*/5 1-3,5 ? jan-MAR mon', '5/15 * * * 0-6/2', ' 0\t0 * * * ', '@daily', '@every 5m', 'TZ=UTC 0 0 * * *', 'CRON_TZ=Europe/Rome @hourly', ', * * * *'])(
    'can be %j', (schedule) => expect(scheduleError(schedule)).toBeUndefined());

  test.each([
    ['* * * *', 'expected exactly 5 fields, found 4: [* * * *]'],
    ['60 * * * *', 'end of range (60) above maximum (59): 60'],
    ['* * 0 * *', 'beginning of range (0) below minimum (1): 0'],
    ['5-1 * * * *', 'beginning of range (5) beyond end of range (1): 5-1'],
    ['*/0 * * * *', 'step of range should be a positive number: */0'],
    ['1-2-3 * * * *', 'too many hyphens: 1-2-3'],
    ['1/2/3 * * * *', 'too many slashes: 1/2/3'],
    ['-1 * * * *', 'failed to parse int from : strconv.Atoi: parsing "": invalid syntax'],
    ['1/-1 * * * *', 'negative number (-1) not allowed: -1'],
    ['mon * * * *', 'failed to parse int from mon: strconv.Atoi: parsing "mon": invalid syntax'],
    ['99999999999999999999 * * * *', 'failed to parse int from 99999999999999999999: strconv.Atoi: parsing "99999999999999999999": value out of range'],
    ['@DAILY', 'unrecognized descriptor: @DAILY'],
    ['@every 5', 'failed to parse duration @every 5: time: missing unit in duration "5"'],
    ['TZ=x * * * * *', 'provided bad location x: unknown time zone x'],
    ['TZ=UTC', 'invalid schedule format: runtime error: slice bounds out of range [:-1]'],
  ])('cannot be %j', (schedule, error) => expect(scheduleError(schedule)).toBe(error));

  test.each([
    ['TZ=UTC 0 0 * * *', undefined, false, ['cannot use TZ or CRON_TZ in schedule, use timeZone field instead']],
    ['TZ=UTC 0 0 * * *', undefined, true, []],
    ['TZ=UTC 0 0 * * *', 'UTC', true, ['cannot use both timeZone field and TZ or CRON_TZ in schedule']],
    ['0 0 * * *', 'UTC', true, []],
  ])('%j beside the time zone %s, where one was in it before: %s', (schedule, timeZone, allowsZone, reasons) => {
    expect(validateScheduleFormat(schedule, timeZone, allowsZone, 's').map(({ detail }) => detail))
      .toEqual(reasons.map((reason) => `Invalid value: "${schedule}": ${reason}`));
  });
});
