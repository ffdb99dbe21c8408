import { Diagnostic, Document, readDocuments } from './documents';
import { Value } from './read-yaml';
import { Quantities } from '../kubernetes/objects';
import { Taint } from '../kubernetes/taints';

/** What of a node matters for daemons. */
export interface InventoryNode {
  readonly name: string;
  readonly labels: { readonly [key: string]: string };
  readonly taints: readonly Taint[];
  /** Undefined where the list does not tell. */
  readonly allocatable?: Quantities;
  /** What other pods take already, where that is said without naming them: of node groups. */
  readonly reserved?: Quantities;
  readonly kubeletVersion?: string;
}

export interface NodeList {
  readonly nodes: readonly InventoryNode[];
  readonly diagnostics: readonly Diagnostic[];
}

type Mapping = { readonly [field: string]: Value };

/**
 * Nodes as `kubectl get nodes` gives them, as JSON or YAML: a List, a NodeList, single ones, many documents. Real dumps are cut by hand and by other tools, so a kind in lower
 * case or none at all is one too, and what is null is not there.
 */
export function readNodeList(file: string, content: string): NodeList {
  const { documents, diagnostics } = parse(file, content);
  const nodes: InventoryNode[] = [];
  const problems: Diagnostic[] = [...diagnostics];
  documents.forEach(({ line, value }) => itemsOf(value).forEach((item) => {
    const node = nodeOf(item);
    if (typeof node === 'string') {
      problems.push({ file, line, message: node });
    } else if (node !== undefined) {
      nodes.push(node);
    }
  }));
  return { nodes, diagnostics: [...problems, ...twice(nodes).map((name) => ({ file, message: `the node '${name}' is there twice; a list has each node once` }))] };
}

/** JSON is what large clusters write, and is read at once. */
function parse(file: string, content: string): { readonly documents: readonly Pick<Document, 'line' | 'value'>[]; readonly diagnostics: readonly Diagnostic[] } {
  try {
    return { documents: [{ line: 1, value: JSON.parse(content) as Value }], diagnostics: [] };
  } catch {
    return readDocuments(file, content);
  }
}

function itemsOf(value: Value): readonly Value[] {
  return isMapping(value) && Array.isArray(value.items) ? value.items : Array.isArray(value) ? value : [value];
}

/** A text where it is something else than a node; undefined where it is nothing. */
function nodeOf(value: Value): InventoryNode | string | undefined {
  if (value === null) {
    return undefined;
  }
  if (!isMapping(value)) {
    return 'there is something that is no node; a list of nodes is what `kubectl get nodes -o json` gives';
  }
  const { kind } = value;
  const { name, labels } = mappingAt(value, 'metadata');
  const { status } = value;
  if (typeof kind === 'string' && kind !== '' && kind.toLowerCase() !== 'node') {
    return `there is an object of kind ${kind}; a list of nodes is what \`kubectl get nodes -o json\` gives`;
  }
  if (typeof name !== 'string' || name === '') {
    return 'there is a node without a name (metadata.name)';
  }
  const { kubeletVersion } = mappingAt(mappingAt(value, 'status'), 'nodeInfo');
  const { allocatable } = isMapping(status) ? status : {} as Mapping;
  return {
    name,
    labels: texts(labels),
    taints: taintsOf(mappingAt(value, 'spec').taints),
    allocatable: isMapping(allocatable) ? quantities(allocatable) : undefined,
    kubeletVersion: typeof kubeletVersion === 'string' && kubeletVersion !== '' ? kubeletVersion : undefined,
  };
}

function taintsOf(value: Value): Taint[] {
  return (Array.isArray(value) ? value : []).filter(isMapping).map(({ key, value: own, effect }) => (
    { key: text(key), ...(own === undefined || own === null ? {} : { value: text(own) }), effect: text(effect) }));
}

function texts(value: Value): { readonly [key: string]: string } {
  return isMapping(value) ? Object.fromEntries(Object.entries(value).map(([key, own]) => [key, text(own)])) : {};
}

function quantities(value: Mapping): Quantities {
  return Object.fromEntries(Object.entries(value).flatMap(([name, amount]) => (typeof amount === 'string' || typeof amount === 'number' ? [[name, amount]] : [])));
}

function text(value: Value | undefined): string {
  return value === undefined || value === null ? '' : String(value);
}

function twice(nodes: readonly InventoryNode[]): string[] {
  const seen = new Set<string>();
  return [...new Set(nodes.flatMap(({ name }) => (seen.has(name) ? [name] : (seen.add(name), []))))];
}

function mappingAt(value: Mapping, field: string): Mapping {
  const inner = value[field];
  return isMapping(inner) ? inner : {};
}

function isMapping(value: Value | undefined): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
