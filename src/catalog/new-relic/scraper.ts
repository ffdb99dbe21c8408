import { Size } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { KUBELET_CA, SCRAPER_CONFIG } from './config/paths';
import { scraperYaml } from './config/scraper';
import { NewRelicKubeletAuthorization } from './kubelet-options';
import { authorizationOf, hostMetricsOn, selectsNamespaces } from './parts';
import { NewRelicDaemonProps, NewRelicOptions } from './props';
import { DaemonContainer } from '../../daemon/container';
import { KubernetesAccess } from '../../daemon/kubernetes-access';
import { DaemonResources } from '../../daemon/resources';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { mergeResources } from '../resources';

const IMAGE = 'docker.io/newrelic/nri-kubernetes:4.5.0';

/** The user of the images for all that needs no root (upstream: `nri-agent`). */
export const NRI_AGENT = Privileges.user(1000, 2000);

/** Of the agent and of the scraper. */
export const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(100) },
  memory: { request: Size.mebibytes(150), limit: Size.mebibytes(300) },
};

/** What asks the kubelet, and gives the agent what it is told. It ends by itself when neither answers. */
export function scraper(props: NewRelicDaemonProps): DaemonContainer {
  const { image = IMAGE, resources, ca } = props.kubelet ?? {};
  return {
    name: 'kubelet',
    image,
    env: {
      NRI_KUBERNETES_NODENAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME),
      NRI_KUBERNETES_NODEIP: EnvValue.fromFieldRef(EnvFieldPaths.NODE_IP),
    },
    configFiles: [{ path: SCRAPER_CONFIG, content: scraperYaml(props) }],
    // the node's routes, which tell its own network interface from those of pods
    hostPaths: hostMetricsOn(props) ? [HostPath.readOnly('/proc', { mountPath: '/host/proc' })] : [],
    volumes: ca === undefined ? [] : [DaemonVolume.secret(KUBELET_CA, ca.secret, { items: { [ca.key]: ca.key } })],
    privileges: NRI_AGENT,
    resources: mergeResources(RESOURCES, resources),
  };
}

/** Which of the kubelet's pages each right is for (upstream: src/kubelet/client): `/metrics/cadvisor`, `/stats/summary`, `/pods`, `/healthz`. */
const KUBELET_RESOURCES = {
  [NewRelicKubeletAuthorization.FINE_GRAINED]: ['nodes/metrics', 'nodes/stats', 'nodes/pods', 'nodes/healthz'],
  [NewRelicKubeletAuthorization.API_SERVER]: ['nodes/metrics', 'nodes/stats'],
  [NewRelicKubeletAuthorization.NODES_PROXY]: ['nodes/metrics', 'nodes/stats', 'nodes/proxy'],
};

/**
 * What is asked, request by request. Nodes are got for the kubelet's port, and listed and watched for their labels. Services, EndpointSlices and the API server's
 * metrics, for which the chart has rights too, are asked for by its other scrapers only.
 */
export function scraperAccess(options: NewRelicOptions): KubernetesAccess[] {
  const authorization = authorizationOf(options);
  return [
    KubernetesAccess.clusterWide({ resources: KUBELET_RESOURCES[authorization], verbs: ['get'] }),
    KubernetesAccess.read('nodes'),
    ...(authorization === NewRelicKubeletAuthorization.API_SERVER ? [KubernetesAccess.clusterWide({ resources: ['pods'], verbs: ['list'] })] : []),
    ...(selectsNamespaces(options) ? [KubernetesAccess.clusterWide({ resources: ['namespaces'], verbs: ['list', 'watch'] })] : []),
  ];
}
