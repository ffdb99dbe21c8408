import { asCreatedPod, evaluatePodSecurity, isPodSecurityLevel, PodSpec, violationText } from '../../../kubernetes/pod-security';
import { Labels, Manifests, ofKind, Workload } from '../../manifests';
import { Found, Rule } from '../rule';

const PREFIX = 'pod-security.kubernetes.io';

/** What a namespace asks of its pods. */
interface Policy {
  readonly level: string;
  readonly version: string;
}

/**
 * The labels of a namespace forbid the pods of a workload. The workload itself is taken, with a warning at most; it then has no pods, and only its
 * events tell why (FailedCreate). Upstream: pod-security-admission, EvaluatePod.
 */
export const POD_SECURITY: Rule = {
  id: 'pod-security',
  title: 'Pods that the labels of their namespace forbid',
  severity: 'error',
  find: (manifests) => manifests.workloads.flatMap((workload) => {
    const { namespace } = workload.manifest.head;
    const labels = namespaceLabels(manifests, namespace);
    const violation = violationAt(manifests.kubernetesVersion);
    const enforced = violation(workload, policyOf(labels, 'enforce'), asCreatedPod(workload.pod as PodSpec));
    const warned = violation(workload, policyOf(labels, 'warn'), workload.pod as PodSpec);
    if (enforced !== undefined) {
      return [found(workload, `the namespace '${namespace}' forbids these pods: violates PodSecurity ${enforced}`, 'error')];
    }
    return warned === undefined ? [] : [found(workload, `would violate PodSecurity ${warned}`, 'warning')];
  }),
};

function found({ manifest, path }: Workload, message: string, severity: 'error' | 'warning'): Found {
  const fix = 'give the namespace a level that admits them (pod-security.kubernetes.io/enforce), or ask less of the node';
  return { manifest, path: path === 'spec' ? null : path.replace(/\.spec$/, ''), message, severity, fix };
}

function namespaceLabels(manifests: Manifests, namespace: string | null): Labels {
  const given = ofKind(manifests, 'Namespace').find(({ head }) => head.name === namespace);
  return (given?.object.metadata as { readonly labels?: Labels } | undefined)?.labels ?? {};
}

function policyOf(labels: Labels, mode: 'enforce' | 'warn'): Policy {
  const level = labels[`${PREFIX}/${mode}`] ?? 'privileged';
  const version = labels[`${PREFIX}/${mode}-version`] ?? 'latest';
  return { level: isPodSecurityLevel(level) ? level : 'privileged', version: /^v1\.(0|[1-9]\d*)$/.test(version) ? version : 'latest' };
}

/**
 * `"baseline:latest": host namespaces (hostNetwork=true)`, undefined where the policy admits the pod; `latest` is what the Kubernetes has that is asked.
 * Upstream: ForbiddenDetail.
 */
function violationAt(kubernetesVersion: string) {
  return ({ metadata }: Workload, { level, version }: Policy, pod: PodSpec): string | undefined => {
    const asOf = version === 'latest' ? `v${kubernetesVersion}` : version;
    const violations = isPodSecurityLevel(level) ? evaluatePodSecurity(metadata, pod, level, asOf) : [];
    return violations.length === 0 ? undefined : `"${level}:${version}": ${violations.map(violationText).join(', ')}`;
  };
}
