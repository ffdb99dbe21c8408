import { Size } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { inputsOf } from './remaps';
import { Secrets } from './secrets';
import { renderCloudWatch, renderS3 } from './sinks-aws';
import { renderElasticsearch, renderKafka, renderOpensearch } from './sinks-network';
import { Component, Components } from './values';
import { DaemonVolume } from '../../../daemon/volume';
import { bytes } from '../../bytes';
import { LogDestination } from '../../log-output/log-output';
import { destinationId } from '../../log-output/secrets';
import { VectorWhenFull } from '../feature-options';
import { VectorDaemonProps } from '../props';

/** See `VectorBuffer.maxSize`. */
export const MAX_SIZE = Size.gibibytes(1);

/** Entries of `sinks` for the destinations, and what the container needs for them. */
export interface RenderedSinks {
  readonly sinks: Components;
  readonly env: { [name: string]: EnvValue };
  readonly volumes: DaemonVolume[];
}

export function renderSinks(props: VectorDaemonProps): RenderedSinks {
  const destinations = props.output._destinations.map((destination, index) => {
    const id = destinationId(props.output, index);
    const secrets = new Secrets(id);
    const sink = render(destination, secrets);
    return { sinks: sink === undefined ? {} : { [`out_${id}`]: { ...common(destination, sink, props), ...sink } }, secrets };
  });
  return {
    sinks: Object.assign({}, ...destinations.map(({ sinks }) => sinks)),
    env: Object.assign({}, ...destinations.map(({ secrets }) => secrets.env)),
    volumes: destinations.flatMap(({ secrets }) => secrets.volumes),
  };
}

function common(destination: LogDestination, { type }: Component, props: VectorDaemonProps): Component {
  const { buffer: { maxSize = MAX_SIZE, whenFull = VectorWhenFull.BLOCK } = {}, acknowledgements = true } = props;
  return {
    type,
    inputs: inputsOf(destination, props),
    buffer: { type: 'disk', max_size: bytes(maxSize), when_full: whenFull },
    acknowledgements: { enabled: acknowledgements },
  };
}

/** Undefined where Vector has no such sink. */
function render(destination: LogDestination, secrets: Secrets): Component | undefined {
  switch (destination.kind) {
    case 'elasticsearch': return renderElasticsearch(destination.options, secrets);
    case 'opensearch': return renderOpensearch(destination.options, secrets);
    case 'kafka': return renderKafka(destination.options, secrets);
    case 's3': return renderS3(destination.options, secrets);
    case 'cloudwatch': return renderCloudWatch(destination.options, secrets);
    case 'stdout': return { type: 'console', target: 'stdout', encoding: { codec: 'json' } };
    case 'forward': return undefined;
  }
}
