import { ParsedPipeline, ParsedPlugin } from './parse';

/** Fields by their references; what is nested in other ways is not needed here. */
export interface LogEvent {
  [field: string]: unknown;
}

type Params = { readonly [name: string]: any }; // eslint-disable-line @typescript-eslint/no-explicit-any

/** What becomes of the lines of one file, as the plugins' documentation says; what is not sent is left out. */
export function run(pipeline: ParsedPipeline, file: string, lines: string[], env: { [name: string]: string } = {}): LogEvent[] {
  const input = pipeline.input.find(({ params }) => (params.path as string[]).some((path) => glob(path).test(file)))!;
  const excluded = (input.params.exclude as string[] | undefined ?? []).map((name) => name.replace(/\$\{(\w+)\}/g, (_, variable) => env[variable]));
  if (excluded.some((name) => glob(name).test(file.slice(file.lastIndexOf('/') + 1)))) {
    return [];
  }
  const events = join(lines, input.params.codec as ParsedPlugin | undefined).map((message): LogEvent => ({
    message, 'tags': input.params.tags, '[log][file][path]': file, '[host][name]': 'logstash-x2x4z', '[event][original]': message, ...input.params.add_field as object,
  }));
  const isFor = ({ when }: ParsedPlugin, event: LogEvent) => when.every((condition) => holds(condition, event));
  return pipeline.filter.reduce((all, plugin) => all.flatMap((event) => (isFor(plugin, event) ? apply(plugin, event) : [event])), events)
    .map((event) => Object.fromEntries(Object.entries(event).filter(([field]) => !field.startsWith('[@metadata]'))));
}

/** In a path, `*` stays in its directory. */
function glob(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.]/g, '\\$&').replace(/\?/g, '[^/]').replace(/(\*\*\/)|\*/g, (_, deep) => (deep ? '(.*/)?' : '[^/]*'))}$`);
}

/** The codec `multiline`, with `what => next`. */
function join(lines: string[], codec: ParsedPlugin | undefined): string[] {
  if (codec === undefined) {
    return lines;
  }
  expect([codec.plugin, codec.params.what]).toEqual(['multiline', 'next']);
  const open: string[] = [];
  const whole = lines.flatMap((line) => {
    open.push(line);
    return ruby(codec.params.pattern as string).test(line) ? [] : [open.splice(0).join('\n')];
  });
  return open.length > 0 ? [...whole, open.join('\n')] : whole;
}

/** A regular expression of Ruby, where `^` and `$` always stand for lines. */
function ruby(expression: string, flags = ''): RegExp {
  const [, options = '', text] = /^(?:\(\?([imx]+)\))?(.*)$/s.exec(expression)!;
  return new RegExp(text.replace(/\\A/g, '(?<![^])').replace(/\\z/g, '(?![^])'), `m${options.includes('i') ? 'i' : ''}${options.includes('m') ? 's' : ''}${flags}`);
}

function holds(condition: string, event: LogEvent): boolean {
  return condition.split(' and ').every((part) => {
    const [, text, list] = /^"(.*)" in \[(\w+)\]$/.exec(part) ?? [];
    if (text !== undefined) {
      return (event[list] as string[]).includes(text);
    }
    const [, field, operator, wanted] = /^(\S+) (==|=~) "(.*)"$/.exec(part)!;
    const said = event[field.replace(/^\[(\w+)\]$/, '$1')] as string;
    return operator === '==' ? said === wanted : ruby(wanted).test(said);
  });
}

function apply({ plugin, params }: ParsedPlugin, event: LogEvent): LogEvent[] {
  switch (plugin) {
    case 'split': return (event.message as string).split('\n').map((message) => ({ ...event, message }));
    case 'mutate': return [mutate(params, event)];
    case 'json': return [json(params, event)];
    case 'grok': return [grok(params, event)];
    case 'dissect': return [dissect(params, event)];
    case 'date': return [date(params, event)];
    default: throw new Error(`the tests do not know the filter '${plugin}'`);
  }
}

/** In the order in which the plugin itself goes about it. */
function mutate({ rename = {}, replace = {}, gsub, add_field: added = {}, remove_field: removed = [] }: Params, event: LogEvent): LogEvent {
  const changed = { ...event };
  Object.entries(rename as { [from: string]: string }).filter(([from]) => from in changed).forEach(([from, to]) => {
    changed[to] = changed[from];
    delete changed[from];
  });
  Object.assign(changed, replace);
  if (gsub !== undefined && gsub[0] in changed) {
    changed[gsub[0]] = (changed[gsub[0]] as string).replace(ruby(gsub[1], 'g'), gsub[2]);
  }
  Object.assign(changed, added);
  removed.forEach((field: string) => delete changed[field]);
  return changed;
}

function failed(event: LogEvent, tag: string): LogEvent {
  return { ...event, tags: [...event.tags as string[], tag] };
}

function json({ source }: Params, event: LogEvent): LogEvent {
  try {
    return { ...event, ...JSON.parse(event[source] as string) };
  } catch {
    return failed(event, '_jsonparsefailure');
  }
}

function grok({ match, pattern_definitions: definitions, tag_on_failure: tags = ['_grokparsefailure'] }: Params, event: LogEvent): LogEvent {
  const [[field, expression]] = Object.entries(match as { [field: string]: string });
  const fields: string[] = [];
  const named = expression.replace(/%\{(\w+):([^}]+)\}/g, (_, pattern, target) => `(?<g${fields.push(target) - 1}>${definitions[pattern]})`);
  const found = ruby(named).exec(event[field] as string);
  return found === null ? failed(event, tags[0])
    : { ...event, ...Object.fromEntries(Object.entries(found.groups ?? {}).map(([group, text]) => [fields[Number(group.slice(1))] ?? group, text])) };
}

/** The last field takes the rest; one whose name begins with `?` is skipped. */
function dissect({ mapping }: Params, event: LogEvent): LogEvent {
  const [[field, pattern]] = Object.entries(mapping as { [field: string]: string });
  const names = [...pattern.matchAll(/%\{([^}]*)\}/g)].map(([, name]) => name);
  const found = new RegExp(`^${names.map((_, index) => (index < names.length - 1 ? '([^ ]*)' : '(.*)')).join(' ')}$`, 's').exec(event[field] as string);
  return found === null ? failed(event, '_dissectfailure')
    : { ...event, ...Object.fromEntries(names.map((name, index) => [name, found[index + 1]]).filter(([name]) => !name.startsWith('?'))) };
}

/** Only what it is asked for is noted: the tests have no Joda-Time. */
function date({ match: [field, ...formats], remove_field: removed = [] }: Params, event: LogEvent): LogEvent {
  if (!(field in event)) {
    return event;
  }
  return mutate({ remove_field: removed }, { ...event, '@timestamp': `${event[field]} as ${formats.join()}` });
}
