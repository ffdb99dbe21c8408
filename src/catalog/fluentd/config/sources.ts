import { STATE } from './paths';
import { Ruby, Section } from './writer';
import { ownLogVariables } from '../../log-source/log-files';
import { FilesSource, ForwardSource, JournalSource, ResolvedSource, resolveSources, SourceDefaults, sourceId } from '../../log-source/resolve';
import { FluentdOptions } from '../props';

/** Label under which lines that the runtime has cut are joined. */
const JOIN = '@CRI';

/** Tags as in fluentd-kubernetes-daemonset. */
const DEFAULTS: SourceDefaults = { containersTag: 'kubernetes.*', systemdTag: 'systemd' };

export function sourcesOf(options: FluentdOptions): ResolvedSource[] {
  return resolveSources(options.sources, DEFAULTS, options.docker);
}

/** Tags of container logs, as patterns of `<filter>`. */
export function containerTags(options: FluentdOptions): string[] {
  const tags = sourcesOf(options).flatMap((source) => (source.kind === 'containers' ? [source.tag] : []));
  return [...new Set(tags.map((tag) => tag.replace('*', '**')))];
}

export function renderSource(source: ResolvedSource): Section {
  switch (source.kind) {
    case 'systemd': return renderJournal(source);
    case 'forward': return renderForward(source);
    default: return renderTail(source);
  }
}

function renderForward(source: ForwardSource): Section {
  return {
    name: 'source',
    params: {
      '@type': 'forward',
      '@id': sourceId(source),
      // listens in one family only (fluent/fluentd#4558): that of the pod's own address
      'bind': new Ruby("ENV['K8S_POD_IP'].include?(':') ? '::' : '0.0.0.0'"),
      'port': source.port,
    },
  };
}

function renderTail(source: FilesSource): Section {
  const { path, tag, parser, excludePaths, readFromHead } = source;
  const id = sourceId(source);
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

function renderJournal(source: JournalSource): Section {
  const { path, tag, units, readFromHead } = source;
  const id = sourceId(source);
  return {
    name: 'source',
    params: {
      '@type': 'systemd',
      '@id': id,
      path,
      'matches': units?.map((unit) => ({ _SYSTEMD_UNIT: unit })),
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
export function renderJoin(sources: FilesSource[]): Section[] {
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
