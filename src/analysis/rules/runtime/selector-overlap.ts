import { concat } from '../../../kubernetes/concat';
import { LabelSelector } from '../../../kubernetes/validation/label-selector';
import { matchesSelector } from '../../../kubernetes/validation/selector-of-template';
import { isSameObject, Labels, Workload } from '../../manifests';
import { Found, Rule } from '../rule';

/**
 * A DaemonSet whose selector matches the pods of another one of its namespace. Each keeps its own pods, but takes over orphans of the other (after
 * `--cascade=orphan`), and whoever selects by the same labels (Services, `kubectl -l`) mixes the two. One that the API server refuses has no pods.
 * Upstream: PodControllerRefManager.
 */
export const SELECTOR_OVERLAP: Rule = {
  id: 'runtime/selector-overlap',
  title: 'Two DaemonSets of a namespace of which one selects the pods of the other',
  severity: 'error',
  find: ({ workloads }) => overlaps(workloads.filter(({ manifest }) => manifest.head.kind === 'DaemonSet' && manifest.isValid))
    .map(({ one, other, isSelecting }): Found => ({
      manifest: one.manifest,
      path: 'spec.selector',
      message: (isSelecting ? `the selector matches the pods of the DaemonSet '${other.manifest.head.name}' too`
        : `the selector of the DaemonSet '${other.manifest.head.name}' matches these pods too`)
        + ': pods without an owner are adopted by the wrong one, and Services mix the two',
      fix: 'give each DaemonSet a label of its own, in selector and template; a selector cannot be changed later',
    })),
};

/** A DaemonSet and the first before it with which it overlaps. */
interface Overlap {
  readonly one: Workload;
  readonly other: Workload;
  /** Whether it selects pods of the other; if not, it is the other way round. */
  readonly isSelecting: boolean;
}

/** Each is held against those alone that share the rarest label of a selector, so that many DaemonSets are not all compared with each other. */
function overlaps(daemonSets: readonly Workload[]): Overlap[] {
  const [byLabel, bySelector] = [new Index(), new Index()];
  const counts = new Index();
  daemonSets.forEach((workload) => labelsOf(workload).forEach((label) => counts.add(label, workload)));
  return daemonSets.flatMap((one): Overlap[] => {
    const [rarest] = selectedLabels(one).sort((a, b) => counts.get(a).length - counts.get(b).length);
    const selected = byLabel.get(rarest).find((other) => isRival(one, other) && selects(one, other));
    const selecting = labelsOf(one).flatMap((label) => bySelector.get(label).find((other) => isRival(one, other) && selects(other, one)) ?? []);
    labelsOf(one).forEach((label) => byLabel.add(label, one));
    bySelector.add(rarest, one);
    const [first] = concat(selected === undefined ? [] : [selected], selecting).sort((a, b) => daemonSets.indexOf(a) - daemonSets.indexOf(b));
    return first === undefined ? [] : [{ one, other: first, isSelecting: first === selected }];
  });
}

/** Workloads under labels. */
class Index {
  private readonly lists = new Map<string, Workload[]>();

  public get(label: string): readonly Workload[] {
    return this.lists.get(label) ?? [];
  }

  public add(label: string, workload: Workload): void {
    const list = this.lists.get(label);
    if (list === undefined) {
      this.lists.set(label, [workload]);
    } else {
      list.push(workload);
    }
  }
}

/** With the namespace in front, and one that all of a namespace have. */
function labelsOf({ manifest, metadata }: Workload): string[] {
  return withNamespace(manifest.head.namespace, metadata.labels ?? {});
}

function selectedLabels(workload: Workload): string[] {
  return withNamespace(workload.manifest.head.namespace, selectorOf(workload)?.matchLabels ?? {});
}

function withNamespace(namespace: string | null, labels: Labels): string[] {
  return ['', ...Object.entries(labels).map((pair) => pair.join('='))].map((label) => `${namespace} ${label}`);
}

function isRival(one: Workload, other: Workload): boolean {
  return !isSameObject(one.manifest, other.manifest);
}

function selects(selecting: Workload, { metadata }: Workload): boolean {
  return matchesSelector(selectorOf(selecting), metadata.labels);
}

function selectorOf({ manifest }: Workload): LabelSelector | undefined {
  return (manifest.object.spec as { readonly selector?: LabelSelector }).selector;
}
