import { Member } from './member';
import { ASSUMPTIONS, DOMAIN, parseAssumptions } from '../../kubernetes/domain';
import { printLabelSelector } from '../../kubernetes/label-selector';
import { labelValue } from '../../kubernetes/labels';
import { isSubset, NodeSet, nodesOf, union } from '../../kubernetes/node-set';
import { parseNodeSet } from '../../kubernetes/node-set-text';

/** The nodes that DaemonSets are for together. */
export interface Domain {
  /** In the selector syntax of kubectl, as `PartitionReport` has it. */
  readonly text: string;
  readonly nodes: NodeSet;
  /** Labels that are taken to be whole numbers where they are set. */
  readonly integerLabels: readonly string[];
  /** How the domain was found, where that is not plain. */
  readonly notes: readonly string[];
}

interface Statement {
  readonly by: string;
  readonly text: string;
  /** Undefined where nobody can read it. */
  readonly nodes?: NodeSet;
}

/**
 * What is asked for, or else what the members say in their annotations, or else the entries of `nodeSelector` that they share. What cannot be read is left out, with a note.
 *
 * @param over a selector of kubectl, or several with ` || ` between them
 */
export function domainOf(members: readonly Member[], over?: string): Domain {
  const integerLabels = [...new Set(members.flatMap(({ annotations }) => parseAssumptions(annotations[ASSUMPTIONS] ?? '')))].sort();
  const asked = over === undefined ? [] : [statement('--over', over)];
  const stated = members.flatMap(({ name, annotations }) => (annotations[DOMAIN] === undefined ? [] : [statement(name, annotations[DOMAIN])]));
  const heard = asked.some(isReadable) ? asked : [...asked, ...stated];
  const read = heard.filter(isReadable);
  const unread = heard.filter((one) => !isReadable(one)).map(({ by, text }) => `the domain of ${by} cannot be read, and is left out: ${text}`);
  if (read.length === 0) {
    return { ...sharedDomain(members), integerLabels, notes: unread };
  }
  const silent = asked.some(isReadable) ? [] : members.filter(({ annotations }) => annotations[DOMAIN] === undefined).map(({ name }) => name).sort();
  return { ...unitedDomain(read), integerLabels, notes: [...unread, ...differences(read), ...silent.map((name) => `${name} states no domain, and is held to that of the others`)] };
}

function statement(by: string, text: string): Statement {
  return { by, text: text.trim(), nodes: parseNodeSet(text) };
}

function isReadable(one: Statement): one is Required<Statement> {
  return one.nodes !== undefined;
}

/** A node that one of the members is said to be for is meant to have one. */
function unitedDomain(read: readonly Required<Statement>[]): Pick<Domain, 'text' | 'nodes'> {
  const texts = [...new Set(read.map(({ text }) => text))].sort();
  const text = isAgreed(read) ? texts[0] : texts.includes('') ? '' : texts.join(' || ');
  return { text, nodes: texts.map((each) => parseNodeSet(each)!).reduce(union, []) };
}

function differences(read: readonly Required<Statement>[]): string[] {
  const each = read.map(({ by, text }) => `${by}: ${text || 'every node'}`).sort();
  return isAgreed(read) ? [] : [`the members state different domains, and the nodes of any of them are taken (${each.join('; ')})`];
}

function isAgreed([first, ...others]: readonly Required<Statement>[]): boolean {
  return others.every(({ text, nodes }) => text === first.text || (isSubset(nodes, first.nodes) && isSubset(first.nodes, nodes)));
}

function sharedDomain([first, ...others]: readonly Member[]): Pick<Domain, 'text' | 'nodes'> {
  const isShared = ([key, value]: [string, string]) => others.every(({ pod }) => labelValue(pod.nodeSelector ?? {}, key) === value);
  const entries = Object.entries(first.pod.nodeSelector ?? {}).filter(isShared);
  const requirements = entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
  return { text: printLabelSelector(requirements), nodes: nodesOf({ nodeSelector: Object.fromEntries(entries) }) };
}
