import { labelKeyErrors, labelValueErrors } from '../../kubernetes/labels';
import { parseTaint, Taint } from '../../kubernetes/taints';

/** A change of the nodes that is asked about, in the words in which it was asked. */
export type NodeChange = Change & { readonly text: string };

type Change =
  /** Without a value the label is taken away. */
  | { readonly kind: 'label'; readonly node: string; readonly key: string; readonly value?: string }
  | { readonly kind: 'taint'; readonly node: string; readonly taint: Taint }
  /** Without an effect all taints of the key. */
  | { readonly kind: 'untaint'; readonly node: string; readonly key: string; readonly effect?: string }
  /** Nodes like those of a group, or like one node. */
  | { readonly kind: 'add'; readonly like: string; readonly count: number }
  | { readonly kind: 'remove'; readonly node: string };

const FORMS = "'label NODE key=value', 'label NODE key-', 'taint NODE key=value:Effect', 'taint NODE key:Effect-', 'add GROUP=N', 'remove NODE'";
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** More nodes than one cluster has. */
const ADDED_MAX = 100_000;

/** A change as the command line says it, in the syntax of kubectl; a text is what is wrong with it. */
export function parseNodeChange(text: string): NodeChange | string {
  const change = parse(text);
  return typeof change === 'string' ? change : { ...change, text: text.trim() };
}

function parse(text: string): Change | string {
  const [verb, subject = '', ...rest] = text.trim().split(/\s+/);
  const [argument = ''] = rest;
  const isLong = rest.length > 1;
  switch (verb) {
    case 'label': return isLong || argument === '' ? unreadable(text) : labelChange(subject, argument) ?? unreadable(text);
    case 'taint': return isLong || argument === '' ? unreadable(text) : taintChange(subject, argument) ?? unreadable(text);
    case 'add': return rest.length > 0 ? unreadable(text) : addition(subject) ?? unreadable(text);
    case 'remove': return rest.length > 0 || subject === '' ? unreadable(text) : { kind: 'remove', node: subject };
    default: return unreadable(text);
  }
}

function unreadable(text: string): string {
  return `'${text}' is no change of nodes; there are ${FORMS}`;
}

function labelChange(node: string, argument: string): Change | string | undefined {
  const [, key, value] = /^([^=]+)=([^=]*)$/.exec(argument) ?? [];
  if (key === undefined) {
    return argument.endsWith('-') ? { kind: 'label', node, key: argument.slice(0, -1) } : undefined;
  }
  const errors = [...labelKeyErrors(key), ...labelValueErrors(value)];
  return errors.length > 0 ? `'${argument}' is no label: ${errors.join('; ')}` : { kind: 'label', node, key, value };
}

function taintChange(node: string, argument: string): Change | string | undefined {
  if (argument.endsWith('-')) {
    const [, key, effect] = /^([^=:]+)(?:=[^:]*)?(?::([A-Za-z]+))?-$/.exec(argument) ?? [];
    return key === undefined ? undefined : { kind: 'untaint', node, key, effect };
  }
  const taint = parseTaint(argument);
  if (taint === undefined) {
    return undefined;
  }
  const errors = [...labelKeyErrors(taint.key), ...labelValueErrors(taint.value ?? '')];
  return errors.length > 0 ? `'${argument}' is no taint: ${errors.join('; ')}`
    : EFFECTS.includes(taint.effect) ? { kind: 'taint', node, taint } : `'${argument}' is no taint: its effect is one of ${EFFECTS.join(', ')}`;
}

function addition(subject: string): Change | string | undefined {
  const [, like, number] = /^(.+)=(\d+)$/.exec(subject) ?? [];
  if (like === undefined) {
    return undefined;
  }
  const count = Number(number);
  return count >= 1 && count <= ADDED_MAX ? { kind: 'add', like, count } : `'${subject}' adds from 1 to ${ADDED_MAX.toLocaleString('en')} nodes`;
}
