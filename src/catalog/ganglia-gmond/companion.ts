import { Duration, Size } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue, Protocol } from 'cdk8s-plus-27';
import { companionConf, CONFIG_FILE, POD_IP, PORT } from './config/gmond-conf';
import { aggregatorsOf, companionName, PROGRAM, start } from './definition';
import { GangliaGmondDaemonProps } from './props';
import { DaemonProps } from '../../daemon/daemon-props';
import { Probe } from '../../daemon/probe';
import { NameAndNamespace } from '../../daemon/render/identity';
import { DaemonResources } from '../../daemon/resources';
import { Discovery } from '../../discovery/discovery';
import { mergeResources } from '../resources';

/** Names of the ports: values come by UDP, all of them are read as XML by TCP. */
const VALUES = 'values';
const XML = 'xml';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(50) },
  memory: { request: Size.mebibytes(32), limit: Size.mebibytes(256) },
};

/** The least that gathers what the nodes send: one gmond and a Service. None where all aggregators are there already. */
export function gangliaCompanion(who: NameAndNamespace, props: GangliaGmondDaemonProps): DaemonProps | undefined {
  const [options] = aggregatorsOf(props).flatMap(({ _data }) => (_data.kind === 'companion' ? [_data.options] : []));
  return options === undefined ? undefined : {
    image: props.image,
    program: PROGRAM,
    component: 'aggregator',
    containerName: 'gmond',
    ...start(),
    ports: [{ name: VALUES, number: PORT, protocol: Protocol.UDP }, { name: XML, number: PORT }],
    env: { [POD_IP]: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP) },
    configFiles: [{ path: CONFIG_FILE, content: companionConf(props.cluster, options) }],
    resources: mergeResources(RESOURCES, options.resources),
    readiness: Probe.tcpSocket(XML, { timeout: Duration.seconds(5) }),
    liveness: Probe.tcpSocket(XML, { period: Duration.seconds(30), timeout: Duration.seconds(10) }),
    discovery: [Discovery.service({ name: companionName(who) })],
  };
}
