/** Name of the flag that an argument sets: `--no-collector.x`, `--collector.x=…` and `-collector.x` are the flag `collector.x`. */
export function flagOf(arg: string): string {
  return arg.replace(/^--?(no-)?/, '').replace(/=.*$/s, '');
}
