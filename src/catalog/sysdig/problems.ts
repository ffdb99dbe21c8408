import { isIPv4, isIPv6 } from 'node:net';
import { CORE_SCHEMA } from 'js-yaml';
import { modeOf, prometheusOn, readExtraConfig, selfMetricsOn, shapeOf } from './config';
import { HEALTH } from './definition';
import { SysdigDaemonProps, SysdigMode, SysdigOptions } from './props';
import { hostProblems, portProblems } from '../address-problems';
import { readYaml } from '../extra-config';
import { literalSecrets } from '../literal-secrets';

/** The agent's configuration knows no variables. */
const NO_REFERENCE = /(?!)/;

/** What to use instead, in the configuration of Prometheus. */
const FILE = 'the field for a file (password_file, credentials_file) and a Secret as file (volumes)';

/** What is wrong with the options, one sentence each; with most of it the agent would not start, or nobody would get what it sees. */
export function sysdigProblems(props: SysdigDaemonProps): string[] {
  return [collector, names, modes, parts, network, health, extraConfig].flatMap((problems) => problems(props));
}

function collector({ collector: own }: SysdigDaemonProps): string[] {
  const { host, port, tls, verifyCertificate } = own._address;
  return [
    ...hostProblems('collector', host),
    ...portProblems('collector', port),
    ...(tls === false && verifyCertificate !== undefined ? ['collector.verifyCertificate has no effect, since collector.tls is false; leave one of the two out'] : []),
  ];
}

function names({ clusterName, tags = {} }: SysdigOptions): string[] {
  return [
    ...(clusterName !== undefined && !/^\S(.*\S)?$/.test(clusterName) ? [`clusterName '${clusterName}' is no name; leave it out for none`] : []),
    ...Object.entries(tags).filter(([name, value]) => !/^[^,:\s]+$/.test(name) || !/^[^,\n]*[^,\s]$/.test(value))
      .map(([name, value]) => `the tag '${name}: ${value}' is not allowed: the agent divides tags at commas, and name and value at the first colon`),
  ];
}

function modes(options: SysdigOptions): string[] {
  const mode = modeOf(options);
  const monitors = [SysdigMode.MONITOR, SysdigMode.MONITOR_AND_SECURE].includes(mode);
  return [
    ...(options.driftControl && mode === SysdigMode.MONITOR ? ['driftControl is a part of Sysdig Secure, which mode MONITOR switches off; leave one of the two out'] : []),
    ...(prometheusOn(options) && !monitors
      ? [`prometheus is a part of Sysdig Monitor, which mode ${mode.toUpperCase()} switches off; leave one of the two out`] : []),
  ];
}

function parts(options: SysdigOptions): string[] {
  const { prometheus, selfMetrics } = options;
  return [
    ...(prometheusOn(options) ? scrapeProblems(prometheus?.config) : []),
    ...(selfMetricsOn(options) && selfMetrics?.listenAddress !== undefined && !isAddress(selfMetrics.listenAddress)
      ? [`selfMetrics.listenAddress '${selfMetrics.listenAddress}' is no address: IPv4, or IPv6 without brackets; the port has a field of its own`] : []),
  ];
}

function scrapeProblems(config: string | undefined): string[] {
  const scraped = config === undefined ? {} : readYaml(config, CORE_SCHEMA, ['global', 'scrape_configs'], 'prometheus.config');
  return typeof scraped === 'string' ? [scraped] : literalSecrets(scraped, { option: 'prometheus.config', reference: NO_REFERENCE, advice: FILE });
}

function network({ proxy }: SysdigOptions): string[] {
  return proxy === undefined ? [] : [...hostProblems('proxy', proxy.host), ...portProblems('proxy', proxy.port)];
}

/** What is told of its health is told to the node itself. */
function health({ discovery = [] }: SysdigDaemonProps): string[] {
  const offered = discovery.flatMap((entry) => entry._service.ports ?? [HEALTH]);
  return offered.includes(HEALTH)
    ? [`discovery offers the port '${HEALTH}', which answers on the loopback address only; name another: selfMetrics: {} and Discovery.headless({ ports: ['metrics'] })`] : [];
}

function extraConfig(options: SysdigOptions): string[] {
  const { extraConfig: text } = options;
  const shape = text === undefined ? {} : shapeOf(text);
  const config = readExtraConfig(options);
  return [
    ...(typeof shape === 'string' ? [shape] : []),
    ...('customerid' in config ? ['extraConfig.customerid: the access key would stand in a ConfigMap, which more people may read than Secrets; it is said by accessKey'] : []),
    ...literalSecrets(config, {
      reference: NO_REFERENCE, advice: "the option for it; the agent's configuration knows no variables, so other credentials need a file of their own (volumes)",
    }),
  ];
}

function isAddress(text: string): boolean {
  return isIPv4(text) || isIPv6(text);
}
