/** Options that a daemon cannot do without: what each is, and how it is said. */
export type RequiredOptions<P> = { readonly [option in keyof P]?: string };

/**
 * The compiler asks for required options; who writes in an untyped language may leave one out, and nothing can be made without. One that is empty is a
 * problem like others, told at synth.
 *
 * @param daemon the construct and its id, for the message
 * @throws naming all that are missing
 */
export function requireOptions<P extends object>(daemon: string, props: P | undefined, required: RequiredOptions<P>): void {
  const missing = (Object.keys(required) as (keyof P & string)[]).filter((option) => (props?.[option] ?? undefined) === undefined);
  if (missing.length > 0) {
    throw new Error(missing.map((option) => `${daemon} needs ${option}: ${required[option]}`).join('\n'));
  }
}
