import { Construct } from 'constructs';
import { Daemon, FluentdDaemon, LogSource, LogOutput, NodeExporterDaemon, Nodes, Variant } from '../../src';

/** A known daemon, defined three ways. */
export interface KnownDaemon {
  /** With the least that it takes, in a scope under an id. */
  readonly least: (scope: Construct, id: string, variants?: Variant[]) => Daemon;
  /** With another configuration, which its pods have to be started again for. */
  readonly changed: (scope: Construct, id: string) => Daemon;
  /** What is different on some nodes. */
  readonly variant: (name: string, nodes: Nodes) => Variant;
}

const OUTPUT = LogOutput.elasticsearch({ host: 'elasticsearch.logging.svc' });

/** All of the catalog; one that is missing here fails a test. */
export const KNOWN_DAEMONS: { readonly [name: string]: KnownDaemon } = {
  FluentdDaemon: {
    least: (scope, id, variants) => new FluentdDaemon(scope, id, { output: OUTPUT, variants }),
    changed: (scope, id) => new FluentdDaemon(scope, id, { output: OUTPUT, sources: [LogSource.systemd()] }),
    variant: (name, nodes) => FluentdDaemon.variant(name, nodes, { buffer: { flushThreads: 4 } }),
  },
  NodeExporterDaemon: {
    least: (scope, id, variants) => new NodeExporterDaemon(scope, id, { variants }),
    changed: (scope, id) => new NodeExporterDaemon(scope, id, { collectors: { enable: ['processes'] } }),
    variant: (name, nodes) => NodeExporterDaemon.variant(name, nodes, { collectors: { disable: ['infiniband'] } }),
  },
};
