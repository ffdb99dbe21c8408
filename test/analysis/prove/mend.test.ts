import { asking, daemonSet, mended } from './daemon-sets';
import { provePartitions } from '../../../src/analysis/prove/prove';
import { ASSUMPTIONS } from '../../../src/kubernetes/domain';
import { DaemonSet } from '../../../src/kubernetes/objects';

function fixes(daemonSets: DaemonSet[], over?: string) {
  const [{ gap, overlap, outside }] = provePartitions(daemonSets, [], over);
  return { gap: gap?.fix, overlap: overlap?.fix, outside: outside?.fix };
}

describe('the smallest change', () => {
  test('is that of the member which has the fewest requirements to change', () => {
    const sets = [daemonSet('gpu', asking('hardware=gpu,zone=a || hardware=gpu,zone!=a')), daemonSet('fluentd', asking('hardware,hardware!=gpu'))];
    expect(fixes(sets).gap).toBe('let agents/fluentd take nodes with !hardware too: write its node affinity as hardware!=gpu');
  });

  test('counts what is to be written, and not only what is to be changed', () => {
    expect(fixes([daemonSet('one', asking('pool=x')), daemonSet('other', asking('gpu,zone'))]).overlap)
      .toBe('let agents/other leave nodes with gpu,pool=x,zone to agents/one: write its node affinity as gpu,pool!=x,zone');
  });

  test('says no more than it must of nodes outside of the domain', () => {
    expect(fixes([daemonSet('one'), daemonSet('other', asking('gpu'))], 'os=linux').overlap)
      .toBe('let agents/one leave nodes with gpu to agents/other: write its node affinity as !gpu');
  });

  test('says nothing of labels that cannot be', () => {
    const every = daemonSet('one', {}, { [ASSUMPTIONS]: 'integerLabel(cpu)' });
    expect(fixes([every], 'cpu<9 || !cpu').outside)
      .toBe('let agents/one leave out nodes with cpu>8: write its node affinity as !cpu || cpu<9 (a term of nodeSelectorTerms for each side of ||)');
    expect(fixes([every], '!cpu || cpu>4 || cpu<5,cpu!=3').outside).toBe('let agents/one leave out nodes with cpu=3: write its node affinity as cpu!=3');
  });

  test('is that of the first member where several are as small', () => {
    const sets = [daemonSet('b', asking('size=small')), daemonSet('a', asking('size=large'))];
    expect(fixes(sets).gap).toBe('let agents/b take nodes with size notin (large,small) too: write its node affinity as size!=large');
    expect(fixes([...sets].reverse()).gap).toBe('let agents/a take nodes with size notin (large,small) too: write its node affinity as size!=small');
  });

  test('leaves nodeSelector as it is where it can', () => {
    const sets = ['small', 'large'].map((size) => daemonSet(size, { nodeSelector: { os: 'linux', size } }));
    expect(fixes(sets).gap).toBe('let agents/small take nodes with size notin (large,small) too: write its node affinity as size!=large, and take size out of its nodeSelector');
  });

  test('says what is no longer needed', () => {
    expect(fixes([daemonSet('one', { nodeSelector: { os: 'linux' }, ...asking('gpu') })]).gap)
      .toBe('let agents/one take nodes with !gpu too: remove its required node affinity');
    expect(fixes([daemonSet('one', { nodeSelector: { os: 'linux' } })], '').gap)
      .toBe('let agents/one take nodes with os!=linux too: take os out of its nodeSelector');
  });

  test('says that several terms are needed', () => {
    expect(fixes([daemonSet('one'), daemonSet('other', asking('gpu,zone'))]).overlap)
      .toBe('let agents/one leave nodes with gpu,zone to agents/other: write its node affinity as !gpu || !zone (a term of nodeSelectorTerms for each side of ||)');
  });

  test('leaves nodes to who tolerates all that is tolerated now, though more is to change', () => {
    const sets = [daemonSet('gpu', asking('gpu,zone || gpu,!zone')), daemonSet('rest', { tolerations: [{ operator: 'Exists' }] })];
    expect(fixes(sets).overlap).toMatch(/^let agents\/rest leave nodes with gpu to agents\/gpu:/);
    const equal = [daemonSet('one', { ...asking('gpu'), tolerations: [{ operator: 'Exists' }] }), daemonSet('other', asking('gpu!=b'))];
    expect(fixes(equal).overlap).toMatch(/^let agents\/other leave nodes with gpu,gpu!=b to agents\/one:/);
    expect(fixes([...equal].reverse()).overlap).toMatch(/^let agents\/other leave nodes with gpu,gpu!=b to agents\/one:/);
  });

  test('is none where two members take the same nodes', () => expect(fixes([daemonSet('one'), daemonSet('other')]).overlap).toBeNull());

  test('is none where it takes more than anybody would write', () => {
    const sets = Array.from({ length: 60 }, (_, index) => daemonSet(`m${index}`, { nodeSelector: { [`a${index}`]: 'x', [`b${index}`]: 'x' } }));
    expect(fixes(sets).gap).toBeNull();
  });

  test('of nodes that no requirement names is an assumption, and what is to do then', () => {
    const told = 'no node affinity says exactly which nodes these are, since a label cpu that is no whole number is neither above nor below a bound; '
      + 'if it is a whole number wherever it is set, say so (annotation cdk8s-daemons/assumptions: integerLabel(cpu)); then ';
    expect(fixes([daemonSet('big', asking('cpu>7')), daemonSet('small', asking('cpu<8'))]).gap)
      .toBe(`${told}let agents/big take nodes with !cpu too: write its node affinity as !cpu || cpu>7 (a term of nodeSelectorTerms for each side of ||)`);
    expect(fixes([daemonSet('big', asking('cpu>7')), daemonSet('small', asking('cpu<8 || !cpu'))]).gap).toBe(`${told}nothing else has to change`);
  });

  test('adds to what is assumed already', () => {
    const sets = [daemonSet('big', asking('cpu>7,disk>5')), daemonSet('small', asking('cpu<8,disk>5'), { [ASSUMPTIONS]: 'integerLabel(cpu)' })];
    const { gap } = fixes(sets, 'disk,cpu');
    expect(gap).toContain('(annotation cdk8s-daemons/assumptions: integerLabel(cpu) integerLabel(disk)); then let agents/big take nodes with disk<6');
    expect(provePartitions(mended(sets, gap!), [], 'disk,cpu')[0].gap).toBeNull();
  });
});
