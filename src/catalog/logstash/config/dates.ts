/** What strftime's directives are for Logstash (upstream: Joda-Time, org.joda.time.format.DateTimeFormat). */
const DIRECTIVES: { readonly [directive: string]: string } = {
  a: 'EEE',
  A: 'EEEE',
  b: 'MMM',
  B: 'MMMM',
  d: 'dd',
  e: 'd',
  F: 'yyyy-MM-dd',
  H: 'HH',
  I: 'hh',
  j: 'DDD',
  L: 'SSS',
  m: 'MM',
  M: 'mm',
  N: 'SSSSSSSSS',
  p: 'a',
  S: 'ss',
  T: 'HH:mm:ss',
  y: 'yy',
  Y: 'yyyy',
  z: 'Z',
};

/** RFC 3339, which Logstash knows under a name of its own, and reads with any number of digits. */
const RFC_3339 = ['%Y-%m-%dT%H:%M:%S.%N%z', '%Y-%m-%dT%H:%M:%S%z', '%FT%T.%N%z', '%FT%T%z'];

/**
 * What a format of strftime is for the filter `date`, which tries one after the other; undefined where it has no words for it.
 *
 * @param strftime undefined is what that filter reads by itself: ISO 8601
 */
export function dateFormats(strftime?: string): string[] | undefined {
  if (strftime === undefined || RFC_3339.includes(strftime)) {
    return ['ISO8601'];
  }
  if (strftime === '%s') {
    return ['UNIX'];
  }
  // a day of one digit has a space before it
  const formats = [strftime, ...(strftime.includes('%e') ? [strftime.replace(/%e/g, ' %e')] : [])].map(joda).filter((format) => format !== undefined);
  return formats.length > 0 ? formats : undefined;
}

function joda(strftime: string): string | undefined {
  const parts = [...strftime.matchAll(/%[0-9:-]*(.)|([A-Za-z']+)|([^%A-Za-z']+)|%/gs)].map(([part, directive, letters]) => {
    if (part.startsWith('%')) {
      return directive === '%' ? '%' : DIRECTIVES[directive];
    }
    return letters === undefined ? part : literal(letters);
  });
  return parts.some((part) => part === undefined) ? undefined : parts.join('');
}

/** Letters stand for themselves only in quotes; a quote is written twice, in quotes or not. */
function literal(text: string): string {
  const doubled = text.replace(/'/g, "''");
  return /[A-Za-z]/.test(text) ? `'${doubled}'` : doubled;
}
