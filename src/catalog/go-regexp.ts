/**
 * Why Go, or Rust, would not compile a regular expression, as far as it can be known here: JavaScript's syntax is nearly the same. Undefined where
 * nothing is wrong with it.
 */
export function regexpProblem(regexp: string, language = 'Go'): string | undefined {
  if (/\(\?<?[=!]|(^|[^\\])(\\\\)*\\[1-9]/.test(regexp)) {
    return `${language} knows neither look-ahead, look-behind nor back-references`;
  }
  try {
    // flags within the expression and Go's way to name a group are unknown to JavaScript
    new RegExp(regexp.replace(/\(\?P</g, '(?<').replace(/\(\?[imsU-]+:/g, '(?:').replace(/\(\?[imsU-]+\)/g, ''));
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^.*: /, '').toLowerCase();
  }
}
