/** Some lists as one. Most of them are empty where errors are looked for, and spreading each into a literal costs more than the looking. */
export function concat<T>(...lists: readonly (readonly T[])[]): T[] {
  const all: T[] = [];
  for (const list of lists) {
    for (let index = 0; index < list.length; index++) {
      all.push(list[index]);
    }
  }
  return all;
}
