import { report } from './report';
import { check } from '../../src/analysis/check';
import { CheckReport } from '../../src/analysis/check-report';
import { readDocuments } from '../../src/input/documents';

/** What a manifest can hold that no format may break at: quotes, markup, escapes of a terminal, ends of lines, other scripts. */
export const NASTY = '\u0000\u0007\u001b[31m"\'`<b>&amp;]]>%0A::error::\r\n\t\\ {0} [a](1) ü 日本 \u{1F600} \u2028\u202e';

export const NASTY_FILES = ['-', 'dist/ü/日本 "a,b:c" %20#?<&>.yaml', 'a:b.yaml', '/absolute/a b.yaml', '../up/a.yaml', 'dist\\windows.yaml', 'a\nb\u001b.yaml'];

const DAEMON_SET = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: n}
spec:
  selector: {matchLabels: {a: b}}
  template:
    metadata: {labels: {a: b}}
    spec:
      nodeSelector: {beta.kubernetes.io/os: linux}
      hostPID: true
      containers: [{name: c, image: i}]
`;

function checked(text: string, file = 'dist/a.yaml'): CheckReport {
  return check(readDocuments(file, text));
}

function nasty(file: string): CheckReport {
  const name = JSON.stringify(NASTY);
  const objects = checked(`apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, labels: {${name}: ${name}}}\n---\napiVersion: ${name}\nkind: ${name}\n`, file);
  const finding = { file, object: NASTY, path: NASTY, message: NASTY, fix: NASTY };
  return { ...objects, findings: [...objects.findings, ...report([finding, { ...finding, accepted: NASTY }]).findings] };
}

/** Reports of all that can come of a check. */
export const CASES: ReadonlyArray<readonly [title: string, report: CheckReport]> = [
  ['nothing at all', checked('')],
  ['an object and no finding', checked('apiVersion: v1\nkind: Namespace\nmetadata: {name: a}')],
  ['a warning of an object with pods', checked(DAEMON_SET)],
  ['errors', checked(`${DAEMON_SET.replace('name: agent', 'name: A')}  updateStrategy: {type: Never}\n`)],
  ['a field that is not known', checked(`${DAEMON_SET}  bogus: 1\n`)],
  ['each severity, and what is accepted', report()],
  ['what is not judged', checked('apiVersion: example.com/v1\nkind: Widget\n---\n- a list')],
  ['a file that cannot be read, beside one that can', checked(`a: [\n---\n${DAEMON_SET}`)],
  ...NASTY_FILES.map((file) => [`signs of all kinds in ${JSON.stringify(file)}`, nasty(file)] as const),
];
