import { quotaError, ResourceQuota } from '../../../src/kubernetes/admission/resource-quota';
import { setDefaults } from '../../../src/kubernetes/defaults/apply-defaults';
import { Value } from '../../../src/kubernetes/defaults/values';
import { PodSpec } from '../../../src/kubernetes/pod-objects';
import { vectors } from '../vectors';

/** A pod and a ResourceQuota, and what the pod must say, by the quota evaluator of Kubernetes 1.36. */
interface Row {
  readonly pod: Value;
  readonly quota: ResourceQuota;
  readonly errors: readonly string[];
}

const ROWS = vectors<Row>('admission').filter(({ quota }) => quota);

describe('a ResourceQuota', () => {
  test('asks of 373 pods what the quota evaluator asks of them, in and out of its scopes', () => {
    expect(ROWS).toHaveLength(373);
    const compared = ROWS.map((row) => ({ row, wanted: row.errors[0], said: quotaError(setDefaults(row.pod).spec as PodSpec, row.quota) }));
    expect(compared.filter(({ wanted, said }) => wanted !== said)).toEqual([]);
  });

  test('without hard limits asks for nothing', () => {
    expect(quotaError({ containers: [{ name: 'a' }] }, {})).toBeUndefined();
    expect(quotaError({ containers: [{ name: 'a' }] }, { spec: { hard: null } })).toBeUndefined();
  });
});
