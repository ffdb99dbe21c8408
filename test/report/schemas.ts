import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

type Schema = { readonly [key: string]: unknown };

const SCHEMAS = join(__dirname, '..', '..', 'schemas');
const FOREIGN = join(__dirname, 'schemas');

const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a JSON text by a schema of ours, where keys that the schema does not name are wrong, and their order matters. */
export function jsonErrors(schemaName: string, text: string): string[] {
  const schema = parsed(join(SCHEMAS, schemaName));
  const validate = once(schemaName, () => new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(closed(schema) as Schema));
  const value = JSON.parse(text) as unknown;
  validate(value);
  return [...textsOf(validate.errors), ...orderErrors(schema, schema, value, '')];
}

/** What is wrong with a SARIF log by the schema of OASIS. */
export function sarifErrors(text: string): string[] {
  const validate = once('sarif', () => {
    // it is written in draft 4, and has nothing that later drafts read otherwise but the name of its own name
    const { id: _, $schema: __, ...schema } = parsed(join(FOREIGN, 'sarif-2.1.0-rtm.5.json'));
    return addFormats(new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })).compile(schema);
  });
  validate(JSON.parse(text));
  return textsOf(validate.errors);
}

/** What is wrong with JUnit XML by the schema that Jenkins has. */
export async function junitErrors(text: string): Promise<string[]> {
  const schema = readFileSync(join(FOREIGN, 'junit-10.xsd'), 'utf8');
  const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: text }], schema: [{ fileName: 'junit-10.xsd', contents: schema }] });
  return errors.map(({ message }) => message);
}

function once(name: string, compile: () => ValidateFunction): ValidateFunction {
  const validate = compiled.get(name) ?? compile();
  compiled.set(name, validate);
  return validate;
}

function parsed(file: string): Schema {
  return JSON.parse(readFileSync(file, 'utf8')) as Schema;
}

function textsOf(errors: ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

/** The same schema, which takes no key that it does not name. */
function closed(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    return schema;
  }
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in schema && 'required' in schema ? { ...copy, additionalProperties: false } : copy;
}

/** Objects whose keys are not in the order in which the schema names them. */
function orderErrors(root: Schema, schema: Schema, value: unknown, path: string): string[] {
  const { $ref, properties, items } = schema as { $ref?: string; properties?: { [key: string]: Schema }; items?: Schema };
  if ($ref !== undefined) {
    const target = (root.$defs as { [name: string]: Schema })[$ref.replace('#/$defs/', '')];
    return orderErrors(root, target, value, path);
  }
  if (Array.isArray(value) && items !== undefined) {
    return value.flatMap((item, index) => orderErrors(root, items, item, `${path}/${index}`));
  }
  if (typeof value !== 'object' || value === null || properties === undefined) {
    return [];
  }
  const wanted = Object.keys(properties).filter((key) => key in value);
  const own = wanted.join() === Object.keys(value).join() ? [] : [`${path}: ${Object.keys(value).join()} and not ${wanted.join()}`];
  return [...own, ...wanted.flatMap((key) => orderErrors(root, properties[key], (value as Schema)[key], `${path}/${key}`))];
}
