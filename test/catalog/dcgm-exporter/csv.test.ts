import { parseCsv } from './parse';
import { DcgmMetricType } from '../../../src';
import { printCounters } from '../../../src/catalog/dcgm-exporter/csv';

const COUNTER = { field: 'DCGM_FI_DEV_GPU_TEMP', type: DcgmMetricType.GAUGE, help: 'Temperature (in C).' };

describe('the list of counters', () => {
  test('has a row for each, without quotes where none are needed', () => {
    expect(printCounters([COUNTER, { ...COUNTER, type: DcgmMetricType.COUNTER }]))
      .toBe('DCGM_FI_DEV_GPU_TEMP,gauge,Temperature (in C).\nDCGM_FI_DEV_GPU_TEMP,counter,Temperature (in C).\n');
    expect(printCounters([])).toBe('');
  });

  test.each([
    ['a comma', 'Engine, memory'],
    ['a quote', 'The "busy" ratio'],
    ['only quotes', '""'],
    ['a comma and a quote', 'a",b'],
    ['a quote at the end', 'a"'],
    ['two lines', 'a\nb'],
    ['two lines as Windows has them', 'a\r\nb'],
    ['a space at the start', ' a'],
    ['a hash', '# a'],
    ['letters of other languages', 'Größe, °C'],
    ['nothing', ''],
  ])('is read back with %s', (_, help) => {
    expect(parseCsv(printCounters([COUNTER, { ...COUNTER, help }, COUNTER])))
      .toEqual([COUNTER.help, help, COUNTER.help].map((text) => ['DCGM_FI_DEV_GPU_TEMP', 'gauge', text]));
  });
});

describe('the parser of these tests', () => {
  test.each(['a,b"c\n', '"a"b,c\n', '"a,b\n', 'a,b\nc\n'])('refuses %j, as Go does', (text) => {
    expect(() => parseCsv(text)).toThrow(/./);
  });

  test('leaves out comments and empty lines', () => {
    expect(parseCsv('# x, y\n\na,b\n#\nc,d')).toEqual([['a', 'b'], ['c', 'd']]);
  });
});
