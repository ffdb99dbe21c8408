/** An absolute path without doubled or trailing slashes: what two spellings of one directory have in common. */
export function normalizePath(path: string): string {
  const isNormal = !path.includes('//') && !path.endsWith('/'); // nearly always, and much quicker to see than to repair
  return isNormal ? path : path.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
}

/** Whether `path` lies below `parent`, itself not counted. */
export function isInside(path: string, parent: string): boolean {
  const [inner, outer] = [normalizePath(path), normalizePath(parent)];
  return inner !== outer && inner.startsWith(outer === '/' ? '/' : `${outer}/`);
}

/** The directory that holds a file; empty for a name without a directory. */
export function directoryOf(path: string): string {
  return path.includes('/') ? normalizePath(path.slice(0, path.lastIndexOf('/')) || '/') : '';
}

/** Whether a path is absolute and ends with a name. */
export function isFilePath(path: string): boolean {
  return path.startsWith('/') && !path.endsWith('/');
}

/** The last component of a path. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
