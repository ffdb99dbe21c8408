import { vectors } from './vectors';
import { daemonSetEligibility } from '../../src/kubernetes/eligibility';
import { requiredNodeAffinity } from '../../src/kubernetes/node-affinity';
import { PodSpec, Toleration } from '../../src/kubernetes/objects';
import { daemonPodTolerations, Taint } from '../../src/kubernetes/taints';

type Labels = { [key: string]: string };

/** What the real code answers; `createdTolerations` where a pod is created. */
interface Answer {
  readonly shouldRun: boolean;
  readonly shouldContinueRunning: boolean;
  readonly requiredNodeAffinityMatch: boolean;
  readonly createdTolerations?: Toleration[];
}

interface PlacementRow extends Answer {
  readonly node: { readonly metadata: { readonly name: string; readonly labels?: Labels }; readonly spec: { readonly taints?: Taint[] } };
  readonly daemonSet: { readonly template: { readonly spec: PodSpec } };
  readonly createdPodSpec?: PodSpec;
}

/** Nodes and pods at random, with keys, values, operators and counts of values that the API server would refuse too. */
interface HostileRow extends Answer {
  readonly node: { readonly name: string; readonly labels: Labels; readonly taints: Taint[] };
  readonly pod: PodSpec;
}

function answers(pod: PodSpec, node: { name: string; labels: Labels; taints: Taint[] }, creates: boolean): Answer {
  const createdTolerations = creates ? daemonPodTolerations(pod).map(written) : undefined;
  return { ...daemonSetEligibility(pod)(node), requiredNodeAffinityMatch: requiredNodeAffinity(pod).matches(node), createdTolerations };
}

/** The API leaves empty fields out. */
function written(toleration: Toleration): Toleration {
  const fields = ['key', 'operator', 'value', 'effect', 'tolerationSeconds'] as const;
  return Object.fromEntries(fields.map((field) => [field, toleration[field]]).filter(([, value]) => value));
}

describe('the DaemonSet controller', () => {
  const placement = vectors<PlacementRow>('placement').map((row) => ({
    node: { name: row.node.metadata.name, labels: row.node.metadata.labels ?? {}, taints: row.node.spec.taints ?? [] },
    pod: row.daemonSet.template.spec,
    expected: { ...pick(row), createdTolerations: row.createdPodSpec && (row.createdPodSpec.tolerations ?? []).map(written) },
  }));
  const hostile = vectors<HostileRow>('eligibility').map((row) => ({
    node: row.node,
    pod: row.pod,
    expected: { ...pick(row), createdTolerations: row.createdTolerations?.map(written) },
  }));

  test.each([
    ['2000 rows', placement, 2000, 400],
    ['4000 rows with whatever can be wrong', hostile, 4000, 500],
  ])('runs, keeps and matches as the real one, and creates pods with its tolerations, in %s', (_, rows, count, runs) => {
    expect(rows).toHaveLength(count);
    expect(rows.filter(({ expected }) => expected.shouldRun).length).toBeGreaterThan(runs);
    const wrong = rows.filter(({ pod, node, expected }) =>
      JSON.stringify(answers(pod, node, expected.createdTolerations !== undefined)) !== JSON.stringify(expected));
    expect(wrong).toEqual([]);
  });
});

function pick({ shouldRun, shouldContinueRunning, requiredNodeAffinityMatch }: Answer): Answer {
  return { shouldRun, shouldContinueRunning, requiredNodeAffinityMatch };
}
