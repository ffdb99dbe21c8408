import { INPUTS } from './hostile';
import { Packed } from './packed';

/**
 * Time is that of the program's own thread and not that of the clock, and memory is what was resident: a machine that does other things gives the
 * same numbers. `ulimit -v` would count what Node reserves and never uses.
 */
const LIMIT = { cpuSeconds: 1, mebibytes: 256 };
const GIVE_UP_MS = 20_000;

describe('a mebibyte of anything', () => {
  let packed: Packed;

  beforeAll(() => { packed = new Packed(); }, 60_000);
  afterAll(() => packed.remove());

  test('is given more than fifty times', () => {
    expect(new Set(INPUTS.map(([name]) => name)).size).toBeGreaterThan(50);
    expect(INPUTS.filter(([, { length }]) => length < 1_000_000 || length > 1024 ** 2).map(([name]) => name)).toEqual([]);
  });

  test.each(INPUTS)('gets an answer or a diagnostic, of little time and memory: %s', (_, input) => {
    const ran = packed.run(['check', '-'], { input, env: { MEASURE: '1' }, nodeOptions: [`--max-old-space-size=${LIMIT.mebibytes}`], timeout: GIVE_UP_MS });
    expect(ran.err).toBe('');
    expect([0, 1, 2]).toContain(ran.code);
    expect(ran.out).toMatch(/^\d+ objects? as Kubernetes 1\.36 takes them: .* not judged\n$/m);
    expect(ran.used!.cpuSeconds).toBeLessThanOrEqual(LIMIT.cpuSeconds);
    expect(ran.used!.mebibytes).toBeLessThanOrEqual(LIMIT.mebibytes);
  }, 2 * GIVE_UP_MS);
});
