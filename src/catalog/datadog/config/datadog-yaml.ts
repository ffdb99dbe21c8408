import { readExtraConfig } from './extra-config';
import { HEALTH_PORT, KUBELET_CA, socketDirectory } from './paths';
import { RUNTIME_SECURITY_SOCKET } from './system-probe-yaml';
import { mergeSections, Section } from '../../extra-config';
import {
  apmOn, apmPort, apmSocketOn, complianceOn, dogstatsdOn, dogstatsdPort, dogstatsdSocketOn, hostPackages, imagesOn, logsOn, processesOn,
  runtimeSecurityOn,
} from '../features-on';
import { DatadogOptions } from '../props';

/** `datadog.yaml`, which all programs of the agent read (upstream: pkg/config/setup). What is off and is off by itself is not said. */
export function datadogYaml(options: DatadogOptions): Section {
  return mergeSections(withoutUndefined({
    ...general(options),
    ...kubernetes(options),
    ...dogstatsd(options),
    apm_config: apm(options),
    logs_enabled: logsOn(options) || undefined,
    logs_config: logs(options),
    process_config: processes(options),
    compliance_config: complianceOn(options) ? { enabled: true, host_benchmarks: { enabled: true } } : undefined,
    runtime_security_config: runtimeSecurityOn(options) ? { enabled: true, socket: RUNTIME_SECURITY_SOCKET } : undefined,
    sbom: sbom(options),
    gpu: options.gpu ? { enabled: true } : undefined,
  }), readExtraConfig(options.extraConfig));
}

function general({ site = 'datadoghq.com', clusterName, tags, logLevel, containerInclude, containerExclude }: DatadogOptions): Section {
  return {
    site,
    cluster_name: clusterName,
    tags: tags && [...tags],
    log_level: logLevel,
    health_port: HEALTH_PORT,
    container_include: containerInclude && [...containerInclude],
    container_exclude: containerExclude && [...containerExclude],
  };
}

/** Checks come by the annotations of pods (as in the image's own file, datadog-kubernetes.yaml), and from the cluster agent where there is one. */
function kubernetes({ kubelet = {}, clusterAgent, kubernetesEvents, criSocketPath }: DatadogOptions): Section {
  const byClusterAgent = clusterAgent !== undefined && (clusterAgent.clusterChecks ?? true);
  return {
    listeners: [{ name: 'kubelet' }],
    config_providers: [{ name: 'kubelet', polling: true }],
    extra_config_providers: byClusterAgent ? ['clusterchecks', 'endpointschecks'] : undefined,
    jmx_use_container_support: true,
    kubelet_tls_verify: kubelet.tlsVerify,
    kubelet_client_ca: kubelet.caPath === undefined ? undefined : KUBELET_CA,
    cri_socket_path: criSocketPath === undefined ? undefined : `/host${criSocketPath}`,
    cluster_agent: clusterAgent && { enabled: true, kubernetes_service_name: clusterAgent.serviceName },
    // the agents show their pods by the identity of the cluster, which the cluster agent knows
    orchestrator_explorer: clusterAgent === undefined ? { enabled: false } : undefined,
    // the cluster agent counts the objects of the cluster itself
    ignore_autoconf: clusterAgent && ['kubernetes_state'],
    kubernetes_use_endpoint_slices: clusterAgent === undefined ? true : undefined,
    ...(kubernetesEvents ? { collect_kubernetes_events: true, leader_election: true, leader_election_default_resource: 'lease' } : {}),
  };
}

function dogstatsd(options: DatadogOptions): Section {
  const { originDetection, tagCardinality } = options.dogstatsd ?? {};
  return !dogstatsdOn(options) ? { use_dogstatsd: false } : {
    use_dogstatsd: true,
    dogstatsd_port: dogstatsdPort(options),
    dogstatsd_non_local_traffic: true,
    dogstatsd_socket: dogstatsdSocketOn(options) ? `${socketDirectory(options)}/dsd.socket` : undefined,
    dogstatsd_origin_detection: originDetection,
    dogstatsd_tag_cardinality: tagCardinality,
  };
}

/** The socket is on by itself, and has to be taken away. */
function apm(options: DatadogOptions): Section {
  return !apmOn(options) ? { enabled: false } : {
    enabled: true,
    receiver_port: apmPort(options),
    apm_non_local_traffic: true,
    receiver_socket: apmSocketOn(options) ? `${socketDirectory(options)}/apm.socket` : '',
  };
}

/** From files, whichever socket there is; lines of one stack trace are one entry, as upstream's chart has it. */
function logs(options: DatadogOptions): Section | undefined {
  return !logsOn(options) ? undefined
    : { container_collect_all: options.logs?.containerCollectAll ?? false, k8s_container_use_file: true, auto_multi_line_detection: true };
}

/** Processes and containers are counted by the agent itself. */
function processes(options: DatadogOptions): Section {
  const { stripArguments } = options.processes ?? {};
  return {
    run_in_core_agent: { enabled: true },
    container_collection: { enabled: true },
    process_collection: { enabled: processesOn(options) },
    process_discovery: { enabled: false },
    ...(processesOn(options) && stripArguments !== undefined ? { strip_proc_arguments: stripArguments } : {}),
  };
}

/** Layers are read where they are: a mount of them would need `SYS_ADMIN`. */
function sbom(options: DatadogOptions): Section | undefined {
  const images = imagesOn(options) ? { container_image: { enabled: true, overlayfs_direct_scan: true } } : {};
  const host = hostPackages(options) === undefined ? {} : { host: { enabled: true } };
  return Object.keys({ ...images, ...host }).length === 0 ? undefined : { enabled: true, ...images, ...host };
}

function withoutUndefined(section: Section): Section {
  return Object.fromEntries(Object.entries(section).filter(([, value]) => value !== undefined).map(([key, value]) => (
    [key, typeof value === 'object' && value !== null && !Array.isArray(value) ? withoutUndefined(value as Section) : value])));
}
