import { LogDestination, LogOutput } from '../log-output/log-output';
import { ELASTICSEARCH_MAJOR } from './config/outputs-search';

const REPOSITORY = 'docker.io/fluent/fluentd-kubernetes-daemonset';

/** Release of Fluentd, and of the image with it. */
const [RELEASE, REVISION] = ['v1.19.3', '1.1'];

/**
 * The published images that have the plugins of an output; more than one means that no single image has them all.
 *
 * Upstream: fluent/fluentd-kubernetes-daemonset docker-image/v1.19. Every image also has the plugins `concat`, `kubernetes_metadata`, `parser-cri`, `prometheus`
 * and `systemd`.
 */
export function publishedImages(output: LogOutput): string[] {
  const flavours = new Set(output._destinations.map(flavour).filter((name) => name !== undefined));
  // stdout and forward belong to Fluentd itself
  return (flavours.size === 0 ? ['forward'] : [...flavours]).map((name) => `${REPOSITORY}:${RELEASE}-debian-${name}-${REVISION}`);
}

function flavour(destination: LogDestination): string | undefined {
  switch (destination.kind) {
    case 'elasticsearch': return `elasticsearch${destination.options.majorVersion ?? ELASTICSEARCH_MAJOR}`;
    case 'kafka': return 'kafka2';
    case 'opensearch':
    case 's3':
    case 'cloudwatch': return destination.kind;
    default: return undefined;
  }
}
