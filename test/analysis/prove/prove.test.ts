import { asking, daemonSet } from './daemon-sets';
import { PartitionReport } from '../../../src/analysis/plan/plan-report';
import { provePartitions } from '../../../src/analysis/prove/prove';
import { DOMAIN } from '../../../src/kubernetes/domain';
import { DaemonSet, PodSpec, Toleration } from '../../../src/kubernetes/objects';

const linux = { nodeSelector: { 'kubernetes.io/os': 'linux' } };
const whole = { gap: null, overlap: null, outside: null };

function overLabels(daemonSets: DaemonSet[], over?: string): PartitionReport {
  return provePartitions(daemonSets, [], over)[0];
}

function pair(one: Partial<PodSpec>, other: Partial<PodSpec>): DaemonSet[] {
  return [daemonSet('one', one), daemonSet('other', other)];
}

function named(operator: string, ...names: string[]): Partial<PodSpec> {
  const nodeSelectorTerms = names.map((name) => ({ matchFields: [{ key: 'metadata.name', operator, values: [name] }] }));
  return { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } };
}

describe('the proof', () => {
  test('speaks of all labels, then of the nodes', () => {
    const sets = pair(asking('size=small'), asking('size!=small'));
    expect(provePartitions(sets, [])).toEqual((['domain', 'inventory'] as const).map((over) => (
      { daemonSets: ['agents/one', 'agents/other'], over, domain: '', ...whole, tolerations: [], assumptions: [] })));
  });

  test('finds the usual hole: nodes without the label', () => {
    expect(overLabels(pair({ ...linux, ...asking('size=small') }, { ...linux, ...asking('size=large') }))).toMatchObject({
      domain: 'kubernetes.io/os=linux',
      gap: {
        node: null,
        labels: { 'kubernetes.io/os': 'linux' },
        missingLabels: ['size'],
        taints: [],
        fix: 'let agents/one take nodes with size notin (large,small) too: write its node affinity as size!=large',
      },
      overlap: null,
      outside: null,
    });
  });

  test('finds the usual overlap: what one names and the other does not shut out', () => {
    expect(overLabels(pair(asking('hardware=gpu'), asking('hardware!=cpu'))).overlap).toEqual({
      node: null,
      labels: { hardware: 'gpu' },
      missingLabels: [],
      taints: [],
      daemonSets: ['agents/one', 'agents/other'],
      fix: 'let agents/other leave nodes with hardware=gpu to agents/one: write its node affinity as hardware notin (cpu,gpu)',
    });
  });

  test('finds who takes nodes outside of the domain', () => {
    expect(overLabels(pair(asking('os'), asking('os=linux,gpu')), 'os=linux').outside).toEqual({
      node: null,
      labels: { os: 'other' },
      missingLabels: [],
      taints: [],
      daemonSets: ['agents/one'],
      fix: 'let agents/one leave out nodes with os,os!=linux: write its node affinity as os=linux',
    });
  });

  test('tells the empty label from none', () => {
    expect(overLabels(pair(asking('gpu,gpu!='), asking('!gpu'))).gap).toMatchObject({ labels: { gpu: '' }, missingLabels: [] });
    expect(overLabels(pair(asking('gpu'), asking('!gpu')))).toMatchObject(whole);
  });

  test('knows numbers with leading zeros', () => {
    const { gap } = overLabels(pair(asking('cpu=5'), asking('cpu<5 || cpu>5')), 'cpu<9');
    expect(gap).toMatchObject({ labels: { cpu: '05' }, fix: 'let agents/one take nodes with cpu>4,cpu<6,cpu!=5 too: write its node affinity as cpu>4,cpu<6' });
  });

  test('takes nodeSelector for what it is: one more requirement', () => {
    expect(overLabels(pair({ nodeSelector: { size: 'small' } }, asking('size!=small')))).toMatchObject(whole);
    expect(overLabels(pair({ nodeSelector: { size: 'small' }, ...asking('size=large') }, asking('size!=small'))).gap).toMatchObject({ labels: { size: 'small' } });
  });

  test('names the node where only its name tells it apart', () => {
    expect(overLabels(pair(named('In', 'w-1'), {})).overlap).toMatchObject({ node: 'w-1', labels: {}, fix: null });
    expect(overLabels(pair(named('In', 'w-1'), named('NotIn', 'w-1')))).toMatchObject(whole);
    expect(overLabels([daemonSet('pinned', { nodeName: 'w-1' }), daemonSet('all')]).overlap).toMatchObject({ node: 'w-1' });
  });

  test('of one DaemonSet says whether it covers its domain and nothing else', () => {
    expect(overLabels([daemonSet('one', linux)])).toMatchObject({ domain: 'kubernetes.io/os=linux', ...whole });
    expect(overLabels([daemonSet('one', linux)], '').gap).toMatchObject({ missingLabels: ['kubernetes.io/os'] });
    expect(overLabels([daemonSet('one')], 'gpu').outside).toMatchObject({ missingLabels: ['gpu'] });
  });

  test('of no DaemonSet is none', () => expect(provePartitions([], [])).toEqual([]));

  test('takes the last of two manifests of one DaemonSet, as apply does', () => {
    const sets = [daemonSet('one', asking('size=small')), daemonSet('other', asking('size!=small')), daemonSet('one', asking('size=large'))];
    expect(overLabels(sets)).toMatchObject({ daemonSets: ['agents/one', 'agents/other'], gap: { labels: { size: 'small' } } });
  });

  test('lists in input order', () => {
    const sets = [daemonSet('z', asking('gpu')), daemonSet('a', { ...asking('gpu'), tolerations: [{ key: 'x', operator: 'Exists', effect: 'NoSchedule' }] }), daemonSet('m', asking('!gpu'))];
    const { daemonSets, overlap, tolerations } = overLabels(sets);
    expect(daemonSets).toEqual(['agents/z', 'agents/a', 'agents/m']);
    expect(overlap!.daemonSets).toEqual(['agents/z', 'agents/a']);
    expect(tolerations[0].notToleratedBy).toEqual(['agents/z', 'agents/m']);
  });

  test('of a DaemonSet without a namespace says where it comes to', () => {
    const { metadata, ...rest } = daemonSet('one');
    expect(overLabels([{ ...rest, metadata: { name: metadata.name } }]).daemonSets).toEqual(['default/one']);
  });
});

