import { config, container, define, environment, objects, problems, sets, value } from './subject';
import { InstanaConfiguration, InstanaDaemon, InstanaMode, InstanaVariantOptions, NodeExporterDaemon, Nodes } from '../../../src';

const GREEN = Nodes.withLabel('example.com/zone', 'green');

const variant = (options: InstanaVariantOptions) => ({ variants: [InstanaDaemon.variant('green', GREEN, options)] });

const configMaps = (props: object) => objects(props).filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name);

describe('a zone', () => {
  test('divides the nodes with the others, each node once', () => {
    expect(define({ zone: 'blue', ...variant({ zone: 'green' }) }).proof().holds).toBe(true);
  });

  test('keeps the mode of the daemon, and may have its own', () => {
    const daemon = { zone: 'blue', mode: InstanaMode.INFRASTRUCTURE };
    const modes = (options: InstanaVariantOptions) => sets({ ...daemon, ...variant(options) })
      .map(({ spec }) => environment(spec.template.spec.containers[0])).map((env) => [env.INSTANA_ZONE, env.INSTANA_AGENT_MODE]);
    expect(modes({ zone: 'green' })).toEqual([['blue', 'INFRASTRUCTURE'], ['green', 'INFRASTRUCTURE']]);
    expect(modes({ zone: 'green', mode: InstanaMode.APM })).toEqual([['blue', 'INFRASTRUCTURE'], ['green', 'APM']]);
  });

  test('is of one ring of agents, under one pair of Services, with one identity of each node', () => {
    const all = sets(variant({ zone: 'green' })).map(({ spec }) => spec.template.spec);
    expect(new Set(all.map(({ containers }) => environment(containers[0]).K8S_SERVICE_DOMAIN))).toEqual(new Set(['instana-agent-headless.node-agents.svc']));
    expect(objects(variant({ zone: 'green' })).filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name)).toEqual(['instana-agent-headless', 'instana-agent']);
    all.forEach(({ volumes }) => expect(volumes!.map(({ hostPath }) => hostPath?.path)).toContain('/var/lib/node-agents/instana-agent'));
  });

  test('shares the configuration, or has parts of its own beside the daemon\'s', () => {
    const configuration = { host: InstanaConfiguration.yaml('com.instana.plugin.host: {}'), db: InstanaConfiguration.fromSecret(value('db', 'blue.yaml')) };
    expect(configMaps({ configuration, ...variant({ zone: 'green' }) })).toEqual(['instana-agent']);
    const own = { configuration, ...variant({ configuration: { db: InstanaConfiguration.fromSecret(value('db', 'green.yaml')) } }) };
    expect(configMaps(own)).toEqual(['instana-agent']);
    const sources = sets(own)[1].spec.template.spec.volumes!.flatMap(({ projected }) => projected?.sources ?? []);
    expect(sources.map(({ secret }) => secret?.items?.[0])).toEqual([undefined, { key: 'green.yaml', path: 'configuration-db.yaml' }]);
    expect(Object.keys(config({ configuration }))).toContain('configuration-host.yaml');
    expect(configMaps({ configuration, ...variant({ configuration: { host: InstanaConfiguration.yaml('com.instana.plugin.host: { tags: [ a ] }') } }) }))
      .toEqual(['instana-agent', 'instana-agent-green']);
  });

  test('may be without OTLP, or alone with it', () => {
    const ports = (props: object) => sets(props).map(({ spec }) => spec.template.spec.containers[0].ports!.length);
    expect(ports({ openTelemetry: {}, ...variant({ openTelemetry: { enabled: false } }) })).toEqual([4, 1]);
    expect(container({ ...variant({ openTelemetry: {} }) }).ports).toHaveLength(1);
    expect(ports(variant({ openTelemetry: {} }))).toEqual([1, 4]);
  });

  test('is told what is wrong with its options, and is made by its own factory', () => {
    expect(problems(variant({ tags: ['a,b'] }))).toEqual([expect.stringMatching(/^variant 'green': the tag 'a,b' is not allowed/)]);
    expect(problems({ variants: [NodeExporterDaemon.variant('green', GREEN, {})] }).join()).toContain('make it by InstanaDaemon.variant');
  });
});
