/** Why a text is no base64, undefined where it is. Line ends are ignored. Upstream: base64.StdEncoding.Decode. */
export function base64Error(text: string): string | undefined {
  const bytes = Buffer.from(text).toString('latin1');
  const signs = Array.from(bytes, (sign, index) => ({ sign, index })).filter(({ sign }) => sign !== '\n' && sign !== '\r');
  const at = (index: number): string => `illegal base64 data at input byte ${index}`;
  const wrong = signs.findIndex(({ sign }) => !/[A-Za-z0-9+/]/.test(sign));
  if (wrong === -1) {
    // a last quantum that ends too early is reported by its length from the end, line ends not counted
    return signs.length % 4 === 0 ? undefined : at(bytes.length - signs.length % 4);
  }
  const { sign, index } = signs[wrong];
  if (sign !== '=' || wrong % 4 < 2) {
    return at(index);
  }
  let next = wrong + 1;
  if (wrong % 4 === 2) {
    if (signs[next] === undefined) {
      return at(bytes.length);
    }
    if (signs[next].sign !== '=') {
      return at(signs[next].index - 1);
    }
    next++;
  }
  return signs[next] === undefined ? undefined : at(signs[next].index);
}
