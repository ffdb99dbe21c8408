import { validateTimeZone } from '../../../src/kubernetes/validation/time-zone';

describe('a time zone', () => {
  const errors = (name: string) => validateTimeZone(name, 't').map(({ detail }) => detail);

  test.each(['UTC', 'Etc/UTC', 'Europe/Rome', 'America/New_York', 'CET', 'US/Pacific'])('can be %s', (name) => expect(errors(name)).toEqual([]));

  test.each(['Nowhere/City', 'europe/rome', '../x', 'a b', '-x', '/UTC', 'UTC/', '+01'])('is not known: %s', (name) => {
    expect(errors(name)).toEqual([`Invalid value: "${name}": unknown time zone ${name}`]);
  });

  test('is a place, not wherever the server runs', () => {
    expect(errors('Local')).toEqual(['Invalid value: "Local": timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones']);
  });

  test('has a name', () => expect(errors('')).toEqual(['Invalid value: "": timeZone must be nil or non-empty string']));
});
