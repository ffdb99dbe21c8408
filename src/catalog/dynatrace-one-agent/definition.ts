import { Duration, Size } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { dynatraceOneAgentFeatures } from './features';
import { modeOf } from './modes';
import { DynatraceOneAgentDaemonProps } from './props';
import { Probe, ProbeOptions } from '../../daemon/probe';
import { NameAndNamespace } from '../../daemon/render/identity';
import { DaemonResources } from '../../daemon/resources';
import { NodeMonitorDaemonProps } from '../../daemon/roles/node-monitor';
import { Nodes } from '../../placement/nodes';
import { Placement } from '../../placement/placement';
import { withFeatures } from '../features';
import { requiredSecret } from '../required-secret';
import { mergeResources } from '../resources';
import { secretFiles } from '../secret-files';

const CONTAINER = 'dynatrace-oneagent';

/** The directory of the file `tenant-token`, in which the agent looks for it. */
const TOKENS = '/var/lib/dynatrace/secrets/tokens';

/** A tenant's own registry has images for amd64 only (upstream: affinity.go). */
const OF_TENANT = /\/linux\/oneagent(:|@|$)/;
const ARCHITECTURES = ['amd64', 'arm64', 'ppc64le', 's390x'];

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(100) },
  memory: { request: Size.mebibytes(512), limit: Size.mebibytes(1536) },
};

/** What the pods are told by annotations, as upstream's are. */
const ANNOTATIONS = {
  // the autoscaler would end it before the pods of the node, whose end is to be seen
  'cluster-autoscaler.kubernetes.io/enable-ds-eviction': 'false',
  'dynatrace.com/inject': 'false',
};

/** A OneAgent as data: the same for the daemon and, from merged options, for each of its variants. */
export function dynatraceOneAgent(who: NameAndNamespace, props: DynatraceOneAgentDaemonProps): NodeMonitorDaemonProps {
  const {
    mode, tenant, tenantToken, communicationEndpoints, clusterId, hostGroup, networkZone, hostProperties, proxy, trustedCas, extraArgs,
    healthCheckCommand, resources, env, volumes, ...others
  } = props;
  const { hostIdSource, privileges, ...brings } = modeOf(props);
  const token = requiredSecret(`DynatraceOneAgentDaemon '${who.name}'`, 'tenantToken', 'the tenant token', 'tenant-token', tenantToken);
  return withFeatures<NodeMonitorDaemonProps>({
    placement: Placement.nodes(Nodes.withArchitecture(...(OF_TENANT.test(props.image) ? ['amd64'] : ARCHITECTURES))),
    // upstream: a normal shutdown, and some time more
    terminationGracePeriod: Duration.seconds(80),
    ...others,
    program: 'dynatrace-oneagent',
    containerName: CONTAINER,
    // it sees the node's processes by its own /proc, and its files by the mode's mount
    kernelFilesystems: false,
    rootFilesystem: false,
    privileges,
    args: [...args(props, hostIdSource), ...(extraArgs ?? [])],
    env: { ...environment(props), ...env },
    volumes: [...secretFiles(TOKENS, { 'tenant-token': token }), ...(volumes ?? [])],
    podAnnotations: { ...ANNOTATIONS, ...props.podAnnotations },
    resources: mergeResources(RESOURCES, resources),
    // upstream gives it 20 minutes too
    startup: probe(props, { failureThreshold: 120 }),
    liveness: probe(props, {}),
    readiness: probe(props, {}),
  }, [brings, ...dynatraceOneAgentFeatures(props)]);
}

/** The arguments that the options stand for, without `extraArgs`. What is empty is said, so that an agent forgets what it was told once. */
export function args(props: DynatraceOneAgentDaemonProps, hostIdSource: string): string[] {
  const { hostGroup, networkZone, hostProperties = {}, proxy } = props;
  return [
    '--set-tenant=$(DT_TENANT)',
    '--set-server={$(DT_SERVER)}',
    `--set-host-id-source=${hostIdSource}`,
    ...(proxy ? [] : ['--set-proxy=']),
    `--set-no-proxy=${(proxy?.noProxy ?? []).join(',')}`,
    ...(networkZone === undefined ? [] : [`--set-network-zone=${networkZone}`]),
    ...(hostGroup === undefined ? [] : [`--set-host-group=${hostGroup}`]),
    ...Object.entries(hostProperties).map(([name, value]) => `--set-host-property=${name}=${value}`),
  ];
}

function environment({ tenant, communicationEndpoints, clusterId }: DynatraceOneAgentDaemonProps): { [name: string]: EnvValue } {
  return {
    DT_K8S_NODE_NAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME),
    ...(clusterId === undefined ? {} : { DT_K8S_CLUSTER_ID: EnvValue.fromValue(clusterId) }),
    DT_TENANT: EnvValue.fromValue(tenant),
    DT_SERVER: EnvValue.fromValue(communicationEndpoints.join(';')),
  };
}

function probe({ healthCheckCommand = ['/usr/bin/watchdog-healthcheck64'] }: DynatraceOneAgentDaemonProps, options: ProbeOptions): Probe {
  return Probe.exec(healthCheckCommand, { period: Duration.seconds(10), timeout: Duration.seconds(30), ...options });
}
