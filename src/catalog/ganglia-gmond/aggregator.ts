import { GangliaAggregatorAddress, GangliaCompanionOptions } from './aggregator-options';

/** @internal */
export type GangliaAggregatorData =
  | { readonly kind: 'companion'; readonly options: GangliaCompanionOptions }
  | { readonly kind: 'at'; readonly options: GangliaAggregatorAddress };

/** A gmond that gathers what the nodes send, and that gmetad asks. Several get all of it. */
export class GangliaAggregator {
  /**
   * One that comes with the daemon: a Deployment of one pod from the same image, and a Service, both `<name>-aggregator`. It keeps everything in memory, and has
   * it again a few minutes after a restart; history is what gmetad writes. At most one.
   */
  public static companion(options: GangliaCompanionOptions = {}): GangliaAggregator {
    return new GangliaAggregator({ kind: 'companion', options: { ...options } });
  }

  /** One that is there already. */
  public static at(address: GangliaAggregatorAddress): GangliaAggregator {
    return new GangliaAggregator({ kind: 'at', options: { ...address } });
  }

  private constructor(
    /** @internal */
    public readonly _data: GangliaAggregatorData,
  ) {
  }
}
