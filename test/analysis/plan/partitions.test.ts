import { daemonSet, planOf } from './ask';
import { parseLabelSelector } from '../../../src/kubernetes/label-selector';

const NODES = [{ name: 'w-1', labels: { gpu: 'true' } }, { name: 'w-2' }];

function member(name: string, spec: object, labels: { [key: string]: string }, namespace = 'agents'): object {
  return daemonSet(name, spec, { namespace, labels });
}

const onGpu = { nodeSelector: { gpu: 'true' } };
const nodeSelectorTerms = [{ matchExpressions: [{ key: 'gpu', operator: 'NotIn', values: ['true'] }] }];
const elsewhere = { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } };

function partitions(sets: readonly object[], ...selectors: string[]): string[] {
  return planOf(sets, NODES, { partitions: selectors.map((selector) => parseLabelSelector(selector)!) }).partitions
    .map(({ daemonSets, over, gap, overlap }) => `${daemonSets.join(' ')} over ${over}: ${gap === null ? '' : 'gap'}${overlap === null ? '' : 'overlap'}`);
}

describe('what is proved', () => {
  const variants = [member('a', elsewhere, { 'cdk8s-daemons/daemon': 'a' }), member('a-gpu', onGpu, { 'cdk8s-daemons/daemon': 'a' })];

  test('is that the variants of a daemon are a partition, over all labels and over the nodes', () => {
    expect(partitions([...variants, daemonSet('other')])).toEqual(['agents/a agents/a-gpu over domain: ', 'agents/a agents/a-gpu over inventory: ']);
    expect(partitions([variants[0], member('a-gpu', {}, { 'cdk8s-daemons/daemon': 'a' })])).toEqual(['agents/a agents/a-gpu over domain: overlap', 'agents/a agents/a-gpu over inventory: overlap']);
  });

  test('is nothing of a daemon without variants, and nothing across namespaces', () => {
    expect(partitions([variants[0]])).toEqual([]);
    expect(partitions([variants[0], member('a-gpu', onGpu, { 'cdk8s-daemons/daemon': 'a' }, 'others')])).toEqual([]);
  });

  test('is of those that are named by their own labels or those of their pods', () => {
    const [own, ofPods] = [member('x', onGpu, { team: 'logs' }), member('y', elsewhere, {})];
    expect(partitions([own, ofPods], 'team=logs')).toEqual(['agents/x over domain: ', 'agents/x over inventory: ']);
    expect(partitions([own, ofPods], 'app in (x,y)')).toEqual(['agents/x agents/y over domain: ', 'agents/x agents/y over inventory: ']);
  });

  test('is not said twice of variants that are named', () => {
    expect(partitions(variants, 'cdk8s-daemons/daemon=a')).toHaveLength(2);
    expect(partitions(variants, 'app=a')).toHaveLength(4);
  });

  test('takes labels into account that only the domain asks for', () => {
    const { nodeClasses, partitions: [, inventory] } = planOf([daemonSet('x')], [{ name: 'w-1', labels: { pool: 'a' } }, { name: 'w-2' }], {
      partitions: [parseLabelSelector('app=x')!], over: 'pool=a',
    });
    expect(nodeClasses.map(({ labels }) => labels)).toEqual([{ pool: 'a' }, {}]);
    expect(inventory.outside).toMatchObject({ node: 'w-2', daemonSets: ['agents/x'] });
  });
});
