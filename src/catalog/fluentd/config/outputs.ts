import { EnvValue } from 'cdk8s-plus-27';
import { renderCloudWatch, renderS3 } from './outputs-aws';
import { renderElasticsearch, renderOpensearch } from './outputs-search';
import { renderForward, renderKafka } from './outputs-stream';
import { Secrets } from './secrets';
import { Section } from './writer';
import { DaemonVolume } from '../../../daemon/volume';
import { LogDestination, LogOutput } from '../../log-output/log-output';
import { destinationId } from '../../log-output/secrets';
import { FluentdBuffer } from '../props';

/** The final `<match>`, and what the container needs for it. */
export interface RenderedOutput {
  readonly match: Section;
  readonly env: { [name: string]: EnvValue };
  readonly volumes: DaemonVolume[];
}

/** Parameters and sections of a destination, whether it stands in `<match>` or in a `<store>` of several. */
export type Plugin = Required<Pick<Section, 'params' | 'sections'>>;

export function renderOutput(output: LogOutput, buffer: FluentdBuffer): RenderedOutput {
  const destinations = output._destinations.map((destination, index) => {
    const secrets = new Secrets(destinationId(output, index));
    return { plugin: renderDestination(destination, `out_${destinationId(output, index)}`, buffer, secrets), secrets };
  });
  const [first, ...others] = destinations.map(({ plugin }) => plugin);
  return {
    match: others.length === 0 ? { name: 'match', argument: '**', ...first } : {
      name: 'match',
      argument: '**',
      params: { '@type': 'copy', '@id': 'out_copy' },
      sections: [first, ...others].map((plugin) => ({ name: 'store', ...plugin })),
    },
    env: Object.assign({}, ...destinations.map(({ secrets }) => secrets.env)),
    volumes: destinations.flatMap(({ secrets }) => secrets.volumes),
  };
}

function renderDestination(destination: LogDestination, id: string, buffer: FluentdBuffer, secrets: Secrets): Plugin {
  switch (destination.kind) {
    case 'elasticsearch': return renderElasticsearch(destination.options, id, buffer, secrets);
    case 'opensearch': return renderOpensearch(destination.options, id, buffer, secrets);
    case 'forward': return renderForward(destination.options, id, buffer, secrets);
    case 'kafka': return renderKafka(destination.options, id, buffer, secrets);
    case 's3': return renderS3(destination.options, id, buffer, secrets);
    case 'cloudwatch': return renderCloudWatch(destination.options, id, buffer, secrets);
    case 'stdout': return { params: { '@type': 'stdout', '@id': id }, sections: [] };
  }
}
