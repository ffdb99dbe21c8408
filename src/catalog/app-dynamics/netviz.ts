import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { agentConfig } from './config/agent-config';
import { AppDynamicsOptions } from './props';
import { DaemonContainer } from '../../daemon/container';
import { DaemonResources } from '../../daemon/resources';
import { DaemonVolume } from '../../daemon/volume';
import { Privileges } from '../../host/privileges';
import { Feature } from '../features';
import { mergeResources } from '../resources';

/** Name of the port, for Services. */
const NETVIZ = 'netviz';

/** Where the network agent looks for its configuration, and for the Lua that this builds upon. */
const CONF = '/netviz-agent/conf';

/** Where the configuration is laid, and the directory in which both come together. */
const OWN = '/etc/netviz';
const MERGED = '/merged';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(100) },
  memory: { request: Size.mebibytes(150), limit: Size.mebibytes(300) },
};

const COPY_RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(10) },
  memory: { request: Size.mebibytes(16), limit: Size.mebibytes(64) },
};

export function netvizOn({ netviz }: AppDynamicsOptions): boolean {
  return netviz !== undefined && (netviz.enabled ?? true);
}

export function netvizPart({ netviz: options }: AppDynamicsOptions): Feature {
  if (options === undefined) {
    return {};
  }
  const { image, port = 3892, listenAddress = '0.0.0.0', resources } = options;
  const agent: DaemonContainer = {
    name: 'appd-netviz-agent',
    image,
    ports: [{ name: NETVIZ, number: port }],
    resources: mergeResources(RESOURCES, resources),
    privileges: Privileges.root().withCapabilities('NET_ADMIN', 'NET_RAW').withWritableRootFilesystem(),
    volumes: [DaemonVolume.emptyDir(CONF, { name: 'netviz-conf' })],
  };
  return { initContainers: [copy(image, listenAddress, port)], containers: [agent] };
}

/**
 * The image's directory with our file in it. Upstream mounts the file alone (`subPath`), which never changes in a running pod, and a mounted directory would hide the
 * Lua of the image that the file asks for.
 */
function copy(image: string, host: string, port: number): DaemonContainer {
  return {
    name: 'appd-netviz-conf',
    image,
    command: ['sh', '-c', `cp -R ${CONF}/. ${MERGED}/ && cp ${OWN}/agent_config.lua ${MERGED}/agent_config.lua`],
    resources: COPY_RESOURCES,
    privileges: Privileges.root(),
    configFiles: [{ path: `${OWN}/agent_config.lua`, content: agentConfig(host, port) }],
    volumes: [DaemonVolume.emptyDir(MERGED, { name: 'netviz-conf' })],
  };
}
