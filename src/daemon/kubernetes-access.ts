import * as wire from '../kubernetes/objects';

/** One rule of a Role, in Kubernetes' own words (`rules[]`). */
export interface PolicyRule {
  /**
   * API groups of the resources; the core group is the empty text.
   *
   * @default [''] - the core group, where pods, nodes and namespaces are
   */
  readonly apiGroups?: string[];

  /**
   * Resources in the plural, subresources behind a slash: `pods`, `nodes/stats`.
   *
   * @default - none; then `nonResourceUrls` says what the rule is for
   */
  readonly resources?: string[];

  /** What may be done: `get`, `list`, `watch`, `create`, … */
  readonly verbs: string[];

  /**
   * Names of single objects.
   *
   * @default - every object
   */
  readonly resourceNames?: string[];

  /**
   * Paths of the API server that are no resources, such as `/metrics`; only cluster-wide (`nonResourceURLs`).
   *
   * @default - none
   */
  readonly nonResourceUrls?: string[];
}

/**
 * What a daemon may ask of the Kubernetes API. A daemon with any access gets its ServiceAccount's token; one without gets none.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export class KubernetesAccess {
  /**
   * Get, list and watch objects of the core group in every namespace.
   *
   * @param resources such as `pods`, `namespaces`
   */
  public static read(...resources: string[]): KubernetesAccess {
    return KubernetesAccess.clusterWide({ resources, verbs: ['get', 'list', 'watch'] });
  }

  /** A rule for every namespace and for cluster-scoped objects (a ClusterRole). */
  public static clusterWide(rule: PolicyRule): KubernetesAccess {
    return new KubernetesAccess(true, structuredClone(rule));
  }

  /** A rule for the daemon's own namespace (a Role). */
  public static ownNamespace(rule: PolicyRule): KubernetesAccess {
    return new KubernetesAccess(false, structuredClone(rule));
  }

  private constructor(
    /** Whether the rule holds for the whole cluster. */
    public readonly isClusterWide: boolean,
    private readonly rule: PolicyRule,
  ) {
  }

  /** @internal */
  public _render(): wire.PolicyRule {
    const { apiGroups, resources, verbs, resourceNames, nonResourceUrls } = this.rule;
    return {
      apiGroups: resources === undefined ? undefined : [...(apiGroups ?? [''])],
      resources: resources && [...resources],
      resourceNames: resourceNames && [...resourceNames],
      nonResourceURLs: nonResourceUrls && [...nonResourceUrls],
      verbs: [...verbs],
    };
  }
}
