import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as library from '../src';

/** The API as jsii sees it, and so as Python, Java and Go see it. Written by the compile step that `npm test` begins with. */
interface Assembly {
  readonly types: { [fqn: string]: JsiiType };
}

interface JsiiType {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly name: string;
  /** Of a submodule. */
  readonly namespace?: string;
  readonly datatype?: boolean;
  readonly properties?: Member[];
  readonly methods?: Member[];
  readonly initializer?: Member;
}

interface Member {
  readonly name?: string;
  readonly optional?: boolean;
  readonly type?: TypeReference;
  readonly returns?: { readonly type: TypeReference };
  readonly parameters?: Member[];
  readonly docs?: { readonly summary?: string; readonly default?: string };
}

interface TypeReference {
  readonly primitive?: string;
  readonly union?: unknown;
  readonly collection?: { readonly elementtype: TypeReference };
}

const assembly: Assembly = JSON.parse(readFileSync(join(__dirname, '..', '.jsii'), 'utf8'));
const types = Object.values(assembly.types);

function typesOf(member: Member): TypeReference[] {
  return [member.type, member.returns?.type, ...(member.parameters ?? []).map((parameter) => parameter.type)].filter((type) => type !== undefined);
}

function isAny(type: TypeReference): boolean {
  return type.primitive === 'any' || type.primitive === 'json' || (type.collection !== undefined && isAny(type.collection.elementtype));
}

function members(type: JsiiType): Member[] {
  return [...(type.properties ?? []), ...(type.methods ?? []), ...(type.initializer ? [{ ...type.initializer, name: 'constructor' }] : [])];
}

describe('the public API', () => {
  test('reaches other languages whole: every export is a type that jsii knows', () => {
    const known = types.map((type) => type.name);
    expect(Object.keys(library).filter((name) => name !== 'testing' && !known.includes(name))).toEqual([]);
    expect(types.filter(({ namespace }) => namespace === 'testing').map(({ name }) => name).sort()).toEqual([...Object.keys(library.testing), 'PlanOptions'].sort());
    expect(known.length).toBeGreaterThan(40);
  });

  test('has no member whose type is erased to any', () => {
    expect(types.flatMap((type) => members(type).filter((member) => typesOf(member).some(isAny)).map((member) => `${type.name}.${member.name}`))).toEqual([]);
  });

  test('has no union types', () => {
    expect(types.flatMap((type) => members(type).filter((member) => typesOf(member).some((reference) => reference.union !== undefined))
      .map((member) => `${type.name}.${member.name}`))).toEqual([]);
  });

  test('says for every optional property what is there without it, and why', () => {
    const structs = types.filter((type) => type.datatype);
    const silent = structs.flatMap((type) => (type.properties ?? []).filter((property) => property.optional && !/\S \S|^- /.test(property.docs?.default ?? ''))
      .map((property) => `${type.name}.${property.name}: ${property.docs?.default}`));
    expect(silent).toEqual([]);
  });

  test('explains every type and member', () => {
    const silent = types.flatMap((type) => (type.properties ?? []).concat(type.methods ?? []).filter((member) => !member.docs?.summary)
      .map((member) => `${type.name}.${member.name}`));
    expect(silent).toEqual([]);
  });
});

/** Keywords of Python and Java; those of C# and Go are escaped by their bindings. */
const RESERVED = ('and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass '
  + 'raise return try while with yield abstract boolean byte case catch char const default do double enum extends final float goto implements instanceof int '
  + 'interface long native new package private protected public short static strictfp super switch synchronized this throw throws transient void volatile').split(' ');

describe('the names of the public API', () => {
  test('are no keywords of Python or Java', () => {
    expect(types.flatMap((type) => (type.properties ?? []).concat(type.methods ?? []).filter((member) => RESERVED.includes(member.name!))
      .map((member) => `${type.name}.${member.name}`))).toEqual([]);
  });
});
