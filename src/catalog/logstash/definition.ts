import { Duration, Size } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { renderOutput } from './config/outputs';
import { SETTINGS, STATE } from './config/paths';
import { pipelineOf } from './config/pipeline';
import { API_PORT, mebibytesOf, POD_IP, settingsFiles } from './config/settings';
import { findsOwnNames, OWN_NAMES, sourcesOf } from './config/sources';
import { printPipeline } from './config/writer';
import { LogstashDaemonProps, LogstashOptions } from './props';
import { HttpProbeOptions, Probe } from '../../daemon/probe';
import { NameAndNamespace } from '../../daemon/render/identity';
import { DaemonResources } from '../../daemon/resources';
import { LogCollectorDaemonProps, ownPods } from '../../daemon/roles/log-collector';
import { DaemonVolume } from '../../daemon/volume';
import { isFiles } from '../log-source/resolve';
import { mergeResources } from '../resources';

const IMAGE = 'docker.elastic.co/logstash/logstash:9.5.1';

/** Name of the port, for probes, Services and monitors. */
const API = 'api';

/** As the image's entrypoint has it: where Logstash finds how much CPU its container takes. */
const CGROUP = '-Dls.cgroup.cpuacct.path.override=/ -Dls.cgroup.cpu.path.override=/';

/** Part of the memory limit that Java's heap gets. */
const HEAP = 0.55;

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(500) },
  memory: { request: Size.mebibytes(1536), limit: Size.mebibytes(1536) },
};

/** Logstash as data: the same for the daemon and, from merged options, for each of its variants. */
export function logstash(who: NameAndNamespace, props: LogstashDaemonProps): LogCollectorDaemonProps {
  const {
    output, image, sources, extraFilters, pipelineWorkers, batchSize, queue, heap, port = API_PORT, resources, env, volumes, terminationGracePeriod,
    ...others
  } = props;
  const destination = renderOutput(output);
  return {
    ...others,
    program: 'logstash',
    containerName: 'logstash',
    image: image ?? IMAGE,
    // in place of the image's entrypoint, which writes variables named like settings into a file that is read-only here
    command: ['/usr/share/logstash/bin/logstash'],
    args: ['--path.settings', SETTINGS],
    ports: [{ name: API, number: port }],
    env: { ...ownVariables(who, props), ...destination.env, ...env },
    resources: mergeResources(RESOURCES, resources),
    configFiles: settingsFiles(props, printPipeline(pipelineOf(props))),
    // Java unpacks native libraries there
    volumes: [DaemonVolume.emptyDir('/tmp', { sizeLimit: Size.mebibytes(256) }), ...destination.volumes, ...(volumes ?? [])],
    stateMountPath: STATE,
    // Java and JRuby need a minute on a busy node, for which a late liveness probe would be wrong ever after
    startup: probe({ period: Duration.seconds(10), timeout: Duration.seconds(5), failureThreshold: 60 }),
    readiness: probe({ timeout: Duration.seconds(5) }),
    liveness: probe({ period: Duration.seconds(30), timeout: Duration.seconds(10) }),
    // as in the former chart of Elastic: at the end the workers finish what they have taken, and S3 gets its open object; what is left stays on the node's disk
    terminationGracePeriod: terminationGracePeriod ?? Duration.seconds(120),
  };
}

/** Java's heap. */
export function heapOf({ heap, resources }: LogstashOptions): Size {
  return heap ?? Size.mebibytes(Math.floor(mebibytesOf(memoryLimit({ resources })) * HEAP));
}

export function memoryLimit({ resources }: LogstashOptions): Size {
  return mergeResources(RESOURCES, resources).memory!.limit!;
}

function ownVariables(who: NameAndNamespace, options: LogstashOptions): { [name: string]: EnvValue } {
  const heap = `${mebibytesOf(heapOf(options))}m`;
  return {
    [POD_IP]: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP),
    LS_JAVA_OPTS: EnvValue.fromValue(`${CGROUP} -Xms${heap} -Xmx${heap}`),
    ...(sourcesOf(options).filter(isFiles).some(findsOwnNames) ? { [OWN_NAMES]: EnvValue.fromValue(`${ownPods(who)}_${who.namespace ?? '*'}_*.log`) } : {}),
  };
}

function probe(options: HttpProbeOptions): Probe {
  return Probe.httpGet('/', API, options);
}
