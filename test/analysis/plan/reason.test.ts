import { amountText, hostPortReason, ineligibilityReasons, insufficientReason } from '../../../src/analysis/plan/reason';

const big = BigInt;

describe('a reason tells', () => {
  test.each<[string, Parameters<typeof ineligibilityReasons>[0], string]>([
    ['the node that the pod names', { code: 'node-name', wanted: 'w-2' }, 'the pod names one node, w-2 (spec.nodeName)'],
    ['the label that another one is asked for', { code: 'node-selector', key: 'disk', wanted: 'hdd', found: 'ssd' }, 'the pod selects disk=hdd, and the node has disk=ssd'],
    ['the label that is missing', { code: 'node-selector', key: 'gpu', wanted: 'a' }, 'the pod selects gpu=a, and the node has no label gpu'],
    ['every term of the affinity', {
      code: 'node-affinity',
      terms: [
        [{ requirement: { key: 'cores', operator: 'Gt', values: ['8'] }, found: '4' }, { requirement: { key: 'gpu', operator: 'Exists' } }],
        [{ requirement: { key: 'cores', operator: 'Lt', values: ['abc'] }, found: '4', unreadable: 'Invalid value: "abc"' }],
        [],
      ],
    }, 'the required node affinity is not met: cores>8 (the node has cores=4), gpu (the node has no label gpu); or cores<abc cannot be read (Invalid value: "abc"); '
      + 'or an empty term matches no node'],
    ['that there are no terms', { code: 'node-affinity', terms: [] }, 'the required node affinity has no terms, and so matches no node'],
    ['a taint', { code: 'untolerated-taint', taint: { key: 'a', value: 'b', effect: 'NoSchedule' } }, 'taint a=b:NoSchedule is not tolerated'],
    ['a taint without a value', { code: 'untolerated-taint', taint: { key: 'a', value: '', effect: 'NoExecute' } }, 'taint a:NoExecute is not tolerated'],
  ])('%s', (_, why, message) => expect(ineligibilityReasons(why)).toMatchObject([{ code: why.code, message }]));

  test('of labels what is asked of them, whatever the node has; of a single term each requirement by itself', () => {
    const [gpu, cores] = [{ requirement: { key: 'gpu', operator: 'Exists' } }, { requirement: { key: 'cores', operator: 'Gt', values: ['8'] }, found: '4' }];
    const requirements = (...terms: (typeof gpu | typeof cores)[][]) => ineligibilityReasons({ code: 'node-affinity', terms }).map(({ requirement }) => requirement);
    expect(requirements([gpu, cores])).toEqual(['gpu', 'cores>8']);
    expect(requirements([gpu, cores], [cores])).toEqual(['gpu, cores>8; or cores>8']);
    expect(ineligibilityReasons({ code: 'node-selector', key: 'disk', wanted: 'hdd' })[0].requirement).toBe('disk=hdd');
  });

  test('of a resource what is asked for, what is left and what is there', () => {
    expect(insufficientReason({ resource: 'cpu', requested: big(500), used: big(3550), allocatable: big(3920) })).toEqual({
      code: 'insufficient', message: 'cpu: 500m requested, 370m left (3550m of 3920m taken)', resource: 'cpu', requested: '500m', used: '3550m', allocatable: '3920m',
    });
    expect(insufficientReason({ resource: 'nvidia.com/gpu', requested: big(2), used: big(4), allocatable: big(3) }).message)
      .toBe('nvidia.com/gpu: 2 requested, -1 left (4 of 3 taken)');
  });

  test('of pods how many there are', () => {
    expect(insufficientReason({ resource: 'pods', requested: big(1), used: big(58), allocatable: big(58) }))
      .toMatchObject({ code: 'too-many-pods', message: 'the node takes 58 pods, and has 58' });
  });

  test('of a port who has it', () => {
    const port = { protocol: 'TCP', port: 9100, hostIP: '0.0.0.0', container: 'exporter' };
    expect(hostPortReason(port, ['a/x', 'b/y']).message).toBe('port 9100/TCP of container exporter is taken on the node by a/x, b/y');
    expect(hostPortReason({ ...port, hostIP: '10.0.0.1' }, ['a/x']).message).toBe('port 9100/TCP on 10.0.0.1 of container exporter is taken on the node by a/x');
  });
});

test.each([['cpu', 4000, '4'], ['cpu', 0, '0'], ['memory', 1073741824, '1Gi'], ['memory', 100000000, '100000000'], ['hugepages-2Mi', 2097152, '2Mi'], ['nvidia.com/gpu', 1000, '1k']])(
  'of %s %d is %s', (resource, amount, text) => expect(amountText(resource, big(amount))).toBe(text));
