import { WindowsExporterFilter, WindowsExporterOptions } from './props';

/** Options that choose among the objects of a collector: the collector, and what its flags for it are called. */
const FILTERS = {
  services: { collector: 'service', flag: '' },
  processes: { collector: 'process', flag: '' },
  volumes: { collector: 'logical_disk', flag: 'volume-' },
  networkInterfaces: { collector: 'net', flag: 'nic-' },
  scheduledTasks: { collector: 'scheduled_task', flag: '' },
} as const;

const DIRECTORIES = 'textfile';

interface ChosenFilter {
  /** The name of the option. */
  readonly option: string;
  readonly collector: string;
  readonly flag: string;
  readonly filter: WindowsExporterFilter;
}

/** The filters that are given. */
export function filters(props: WindowsExporterOptions): ChosenFilter[] {
  return (Object.keys(FILTERS) as (keyof typeof FILTERS)[]).flatMap((option) => {
    const filter = props[option];
    return filter === undefined ? [] : [{ option, filter, ...FILTERS[option] }];
  });
}

/** Names in the order of the configuration; those that options turn on come last. */
export function enabledCollectors(props: WindowsExporterOptions): string[] {
  const { enable = ['container', 'memory'] } = props.collectors ?? {};
  return [...new Set([...enable, ...filters(props).map(({ collector }) => collector), ...(props.textfileDirectories ? [DIRECTORIES] : [])])];
}

/**
 * What the collectors are told, as flags: their names are the ones that the exporter documents. Its configuration file, which is refused for an unknown
 * key, calls some of them otherwise in some releases (`service_include`).
 */
export function collectorArgs(props: WindowsExporterOptions): string[] {
  const { textfileDirectories } = props;
  return [
    ...filters(props).flatMap(({ collector, flag, filter }) => (['include', 'exclude'] as const).filter((way) => filter[way] !== undefined)
      .map((way) => `--collector.${collector}.${flag}${way}=${filter[way]}`)),
    ...(textfileDirectories ? [`--collector.${DIRECTORIES}.directories=${textfileDirectories.join(',')}`] : []),
  ];
}
