import { STATE } from './paths';
import { Ruby, Section } from './writer';
import { JOURNAL, ownLogVariables } from '../../log-files';
import { LogParser } from '../../log-parser';
import { FluentdOptions } from '../props';
import { FluentdSource, FluentdSourceData, FluentdSystemdOptions, FluentdTailOptions } from '../source';

export const DEFAULT_TAG = 'kubernetes.*';
export const FORWARD_PORT = 24224;

/** Label under which lines that the runtime has cut are joined. */
const JOIN = '@CRI';

/** A source of files, container logs included, with everything said. */
export interface TailSource extends FluentdTailOptions {
  readonly parser: LogParser;
}

export function sourcesOf(options: FluentdOptions): FluentdSourceData[] {
  return (options.sources ?? [FluentdSource.containerLogs()]).map((source) => source._data);
}

/** The source as one of files; undefined for others. */
export function tailSource(source: FluentdSourceData, docker?: boolean): TailSource | undefined {
  switch (source.kind) {
    case 'containers': {
      const { path = '/var/log/containers/*.log', tag = DEFAULT_TAG, parser = docker ? LogParser.json() : LogParser.cri() } = source.options;
      return { ...source.options, path, tag, parser };
    }
    case 'tail': return { ...source.options, parser: source.options.parser ?? LogParser.none() };
    default: return undefined;
  }
}

/** Tags of container logs, as patterns of `<filter>`. */
export function containerTags(options: FluentdOptions): string[] {
  const tags = sourcesOf(options).flatMap((source) => (source.kind === 'containers' ? [source.options.tag ?? DEFAULT_TAG] : []));
  return [...new Set(tags.map((tag) => tag.replace('*', '**')))];
}

/** Id of a source, and name of the file that keeps its position: from its tag, so that sources can be reordered. */
export function sourceId(source: FluentdSourceData): string {
  switch (source.kind) {
    case 'containers': return `in_tail_${slug(source.options.tag ?? DEFAULT_TAG)}`;
    case 'tail': return `in_tail_${slug(source.options.tag)}`;
    case 'systemd': return `in_systemd_${slug(source.options.tag ?? 'systemd')}`;
    case 'forward': return `in_forward_${source.options.port ?? FORWARD_PORT}`;
  }
}

function slug(tag: string): string {
  return tag.replace(/[^\w]+/g, '_').replace(/^_+|_+$/g, '') || 'all';
}

export function renderSource(source: FluentdSourceData, docker?: boolean): Section {
  const tail = tailSource(source, docker);
  if (tail !== undefined) {
    return renderTail(sourceId(source), tail);
  }
  return source.kind === 'systemd' ? renderJournal(sourceId(source), source.options) : {
    name: 'source',
    params: {
      '@type': 'forward',
      '@id': sourceId(source),
      // listens in one family only (fluent/fluentd#4558): that of the pod's own address
      'bind': new Ruby("ENV['K8S_POD_IP'].include?(':') ? '::' : '0.0.0.0'"),
      'port': source.kind === 'forward' ? source.options.port ?? FORWARD_PORT : FORWARD_PORT,
    },
  };
}

function renderTail(id: string, { path, tag, parser, excludePaths = [], readFromHead = true }: TailSource): Section {
  const own = ownLogVariables(path).map((name) => Ruby.env(name));
  return {
    name: 'source',
    params: {
      '@type': 'tail',
      '@id': id,
      '@label': parser._type === 'cri' ? JOIN : undefined,
      path,
      'exclude_path': own.length > 0 ? Ruby.list([...own, ...excludePaths]) : excludePaths.length > 0 ? excludePaths : undefined,
      'pos_file': `${STATE}/${id}.pos`,
      tag,
      'read_from_head': readFromHead,
      // a rotated file is read to its end and never twice
      'follow_inodes': true,
      // inotify has been seen to miss rotations (fluent/fluentd#3614), and its 128 instances per user are shared by the whole node; the timer stays
      'enable_stat_watcher': false,
      // the default of 60 seconds never sees the logs of shorter-lived pods
      'refresh_interval': '10s',
    },
    sections: [{ name: 'parse', params: { '@type': parser._type, ...parser._params } }],
  };
}

function renderJournal(id: string, { units, path = JOURNAL, tag = 'systemd', readFromHead = true }: FluentdSystemdOptions): Section {
  return {
    name: 'source',
    params: {
      '@type': 'systemd',
      '@id': id,
      path,
      'matches': units?.map((unit) => ({ _SYSTEMD_UNIT: /\.[a-z]+$/.test(unit) ? unit : `${unit}.service` })),
      tag,
      'read_from_head': readFromHead,
    },
    sections: [
      { name: 'storage', params: { '@type': 'local', 'persistent': true, 'path': `${STATE}/${id}.json` } },
      // `_PID` and `MESSAGE` become `pid` and `message`, as other sources have it
      { name: 'entry', params: { fields_strip_underscores: true, fields_lowercase: true } },
    ],
  };
}

/**
 * Joins the lines that the runtime has cut (`P` … `P` `F`). The filter's own mode for CRI would drop the field `stream` and mix stdout with stderr,
 * and its default separator would leave line breaks in between (upstream: fluent-plugin-concat lib/fluent/plugin/filter_concat.rb). What has no
 * end within a minute goes on as it is, from a label of its own, since `@ROOT` would bring it here again.
 */
export function renderJoin(sources: TailSource[]): Section[] {
  if (!sources.some((source) => source.parser._type === 'cri')) {
    return [];
  }
  const concat = {
    '@type': 'concat',
    '@id': 'filter_cri',
    'key': 'message',
    'separator': '',
    'partial_key': 'logtag',
    'partial_value': 'P',
    'stream_identity_key': 'stream',
    'use_first_timestamp': true,
    'timeout_label': '@ROOT',
  };
  return [{
    name: 'label',
    argument: JOIN,
    sections: [
      { name: 'filter', argument: '**', params: concat },
      { name: 'match', argument: '**', params: { '@type': 'relabel', '@id': 'out_cri', '@label': '@ROOT' } },
    ],
  }];
}
