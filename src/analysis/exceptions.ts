import { Manifest } from './manifests';
import { isExceptable, RULE_IDS, shortId } from './rules/ids';
import { Rule, Said } from './rules/rule';
import { fitName } from '../kubernetes/names';

/** How the key of an annotation begins that accepts the findings of a rule; its value is the reason. */
const PREFIX = 'cdk8s-daemons/';
const ALLOW = 'allow.';

/** Longest name of an annotation key, behind its prefix. */
const KEY_NAME_MAX = 63;

/** The reason that a manifest gives for what a rule finds at a path: for the container there, or for the whole object. */
export function acceptedReason(rule: string, path: string | null, { object }: Manifest): string | null {
  const annotations = annotationsOf(object);
  if (!Object.keys(annotations).some((key) => key.startsWith(PREFIX + ALLOW))) {
    return null;
  }
  const id = shortId(rule);
  const container = path === null ? undefined : containerAt(object, path);
  const keys = [...(container === undefined ? [] : [`${ALLOW}${id}.${container}`]), `${ALLOW}${id}`];
  const reasons = keys.map((key) => annotations[PREFIX + fitName(key, KEY_NAME_MAX)]?.trim());
  return isExceptable(id) ? reasons.find((reason) => reason) ?? null : null;
}

/** An annotation that accepts nothing: of no rule, without a reason, or of what the cluster refuses whatever the reason. */
export const EXCEPTION: Rule = {
  id: 'practice/exception',
  title: 'An exception that accepts nothing',
  severity: 'warning',
  find: ({ all }) => all.flatMap((manifest) => Object.entries(annotationsOf(manifest.object))
    .filter(([key]) => key.startsWith(PREFIX + ALLOW))
    .flatMap(([key, reason]) => problems(key, reason).map((said) => ({ ...said, manifest })))),
};

function problems(key: string, reason: string): Said[] {
  const path = `metadata.annotations[${key}]`;
  const [id] = key.slice((PREFIX + ALLOW).length).split('.');
  if (!RULE_IDS.includes(id)) {
    return [{ path, message: `there is no rule '${id}'`, fix: `the rules: ${RULE_IDS.filter(isExceptable).join(', ')}` }];
  }
  if (!isExceptable(id)) {
    return [{ path, message: `what the rule '${id}' finds is refused by the cluster, whatever the reason`, fix: 'mend it, and take the annotation out' }];
  }
  return reason.trim() === '' ? [{ path, message: 'an exception needs a reason', fix: 'write as the value why it is right here' }] : [];
}

function annotationsOf(object: Manifest['object']): { readonly [key: string]: string } {
  return ((object.metadata ?? {}) as { readonly annotations?: { readonly [key: string]: string } }).annotations ?? {};
}

/** The name of the container within which a path lies. */
function containerAt(object: Manifest['object'], path: string): string | undefined {
  const [, owner, index] = /^(.*?\b(?:containers|initContainers|ephemeralContainers))\[(\d+)\]/.exec(path) ?? [];
  const list = owner?.split('.').reduce<unknown>((value, field) => (value as { readonly [field: string]: unknown } | undefined)?.[field], object);
  return (list as { readonly name?: string }[] | undefined)?.[Number(index)]?.name;
}
