import { limitRangeErrors, withLimitRangeDefaults } from '../../../src/kubernetes/admission/limit-ranger';
import { setDefaults } from '../../../src/kubernetes/defaults/apply-defaults';
import { Value } from '../../../src/kubernetes/defaults/values';
import { Container, PodSpec } from '../../../src/kubernetes/pod-objects';
import { LimitRange } from '../../../src/kubernetes/validation/limit-range';
import { vectors } from '../vectors';

/** A pod and a LimitRange, and what the admission plugin LimitRanger of Kubernetes 1.36 does: what containers then ask for, and what is refused. */
interface Row {
  readonly pod: Value;
  readonly limitRange: Value;
  readonly resources: readonly { readonly limits: object; readonly requests: object }[];
  readonly errors: readonly string[];
}

const ROWS = vectors<Row>('admission').filter(({ limitRange }) => limitRange);

function admitted({ pod, limitRange }: Row): PodSpec {
  return withLimitRangeDefaults(setDefaults(pod).spec as PodSpec, setDefaults(limitRange) as LimitRange);
}

/** A list that is empty is stored as none. */
function resourcesOf({ resources }: Container) {
  return { limits: resources?.limits ?? {}, requests: resources?.requests ?? {} };
}

describe('a LimitRange', () => {
  test('gives the containers of 236 pods what the admission plugin gives them', () => {
    expect(ROWS).toHaveLength(236);
    const compared = ROWS.map((row) => {
      const { containers, initContainers } = admitted(row);
      return { wanted: row.resources, given: [...containers ?? [], ...initContainers ?? []].map(resourcesOf) };
    });
    expect(compared.map(({ given }) => given)).toEqual(compared.map(({ wanted }) => wanted));
  });

  test('has against each of them what the admission plugin has', () => {
    const said = ROWS.map((row) => limitRangeErrors(admitted(row), setDefaults(row.limitRange) as LimitRange).map(({ error }) => error).sort());
    expect(said).toEqual(ROWS.map(({ errors }) => errors));
  });

  test('tells which container it has something against, or that it is the pod as a whole', () => {
    const limitRange = (type: string) => ({ spec: { limits: [{ type, max: { cpu: '1' } }] } });
    const [small, large] = ['1', '2'].map((cpu) => ({ name: `c${cpu}`, resources: { limits: { cpu } } }));
    const told = (type: string) => limitRangeErrors({ containers: [small, large], initContainers: [large] }, limitRange(type));
    const error = (per: string, limit: number) => `maximum cpu usage per ${per} is 1, but limit is ${limit}`;
    expect(told('Container')).toEqual([
      { path: 'spec.containers[1]', error: error('Container', 2) }, { path: 'spec.initContainers[0]', error: error('Container', 2) },
    ]);
    expect(told('Pod')).toEqual([{ path: 'spec', error: error('Pod', 3) }]);
  });

  test('without limits has nothing against a pod', () => {
    expect(limitRangeErrors({ containers: [{ name: 'a' }] }, {})).toEqual([]);
    expect(limitRangeErrors({ containers: [{ name: 'a' }] }, { spec: { limits: [null] } })).toEqual([]);
    expect(withLimitRangeDefaults({ containers: [{ name: 'a' }] }, { spec: null })).toEqual({ containers: [{ name: 'a', resources: { limits: {}, requests: {} } }] });
  });
});
