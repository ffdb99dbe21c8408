import { Size } from 'cdk8s';
import { PROXY_CA } from './paths';
import { bytes } from '../../bytes';
import { FluentBitPipeline } from '../../fluent-bit/config/config';
import { Properties, variable } from '../../fluent-bit/config/values';
import { FluentBitLogLevel, FluentBitOptions } from '../../fluent-bit/props';
import { LogSource } from '../../log-source/log-source';
import { NewRelicDaemonProps, NewRelicOptions, NewRelicRegion } from '../props';

/** Variables of the container that the configuration names. */
export const LICENSE_KEY = 'NEW_RELIC_LICENSE_KEY';
export const PROXY = 'NEW_RELIC_PROXY';

/** What is left of an event with `lowDataMode` (upstream: lowDataModeFilters of the chart). */
const FEW_FIELDS = ['container_name', 'namespace_name', 'pod_name', 'stream', 'message', 'log'];

const ENDPOINTS = {
  [NewRelicRegion.US]: 'https://log-api.newrelic.com/log/v1',
  [NewRelicRegion.EU]: 'https://log-api.eu.newrelic.com/log/v1',
  [NewRelicRegion.FEDRAMP]: 'https://gov-log-api.newrelic.com/log/v1',
};

/** What Fluent Bit reads, keeps and says. Lines stay as they are: New Relic itself finds the fields in them. */
export function logsOptions({ logs = {}, lowDataMode = false, verbose }: NewRelicOptions): FluentBitOptions {
  return {
    sources: [LogSource.containerLogs({ excludePaths: logs.excludePaths })],
    docker: logs.docker,
    metadata: { podLabels: !lowDataMode, mergeLog: false, keepLog: true, parserAnnotation: false },
    metrics: { port: logs.metricsPort },
    logLevel: verbose ? FluentBitLogLevel.DEBUG : FluentBitLogLevel.INFO,
  };
}

/** How the pipeline ends (upstream: charts/newrelic-logging, and config/config.go of the output). */
export function logsPipeline(props: NewRelicDaemonProps): FluentBitPipeline {
  return { filters: filters(props), outputs: [output(props)] };
}

function filters({ clusterName, lowDataMode }: NewRelicDaemonProps): Properties[] {
  const record = `cluster_name "${clusterName}"`;
  return lowDataMode ? [
    { name: 'nest', alias: 'lift_kubernetes', match: '*', operation: 'lift', nested_under: 'kubernetes' },
    { name: 'record_modifier', alias: 'few_fields', match: '*', record, allowlist_key: FEW_FIELDS },
  ] : [{ name: 'record_modifier', alias: 'cluster', match: '*', record }];
}

/** In lower case: of a name like `licenseKey` Fluent Bit's YAML makes `license_key`, which the output does not know. It reads names in any case. */
function output(props: NewRelicDaemonProps): Properties {
  const { logs = {}, region = NewRelicRegion.US, lowDataMode = false, proxy } = props;
  return {
    'name': 'newrelic',
    'alias': 'out_newrelic',
    'match': '*',
    'licensekey': variable(LICENSE_KEY),
    'endpoint': logs.endpoint ?? ENDPOINTS[region],
    'lowdatamode': lowDataMode,
    'sendmetrics': false,
    'retry_limit': 'no_limits',
    'storage.total_limit_size': bytes(logs.bufferLimit ?? Size.gibibytes(1)),
    ...(proxy && {
      proxy: variable(PROXY),
      validateproxycerts: proxy.verify ?? true,
      cabundlefile: proxy.ca && `${PROXY_CA}/${proxy.ca.key}`,
    }),
  };
}
