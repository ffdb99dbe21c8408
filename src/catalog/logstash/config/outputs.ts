import { EnvValue } from 'cdk8s-plus-27';
import { renderElasticsearch, renderOpensearch } from './outputs-search';
import { renderKafka, renderS3 } from './outputs-stream';
import { CERTIFICATES } from './paths';
import { NamedPlugin } from './writer';
import { DaemonVolume } from '../../../daemon/volume';
import { LogDestination, LogOutput } from '../../log-output/log-output';
import { destinationId, DestinationSecrets } from '../../log-output/secrets';

/** The block `output`, and what the container needs for it. */
export interface RenderedOutput {
  readonly plugins: NamedPlugin[];
  readonly env: { [name: string]: EnvValue };
  readonly volumes: DaemonVolume[];
}

/** Each destination gets everything: that is what Logstash does with several outputs. */
export function renderOutput(output: LogOutput): RenderedOutput {
  const destinations = output._destinations.map((destination, index) => {
    const id = destinationId(output, index);
    const secrets = new DestinationSecrets('LOGSTASH', CERTIFICATES, id);
    return { plugins: renderDestination(destination, `out_${id}`, secrets), secrets };
  });
  return {
    plugins: destinations.flatMap(({ plugins }) => plugins),
    env: Object.assign({}, ...destinations.map(({ secrets }) => secrets.env)),
    volumes: destinations.flatMap(({ secrets }) => secrets.volumes),
  };
}

/** None for what Logstash has no plugin for; that is told as a problem. */
function renderDestination(destination: LogDestination, id: string, secrets: DestinationSecrets): NamedPlugin[] {
  switch (destination.kind) {
    case 'elasticsearch': return [renderElasticsearch(destination.options, id, secrets)];
    case 'opensearch': return [renderOpensearch(destination.options, id, secrets)];
    case 'kafka': return [renderKafka(destination.options, id, secrets)];
    case 's3': return [renderS3(destination.options, id, secrets)];
    case 'stdout': return [new NamedPlugin('stdout', { id, codec: new NamedPlugin('json_lines') })];
    case 'forward':
    case 'cloudwatch': return [];
  }
}
