import { STATE } from './paths';
import { Properties, variable } from './values';
import { JOURNAL, ownLogVariables } from '../../log-files';
import { LogParser } from '../../log-parser';
import { FluentBitOptions } from '../props';
import { FluentBitSource, FluentBitSourceData, FluentBitTailOptions } from '../source';

export const FORWARD_PORT = 24224;

/** Variable with the pod's address: the kubelet and Services ask there, IPv4 or IPv6. */
export const POD_IP = 'K8S_POD_IP';

/** A line longer than that is left out: the kubelet's are 16 KiB, others may be longer than upstream's 32 KB. */
const LONGEST_LINE = 262144;

/** A source of files, container logs included. */
export interface TailSource extends FluentBitTailOptions {
  readonly parser: LogParser;
}

export function sourcesOf(options: FluentBitOptions): FluentBitSourceData[] {
  return (options.sources ?? [FluentBitSource.containerLogs()]).map((source) => source._data);
}

/** Tag of a source; undefined for events that bring their own. */
export function tagOf(source: FluentBitSourceData): string | undefined {
  switch (source.kind) {
    case 'containers': return source.options.tag ?? 'kube.*';
    case 'systemd': return source.options.tag ?? 'host.*';
    case 'tail': return source.options.tag;
    case 'forward': return undefined;
  }
}

/** The source as one of files; undefined for others. Container logs need no time of their own: the parsers of the runtimes know it. */
export function tailSource(source: FluentBitSourceData, docker?: boolean): TailSource | undefined {
  switch (source.kind) {
    case 'containers': {
      const { path = '/var/log/containers/*.log' } = source.options;
      return { ...source.options, path, tag: tagOf(source)!, parser: docker ? LogParser.json() : LogParser.cri() };
    }
    case 'tail': return { ...source.options, parser: source.options.parser ?? LogParser.none() };
    default: return undefined;
  }
}

/** Files and directories that a source reads. */
export function pathsOf(source: FluentBitSourceData): string[] {
  return tailSource(source)?.path.split(',') ?? (source.kind === 'systemd' ? [source.options.path ?? JOURNAL] : []);
}

/** Id of a source, and name of the file that keeps its positions: from its tag, so that sources can be reordered. */
export function sourceId(source: FluentBitSourceData): string {
  switch (source.kind) {
    case 'systemd': return `in_systemd_${slug(tagOf(source)!)}`;
    case 'forward': return `in_forward_${source.options.port ?? FORWARD_PORT}`;
    default: return `in_tail_${slug(tagOf(source)!)}`;
  }
}

function slug(tag: string): string {
  return tag.replace(/[^\w]+/g, '_').replace(/^_+|_+$/g, '') || 'all';
}

/** An entry of `pipeline.inputs`. What is read goes to disk first, and is in memory only while it is worked on. */
export function renderSource(source: FluentBitSourceData, docker?: boolean): Properties {
  const base = { 'alias': sourceId(source), 'tag': tagOf(source), 'storage.type': 'filesystem' };
  switch (source.kind) {
    case 'systemd': {
      const { units, path = JOURNAL, readFromHead = true } = source.options;
      return {
        name: 'systemd',
        ...base,
        path,
        db: `${STATE}/${sourceId(source)}.db`,
        systemd_filter: units?.map((unit) => `_SYSTEMD_UNIT=${/\.[a-z]+$/.test(unit) ? unit : `${unit}.service`}`),
        read_from_tail: !readFromHead,
        // `_PID` and `MESSAGE` become `pid` and `message`, as other sources have it
        strip_underscores: true,
        lowercase: true,
      };
    }
    case 'forward': return { name: 'forward', ...base, listen: variable(POD_IP), port: source.options.port ?? FORWARD_PORT };
    default: return { name: 'tail', ...base, ...tail(sourceId(source), tailSource(source, docker)!, source.kind === 'containers') };
  }
}

function tail(id: string, { path, parser, excludePaths = [], readFromHead = true, inotify = false }: TailSource, isContainer: boolean): Properties {
  const excluded = [...ownLogVariables(path).map(variable), ...excludePaths];
  return {
    'path': path,
    'exclude_path': excluded.length > 0 ? excluded.join(',') : undefined,
    'db': `${STATE}/${id}.db`,
    // nobody else writes there, and SQLite is faster without asking
    'db.locking': true,
    'read_from_head': readFromHead,
    'inotify_watcher': inotify,
    // the default of 60 seconds never sees the logs of shorter-lived pods
    'refresh_interval': 10,
    'skip_long_lines': true,
    'buffer_max_size': LONGEST_LINE,
    ...parserOf(id, parser, isContainer),
  };
}

/** The runtimes' formats are known as multiline parsers, which join what the runtime has cut. */
function parserOf(id: string, { _type }: LogParser, isContainer: boolean): Properties {
  return _type === 'cri' || isContainer ? { 'multiline.parser': _type === 'cri' ? 'cri' : 'docker' } : { parser: _type === 'none' ? undefined : id };
}

/** An entry of `parsers` for each source that has one of its own, under the source's name. */
export function renderParsers(options: FluentBitOptions): Properties[] {
  return sourcesOf(options).flatMap((source) => {
    const { parser } = source.kind === 'tail' ? tailSource(source)! : {};
    const { _type, _params } = parser ?? LogParser.none();
    return ['json', 'regexp'].includes(_type) ? [{
      name: sourceId(source),
      format: _type === 'json' ? 'json' : 'regex',
      regex: _params.expression,
      time_key: _params.time_key,
      // fractions of a second have another letter here
      time_format: _params.time_format?.replace(/%\d?N/g, '%L'),
    }] : [];
  });
}
