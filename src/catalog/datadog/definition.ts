import { Duration, Yaml } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { datadogYaml } from './config/datadog-yaml';
import { CHECKS, CONFIG, HEALTH_PORT, OWN_CONFIG, STATE } from './config/paths';
import { systemProbeYaml } from './config/system-probe-yaml';
import { asking, IMAGE, kubeletCa, memoryLimit, sharedEnv, sharedVolumes } from './containers';
import { apmOn, dogstatsdOn, logsOn, systemProbeOn } from './features-on';
import { apm, DOGSTATSD, dogstatsd, gpu, logs, node, processes, runtime, sbom, TRACES } from './parts';
import { DatadogDaemonProps } from './props';
import { kubernetesEvents, nodeRights, withoutClusterAgent } from './rights';
import { processAgent, securityAgent, systemProbe } from './system-probe';
import { ConfigFile, DaemonContainer } from '../../daemon/container';
import { DaemonProps } from '../../daemon/daemon-props';
import { HttpProbeOptions, Probe } from '../../daemon/probe';
import { NameAndNamespace } from '../../daemon/render/identity';
import { DaemonVolume } from '../../daemon/volume';
import { Discovery } from '../../discovery/discovery';
import { Privileges } from '../../host/privileges';
import { withFeatures } from '../features';
import { requiredSecret } from '../required-secret';
import { mergeResources } from '../resources';

/** Name of the port that the kubelet asks. */
const HEALTH = 'health';

/** A node that is busy answers late: upstream's own patience. */
const PATIENCE: HttpProbeOptions = {
  initialDelay: Duration.seconds(15), period: Duration.seconds(15), timeout: Duration.seconds(5), failureThreshold: 6,
};

/** The agent as data: the same for the daemon and, from merged options, for each of its variants. */
export function datadog(who: NameAndNamespace, props: DatadogDaemonProps): DaemonProps {
  requiredSecrets(who, props);
  const {
    apiKey, site, clusterName, tags, logLevel, clusterAgent, kubernetesEvents: _, kubelet, kubeletRoot, criSocketPath,
    containerInclude, containerExclude, logs: ofLogs, apm: ofApm, dogstatsd: ofDogstatsd, socketDirectory, processes: ofProcesses,
    networkMonitoring, serviceMonitoring, security, sbom: ofSbom, gpu: ofGpu, integrations, extraConfig, image = IMAGE, resources,
    containerResources, env, hostPaths, volumes, containers, kubernetesAccess, discovery, podLabels, podAnnotations, ...others
  } = props;
  const asked = mergeResources(asking(200, 256, 512), resources);
  const ports = [...(dogstatsdOn(props) ? [DOGSTATSD] : []), ...(apmOn(props) ? [TRACES] : [])];
  const definition: DaemonProps = {
    ...others,
    program: 'datadog-agent',
    component: 'agent',
    containerName: 'agent',
    image,
    command: ['agent', 'run'],
    ports: [{ name: HEALTH, number: HEALTH_PORT }],
    env: { ...memoryLimit(asked), ...sharedEnv(props) },
    resources: asked,
    privileges: Privileges.root(),
    runtimeClassName: others.runtimeClassName ?? (ofGpu ? 'nvidia' : undefined),
    initContainers: initContainers(props),
    hostPaths: kubeletCa(props),
    volumes: [...sharedVolumes(), ...(logsOn(props) ? [] : [DaemonVolume.emptyDir(STATE, { name: 'datadogrun' })])],
    kubernetesAccess: nodeRights(props),
    startup: Probe.httpGet('/startup', HEALTH, PATIENCE),
    readiness: Probe.httpGet('/ready', HEALTH, PATIENCE),
    liveness: Probe.httpGet('/live', HEALTH, PATIENCE),
    // programs that know no socket find the agent of their own node
    discovery: discovery ?? (ports.length > 0 ? [Discovery.nodeLocalService({ ports })] : []),
    // the cluster agent changes pods, and must not change this one
    podLabels: { ...(clusterAgent === undefined ? {} : { 'admission.datadoghq.com/enabled': 'false' }), ...podLabels },
    // what it says of an error would come back as a further log line
    podAnnotations: { ...(logsOn(props) ? { 'ad.datadoghq.com/logs_exclude': 'true' } : {}), ...podAnnotations },
  };
  return withFeatures(definition, [
    node(), dogstatsd(props), apm(props), logs(props), processes(props), runtime(props), sbom(props), gpu(props),
    processAgent(props), systemProbe(props), securityAgent(props), withoutClusterAgent(props), kubernetesEvents(props),
    { hostPaths, volumes, containers, kubernetesAccess },
  ]);
}

/** Without them the programs would start, and send nothing. */
function requiredSecrets({ name }: NameAndNamespace, { apiKey, clusterAgent }: DatadogDaemonProps): void {
  requiredSecret(`DatadogDaemon '${name}'`, 'apiKey', "the organisation's API key", 'api-key', apiKey);
  if (clusterAgent !== undefined) {
    requiredSecret(`DatadogDaemon '${name}'`, 'clusterAgent.authToken', 'the token of the cluster agent', 'token', clusterAgent.authToken);
  }
}

/**
 * The image's configuration goes where it can be written, then ours on top of it, and the image's own scripts turn on what they are told by the
 * environment.
 */
function initContainers(props: DatadogDaemonProps): DaemonContainer[] {
  const common = { image: props.image ?? IMAGE, resources: asking(50, 64, 256), privileges: Privileges.root() };
  const elected: { [name: string]: EnvValue } = props.kubernetesEvents ? { DD_LEADER_ELECTION: EnvValue.fromValue('true') } : {};
  return [
    {
      ...common,
      name: 'init-volume',
      command: ['cp', '-r', CONFIG, '/opt'],
      volumes: [DaemonVolume.emptyDir('/opt/datadog-agent', { name: 'config' })],
    },
    {
      ...common,
      name: 'init-config',
      command: ['bash', '-c'],
      args: [`cp ${OWN_CONFIG}/*.yaml ${CONFIG} && for script in $(find /etc/cont-init.d/ -type f -name '*.sh' | sort); do bash "$script"; done`],
      env: { ...elected, ...sharedEnv(props) },
      configFiles: configFiles(props),
      volumes: sharedVolumes(),
    },
  ];
}

function configFiles(props: DatadogDaemonProps): ConfigFile[] {
  return [
    { path: `${OWN_CONFIG}/datadog.yaml`, content: Yaml.stringify(datadogYaml(props)) },
    ...(systemProbeOn(props) ? [{ path: `${OWN_CONFIG}/system-probe.yaml`, content: Yaml.stringify(systemProbeYaml(props)) }] : []),
    ...Object.entries(props.integrations ?? {}).map(([name, content]) => ({ path: `${CHECKS}/${name}.yaml`, content })),
  ];
}
