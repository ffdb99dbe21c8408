import { dateFormats } from './dates';
import { variable } from './paths';
import { SOURCE, sourcesOf } from './sources';
import { Conditional, LogstashPlugin, NamedPlugin } from './writer';
import { FilesSource, isFiles, sourceId } from '../../log-source/resolve';
import { LogstashOptions } from '../props';

type Plugins = readonly (NamedPlugin | Conditional)[];

/** What is behind the name of a log file: `<pod>_<namespace>_<container>-<id>.log`. */
const FILE_NAME = '^/var/log/containers/%{K8S_NAME:[kubernetes][pod][name]}_%{K8S_NAME:[kubernetes][namespace]}_'
  + '%{K8S_NAME:[kubernetes][container][name]}-%{CONTAINER_ID:[container][id]}\\.log$';

const NAMES = { K8S_NAME: '[^/_]+', CONTAINER_ID: '[0-9a-f]{64}' };

/** Where a line is kept while it is taken apart; it is not sent. */
const LINE = '[@metadata][line]';

/** One condition for each source, then what holds for all events, then the user's own. */
export function renderFilters(options: LogstashOptions): LogstashPlugin[] {
  const { extraFilters = '' } = options;
  const parsed = sourcesOf(options).filter(isFiles).map((source): [FilesSource, Plugins] => [source, [...parse(source), ...name(source)]]);
  return [
    ...parsed.filter(([, plugins]) => plugins.length > 0).map(([source, plugins]) => new Conditional(`${SOURCE} == "${sourceId(source)}"`, plugins)),
    new NamedPlugin('mutate', {
      // the input takes the pod's own name for the host's
      replace: { '[host][name]': variable('K8S_NODE_NAME') },
      add_field: { '[kubernetes][node][name]': variable('K8S_NODE_NAME') },
      // the whole line once more, as inputs leave it under ECS
      remove_field: ['[event][original]'],
    }),
    ...(extraFilters.trim() === '' ? [] : [extraFilters]),
  ];
}

function parse(source: FilesSource): Plugins {
  const { _type, _params: { expression = '', time_key: timeKey = 'time', time_format: timeFormat } } = source.parser;
  switch (_type) {
    case 'cri': return CRI;
    case 'json': return [
      ...takeApart(new NamedPlugin('json', { source: LINE }), '_jsonparsefailure'),
      ...date(timeKey, timeFormat),
      // Docker's names: what a container has written is the message, as with other runtimes
      ...(source.kind === 'containers' ? [new NamedPlugin('mutate', { rename: { log: 'message' }, gsub: ['message', '\\n\\z', ''] })] : []),
    ];
    case 'regexp': return [...takeApart(new NamedPlugin('grok', { match: { [LINE]: grokPattern(expression) } }), '_grokparsefailure'), ...date(timeKey, timeFormat)];
    default: return [];
  }
}

/**
 * `<time> <stream> <P|F> <text>`, several of them where a line was cut. Pieces of both streams in one belong to two lines, whose pieces are left apart: the
 * input joins by file, and does not know of streams.
 */
const CRI: Plugins = [
  new Conditional('[message] =~ "^\\S+ stdout [PF] " and [message] =~ "^\\S+ stderr [PF] "', [new NamedPlugin('split')]),
  new NamedPlugin('mutate', { gsub: ['message', '\\n\\S+ (stdout|stderr) [PF] ', ''] }),
  new NamedPlugin('dissect', { mapping: { message: '%{time} %{stream} %{?cut} %{message}' } }),
  new NamedPlugin('date', { match: ['time', 'ISO8601'] }),
];

/** What the plugin finds takes the place of the line; one that it does not understand stays what it was, with a tag. */
function takeApart(plugin: NamedPlugin, failure: string): Plugins {
  return [
    new NamedPlugin('mutate', { rename: { message: LINE } }),
    plugin,
    new Conditional(`"${failure}" in [tags]`, [new NamedPlugin('mutate', { rename: { [LINE]: 'message' } })]),
  ];
}

/** The time as the event's own, and no longer as a field: fields of one name and several formats cannot be searched together. */
function date(field: string, format: string | undefined): Plugins {
  return [new NamedPlugin('date', { match: [field, ...dateFormats(format) ?? ['ISO8601']], remove_field: [field] })];
}

/** A regular expression without its slashes; what stood behind them goes to the front. */
function grokPattern(expression: string): string {
  const [, text = expression, options = ''] = /^\/(.*)\/([imx]*)$/s.exec(expression) ?? [];
  return options === '' ? text : `(?${options})${text}`;
}

function name({ kind }: FilesSource): Plugins {
  return kind !== 'containers' ? []
    : [new NamedPlugin('grok', { match: { '[log][file][path]': FILE_NAME }, pattern_definitions: NAMES, tag_on_failure: ['_no_container_name'] })];
}
