/** Columns of a terminal that every line fits into, but one word that is longer. */
export const WIDTH = 100;

const COLOURS = { red: '31', green: '32', yellow: '33', magenta: '35', cyan: '36', bold: '1', dim: '2' };

export type Colour = keyof typeof COLOURS;

export type Paint = (text: string, colour: Colour) => string;

/** @param shown whether the reader is a terminal that shows colours */
export function painter(shown: boolean): Paint {
  return (text, colour) => (shown && text !== '' ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text);
}

/**
 * A text in lines that fit: the first behind its lead, the others below its beginning. A list that does not fit there is cut behind a comma, and a word begins further
 * left.
 */
export function wrapped(lead: string, text: string, indent = lead.length): string[] {
  const margin = ' '.repeat(indent);
  const lines: string[] = [];
  let line = lead;
  const words = text.split(' ').flatMap((word) => (word.length > WIDTH - indent ? word.split(/(?<=,)/) : [word]));
  words.filter((word) => word !== '').forEach((word) => {
    const longer = `${line}${line === lead ? '' : ' '}${word}`;
    if (longer.length > WIDTH && line.trim() !== '') {
      lines.push(line);
    }
    line = longer.length <= WIDTH ? longer : `${margin.slice(0, Math.max(0, WIDTH - word.length))}${word}`;
  });
  return [...lines, line].map((one) => one.trimEnd());
}

/** A text whose middle is left out where it is too long. */
export function shortened(text: string, max: number): string {
  const signs = [...text];
  const head = Math.ceil((max - 1) / 2);
  return signs.length <= max ? text : `${signs.slice(0, head).join('')}…${signs.slice(signs.length - (max - 1 - head)).join('')}`;
}
