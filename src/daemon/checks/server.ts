import { ApiObject } from '../../kubernetes/decode/decode';
import { FieldError } from '../../kubernetes/field-error';
import { refusalOf } from '../../kubernetes/new-object';

/** An object of a construct, and how it is called in front of what is said of it. */
export interface AskedObject {
  readonly object: ApiObject;
  readonly prefix: string;
}

/** What the API server says against an object. */
interface Said {
  readonly text: string;
  readonly path: string;
  /** The value that it minds. */
  readonly value?: string;
  readonly kind: string;
}

/** Our words for fields where the value alone does not tell that both mean the same. */
const TOPICS: readonly (readonly [kind: string, path: RegExp, words: RegExp])[] = [
  ['DaemonSet', /^spec\.selector|^spec\.template\.metadata\.labels$/, /selector|podLabels/],
  ['DaemonSet', /\.rollingUpdate\./, /rollout/],
  ['DaemonSet', /^spec\.template\.spec\.volumes\[|\.volumeMounts(\[|\.)/, /configuration file|(mount )?path '|mount propagation|mounted/],
  ['DaemonSet', /\.securityContext(\.|$)/, /privilege|capability|user and group|seccomp/i],
  ['DaemonSet', /\.containerPort$/, /the port 0 /],
  ['DaemonSet', /\.hostPort$/, /two ports of the daemon/],
  ['DaemonSet', /\.nodeSelectorTerms/, /placement/],
  ['ConfigMap', /^(\[\]|data)/, /configuration file/],
  ['ClusterRole', /^rules/, /kubernetesAccess/],
  ['Role', /^rules/, /kubernetesAccess/],
  ['Service', /^spec\.ports/, /Service|discovery/i],
];

/** Problems as we tell them, each with the words of the API server behind it where it minds the same; what it minds beside them is told in its own words. */
export function withWordsOfServer(problems: readonly string[], objects: readonly AskedObject[]): string[] {
  const said = objects.flatMap(({ object, prefix }) => saidOf(object).map((one) => ({ ...one, prefix })));
  const isOfAllSets = ({ kind, text }: Said) => kind === 'DaemonSet' && said.filter((one) => one.kind === kind && one.text === text).length === setsOf(objects);
  const told = (one: Said & { readonly prefix: string }) => (isOfAllSets(one) ? one.text : one.prefix + one.text);
  const explained = problems.map((problem) => ({ problem, by: said.filter((one) => isAbout(problem, one)) }));
  const known = new Set(explained.flatMap(({ by }) => by));
  return [
    ...explained.map(({ problem, by: [first] }) => (first === undefined ? problem : `${problem} [API server: ${told(first)}]`)),
    ...new Set(said.filter((one) => !known.has(one)).map(told)),
  ];
}

/** What patches have put where Kubernetes has something else cannot be looked into by our checks; the server says what it is. */
export function unlessUnreadable(manifests: readonly object[], check: () => string[]): string[] {
  try {
    return check();
  } catch (error) {
    if (manifests.every((manifest) => refusalOf({ ...manifest }).form === undefined)) {
      throw error;
    }
    return [];
  }
}

function setsOf(objects: readonly AskedObject[]): number {
  return objects.filter(({ object }) => object.kind === 'DaemonSet').length;
}

function saidOf(object: ApiObject): Said[] {
  const { form, fields } = refusalOf(object);
  const kind = String(object.kind);
  return form !== undefined ? [{ text: form, path: '', value: /^json: cannot unmarshal number (\S+) into/.exec(form)?.[1], kind }]
    : fields.filter((error) => !isMountOfRefused(error, fields))
      .map((error) => ({ text: `${error.path}: ${error.detail}`, path: error.path, value: valueOf(error), kind }));
}

/** A volume that is refused is not there for those who mount it. */
function isMountOfRefused({ path, type }: FieldError, all: readonly FieldError[]): boolean {
  return type === 'FieldValueNotFound' && /\.volumeMounts\[\d+\]\.name$/.test(path) && all.some((other) => other.path.startsWith('spec.template.spec.volumes['));
}

function valueOf({ detail }: FieldError): string | undefined {
  const [, text, number] = /^\w+ value: (?:"((?:[^"\\]|\\.)*)"|(-?[\d.]+))/.exec(detail) ?? [];
  return text ?? number;
}

function isAbout(problem: string, { path, value, kind }: Said): boolean {
  const [, name] = /^the name '(.*?)' \(/.exec(problem) ?? [];
  return (name !== undefined && isMadeOfName(name, path, value))
    || (value !== undefined && (problem.includes(`'${value}'`) || words(problem).includes(value)))
    || TOPICS.some(([kinds, paths, ours]) => kinds === kind && paths.test(path) && ours.test(problem));
}

/** Most names and some labels are made of that of the daemon. */
function isMadeOfName(name: string, path: string, value: string | undefined): boolean {
  return name === '' ? /(^|\.)name$/.test(path) : value?.includes(name) ?? false;
}

function words(text: string): string[] {
  return text.split(/[\s,:;=()]+/);
}
