import { Duration, Size } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { countersOf, profiles } from './counters';
import { printCounters } from './csv';
import { DcgmExporterDaemonProps, DcgmExporterOptions } from './props';
import { DaemonProps } from '../../daemon/daemon-props';
import { KubernetesAccess } from '../../daemon/kubernetes-access';
import { Probe, ProbeOptions } from '../../daemon/probe';
import { DaemonResources } from '../../daemon/resources';
import { DaemonVolume } from '../../daemon/volume';
import { Discovery } from '../../discovery/discovery';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Placement } from '../../placement/placement';
import { NVIDIA_CARDS } from '../nvidia-gpus';
import { mergeResources } from '../resources';

const IMAGE = 'nvcr.io/nvidia/k8s/dcgm-exporter:4.5.3-4.8.2-distroless';

/** Name of the port, for probes, Services and monitors. */
export const METRICS = 'metrics';

/** Beside the lists of the image, which a mount on theirs would hide. */
const COUNTERS_FILE = '/etc/dcgm-counters/counters.csv';

const WEB_CONFIG = '/etc/dcgm-web-config';

/** Where the exporter looks for the kubelet. */
const POD_RESOURCES = 'pod-resources/kubelet.sock';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(100) },
  memory: { request: Size.mebibytes(128), limit: Size.mebibytes(512) },
};

/** The exporter as data: the same for the daemon and, from merged options, for each of its variants. */
export function dcgmExporter(props: DcgmExporterDaemonProps): DaemonProps {
  const {
    image, nodes, port, counters, extraCounters, profiling, collectInterval, pods, kubeletRoot, hostPaths, webConfig, privileges, extraArgs, env,
    resources, discovery, ...others
  } = props;
  return {
    ...others,
    component: 'node-monitor',
    program: 'dcgm-exporter',
    containerName: 'dcgm-exporter',
    image: image ?? IMAGE,
    placement: Placement.nodes(nodes ?? NVIDIA_CARDS),
    args: [...args(props), ...(extraArgs ?? [])],
    ports: [{ name: METRICS, number: portOf(props) }],
    env: { ...variables(), ...env },
    resources: mergeResources(RESOURCES, resources),
    privileges: privileges ?? neededPrivileges(props),
    hostPaths: [...(attributesPods(props) ? [podResources(props)] : []), ...(hostPaths ?? [])],
    configFiles: [{ path: COUNTERS_FILE, content: printCounters(countersOf(props)) }],
    // DCGM's library puts its own files aside in /tmp
    volumes: [DaemonVolume.emptyDir('/tmp', { sizeLimit: Size.mebibytes(64) }), ...(webConfig ? [DaemonVolume.secret(WEB_CONFIG, webConfig.secret)] : [])],
    kubernetesAccess: kubernetesAccess(props),
    // DCGM looks at every GPU before the exporter answers
    startup: probe(props, { period: Duration.seconds(5), timeout: Duration.seconds(5), failureThreshold: 36 }),
    readiness: probe(props, { timeout: Duration.seconds(5) }),
    liveness: probe(props, { period: Duration.seconds(30), timeout: Duration.seconds(10) }),
    discovery: discovery ?? [Discovery.headless()],
  };
}

function portOf({ port = 9400 }: DcgmExporterOptions): number {
  return port;
}

/** The arguments that the options stand for, without `extraArgs`. */
export function args(options: DcgmExporterOptions): string[] {
  const { collectInterval = Duration.seconds(30), webConfig, pods = {} } = options;
  const attribution = [
    '--kubernetes',
    ...(pods.podLabels === undefined ? [] : ['--kubernetes-enable-pod-labels', ...allowed(pods.podLabels)]),
    ...(pods.podUid ? ['--kubernetes-enable-pod-uid'] : []),
    ...(pods.dynamicResources ? ['--kubernetes-enable-dra'] : []),
    ...(pods.sharedGpus ? ['--kubernetes-virtual-gpus'] : []),
  ];
  return [
    `--collectors=${COUNTERS_FILE}`,
    // all addresses, IPv6 too
    `--address=:${portOf(options)}`,
    `--collect-interval=${collectInterval.toMilliseconds({ integral: false })}`,
    ...(attributesPods(options) ? attribution : []),
    ...(webConfig === undefined ? [] : [`--web-config-file=${WEB_CONFIG}/${webConfig.key ?? 'web.yml'}`]),
  ];
}

function allowed(podLabels: string[]): string[] {
  return podLabels.map((regexp) => `--kubernetes-pod-label-allowlist-regex=${regexp}`);
}

export function attributesPods({ pods = {} }: DcgmExporterOptions): boolean {
  return pods.enabled ?? true;
}

/** What NVIDIA's runtime gives the exporter: all GPUs, and the libraries that look at them. The node's name is the metrics' label `Hostname`. */
function variables(): { [name: string]: EnvValue } {
  return {
    NODE_NAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME),
    NVIDIA_VISIBLE_DEVICES: EnvValue.fromValue('all'),
    NVIDIA_DRIVER_CAPABILITIES: EnvValue.fromValue('compute,utility'),
  };
}

function neededPrivileges(options: DcgmExporterOptions): Privileges {
  if (profiles(options)) {
    return Privileges.root().withCapabilities('SYS_ADMIN');
  }
  return attributesPods(options) ? Privileges.root() : Privileges.user(1000);
}

function podResources({ kubeletRoot = '/var/lib/kubelet' }: DcgmExporterOptions): HostPath {
  return HostPath.socket(`${kubeletRoot}/${POD_RESOURCES}`, { mountPath: `/var/lib/kubelet/${POD_RESOURCES}` });
}

/** Which pod has which GPU is known by the kubelet; everything else of a pod only by the API. */
function kubernetesAccess(options: DcgmExporterOptions): KubernetesAccess[] {
  const { podLabels, podUid, dynamicResources } = options.pods ?? {};
  if (!attributesPods(options)) {
    return [];
  }
  return [
    ...(podLabels !== undefined || podUid || dynamicResources ? [KubernetesAccess.read('pods')] : []),
    ...(dynamicResources
      ? [KubernetesAccess.clusterWide({ apiGroups: ['resource.k8s.io'], resources: ['resourceslices'], verbs: ['get', 'list', 'watch'] })] : []),
  ];
}

function probe({ webConfig }: DcgmExporterOptions, options: ProbeOptions): Probe {
  return webConfig === undefined ? Probe.httpGet('/health', METRICS, options) : Probe.tcpSocket(METRICS, options);
}
