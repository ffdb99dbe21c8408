import { Duration, Size } from 'cdk8s';
import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { agentYaml } from './config/agent';
import { AGENT_CONFIG, INTEGRATIONS, SINK_PORT } from './config/paths';
import { hostMetrics } from './host-metrics';
import { integrationFiles } from './integrations';
import { licenseKeyVariable } from './license-key';
import { logs } from './logs';
import { hostMetricsOn, logsOn } from './parts';
import { NewRelicDaemonProps } from './props';
import { proxyCa, proxyUrl } from './proxy';
import { NRI_AGENT, RESOURCES, scraper, scraperAccess } from './scraper';
import { DaemonProps } from '../../daemon/daemon-props';
import { Probe } from '../../daemon/probe';
import { NameAndNamespace } from '../../daemon/render/identity';
import { DaemonVolume } from '../../daemon/volume';
import { Privileges } from '../../host/privileges';
import { withFeatures } from '../features';
import { GRACE } from '../fluent-bit/container';
import { requiredSecret } from '../required-secret';
import { mergeResources } from '../resources';

const IMAGE = 'docker.io/newrelic/infrastructure-bundle:3.3.39';

/** Whether the agent takes what the scraper gives. It answers on the loopback only, where the kubelet does not get; curl is in the image. */
const ANSWERS = ['curl', '--silent', '--fail', '--noproxy', '*', '--max-time', '5', '--output', '/dev/null', `http://localhost:${SINK_PORT}/v1/data/ready`];

/** New Relic's infrastructure agent as data: the same for the daemon and, from merged options, for each of its variants. */
export function newRelic(who: NameAndNamespace, props: NewRelicDaemonProps): DaemonProps {
  const {
    licenseKey, clusterName, region, lowDataMode, interval, verbose, customAttributes, namespaceSelector, proxy, kubelet, hostMetrics: _, logs: __,
    integrations, extraConfig, image = IMAGE, env, resources, hostPaths, volumes, terminationGracePeriod, ...others
  } = props;
  requiredSecret(`NewRelicDaemon '${who.name}'`, 'licenseKey', 'the license key of the account', 'licenseKey', licenseKey);
  return withFeatures<DaemonProps>({
    ...others,
    program: 'newrelic-infrastructure',
    component: 'telemetry',
    containerName: 'agent',
    image,
    args: ['newrelic-infra', '-config', AGENT_CONFIG],
    ports: [{ name: 'sink', number: SINK_PORT }],
    env: variables(props),
    configFiles: [{ path: AGENT_CONFIG, content: agentYaml(props) }, ...integrationFiles(integrations)],
    hostPaths,
    volumes: [...ownVolumes(props), ...(volumes ?? [])],
    privileges: hostMetricsOn(props) ? Privileges.privileged('measures its node as its vendor has it: all processes, disks and packages') : NRI_AGENT,
    resources: mergeResources(RESOURCES, resources),
    containers: [scraper(props)],
    kubernetesAccess: scraperAccess(props),
    // New Relic is looked for before it answers, several times
    startup: Probe.exec(ANSWERS, { period: Duration.seconds(5), timeout: Duration.seconds(10), failureThreshold: 36 }),
    readiness: Probe.exec(ANSWERS, { period: Duration.seconds(30), timeout: Duration.seconds(10) }),
    liveness: Probe.exec(ANSWERS, { period: Duration.seconds(30), timeout: Duration.seconds(10), failureThreshold: 4 }),
    // what was read is sent or written; agent and scraper have nothing to bring to an end
    terminationGracePeriod: terminationGracePeriod ?? (logsOn(props) ? GRACE : undefined),
  }, [...(hostMetricsOn(props) ? [hostMetrics(props)] : []), ...(logsOn(props) ? [logs(who, props)] : [])]);
}

function variables(props: NewRelicDaemonProps): { [name: string]: EnvValue } {
  const nodeName = EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME);
  const { clusterName, env = {} } = props;
  return {
    ...licenseKeyVariable('NRIA_LICENSE_KEY', props),
    NRIA_OVERRIDE_HOSTNAME: nodeName,
    NRIA_OVERRIDE_HOSTNAME_SHORT: nodeName,
    NRIA_DISPLAY_NAME: nodeName,
    NRI_KUBERNETES_NODE_NAME: nodeName,
    // where integrations look for what runs on the node
    NRIA_HOST: EnvValue.fromFieldRef(EnvFieldPaths.NODE_IP),
    // the image says `/host`, where nothing is
    ...(hostMetricsOn(props) ? {} : { NRIA_OVERRIDE_HOST_ROOT: EnvValue.fromValue('') }),
    CLUSTER_NAME: EnvValue.fromValue(clusterName),
    NRIA_PASSTHROUGH_ENVIRONMENT: EnvValue.fromValue(['CLUSTER_NAME', ...Object.keys(env)].join(',')),
    ...proxyUrl('NRIA_PROXY', props),
    ...env,
  };
}

/** What it keeps is made again at each start: it compares its inventory with the last one to send less. */
function ownVolumes(props: NewRelicDaemonProps): DaemonVolume[] {
  return [
    DaemonVolume.emptyDir('/var/db/newrelic-infra/data', { sizeLimit: Size.mebibytes(256) }),
    DaemonVolume.emptyDir('/var/db/newrelic-infra/user_data', { sizeLimit: Size.mebibytes(16) }),
    DaemonVolume.emptyDir('/tmp', { sizeLimit: Size.mebibytes(256) }),
    // without it the image's own would run, which ask Docker
    ...(Object.keys(props.integrations ?? {}).length > 0 ? [] : [DaemonVolume.emptyDir(INTEGRATIONS, { sizeLimit: Size.mebibytes(1) })]),
    ...proxyCa(props),
  ];
}
