import { PodSpec } from '../../../kubernetes/pod-objects';
import { inWorkloads, Rule, Said } from '../rule';

/** What others may, by what the owner may. */
const NO_MORE_THAN: { readonly [owner: number]: readonly number[] } = { 4: [0, 4], 5: [0, 4, 5], 6: [0, 4, 6], 7: [0, 4, 5, 6, 7] };

type Fields = Readonly<Record<string, unknown>>;

/**
 * A file mode that was written as people read it, `440`, where JSON and YAML take a decimal number: 440 is 0670. The API server refuses such numbers
 * only above 511 (0777).
 */
export const DECIMAL_MODE: Rule = {
  id: 'runtime/decimal-mode',
  title: 'A file mode that is octal to people and decimal to YAML',
  severity: 'error',
  find: inWorkloads(({ pod, path }) => modesOf(pod, path).flatMap(({ mode, path: at }): Said[] => (!isMistaken(mode) ? [] : [{
    path: at,
    message: `the mode ${mode} is decimal, which is ${octal(mode)}; what was meant is 0${mode}`,
    fix: `write 0${mode} in YAML, ${parseInt(String(mode), 8)} in JSON`,
  }]))),
};

/** Read as a decimal it makes little sense, read as octal it does. */
export function isMistaken(mode: number): boolean {
  return /^[0-7]{3}$/.test(String(mode)) && !isSensible(mode) && isSensible(parseInt(String(mode), 8));
}

/** Who may do something may read, and others may do no more than the owner. Each digit is read, write and execute. */
function isSensible(mode: number): boolean {
  const [owner, group, other] = mode.toString(8).padStart(3, '0').split('').map(Number);
  return mode <= 0o777 && [4, 5, 6, 7].includes(owner) && [group, other].every((digit) => NO_MORE_THAN[owner].includes(digit));
}

function octal(mode: number): string {
  return `0${mode.toString(8)}`;
}

function modesOf({ volumes }: PodSpec, path: string): { readonly mode: number; readonly path: string }[] {
  const sources = (volumes ?? []).flatMap((volume, index) => {
    const { projected, ...others } = volume as Readonly<Record<string, Fields | undefined>>;
    const at = `${path}.volumes[${index}]`;
    return [
      ...['secret', 'configMap', 'downwardAPI'].map((name) => ({ source: others[name], path: `${at}.${name}` })),
      { source: projected, path: `${at}.projected` },
      ...((projected?.sources ?? []) as Fields[]).flatMap((source, place) => Object.entries(source)
        .map(([name, value]) => ({ source: value as Fields, path: `${at}.projected.sources[${place}].${name}` }))),
    ];
  });
  return sources.flatMap(({ source, path: at }) => [
    { mode: source?.defaultMode, path: `${at}.defaultMode` },
    ...((source?.items ?? []) as Fields[]).map(({ mode }, index) => ({ mode, path: `${at}.items[${index}].mode` })),
  ]).filter((found): found is { mode: number; path: string } => typeof found.mode === 'number');
}