describe('taints on which DaemonSets disagree', () => {
  const gpu: Toleration = { key: 'gpu', operator: 'Equal', value: 'a', effect: 'NoSchedule' };
  const any: Toleration = { operator: 'Exists', effect: 'NoSchedule' };
  const node = (name: string, key: string, value: string, labels: { [key: string]: string } = {}) => (
    { nodes: [name, `${name}b`], labels, taints: [{ key, value, effect: 'NoSchedule' }, { key, value, effect: 'PreferNoSchedule' }] });

  test('come with the nodes of the domain that carry them', () => {
    const nodes = [node('w-2', 'gpu', 'a', { pool: 'x' }), node('w-1', 'gpu', 'b', { pool: 'x' }), node('w-0', 'gpu', 'a'), node('w-3', 'other', '', { pool: 'x' })];
    const sets = ['one', 'other'].map((name, index) => daemonSet(name, { tolerations: index === 0 ? [gpu] : [] }, { [DOMAIN]: 'pool=x' }));
    const expected = [{ taint: 'gpu=a:NoSchedule', toleratedBy: ['agents/one'], notToleratedBy: ['agents/other'], nodes: ['w-2', 'w-2b'] }];
    expect(provePartitions(sets, nodes).map(({ tolerations }) => tolerations)).toEqual([expected, expected]);
  });

  test('are told apart by value and effect', () => {
    const [a, b] = ['a', 'b'].map((value): Toleration => ({ ...gpu, value, effect: undefined }));
    const nodes = (['NoSchedule', 'NoExecute'] as const).flatMap((effect) => ['a', 'b', 'c'].map((value) => (
      { nodes: [`${value}-${effect}`], labels: {}, taints: [{ key: 'gpu', value, effect }] })));
    const [{ tolerations }] = provePartitions(pair({ tolerations: [b, a] }, {}), nodes);
    expect(tolerations.map((one) => [one.taint, one.nodes])).toEqual(
      ['b', 'a'].flatMap((value) => [[`gpu=${value}:NoSchedule`, [`${value}-NoSchedule`]]]).concat(['b', 'a'].map((value) => [`gpu=${value}:NoExecute`, [`${value}-NoExecute`]])));
  });

  test('are named as closely as tolerations do', () => {
    const nodes = [node('w-1', 'gpu', 'a'), node('w-2', 'gpu', 'b'), node('w-3', 'disk', '')];
    const [{ tolerations }] = provePartitions(pair({ tolerations: [any] }, { tolerations: [gpu] }), nodes);
    expect(tolerations.filter((one) => one.nodes.length > 0).map((one) => [one.taint, one.nodes])).toEqual([
      ['gpu=(any other):NoSchedule', ['w-2', 'w-2b']],
      ['(any other):NoSchedule', ['w-3', 'w-3b']],
    ]);
  });
});
