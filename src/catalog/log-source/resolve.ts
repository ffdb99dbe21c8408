import { ContainerPort } from 'cdk8s-plus-27';
import { JOURNAL } from './log-files';
import { LogParser } from './log-parser';
import { LogSource } from './log-source';

/** Name of the port on which programs send. */
export const FORWARD = 'forward';

/** Log files, those of containers included, with everything said. */
export interface FilesSource {
  readonly kind: 'containers' | 'tail';
  readonly path: string;
  readonly tag: string;
  readonly excludePaths: string[];
  readonly parser: LogParser;
  readonly readFromHead: boolean;
}

/** The journal, with everything said. */
export interface JournalSource {
  readonly kind: 'systemd';
  readonly path: string;
  readonly tag: string;
  /** With their endings; undefined for the whole journal. */
  readonly units?: string[];
  readonly readFromHead: boolean;
}

/** What programs send, with everything said. */
export interface ForwardSource {
  readonly kind: 'forward';
  readonly port: number;
}

export type ResolvedSource = FilesSource | JournalSource | ForwardSource;

/** What is the product's own. */
export interface SourceDefaults {
  readonly containersTag: string;
  readonly systemdTag: string;
}

/** The sources of a definition, container logs where it names none. */
export function resolveSources(sources: LogSource[] = [LogSource.containerLogs()], defaults: SourceDefaults, docker?: boolean): ResolvedSource[] {
  return sources.map(({ _data: source }) => {
    switch (source.kind) {
      case 'containers': {
        const { path = '/var/log/containers/*.log', tag = defaults.containersTag, parser = docker ? LogParser.json() : LogParser.cri() } = source.options;
        return { kind: source.kind, path, tag, parser, ...filesDefaults(source.options) };
      }
      case 'tail': {
        const { path, tag, parser = LogParser.none() } = source.options;
        return { kind: source.kind, path, tag, parser, ...filesDefaults(source.options) };
      }
      case 'systemd': {
        const { path = JOURNAL, tag = defaults.systemdTag, units, readFromHead = true } = source.options;
        return { kind: source.kind, path, tag, units: units?.map((unit) => (/\.[a-z]+$/.test(unit) ? unit : `${unit}.service`)), readFromHead };
      }
      case 'forward': return { kind: source.kind, port: source.options.port ?? 24224 };
    }
  });
}

function filesDefaults({ excludePaths = [], readFromHead = true }: { readonly excludePaths?: string[]; readonly readFromHead?: boolean }) {
  return { excludePaths, readFromHead };
}

export function isFiles(source: ResolvedSource): source is FilesSource {
  return source.kind === 'containers' || source.kind === 'tail';
}

/** Files and directories that sources read. */
export function pathsOf(sources: ResolvedSource[]): string[] {
  return sources.flatMap((source) => (isFiles(source) ? source.path.split(',') : source.kind === 'systemd' ? [source.path] : []));
}

/** Ports on which programs send, by name. */
export function forwardPorts(sources: ResolvedSource[]): ContainerPort[] {
  return sources.filter((source) => source.kind === 'forward')
    .map(({ port }, index) => ({ name: index === 0 ? FORWARD : `${FORWARD}-${index + 1}`, number: port }));
}

/** Id of a source, and name of what keeps its position: from its tag, so that sources can be reordered. */
export function sourceId(source: ResolvedSource): string {
  switch (source.kind) {
    case 'systemd': return `in_systemd_${slug(source.tag)}`;
    case 'forward': return `in_forward_${source.port}`;
    default: return `in_tail_${slug(source.tag)}`;
  }
}

/** A tag as part of a name. */
export function slug(tag: string): string {
  return tag.replace(/[^\w]+/g, '_').replace(/^_+|_+$/g, '') || 'all';
}
