import { succeededIndexesCount } from '../../../src/kubernetes/validation/job-indexes';

describe('indexes', () => {
  test.each([['', 0], ['0', 1], ['0,2-4', 4], ['+1', 1], ['0-1,3', 3]])('are counted: %j', (text, count) => {
    expect(succeededIndexesCount(text, 5)).toEqual({ count });
  });

  test.each([
    ['x', 'cannot convert string to integer for index: "x"'],
    ['0-x', 'cannot convert string to integer for index: "x"'],
    ['0,', 'cannot convert string to integer for index: ""'],
    ['5', 'too large index: "5"'],
    ['1-5', 'too large index: "5"'],
    ['2-2', 'non-increasing order, previous: 2, current: 2'],
    ['0-2,1', 'non-increasing order, previous: 2, current: 1'],
    ['0,0', 'non-increasing order, previous: 0, current: 0'],
    ['0-1-2', "the fragment \"0-1-2\" violates the requirement that an index interval can have at most two parts separated by '-'"],
  ])('are not readable: %j', (text, error) => expect(succeededIndexesCount(text, 5)).toEqual({ error }));
});
