import { parseNodeChange } from '../../../src/analysis/plan/node-change';

describe('a change of nodes', () => {
  test.each([
    ['label w-1 gpu=true', { kind: 'label', node: 'w-1', key: 'gpu', value: 'true' }],
    ['label w-1 example.com/gpu=', { kind: 'label', node: 'w-1', key: 'example.com/gpu', value: '' }],
    ['label w-1 gpu-', { kind: 'label', node: 'w-1', key: 'gpu' }],
    ['taint w-1 gpu=a:NoSchedule', { kind: 'taint', node: 'w-1', taint: { key: 'gpu', value: 'a', effect: 'NoSchedule' } }],
    ['taint w-1 gpu:NoExecute', { kind: 'taint', node: 'w-1', taint: { key: 'gpu', effect: 'NoExecute' } }],
    ['taint w-1 gpu:NoExecute-', { kind: 'untaint', node: 'w-1', key: 'gpu', effect: 'NoExecute' }],
    ['taint w-1 gpu=a:NoExecute-', { kind: 'untaint', node: 'w-1', key: 'gpu', effect: 'NoExecute' }],
    ['taint w-1 gpu-', { kind: 'untaint', node: 'w-1', key: 'gpu' }],
    ['add gpu=3', { kind: 'add', like: 'gpu', count: 3 }],
    ['  remove   w-1 ', { kind: 'remove', node: 'w-1' }],
  ])('is read as kubectl would: %s', (text, change) => expect(parseNodeChange(text)).toEqual({ ...change, text: text.trim() }));

  test.each([
    ['', /is no change of nodes; there are 'label NODE key=value'/],
    ['drain w-1', /^'drain w-1' is no change of nodes/],
    ['label w-1', /is no change of nodes/],
    ['label w-1 a=b c=d', /is no change of nodes/],
    ['label w-1 gpu', /is no change of nodes/],
    ['label w-1 -a=b', /^'-a=b' is no label: name part must consist of/],
    ['label w-1 a=b!', /^'a=b!' is no label: a valid label must be/],
    ['taint w-1 gpu', /is no change of nodes/],
    ['taint w-1 gpu=a:Never', /^'gpu=a:Never' is no taint: its effect is one of NoSchedule, PreferNoSchedule, NoExecute$/],
    ['taint w-1 -gpu:NoSchedule', /^'-gpu:NoSchedule' is no taint: name part/],
    ['add gpu', /is no change of nodes/],
    ['add gpu=0', /^'gpu=0' adds from 1 to 100,000 nodes$/],
    ['add gpu=3 x', /is no change of nodes/],
    ['remove', /is no change of nodes/],
  ])('is told what is wrong with it: %s', (text, problem) => expect(parseNodeChange(text)).toEqual(expect.stringMatching(problem)));
});
