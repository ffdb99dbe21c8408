import { Severity } from '../finding';
import { containersOf, Manifest, Manifests, ofKind, PlacedContainer, Workload } from '../manifests';

/** What a rule says about a place of an object. */
export interface Said {
  /** Kubernetes' own field path; null where it is the object as a whole. */
  readonly path: string | null;
  readonly message: string;
  readonly fix?: string;
  /** Where it differs from that of the rule. */
  readonly severity?: Severity;
}

/** What a rule says, and of which object. */
export interface Found extends Said {
  readonly manifest: Manifest;
}

/** One thing to look for. */
export interface Rule {
  /** `runtime/<id>`; what stands behind the slash names the rule in exceptions. */
  readonly id: string;
  /** What is not as it should be, in some words. */
  readonly title: string;
  readonly severity: Severity;
  readonly find: (manifests: Manifests) => Found[];
}

/** Asks each object that has pods. */
export function inWorkloads(find: (workload: Workload, manifests: Manifests) => Said[]): Rule['find'] {
  return (manifests) => manifests.workloads.flatMap((workload) => (
    find(workload, manifests).map((said) => ({ ...said, manifest: workload.manifest }))));
}

/** Asks each container. */
export function inContainers(find: (placed: PlacedContainer, workload: Workload) => Said[]): Rule['find'] {
  return inWorkloads((workload) => containersOf(workload).flatMap((placed) => find(placed, workload)));
}

/** Asks each object of a kind. */
export function inKind(kind: string, find: (manifest: Manifest, manifests: Manifests) => Said[]): Rule['find'] {
  return (manifests) => ofKind(manifests, kind)
    .flatMap((manifest) => find(manifest, manifests).map((said) => ({ ...said, manifest })));
}
