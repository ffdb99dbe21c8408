import { Yaml } from 'cdk8s';
import { CORE_SCHEMA } from 'js-yaml';
import { connection } from './network';
import { SysdigDaemonProps, SysdigMode, SysdigOptions } from './props';
import { NameAndNamespace } from '../../daemon/render/identity';
import { mergeSections, readYaml, Section } from '../extra-config';

/** Where the agent looks for what comes from Kubernetes. */
const DIRECTORY = '/opt/draios/etc/kubernetes';
export const CONFIG_FILE = `${DIRECTORY}/config/dragent.yaml`;
export const PROMETHEUS_FILE = `${DIRECTORY}/config/prometheus.yaml`;
export const SECRETS = `${DIRECTORY}/secrets`;

/** Parts of Sysdig Monitor, and of Sysdig Secure. What is off is said, so that the collector cannot switch it on (upstream: `agent.monitorFeatures`, `agent.secureFeatures`). */
const MONITOR_OFF = { app_checks_enabled: false, ...allOff('jmx', 'prometheus', 'statsd') };
const SECURE_OFF = allOff('commandlines_capture', 'drift_control', 'drift_killer', 'falcobaseline', 'memdump', 'network_topology', 'secure_audit_streams');

const MODES: { readonly [mode in SysdigMode]: Section } = {
  [SysdigMode.MONITOR_AND_SECURE]: security(true),
  [SysdigMode.MONITOR]: { feature: { mode: 'monitor' }, ...security(false), ...SECURE_OFF },
  [SysdigMode.SECURE]: { feature: { mode: 'secure' }, ...security(true), ...MONITOR_OFF },
  [SysdigMode.SECURE_LIGHT]: { feature: { mode: 'secure_light' }, ...security(true), ...MONITOR_OFF, ...allOff('memdump', 'network_topology') },
};

export function modeOf({ mode = SysdigMode.MONITOR_AND_SECURE }: SysdigOptions): SysdigMode {
  return mode;
}

export function selfMetricsOn({ selfMetrics }: SysdigOptions): boolean {
  return selfMetrics !== undefined && (selfMetrics.enabled ?? true);
}

export function selfMetricsPort({ selfMetrics }: SysdigOptions): number {
  return selfMetrics?.port ?? 9544;
}

export function prometheusOn({ prometheus }: SysdigOptions): boolean {
  return prometheus !== undefined && (prometheus.enabled ?? true);
}

/** The agent's configuration, `dragent.yaml`, without `extraConfig`. */
export function ownConfig(who: NameAndNamespace, props: SysdigDaemonProps): Section {
  const { host, port, tls, verifyCertificate } = props.collector._address;
  return defined({
    new_k8s: true,
    k8s_cluster_name: props.clusterName,
    tags: props.tags && Object.entries(props.tags).map(([key, value]) => `${key}:${value}`).join(','),
    collector: host,
    collector_port: port,
    ssl: tls,
    ssl_verify_certificate: verifyCertificate,
    ...connection(props),
    ...MODES[modeOf(props)],
    drift_control: props.driftControl === undefined ? MODES[modeOf(props)].drift_control : { enabled: props.driftControl },
    sysdig_capture_enabled: props.captures,
    log: props.log && defined({ console_priority: props.log.console, file_priority: props.log.file }),
    ...(prometheusOn(props) ? { prometheus: { enabled: true } } : {}),
    prometheus_exporter: selfMetricsOn(props) ? { enabled: true, listen_url: listenUrl(props) } : undefined,
    ...(props.coldStartElection ? coldStartElection(who) : {}),
  });
}

export function renderConfig(who: NameAndNamespace, props: SysdigDaemonProps): string {
  return Yaml.stringify(mergeSections(ownConfig(who, props), readExtraConfig(props)));
}

/** What the text says; nothing where it cannot be understood. */
export function readExtraConfig({ extraConfig }: SysdigOptions): Section {
  const config = extraConfig === undefined ? {} : shapeOf(extraConfig);
  return typeof config === 'string' ? {} : config;
}

/** A problem where it cannot be understood. */
export function shapeOf(extraConfig: string): Section | string {
  return readYaml(extraConfig, CORE_SCHEMA, ['app_checks', 'log', 'prometheus', 'security', '…']);
}

function coldStartElection({ namespace }: NameAndNamespace): Section {
  return { k8s_delegation_election: true, k8s_coldstart: defined({ enabled: true, enforce_leader_election: true, namespace }) };
}

function listenUrl(options: SysdigOptions): string {
  const address = options.selfMetrics?.listenAddress ?? '0.0.0.0';
  return `${address.includes(':') ? `[${address}]` : address}:${selfMetricsPort(options)}`;
}

/** The audit log is that of Kubernetes' API server, whose webhook would find one of these agents; upstream opens its port on every node. */
function security(enabled: boolean): Section {
  return { security: { enabled, k8s_audit_server_enabled: false } };
}

function allOff(...parts: string[]): Section {
  return Object.fromEntries(parts.map((part) => [part, { enabled: false }]));
}

function defined(section: Section): Section {
  return Object.fromEntries(Object.entries(section).filter(([, value]) => value !== undefined));
}
