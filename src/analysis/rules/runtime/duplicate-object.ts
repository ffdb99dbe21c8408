import { Manifest } from '../../manifests';
import { Found, Rule } from '../rule';

/**
 * An object that is there twice: when both are applied, the later one replaces the earlier one. In one file that is always so; of several files only
 * one may be meant, and nothing is lost where both say the same.
 */
export const DUPLICATE_OBJECT: Rule = {
  id: 'runtime/duplicate-object',
  title: 'An object that is there twice',
  severity: 'error',
  find: ({ all }) => {
    const first = new Map<string, Manifest>();
    return all.filter(isNamed).flatMap((manifest): Found[] => {
      const { kind, namespace, name, file } = manifest.head;
      const key = [kind, namespace ?? '', name].join('/');
      const other = first.get(key);
      first.set(key, other ?? manifest);
      const isInOneFile = other?.head.file === file;
      return other === undefined || (!isInOneFile && isEqual(manifest, other)) ? [] : [{
        manifest,
        path: 'metadata.name',
        severity: isInOneFile ? 'error' : 'warning',
        message: `the ${kind} '${name}' is also ${isInOneFile ? `on line ${other.head.line} of this file` : `in ${other.head.file}:${other.head.line}`}; `
          + 'applied together, this one replaces it',
        fix: 'give one of them another name or namespace, or take it out',
      }];
    });
  },
};

/** With generateName each object gets a name of its own. */
function isNamed({ object }: Manifest): boolean {
  return Boolean((object.metadata as { readonly name?: string } | undefined)?.name);
}

function isEqual(a: Manifest, b: Manifest): boolean {
  return JSON.stringify(a.object) === JSON.stringify(b.object);
}
