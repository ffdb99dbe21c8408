import { CollectdGraphiteOptions, CollectdHttpOptions, CollectdNetworkOptions, CollectdPrometheusOptions } from './output-options';

/** @internal */
export type CollectdOutputData =
  | { readonly kind: 'prometheus'; readonly options: CollectdPrometheusOptions }
  | { readonly kind: 'network'; readonly options: CollectdNetworkOptions }
  | { readonly kind: 'graphite'; readonly options: CollectdGraphiteOptions }
  | { readonly kind: 'http'; readonly options: CollectdHttpOptions };

/** Where collectd's values go. Several outputs get all of them. */
export class CollectdOutput {
  /** A page on each node that Prometheus scrapes. At most one. */
  public static prometheus(options: CollectdPrometheusOptions = {}): CollectdOutput {
    return new CollectdOutput({ kind: 'prometheus', options: { ...options } });
  }

  /** Another collectd. */
  public static network(options: CollectdNetworkOptions): CollectdOutput {
    return new CollectdOutput({ kind: 'network', options: { ...options } });
  }

  /** Graphite. */
  public static graphite(options: CollectdGraphiteOptions): CollectdOutput {
    return new CollectdOutput({ kind: 'graphite', options: { ...options } });
  }

  /** A web server, as JSON. */
  public static http(options: CollectdHttpOptions): CollectdOutput {
    return new CollectdOutput({ kind: 'http', options: { ...options } });
  }

  private constructor(
    /** @internal */
    public readonly _data: CollectdOutputData,
  ) {
  }
}
