import { Size } from 'cdk8s';
import { objects } from './helpers';
import { parsePipeline } from './parse';
import { LogOutput, LogSource, LogstashDaemon, Nodes } from '../../../src';
import { Written } from '../../util';

const GPU = Nodes.withLabel('gpu', 'true');

function variant(options: Parameters<typeof LogstashDaemon.variant>[2]): Written[] {
  return objects({ variants: [LogstashDaemon.variant('gpu', GPU, options)] });
}

function configs(options: Parameters<typeof LogstashDaemon.variant>[2]): Written[] {
  return variant(options).filter(({ kind }) => kind === 'ConfigMap');
}

describe('a variant of Logstash', () => {
  test('shares a configuration that is the same, with a heap and names of its own log', () => {
    const manifests = variant({ resources: { memory: { limit: Size.gibibytes(4) } } });
    expect(manifests.filter(({ kind }) => kind === 'ConfigMap')).toHaveLength(1);
    const env = manifests.filter(({ kind }) => kind === 'DaemonSet').map(({ spec }) => spec.template.spec.containers[0].env as { name: string; value?: string }[]);
    const valueOf = (name: string) => env.map((list) => list.find((entry) => entry.name === name)!.value);
    expect(valueOf('LS_JAVA_OPTS').map((java) => java!.replace(/^.* -Xms/, '-Xms')).sort()).toEqual(['-Xms2252m -Xmx2252m', '-Xms844m -Xmx844m']);
    expect(valueOf('LOGSTASH_OWN_LOGS').sort()).toEqual(['logstash-?????_node-agents_*.log', 'logstash-gpu-?????_node-agents_*.log']);
  });

  test('has a configuration of its own where it differs', () => {
    const written = configs({ pipelineWorkers: 8, output: LogOutput.kafka({ brokers: ['a:9092'], topic: 't' }) });
    expect(Object.fromEntries(written.map(({ metadata, data }) => [metadata.name, parsePipeline(data['main.conf']).output.map(({ plugin }) => plugin)])))
      .toEqual({ 'logstash': ['stdout'], 'logstash-gpu': ['kafka'] });
  });

  test('replaces the daemon\'s sources', () => {
    const written = configs({ sources: [LogSource.tail({ path: '/var/log/gpu.log', tag: 'gpu' })] });
    expect(Object.fromEntries(written.map(({ metadata, data }) => [metadata.name, parsePipeline(data['main.conf']).input.map(({ params }) => params.tags)])))
      .toEqual({ 'logstash': [['kubernetes']], 'logstash-gpu': [['gpu']] });
  });

  test('takes the nodes that the rest leaves', () => {
    const sets = variant({ batchSize: 3 }).filter(({ kind }) => kind === 'DaemonSet');
    const rules = Object.fromEntries(sets.map(({ metadata, spec }) => [
      metadata.name, spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms
        .flatMap((term: { matchExpressions: { key: string; operator: string }[] }) => term.matchExpressions).filter(({ key }: { key: string }) => key === 'gpu'),
    ]));
    expect(rules).toEqual({
      'logstash': [{ key: 'gpu', operator: 'NotIn', values: ['true'] }], 'logstash-gpu': [{ key: 'gpu', operator: 'In', values: ['true'] }],
    });
  });
});
