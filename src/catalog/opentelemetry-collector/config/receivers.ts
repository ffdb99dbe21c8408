import { Duration } from 'cdk8s';
import { DOCKER_LOGS, HOST, POD_LOGS, RECEIVER_TLS } from './paths';
import { durationText, listenOn, literal, RELOAD, variable } from './values';
import { Section } from '../../extra-config';
import { OWN_POD_LOGS } from '../../log-source/log-files';
import { EXCLUDED_MOUNT_POINTS } from '../../pods-on-node';
import { OpenTelemetrySignal } from '../exporter';
import {
  checkpointsOn, grpcPort, hostMetricsOn, httpPort, kubeletMetricsOn, logsOn, otlpOn, scrapersOf,
} from '../presets';
import { OpenTelemetryCollectorOptions } from '../props';
import { OpenTelemetryHostScraper, OpenTelemetryKubeletAddress } from '../receiver-options';

/** A receiver and the signals that come from it. */
export interface Receiver {
  /** Which option switches it on. */
  readonly option: string;
  readonly id: string;
  readonly signals: OpenTelemetrySignal[];
  readonly config: Section;
}

const { LOGS, METRICS, TRACES } = OpenTelemetrySignal;
const ALL = [LOGS, METRICS, TRACES];

const INTERVAL = Duration.seconds(30);

/** In bytes, as upstream's chart; what is longer is cut. */
export const LONGEST_LINE = 102400;

/** File systems that hold no files of their own (upstream: values of the chart's preset). */
const VIRTUAL_FILE_SYSTEMS = [
  'autofs', 'binfmt_misc', 'bpf', 'cgroup', 'cgroup2', 'configfs', 'debugfs', 'devpts', 'devtmpfs', 'fusectl', 'hugetlbfs', 'iso9660', 'mqueue', 'nsfs',
  'overlay', 'proc', 'procfs', 'pstore', 'rpc_pipefs', 'securityfs', 'selinuxfs', 'squashfs', 'sysfs', 'tracefs',
];

/**
 * Ids are those of version 0.158 (upstream: `Type` in each component's internal/metadata/generated_status.go), except for `host_metrics` and `kubelet_stats`, as upstream's
 * chart writes them for it: aliases of `host_metrics` and `kubelet_stats`.
 */
export function receivers(options: OpenTelemetryCollectorOptions): Receiver[] {
  return [
    ...(otlpOn(options) ? [{ option: 'otlp', id: 'otlp', signals: ALL, config: otlp(options) }] : []),
    ...(logsOn(options) ? [{ option: 'logs', id: 'file_log', signals: [LOGS], config: logs(options) }] : []),
    ...(hostMetricsOn(options) ? [{ option: 'hostMetrics', id: 'host_metrics', signals: [METRICS], config: hostMetrics(options) }] : []),
    ...(kubeletMetricsOn(options) ? [{ option: 'kubeletMetrics', id: 'kubelet_stats', signals: [METRICS], config: kubeletMetrics(options) }] : []),
  ];
}

function otlp(options: OpenTelemetryCollectorOptions): Section {
  const { tls } = options.otlp ?? {};
  const files = tls && {
    cert_file: `${RECEIVER_TLS}/tls.crt`,
    key_file: `${RECEIVER_TLS}/tls.key`,
    client_ca_file: tls.clientCaKey === undefined ? undefined : `${RECEIVER_TLS}/${tls.clientCaKey}`,
    reload_interval: RELOAD,
  };
  return { protocols: { grpc: { endpoint: listenOn(grpcPort(options)), tls: files }, http: { endpoint: listenOn(httpPort(options)), tls: files } } };
}

function logs(options: OpenTelemetryCollectorOptions): Section {
  const { includeNamespaces, excludeNamespaces = [], readFromHead = true, multilineStart } = options.logs ?? {};
  const ofNamespace = (namespace: string) => `${POD_LOGS}/${namespace}_*/*/*.log`;
  return {
    include: includeNamespaces === undefined ? [`${POD_LOGS}/*/*/*.log`] : includeNamespaces.map(ofNamespace),
    // a collector that reads its own messages never ends
    exclude: [variable(OWN_POD_LOGS), ...excludeNamespaces.map(ofNamespace)],
    start_at: readFromHead ? 'beginning' : 'end',
    include_file_path: true,
    include_file_name: false,
    storage: checkpointsOn(options) ? 'file_storage' : undefined,
    // else what memory_limiter refuses is lost; the file keeps it
    retry_on_failure: { enabled: true, max_elapsed_time: '0s' },
    operators: [
      { type: 'container', id: 'container-parser', max_log_size: LONGEST_LINE },
      ...(multilineStart === undefined ? [] : [{
        type: 'recombine',
        combine_field: 'body',
        is_first_entry: `body matches ${literal(JSON.stringify(multilineStart))}`,
        source_identifier: 'attributes["log.file.path"]',
        max_log_size: LONGEST_LINE,
      }]),
    ],
  };
}

function hostMetrics(options: OpenTelemetryCollectorOptions): Section {
  const { interval = INTERVAL } = options.hostMetrics ?? {};
  const filesystem = {
    exclude_mount_points: { match_type: 'regexp', mount_points: [literal(EXCLUDED_MOUNT_POINTS)] },
    exclude_fs_types: { match_type: 'strict', fs_types: VIRTUAL_FILE_SYSTEMS },
  };
  return {
    root_path: HOST,
    collection_interval: durationText(interval),
    scrapers: Object.fromEntries(scrapersOf(options).map((scraper) => [scraper, scraper === OpenTelemetryHostScraper.FILESYSTEM ? filesystem : {}])),
  };
}

function kubeletMetrics(options: OpenTelemetryCollectorOptions): Section {
  const { address = OpenTelemetryKubeletAddress.IPV4, verify = true, metricGroups, interval = INTERVAL } = options.kubeletMetrics ?? {};
  const hosts = {
    [OpenTelemetryKubeletAddress.IPV4]: variable('K8S_NODE_IP'),
    [OpenTelemetryKubeletAddress.IPV6]: `[${variable('K8S_NODE_IP')}]`,
    [OpenTelemetryKubeletAddress.NODE_NAME]: variable('K8S_NODE_NAME'),
  };
  return {
    auth_type: 'serviceAccount',
    endpoint: `https://${hosts[address]}:10250`,
    insecure_skip_verify: verify ? undefined : true,
    collection_interval: durationText(interval),
    metric_groups: metricGroups && [...metricGroups],
  };
}

/** Files of the node that receivers read. */
export function pathsOfLogs({ logs: { docker } = {} }: OpenTelemetryCollectorOptions): string[] {
  return [POD_LOGS, ...(docker ? [DOCKER_LOGS] : [])];
}
