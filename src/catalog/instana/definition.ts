import { Duration, Size } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { CONFIG_PATH, configFiles, secretParts } from './config';
import { instanaFeatures, nodePaths } from './features';
import { InstanaDaemonProps, InstanaMode } from './props';
import { KubernetesAccess } from '../../daemon/kubernetes-access';
import { Probe, ProbeOptions } from '../../daemon/probe';
import { NameAndNamespace } from '../../daemon/render/identity';
import { DaemonResources } from '../../daemon/resources';
import { NodeMonitorDaemonProps } from '../../daemon/roles/node-monitor';
import { Discovery } from '../../discovery/discovery';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { withFeatures } from '../features';
import { requiredSecret } from '../required-secret';
import { mergeResources } from '../resources';

/** What programs and tracers of the node ask, upstream's name for it. */
const API = 'agent-apis';

/** Where the agent keeps who it is, as upstream's operator tells it. */
const STATE = '/var/lib/instana';

const WHY_PRIVILEGED = 'it enters the namespaces of the node\'s processes to see what runs in them, and loads tracers into them';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(500) },
  memory: { request: Size.mebibytes(768), limit: Size.mebibytes(768) },
};

/** An Instana agent as data: the same for the daemon and, from merged options, for each of its variants. @param who the daemon itself */
export function instana(who: NameAndNamespace, props: InstanaDaemonProps): NodeMonitorDaemonProps {
  const {
    key, downloadKey, endpoint, clusterName, image, mode, zone, tags, configuration, openTelemetry, proxy, listenAddress, tkgiRuntime,
    ibmCloud, resources, env, hostPaths, volumes, kubernetesAccess, ...others
  } = props;
  const discovery = props.discovery ?? services(who);
  return withFeatures<NodeMonitorDaemonProps>({
    ...others,
    program: 'instana-agent',
    containerName: 'instana-agent',
    image,
    // it looks for the node's processes below its own /proc, and takes a /host/proc for another one
    kernelFilesystems: false,
    rootFilesystem: false,
    privileges: Privileges.privileged(WHY_PRIVILEGED).withWritableRootFilesystem(),
    ports: [{ name: API, number: 42699 }],
    env: { ...environment(who, { ...props, discovery }), ...env },
    hostPaths: [...nodePaths(), HostPath.stateDirectory({ mountPath: STATE }), ...(hostPaths ?? [])],
    configFiles: configFiles(props),
    volumes: [...secretParts(props), ...(volumes ?? [])],
    kubernetesAccess: [
      KubernetesAccess.read('nodes', 'pods'),
      KubernetesAccess.clusterWide({ resources: ['nodes/stats', 'nodes/metrics'], verbs: ['get'] }),
      ...(kubernetesAccess ?? []),
    ],
    resources: mergeResources(RESOURCES, resources),
    // it loads its sensors at each start, which upstream gives ten minutes too
    startup: probe({ period: Duration.seconds(10), failureThreshold: 60 }),
    liveness: probe({ period: Duration.seconds(10), failureThreshold: 6 }),
    readiness: probe({ period: Duration.seconds(10) }),
    discovery,
  }, instanaFeatures(props));
}

/** Under the names that upstream gives them, which programs are told to send to. */
function services({ name }: NameAndNamespace): Discovery[] {
  return [Discovery.headless({ name: `${name}-headless` }), Discovery.nodeLocalService({ name })];
}

/** On the loopback address the agent always answers, whatever `listenAddress` says. */
function probe(options: ProbeOptions): Probe {
  return Probe.httpGet('/status', API, { timeout: Duration.seconds(5), host: '127.0.0.1', ...options });
}

function environment(who: NameAndNamespace, props: InstanaDaemonProps): { [name: string]: EnvValue } {
  const { downloadKey, endpoint, mode = InstanaMode.APM, zone, tags = [], listenAddress } = props;
  const key = requiredSecret(`InstanaDaemon '${who.name}'`, 'key', 'the agent key', 'key', props.key);
  const peers = headlessName(who, props);
  return {
    INSTANA_AGENT_KEY: EnvValue.fromSecretValue(key),
    ...(downloadKey ? { INSTANA_DOWNLOAD_KEY: EnvValue.fromSecretValue(downloadKey) } : {}),
    INSTANA_AGENT_ENDPOINT: EnvValue.fromValue(endpoint.host),
    INSTANA_AGENT_ENDPOINT_PORT: EnvValue.fromValue(`${endpoint.port ?? 443}`),
    INSTANA_AGENT_MODE: EnvValue.fromValue(mode),
    ...(zone === undefined ? {} : { INSTANA_ZONE: EnvValue.fromValue(zone) }),
    INSTANA_KUBERNETES_CLUSTER_NAME: EnvValue.fromValue(props.clusterName),
    ...(tags.length > 0 ? { INSTANA_AGENT_TAGS: EnvValue.fromValue(tags.join(',')) } : {}),
    ...(listenAddress === undefined ? {} : { INSTANA_AGENT_HTTP_LISTEN: EnvValue.fromValue(listenAddress) }),
    CONFIG_PATH: EnvValue.fromValue(CONFIG_PATH),
    INSTANA_PERSIST_HOST_UNIQUE_ID: EnvValue.fromValue('true'),
    INSTANA_AGENT_ID_FILE_PATH: EnvValue.fromValue(`${STATE}/instana-agent-id`),
    INSTANA_AGENT_POD_NAME: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME),
    NODE_NAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME),
    POD_IP: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP),
    ...(peers === undefined ? {} : { K8S_SERVICE_DOMAIN: EnvValue.fromValue(peers) }),
  };
}

/** By which the agents of the cluster find each other: one name for all variants. */
function headlessName({ name, namespace }: NameAndNamespace, { discovery = [] }: InstanaDaemonProps): string | undefined {
  const service = discovery.find(({ _kind }) => _kind === 'headless')?._serviceName(name);
  return service && [service, ...(namespace === undefined ? [] : [namespace, 'svc'])].join('.');
}
