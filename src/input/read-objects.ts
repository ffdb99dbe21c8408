import { ByteSource, firstSign, positionAt, wholeText } from './byte-source';
import { Diagnostic, readDocuments, ReadDocuments } from './documents';
import { whyUnreadable } from './files';
import { jsonItems } from './json-items';
import { JsonError } from './parse-json';
import { Value } from './read-yaml';

/** Where something stands in a file. */
export type Place = Pick<Diagnostic, 'line' | 'column'>;

/** Takes an object; where it stands is only looked for when it is asked. */
export type TakeObject = (value: Value, place: () => Place) => void;

const TOO_LONG = 'it is too long to be read as YAML; JSON (`kubectl … -o json`) is read piece by piece, however long it is';

/** Hands out the objects of a file one by one, those of Lists as well, and gives back what cannot be read. JSON is read piece by piece, YAML as a whole. */
export function readObjects(source: ByteSource, take: TakeObject): readonly Diagnostic[] {
  try {
    if (['{', '['].includes(firstSign(source))) {
      return readJson(source, take);
    }
    const { documents, diagnostics } = asYaml(source);
    documents.forEach(({ value, line }) => takeAll(value, () => ({ line }), take));
    return diagnostics;
  } catch (error) {
    return [{ file: source.file, message: whyUnreadable(error) }];
  }
}

/** What looks like JSON may be YAML: that is seen at the first object. */
function readJson(source: ByteSource, take: TakeObject): readonly Diagnostic[] {
  let isFirst = true;
  try {
    for (const { value, offset } of jsonItems(source.chunks())) {
      isFirst = false;
      takeAll(value, () => positionAt(source, offset), take);
    }
    return [];
  } catch (error) {
    if (!(error instanceof JsonError)) {
      throw error;
    }
    const yaml = isFirst ? asYaml(source) : undefined;
    if (yaml === undefined || yaml.diagnostics.length > 0) {
      return [{ file: source.file, ...positionAt(source, error.offset), message: error.message }];
    }
    yaml.documents.forEach(({ value, line }) => takeAll(value, () => ({ line }), take));
    return [];
  }
}

function asYaml(source: ByteSource): ReadDocuments {
  const text = wholeText(source);
  return text === undefined ? { documents: [], diagnostics: [{ file: source.file, message: TOO_LONG }] } : readDocuments(source.file, text);
}

/** Lists lie in lists where dumps were put together; a list that is null is empty. */
function takeAll(value: Value, place: () => Place, take: TakeObject): void {
  const items = itemsOf(value);
  if (items === undefined) {
    take(value, place);
  } else {
    items.forEach((item) => takeAll(item, place, take));
  }
}

/** Undefined where it is one object. */
function itemsOf(value: Value): readonly Value[] | undefined {
  if (value === null || Array.isArray(value)) {
    return value ?? [];
  }
  if (typeof value !== 'object') {
    return undefined;
  }
  const { items, kind } = value;
  return Array.isArray(items) ? items : /list$/i.test(String(kind)) ? [] : undefined;
}
