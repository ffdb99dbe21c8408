import { renderOutputs, variable } from './outputs';
import { Block, directive, directives, Entry, printConfig } from './writer';
import { CollectdOutput } from '../output';
import { CollectdPlugin, ROOT } from '../plugin';
import { CollectdOptions, DEFAULT_QUEUE_LIMIT } from '../props';
import { RUN } from '../start';

/** Plugins that are loaded beside those that are asked for. */
export const LOG_PLUGIN = 'logfile';
const RENAME_PLUGINS = ['match_regex', 'target_replace'];

/** The configuration file, in which variables are not replaced yet. */
export function collectdConf(options: CollectdOptions, plugins: readonly CollectdPlugin[], outputs: readonly CollectdOutput[]): string {
  const { blocks } = renderOutputs(outputs);
  const measuresRoot = plugins.some(({ _needs }) => _needs.rootFilesystem);
  const parts: readonly (readonly Entry[])[] = [
    settings(options),
    [
      directive('LoadPlugin', LOG_PLUGIN),
      { block: 'Plugin', args: [LOG_PLUGIN], entries: [directive('LogLevel', 'info'), directive('File', 'STDOUT'), directive('PrintSeverity', true)] },
    ],
    directives('LoadPlugin', [...plugins.map(({ name }) => name), ...blocks.map(({ args }) => args![0]), ...(measuresRoot ? RENAME_PLUGINS : [])]),
    plugins.filter(({ _entries }) => _entries.length > 0).map(({ name, _entries }): Block => ({ block: 'Plugin', args: [name], entries: _entries })),
    blocks,
    measuresRoot ? renameFilesystems() : [],
  ];
  const texts = [
    ...parts.filter((entries) => entries.length > 0).map(printConfig),
    ...plugins.filter(({ _config }) => _config !== undefined).map(({ name, _config }) => `<Plugin "${name}">\n${_config!.trimEnd()}\n</Plugin>\n`),
    ...(options.extraConfig === undefined ? [] : [`${options.extraConfig.trimEnd()}\n`]),
  ];
  return texts.join('\n');
}

function settings(options: CollectdOptions): Entry[] {
  const { interval, readThreads, writeThreads, writeQueueLimit = DEFAULT_QUEUE_LIMIT } = options;
  return [
    directive('Hostname', variable('K8S_NODE_NAME')),
    directive('FQDNLookup', false),
    // collectd starts in this directory, and writes nothing there
    directive('BaseDir', RUN),
    directive('Interval', interval?.toSeconds({ integral: false })),
    directive('ReadThreads', readThreads),
    directive('WriteThreads', writeThreads),
    directive('WriteQueueLimitHigh', writeQueueLimit),
    directive('WriteQueueLimitLow', writeQueueLimit),
  ];
}

/** collectd has no option for where the node's file system is mounted, so `host-root-var` becomes `var` again, as on the node. */
function renameFilesystems(): Entry[] {
  const prefix = ROOT.slice(1).replaceAll('/', '-');
  return [
    directive('PreCacheChain', 'node'),
    {
      block: 'Chain',
      args: ['node'],
      entries: [{
        block: 'Rule',
        args: ['filesystems'],
        entries: [
          { block: 'Match', args: ['regex'], entries: [directive('Plugin', '^df$')] },
          {
            block: 'Target',
            args: ['replace'],
            entries: [{ key: 'PluginInstance', values: [`^${prefix}$`, 'root'] }, { key: 'PluginInstance', values: [`^${prefix}-`, ''] }],
          },
        ],
      }],
    },
  ];
}
