import { EnvValue } from 'cdk8s-plus-27';
import { renderCloudWatch, renderS3 } from './outputs-aws';
import { renderForward, renderKafka, renderSearch } from './outputs-network';
import { Secrets } from './secrets';
import { Properties } from './values';
import { DaemonVolume } from '../../../daemon/volume';
import { bytes } from '../../bytes';
import { LogDestination } from '../../log-output/log-output';
import { destinationId } from '../../log-output/secrets';
import { TOTAL_LIMIT } from '../buffer';
import { FluentBitDaemonProps } from '../props';

/** Entries of `pipeline.outputs`, and what the container needs for them. */
export interface RenderedOutputs {
  readonly outputs: Properties[];
  readonly env: { [name: string]: EnvValue };
  readonly volumes: DaemonVolume[];
}

export function renderOutputs(props: FluentBitDaemonProps): RenderedOutputs {
  const destinations = props.output._destinations.map((destination, index) => {
    const id = destinationId(props.output, index);
    const secrets = new Secrets(id);
    return { properties: { ...common(`out_${id}`, props), ...plugin(destination, `out_${id}`, props, secrets) }, secrets };
  });
  return {
    outputs: destinations.map(({ properties: { name, ...properties } }) => ({ name, ...properties })),
    env: Object.assign({}, ...destinations.map(({ secrets }) => secrets.env)),
    volumes: destinations.flatMap(({ secrets }) => secrets.volumes),
  };
}

function common(alias: string, { buffer = {} }: FluentBitDaemonProps): Properties {
  return {
    alias,
    'match': '*',
    'retry_limit': buffer.retries ?? 'no_limits',
    'storage.total_limit_size': bytes(buffer.totalLimit ?? TOTAL_LIMIT),
  };
}

function plugin(destination: LogDestination, id: string, props: FluentBitDaemonProps, secrets: Secrets): Properties {
  switch (destination.kind) {
    case 'elasticsearch': return renderSearch('es', destination.options, props.metadata?.replaceDots ?? true, secrets);
    case 'opensearch': return renderSearch('opensearch', destination.options, props.metadata?.replaceDots ?? true, secrets);
    case 'forward': return renderForward(destination.options, secrets);
    case 'kafka': return renderKafka(destination.options, secrets);
    case 's3': return renderS3(destination.options, id, props.buffer ?? {}, secrets);
    case 'cloudwatch': return renderCloudWatch(destination.options, secrets);
    case 'stdout': return { name: 'stdout', format: 'json_lines' };
  }
}
