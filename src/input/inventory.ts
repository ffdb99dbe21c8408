import { ByteSource } from './byte-source';
import { Diagnostic } from './documents';
import { isMapping, Mapping } from './mapping';
import { Place, readObjects } from './read-objects';
import { Value } from './read-yaml';

/** What a list of nodes or pods has besides them. */
export interface Inventory {
  /** Objects of kinds that matter for daemons, as they are. */
  readonly others: readonly Value[];
  readonly diagnostics: readonly Diagnostic[];
}

const OTHERS: ReadonlySet<string> = new Set(['namespace', 'priorityclass', 'runtimeclass', 'limitrange', 'resourcequota', 'serviceaccount']);

/** A list of the wrong kind may have thousands of objects that are all wrong. */
const PROBLEMS_MAX = 10;

/**
 * Hands out the objects of a kind as `kubectl get -o json` or `-o yaml` gives them; who takes them says what is wrong with them. Real dumps are cut by hand and by other tools, so
 * a kind in lower case or none at all is that kind too.
 */
export function readInventory(source: ByteSource, kind: 'Node' | 'Pod', take: (object: Mapping) => string | undefined): Inventory {
  const others: Value[] = [];
  const problems = new Problems();
  const diagnostics = readObjects(source, (value, place) => {
    const own = isMapping(value) && value.kind ? String(value.kind) : kind;
    if (OTHERS.has(own.toLowerCase())) {
      others.push(value);
      return;
    }
    const advice = `a list of ${kind.toLowerCase()}s is what \`kubectl get ${kind === 'Node' ? 'nodes' : 'pods -A'} -o json\` gives`;
    problems.add(!isMapping(value) ? `there is something that is no ${kind.toLowerCase()}; ${advice}`
      : own.toLowerCase() !== kind.toLowerCase() ? `there is an object of kind ${own}; ${advice}` : take(value), place);
  });
  return { others, diagnostics: [...diagnostics, ...problems.of(source.file)] };
}

class Problems {
  private readonly told = new Map<string, Place>();
  private count = 0;

  public add(message: string | undefined, place: () => Place): void {
    if (message === undefined) {
      return;
    }
    this.count++;
    if (!this.told.has(message) && this.told.size < PROBLEMS_MAX) {
      this.told.set(message, place());
    }
  }

  public of(file: string): Diagnostic[] {
    const more = this.count - this.told.size;
    return [
      ...[...this.told].map(([message, place]) => ({ file, ...place, message })),
      ...(more > 0 ? [{ file, message: `${more.toLocaleString('en')} more ${more === 1 ? 'object is' : 'objects are'} like that` }] : []),
    ];
  }
}
