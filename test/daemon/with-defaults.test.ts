import { withDefaults } from '../../src/daemon/with-defaults';

describe('a definition with defaults', () => {
  test('has them where it says nothing, also where it says undefined', () => {
    const definition: { a?: number; b?: number; c?: number; d?: boolean } = { b: undefined, c: 3, d: false };
    expect(withDefaults({ a: 1, b: 2, d: true }, definition)).toEqual({ a: 1, b: 2, c: 3, d: false });
  });

  test('is a new object', () => {
    const [defaults, definition]: { a: number }[] = [Object.freeze({ a: 1 }), Object.freeze({ a: 2 })];
    expect(withDefaults(defaults, definition)).not.toBe(definition);
  });
});
