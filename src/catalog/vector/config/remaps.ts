import { containersOf, sourcesOf } from './sources';
import { Component, Components, literal, variable } from './values';
import { LogDestination } from '../../log-output/log-output';
import { LogParser } from '../../log-source/log-parser';
import { FilesSource, JournalSource, ResolvedSource, sourceId } from '../../log-source/resolve';
import { VectorDaemonProps, VectorOptions } from '../props';

/** Field with the time of an event, by the name that dashboards look for (`log_schema.timestamp_key`). */
export const TIME_KEY = '@timestamp';

/** Ids of transforms that all events go through, where there are any. */
const [REMAP, DOTS] = ['remap', 'replace_dots'];

/** The transforms of each source, the one of all, and the one of those destinations that take no dots. */
export function renderTransforms(options: VectorDaemonProps): Components {
  return {
    ...Object.fromEntries(sourcesOf(options).filter(isTagged).map((source) => [transformId(source), ofSource(source)])),
    ...(options.remap === undefined ? {} : { [REMAP]: { type: 'remap', inputs: described(options), source: literal(options.remap) } }),
    ...(replacesDots(options) && options.output._destinations.some(isSearch) ? { [DOTS]: { type: 'remap', inputs: events(options), source: WITHOUT_DOTS } } : {}),
  };
}

/** From where a destination takes events. */
export function inputsOf(destination: LogDestination, options: VectorOptions): string[] {
  return isSearch(destination) && replacesDots(options) ? [DOTS] : events(options);
}

function events(options: VectorOptions): string[] {
  return options.remap === undefined ? described(options) : [REMAP];
}

/** Events of all sources. What comes by the forward protocol has brought its tag. */
function described(options: VectorOptions): string[] {
  return sourcesOf(options).map((source) => (isTagged(source) ? transformId(source) : sourceId(source)));
}

type TaggedSource = FilesSource | JournalSource;

function isTagged(source: ResolvedSource): source is TaggedSource {
  return source.kind !== 'forward';
}

function transformId(source: TaggedSource): string {
  return sourceId(source).replace(/^in_/, 'event_');
}

/** A line that cannot be parsed is reported, and left out. */
function ofSource(source: TaggedSource): Component {
  const parsing = source.kind === 'tail' ? parse(source.parser) : [];
  return {
    type: 'remap',
    inputs: [sourceId(source)],
    drop_on_error: parsing.length > 0 ? true : undefined,
    source: [
      ...parsing,
      `.tag = ${tag(source)}`,
      // Vector takes the pod's name for that of the host
      ...(source.kind === 'tail' ? [`.host = "${variable('K8S_NODE_NAME')}"`] : []),
    ].join('\n'),
  };
}

/** `*` stands for the file's path, with dots, or for the unit. */
function tag({ kind, tag: said }: TaggedSource): string {
  const [before, after] = said.split('*');
  if (after === undefined) {
    return text(said);
  }
  const middle = kind === 'systemd' ? '(string(._SYSTEMD_UNIT) ?? "")' : 'replace(string!(.file), "/", ".")';
  const begin = kind === 'systemd' ? before : before.replace(/\.$/, '');
  return [begin && text(begin), middle, after && text(after)].filter((part) => part !== '').join(' + ');
}

function parse({ _type, _params }: LogParser): string[] {
  switch (_type) {
    case 'json': return merged('object!(parse_json!(string!(.message)))', _params.time_key!, _params.time_format);
    case 'regexp': return merged(`parse_regex!(string!(.message), r'${literal(rustRegexp(_params.expression!))}')`,
      _params.time_key ?? 'time', _params.time_format);
    default: return [];
  }
}

/** Fields take the line's place. Where a time cannot be read, that of reading stays. */
function merged(parsed: string, timeKey: string, timeFormat: string | undefined): string[] {
  return [
    `parsed = ${parsed}`,
    'del(.message)',
    '. = merge(., parsed)',
    `time, err = parse_timestamp(parsed.${text(timeKey)}, format: ${text(chronoFormat(timeFormat))})`,
    'if err == null {',
    `  .${text(TIME_KEY)} = time`,
    '}',
  ];
}

/** An expression of Ruby as one of Rust, between single quotes: its `m` is what others call `s`. */
export function rustRegexp(expression: string): string {
  const [, body, flags] = /^\/(.*)\/([imx]*)$/s.exec(expression)!;
  const prefix = flags === '' ? '' : `(?${flags.replace('m', 's')})`;
  return prefix + body.replace(/\\.|'/gs, (part) => ({ "'": '\\x27', "\\'": '\\x27', '\\/': '/' }[part] ?? part));
}

/** Format of strftime in the words of chrono, which knows `Z` for a time zone by another letter. */
function chronoFormat(format: string | undefined): string {
  return format === undefined || format === '%Y-%m-%dT%H:%M:%S.%N%z' ? '%+'
    : format.replace(/\.%\d?N/g, '%.f').replace(/%(\d?)N/g, (_, digits) => `%${digits || 9}f`).replace(/%L/g, '%3f').replace(/%z/g, '%#z');
}

/** A text of VRL. */
function text(value: string): string {
  return literal(JSON.stringify(value));
}

/** Only what Kubernetes says has such names. */
const WITHOUT_DOTS = [
  'if is_object(.kubernetes) {',
  '  .kubernetes = map_keys(object!(.kubernetes), recursive: true) -> |key| { replace(key, ".", "_") }',
  '}',
].join('\n');

/** They take a dot in a name for the border of a field inside another. */
function isSearch({ kind }: LogDestination): boolean {
  return kind === 'elasticsearch' || kind === 'opensearch';
}

function replacesDots(options: VectorOptions): boolean {
  return (options.metadata?.replaceDots ?? true) && containersOf(options).length > 0;
}
