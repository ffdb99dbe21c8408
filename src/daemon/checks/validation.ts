import { wayOut } from './way-out';
import { ApiObject } from '../../kubernetes/decode/decode';
import { FieldError } from '../../kubernetes/field-error';
import { judge } from '../../kubernetes/new-object';
import { Identity } from '../render/identity';
import { Manifest } from '../render/services';

/** Fields that all objects of a daemon have alike. */
const SHARED = /(^|\.)((metadata|template)\.(labels|annotations)|selector(\.matchLabels)?)$/;

/** What the API server would say of a DaemonSet. */
export interface SetVerdict {
  /** What is wrong with its form: no more can be said of it, neither by the server nor by us. */
  readonly form?: string;
  /** What is wrong with its fields. */
  readonly fields: readonly string[];
  /** The DaemonSet as the server reads it. */
  readonly object?: ApiObject;
}

/** What the API server would say of the objects of a daemon. */
export interface Verdict {
  readonly sets: readonly SetVerdict[];
  readonly companions: string[];
}

/** The server sees each object alone. What has one cause is told once: what objects share, and a wrong name of the daemon from which others are made. */
export function askServer({ name, namespace = '' }: Pick<Identity, 'name' | 'namespace'>, sets: readonly Manifest[], companions: readonly Manifest[]): Verdict {
  const names = new WrongNames([name, namespace]);
  const told = new Set<string>();
  const verdicts = sets.map((set): SetVerdict => {
    const { form, fields, object } = judge(set);
    const own = new Set<string>();
    // the namespace is that of all sets, whose common problems are told once anyway
    const news = fields.filter((error) => isFirst(error, own) && (names.isNew(error) || error.path === 'metadata.namespace') && !isMountOfRefused(error, fields));
    own.forEach((detail) => told.add(detail));
    return { form: form && withWayOut('DaemonSet', form), fields: news.map((error) => withWayOut('DaemonSet', text(error))), object };
  });
  const ofCompanion = (manifest: Manifest): string[] => {
    const { form = [], fields } = judge(manifest);
    return [form, ...fields.filter((error) => isFirst(error, told) && names.isNew(error)).map(text)].flat()
      .map((problem) => `the ${manifest.kind} '${manifest.metadata.name}': ${withWayOut(manifest.kind, problem)}`);
  };
  return { sets: verdicts, companions: companions.flatMap(ofCompanion) };
}

/** The names from which others are made, and which of them have been told to be wrong. */
class WrongNames {
  private readonly told = new Set<string>();

  constructor(private readonly names: readonly string[]) {
  }

  public isNew(error: FieldError): boolean {
    const value = valueOf(error);
    if (value === undefined) {
      return true;
    }
    const isMade = [...this.told].some((name) => (name === '' ? value === '' || error.path === 'metadata.name' : value.includes(name)));
    this.names.filter((name) => value === name || (name !== '' && error.path === 'metadata.name' && value.includes(name))).forEach((name) => this.told.add(name));
    return !isMade;
  }
}

/** A volume that is refused is not there for those who mount it. */
function isMountOfRefused({ path, type }: FieldError, all: readonly FieldError[]): boolean {
  return type === 'FieldValueNotFound' && /\.volumeMounts\[\d+\]\.name$/.test(path) && all.some((other) => /^spec\.template\.spec\.volumes\[/.test(other.path));
}

/** The text that is refused; empty where a name is missing. */
function valueOf({ path, type, detail }: FieldError): string | undefined {
  return type === 'FieldValueRequired' && /(^|\.)name$/.test(path) ? '' : /^Invalid value: "((?:[^"\\]|\\.)*)"/.exec(detail)?.[1];
}

function isFirst({ path, detail }: FieldError, told: Set<string>): boolean {
  const isShared = SHARED.test(path);
  const isKnown = isShared && told.has(detail);
  if (isShared) {
    told.add(detail);
  }
  return !isKnown;
}

function text({ path, detail }: FieldError): string {
  return `${path}: ${detail}`;
}

function withWayOut(kind: string, problem: string): string {
  const instead = wayOut(kind, problem);
  return instead === undefined ? problem : `${problem}; ${instead}`;
}
