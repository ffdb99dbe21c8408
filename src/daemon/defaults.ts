/** Whether a daemon gets what is good practice for its kind, or only what its definition says. */
export class Defaults {
  /**
   * What is right for a node daemon is written out: Linux nodes, every taint tolerated, a restricted security context, a
   * ServiceAccount of its own without a token, a priority, a rollout, the recommended labels.
   */
  public static recommended(): Defaults {
    return new Defaults(true);
  }

  /**
   * Nothing is written that the definition does not say, and no label is added: `selector` and `podLabels` are then
   * required. For manifests that must stay as they are, field by field.
   */
  public static none(): Defaults {
    return new Defaults(false);
  }

  private constructor(
    /** @internal */
    public readonly _recommended: boolean,
  ) {
  }
}
