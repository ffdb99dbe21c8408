import { STATE } from './paths';
import { Properties, variable } from './values';
import { ownLogVariables } from '../../log-source/log-files';
import { FilesSource, isFiles, JournalSource, ResolvedSource, resolveSources, SourceDefaults, sourceId } from '../../log-source/resolve';
import { FluentBitOptions } from '../props';

/** Variable with the pod's address: the kubelet and Services ask there, IPv4 or IPv6. */
export const POD_IP = 'K8S_POD_IP';

/** A line longer than that is left out: the kubelet's are 16 KiB, others may be longer than upstream's 32 KB. */
const LONGEST_LINE = 262144;

/** Tags as in upstream's chart. */
const DEFAULTS: SourceDefaults = { containersTag: 'kube.*', systemdTag: 'host.*' };

export function sourcesOf(options: FluentBitOptions): ResolvedSource[] {
  return resolveSources(options.sources, DEFAULTS, options.docker);
}

/** An entry of `pipeline.inputs`. What is read goes to disk first, and is in memory only while it is worked on. */
export function renderSource(source: ResolvedSource, inotify: boolean): Properties {
  const base = { 'alias': sourceId(source), 'tag': source.kind === 'forward' ? undefined : source.tag, 'storage.type': 'filesystem' };
  switch (source.kind) {
    case 'systemd': return { name: 'systemd', ...base, ...systemd(source) };
    case 'forward': return { name: 'forward', ...base, listen: variable(POD_IP), port: source.port };
    default: return { name: 'tail', ...base, ...tail(source, inotify) };
  }
}

function systemd(source: JournalSource): Properties {
  return {
    path: source.path,
    db: `${STATE}/${sourceId(source)}.db`,
    systemd_filter: source.units?.map((unit) => `_SYSTEMD_UNIT=${unit}`),
    read_from_tail: !source.readFromHead,
    // `_PID` and `MESSAGE` become `pid` and `message`, as other sources have it
    strip_underscores: true,
    lowercase: true,
  };
}

function tail(source: FilesSource, inotify: boolean): Properties {
  const { path, excludePaths, readFromHead } = source;
  const excluded = [...ownLogVariables(path).map(variable), ...excludePaths];
  return {
    'path': path,
    'exclude_path': excluded.length > 0 ? excluded.join(',') : undefined,
    'db': `${STATE}/${sourceId(source)}.db`,
    // nobody else writes there, and SQLite is faster without asking
    'db.locking': true,
    'read_from_head': readFromHead,
    'inotify_watcher': inotify,
    // the default of 60 seconds never sees the logs of shorter-lived pods
    'refresh_interval': 10,
    'skip_long_lines': true,
    'buffer_max_size': LONGEST_LINE,
    ...parserOf(source),
  };
}

/** The runtimes' formats are known as multiline parsers, which join what the runtime has cut. */
function parserOf(source: FilesSource): Properties {
  switch (source.parser._type) {
    case 'cri': return { 'multiline.parser': 'cri' };
    case 'none': return {};
    default: return isDocker(source) ? { 'multiline.parser': 'docker' } : { parser: sourceId(source) };
  }
}

function isDocker({ kind, parser }: FilesSource): boolean {
  return kind === 'containers' && parser._type === 'json';
}

/** An entry of `parsers` for each source that has one of its own, under the source's name. */
export function renderParsers(options: FluentBitOptions): Properties[] {
  return sourcesOf(options).filter(isFiles).filter((source) => 'parser' in parserOf(source)).map((source) => {
    const { _type, _params } = source.parser;
    return {
      name: sourceId(source),
      format: _type === 'json' ? 'json' : 'regex',
      regex: _params.expression,
      time_key: _params.time_key,
      // fractions of a second have another letter here
      time_format: _params.time_format?.replace(/%\d?N/g, '%L'),
    };
  });
}
