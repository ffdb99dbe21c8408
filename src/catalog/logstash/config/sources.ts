import { STATE, variable } from './paths';
import { NamedPlugin } from './writer';
import { OWN_LOGS } from '../../../daemon/roles/log-collector';
import { OWN_POD_LOGS, ownLogVariables } from '../../log-source/log-files';
import { FilesSource, isFiles, ResolvedSource, resolveSources, SourceDefaults, sourceId } from '../../log-source/resolve';
import { LogstashOptions } from '../props';

/** Variable with the names of the daemon's own log files: `exclude` of the input knows names only, and no directories (upstream: filewatch/discoverer.rb). */
export const OWN_NAMES = 'LOGSTASH_OWN_LOGS';

/** Field by which a filter finds the events of a source; it is not sent. */
export const SOURCE = '[@metadata][source]';

/** Tags have no wildcard, see `problems.ts`. */
const DEFAULTS: SourceDefaults = { containersTag: 'kubernetes', systemdTag: 'systemd' };

/**
 * Joins a line that containerd or CRI-O has cut (`P` … `P` `F`), file by file and at most 500 pieces (8 MB) of it; what has no end within a minute goes on as it is.
 * Without a tag of its own, since it says nothing of the line.
 */
const JOIN = new NamedPlugin('multiline', { pattern: '^\\S+ (stdout|stderr) P ', what: 'next', auto_flush_interval: 60, multiline_tag: '' });

export function sourcesOf(options: LogstashOptions): ResolvedSource[] {
  return resolveSources(options.sources, DEFAULTS, options.docker);
}

/** Whether a source finds the daemon's own log by the name that says whose it is. */
export function findsOwnNames(source: FilesSource): boolean {
  return pathsOfFiles(source).some((path) => finds(path, OWN_LOGS, '/var/log/containers/?'));
}

/** Patterns of a source that find the daemon's own log where its name is a mere number. */
export function nestedOwnLogs(source: FilesSource): string[] {
  return pathsOfFiles(source).filter((path) => finds(path, OWN_POD_LOGS, '/var/log/pods/?/?/?'));
}

/** Directories are matched level by level, unless there is `**`. */
function finds(path: string, ownLogs: string, file: string): boolean {
  return ownLogVariables(path).includes(ownLogs) && (path.includes('**') || path.split('/').length === file.split('/').length);
}

export function pathsOfFiles({ path }: FilesSource): string[] {
  return path.split(',').map((one) => one.trim());
}

export function renderInputs(options: LogstashOptions): NamedPlugin[] {
  return sourcesOf(options).filter(isFiles).map(renderFiles);
}

/** Upstream: logstash-input-file lib/logstash/inputs/file.rb. */
function renderFiles(source: FilesSource): NamedPlugin {
  const id = sourceId(source);
  const excluded = [...(findsOwnNames(source) ? [variable(OWN_NAMES)] : []), ...source.excludePaths.map(fileName)];
  return new NamedPlugin('file', {
    id,
    path: pathsOfFiles(source),
    exclude: excluded.length > 0 ? excluded : undefined,
    // each input needs positions of its own; the file lies in the directory itself, since Logstash makes none for it
    sincedb_path: `${STATE}/${id}.sincedb`,
    start_position: source.readFromHead ? 'beginning' : 'end',
    codec: source.parser._type === 'cri' ? JOIN : undefined,
    tags: [source.tag],
    add_field: { [SOURCE]: id },
  });
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
