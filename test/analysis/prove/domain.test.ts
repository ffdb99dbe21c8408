import { asking, daemonSet } from './daemon-sets';
import { domainKeys, provePartitions } from '../../../src/analysis/prove/prove';
import { ASSUMPTIONS, DOMAIN } from '../../../src/kubernetes/domain';
import { DaemonSet } from '../../../src/kubernetes/objects';

function domainOf(daemonSets: DaemonSet[], over?: string) {
  const [{ domain, assumptions }, onNodes] = provePartitions(daemonSets, [], over);
  expect(onNodes.domain).toBe(domain);
  return { domain, assumptions };
}

const linux = { nodeSelector: { 'kubernetes.io/os': 'linux' } };

describe('the domain of DaemonSets', () => {
  test('of foreign manifests is what all of them select', () => {
    const small = daemonSet('small', { nodeSelector: { 'kubernetes.io/os': 'linux', 'pool': 'a', 'size': 'small' } });
    const large = daemonSet('large', { nodeSelector: { 'size': 'large', 'pool': 'a', 'kubernetes.io/os': 'linux' } });
    expect(domainOf([small, large])).toEqual({ domain: 'kubernetes.io/os=linux,pool=a', assumptions: [] });
    expect(domainOf([small, daemonSet('every')])).toEqual({ domain: '', assumptions: [] });
    expect(domainOf([small]).domain).toBe('kubernetes.io/os=linux,pool=a,size=small');
  });

  test('is what they say in their annotation', () => {
    const sets = ['a', 'b'].map((name) => daemonSet(name, linux, { [DOMAIN]: 'pool=x || pool=y' }));
    expect(domainOf(sets)).toEqual({ domain: 'pool=x || pool=y', assumptions: [] });
  });

  test('is every node where the annotation is empty', () => {
    expect(domainOf([daemonSet('a', linux, { [DOMAIN]: '' })])).toEqual({ domain: '', assumptions: [] });
  });

  test('is what is asked for, whatever they say', () => {
    const sets = [daemonSet('a', linux, { [DOMAIN]: 'pool=x' }), daemonSet('b', linux, { [DOMAIN]: 'one two' })];
    expect(domainOf(sets, 'pool in (y,z)')).toEqual({ domain: 'pool in (y,z)', assumptions: [] });
  });

  test('is all that is said where they differ, and that is told', () => {
    const sets = [daemonSet('b', linux, { [DOMAIN]: 'pool=x' }), daemonSet('a', linux, { [DOMAIN]: 'pool=y' })];
    const assumptions = ['the members state different domains, and the nodes of any of them are taken (agents/a: pool=y; agents/b: pool=x)'];
    expect(domainOf(sets)).toEqual({ domain: 'pool=x || pool=y', assumptions });
    expect(provePartitions(sets, [])[0].outside).toMatchObject({ labels: { 'kubernetes.io/os': 'linux' }, missingLabels: ['pool'] });
    expect(domainOf([...sets, daemonSet('c', linux, { [DOMAIN]: '' })]).domain).toBe('');
  });

  test('is the same in other words', () => {
    const sets = [daemonSet('a', linux, { [DOMAIN]: 'size=s,pool=x' }), daemonSet('b', linux, { [DOMAIN]: 'pool in (x),size=s' })];
    expect(domainOf(sets)).toEqual({ domain: 'pool in (x),size=s', assumptions: [] });
  });

  test('is that of the others for one that says nothing, and that is told', () => {
    expect(domainOf([daemonSet('a', linux), daemonSet('b', linux, { [DOMAIN]: 'pool=x' })]))
      .toEqual({ domain: 'pool=x', assumptions: ['agents/a states no domain, and is held to that of the others'] });
  });

  test.each([
    ['the annotations', 'pool=x', undefined, 'pool=x'],
    ['the selectors', undefined, undefined, 'kubernetes.io/os=linux'],
    ['the selectors', 'also > nothing', ['the domain of agents/a cannot be read, and is left out: also > nothing'], 'kubernetes.io/os=linux'],
  ])('falls back to %s where what is asked for cannot be read, and that is told', (_, stated, more, domain) => {
    const set = daemonSet('a', linux, stated === undefined ? {} : { [DOMAIN]: stated });
    expect(domainOf([set], 'cpu>many')).toEqual({ domain, assumptions: ['the domain of --over cannot be read, and is left out: cpu>many', ...more ?? []] });
  });

  test('comes with what any of them takes for granted', () => {
    const sets = [daemonSet('a', asking('cpu>7'), { [ASSUMPTIONS]: 'integerLabel(cpu)' }), daemonSet('b', asking('!cpu || cpu<8'), { [ASSUMPTIONS]: 'integerLabel(a) integerLabel(cpu)' })];
    const [overLabels, overNodes] = provePartitions(sets, []);
    expect(overLabels).toMatchObject({ gap: null, overlap: null, outside: null, assumptions: ['a', 'cpu'].map((key) => `the label ${key} is a whole number wherever it is set`) });
    expect(overNodes.assumptions).toEqual([]);
  });
});

describe('the labels that matter', () => {
  test('are those of the members and of the domain', () => {
    const sets = [daemonSet('a', { ...linux, ...asking('size=small') }), daemonSet('b', { ...linux, ...asking('!gpu') }, { [DOMAIN]: 'pool=x' })];
    expect(domainKeys(sets)).toEqual(['gpu', 'kubernetes.io/os', 'pool', 'size']);
    expect(domainKeys(sets, 'zone')).toEqual(['gpu', 'kubernetes.io/os', 'size', 'zone']);
    expect(domainKeys([])).toEqual([]);
  });

  test('are no names of nodes', () => {
    const named = { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['w-1'] }] }] } } } };
    expect(domainKeys([daemonSet('a', named)])).toEqual([]);
  });
});
