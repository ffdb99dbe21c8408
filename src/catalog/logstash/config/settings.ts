import { Size, SizeRoundingBehavior, Yaml } from 'cdk8s';
import { SETTINGS, variable } from './paths';
import { ConfigFile } from '../../../daemon/container';
import { LogstashOptions } from '../props';

/** Variable with the pod's address: the kubelet and Services ask there, IPv4 or IPv6. */
export const POD_IP = 'K8S_POD_IP';

/** Port of the HTTP interface. */
export const API_PORT = 9600;

export const WORKERS = 2;
export const QUEUE_SIZE = Size.gibibytes(1);

/** As in the image: everything to the standard output, nothing to files. Without it Logstash would only tell errors. */
const LOG4J = `status = error
name = LogstashPropertiesConfig
appender.console.type = Console
appender.console.name = plain_console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c]%notEmpty{[%X{pipeline.id}]}%notEmpty{[%X{plugin.id}]} %m%n
rootLogger.level = \${sys:ls.log.level}
rootLogger.appenderRef.console.ref = plain_console
`;

/** The files of the settings' directory. */
export function settingsFiles(options: LogstashOptions, pipeline: string): ConfigFile[] {
  const { port = API_PORT, pipelineWorkers = WORKERS, batchSize, queue = {} } = options;
  const settings = {
    // it listens on one address, whose family has to be the pod's: the kubelet asks there (upstream: webserver.rb, TCPServer of Ruby)
    'api.http.host': variable(POD_IP),
    'api.http.port': port,
    // log files of a node belong to root; without it Logstash 9 does not start as root
    'allow_superuser': true,
    // a change restarts the pods
    'config.reload.automatic': false,
  };
  const main = {
    'pipeline.id': 'main',
    'path.config': `${SETTINGS}/pipeline/main.conf`,
    // the filters know fields by these names; an image's own configuration may say something else
    'pipeline.ecs_compatibility': 'v8',
    'pipeline.workers': pipelineWorkers,
    ...(batchSize === undefined ? {} : { 'pipeline.batch.size': batchSize }),
    ...(queue.persisted ?? true ? { 'queue.type': 'persisted', 'queue.max_bytes': `${mebibytesOf(queue.maxSize ?? QUEUE_SIZE)}mb` } : { 'queue.type': 'memory' }),
  };
  return [
    { path: `${SETTINGS}/logstash.yml`, content: Yaml.stringify(settings) },
    { path: `${SETTINGS}/pipelines.yml`, content: Yaml.stringify([main]) },
    { path: `${SETTINGS}/log4j2.properties`, content: LOG4J },
    { path: `${SETTINGS}/pipeline/main.conf`, content: pipeline },
  ];
}

export function mebibytesOf(size: Size): number {
  return size.toMebibytes({ rounding: SizeRoundingBehavior.FLOOR });
}
