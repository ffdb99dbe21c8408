import { App, Chart, JsonPatch, Testing, Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import { richProps } from './rich';
import { Daemon, DaemonProps, Discovery } from '../../src';
import { expectGolden } from '../golden';
import { daemonSet, deepFreeze, IMAGE, only, problems, synth, synthDaemon, Written } from '../util';

const NAMESPACE = { namespace: 'node-agents' };

function yamlOf(chart: Chart): string {
  return Yaml.stringify(...Testing.synth(chart));
}

/** What a rich daemon writes that stands wherever `place` puts it. */
function yamlAt(place: (app: App) => { chart: Chart; scope: Construct }): string {
  const { chart, scope } = place(new App());
  new Daemon(scope, 'agent', richProps(chart));
  return yamlOf(chart);
}

describe('a daemon', () => {
  test('with an image only is written as it should be', () => expectGolden('daemon', (chart) => new Daemon(chart, 'agent', { image: IMAGE })));
  test('with everything is written as it should be', () => expectGolden('daemon.rich', (chart) => new Daemon(chart, 'agent', richProps(chart as Chart))));

  test('says the same when it is synthesised twice', () => {
    const chart = new Chart(new App(), 'chart', NAMESPACE);
    new Daemon(chart, 'agent', richProps(chart));
    expect(yamlOf(chart)).toBe(yamlOf(chart));
  });

  test('keeps its name, its selector and every byte wherever it stands in the tree', () => {
    const chartIn = (scope: Construct, id = 'chart') => new Chart(scope, id, NAMESPACE);
    const plain = yamlAt((app) => { const chart = chartIn(app); return { chart, scope: chart }; });
    expect(plain).toContain('kind: DaemonSet');
    expect([
      yamlAt((app) => { const chart = chartIn(app); return { chart, scope: new Construct(chart, 'wrapper') }; }),
      yamlAt((app) => { const chart = chartIn(app); return { chart, scope: new Construct(chart, 'renamed wrapper') }; }),
      yamlAt((app) => { const chart = chartIn(app, 'another-chart'); return { chart, scope: chart }; }),
      yamlAt((app) => { const chart = chartIn(new Construct(app, 'stage')); return { chart, scope: chart }; }),
      yamlAt((app) => { const chart = chartIn(chartIn(app, 'outer'), 'inner'); return { chart, scope: chart }; }),
      yamlAt((app) => { new Daemon(chartIn(app, 'first'), 'other', { image: IMAGE }); const chart = chartIn(app); return { chart, scope: chart }; }),
    ]).toEqual(Array(6).fill(plain));
  });

  test('takes its namespace from itself before its chart', () => {
    const namespaces = (objects: Written[]) => [...new Set(objects.map(({ metadata }) => metadata.namespace))];
    expect(namespaces(synthDaemon())).toEqual(['node-agents']);
    expect(namespaces(synthDaemon({ namespace: 'logging' }))).toEqual(['logging']);
    expect(namespaces(synth((chart) => new Daemon(chart, 'agent', { image: IMAGE }), {}))).toEqual([undefined]);
  });

  test('says its name, its namespace and its ServiceAccount', () => {
    synth((chart) => {
      const { name, namespace, serviceAccountName, selectorLabels, daemonSets } = new Daemon(chart, 'My Agent', { image: IMAGE });
      expect({ name, namespace, serviceAccountName }).toEqual({ name: 'my-agent', namespace: 'node-agents', serviceAccountName: 'my-agent' });
      expect(selectorLabels).toEqual({ 'cdk8s-daemons/daemon': 'my-agent' });
      expect(daemonSets.map((set) => set.name)).toEqual(['my-agent']);
    });
  });

  test('restarts its pods when its configuration changes', () => {
    const withContent = (content: string) => daemonSet({ configFiles: [{ path: '/etc/agent/agent.yaml', content }] }).spec.template;
    expect(withContent('a')).toEqual(withContent('a'));
    expect(withContent('a')).not.toEqual(withContent('b'));
  });

  test.each([
    ['labels', { labels: { team: 'platform' } }],
    ['annotations', { annotations: { 'example.com/owner': 'platform' } }],
    ['version', { version: '2.0.0' }],
    ['discovery by Services', { discovery: [Discovery.headless()] }],
  ])('restarts nothing when its %s change', (_, props) => {
    const ports = [{ name: 'metrics', number: 9100 }];
    expect(daemonSet({ ports, ...props }).spec).toEqual(daemonSet({ ports }).spec);
    expect(synthDaemon({ ports, ...props })).not.toEqual(synthDaemon({ ports }));
  });
});

describe('the definition of a daemon', () => {
  test('is not changed', () => {
    const chart = new Chart(new App(), 'chart', NAMESPACE);
    new Daemon(chart, 'agent', deepFreeze(richProps(chart)));
    expect(yamlOf(chart)).toContain('kind: DaemonSet');
  });

  test('may serve two daemons, which share nothing', () => {
    const chart = new Chart(new App(), 'chart', NAMESPACE);
    const props = deepFreeze({ ...richProps(chart) });
    const [one, two] = [new Daemon(chart, 'one', props), new Daemon(chart, 'two', props)];
    const before = JSON.stringify(two.daemonSets[0].toJson());
    const rendered = one.daemonSets[0].toJson();
    wreck(rendered.spec);
    one.daemonSets[0].metadata.addLabel('changed', 'true');
    one.addJsonPatch(JsonPatch.replace('/spec/template/spec/containers/0/image', 'changed'));
    expect(JSON.stringify(two.daemonSets[0].toJson())).toBe(before);
    expect(one.daemonSets[0].toJson().spec.template.spec.containers[0].image).toBe('changed');
  });

  test('is read once: what is done to it later changes nothing', () => {
    const chart = new Chart(new App(), 'chart', NAMESPACE);
    const props = { image: IMAGE, args: ['a'], labels: { a: 'b' }, podLabels: { c: 'd' }, ports: [{ name: 'metrics', number: 9100 }], resources: { extended: { 'a/b': 1 } } };
    new Daemon(chart, 'agent', props);
    const before = yamlOf(chart);
    wreck(props);
    expect(yamlOf(chart)).toBe(before);
  });

  /** Changes every value that can be reached. */
  function wreck(value: object): void {
    for (const [key, field] of Object.entries(value)) {
      if (typeof field === 'object' && field !== null) {
        wreck(field);
      } else {
        (value as Record<string, unknown>)[key] = 'wrecked';
      }
    }
  }
});

describe('a JSON patch', () => {
  function patched(...ops: JsonPatch[]): Written {
    return only('DaemonSet', synth((chart) => new Daemon(chart, 'agent', { image: IMAGE }).addJsonPatch(...ops)));
  }

  function complaints(ops: JsonPatch[], props: Partial<DaemonProps> = {}): string[] {
    return problems((chart) => {
      new Daemon(chart, 'agent', { image: IMAGE, ...props }).addJsonPatch(...ops);
      new Daemon(chart, 'other', { image: IMAGE });
    });
  }

  test('changes fields by the names of Kubernetes, also those that no option knows', () => {
    const { spec } = patched(
      JsonPatch.add('/spec/template/spec/hostUsers', false),
      JsonPatch.add('/spec/template/spec/dnsConfig', { options: [{ name: 'ndots', value: '1' }] }),
      JsonPatch.add('/spec/template/spec/containers/0/terminationMessagePolicy', 'FallbackToLogsOnError'),
      JsonPatch.replace('/spec/updateStrategy', { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '33%' } }),
      JsonPatch.remove('/spec/template/spec/priorityClassName'),
    );
    expect(spec.template.spec).toMatchObject({ hostUsers: false, dnsConfig: { options: [{ name: 'ndots', value: '1' }] } });
    expect(spec.template.spec.containers[0].terminationMessagePolicy).toBe('FallbackToLogsOnError');
    expect(spec.updateStrategy.rollingUpdate).toEqual({ maxUnavailable: '33%' });
    expect(spec.template.spec).not.toHaveProperty('priorityClassName');
  });

  test('reaches a DaemonSet through its API object too', () => {
    const objects = synth((chart) => new Daemon(chart, 'agent', { image: IMAGE }).daemonSets[0].addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 5)));
    expect(only('DaemonSet', objects).spec.minReadySeconds).toBe(5);
  });

  test('is seen by the checks', () => {
    expect(complaints([JsonPatch.add('/spec/template/spec/containers/0/securityContext/capabilities/add', ['CAP_SYS_TIME'])])).toEqual([
      "[chart/agent] container 'agent': Kubernetes does not know the capability 'CAP_SYS_TIME'; write 'SYS_TIME', in capitals and without the prefix CAP_",
    ]);
    const ports = [{ name: 'metrics', number: 9100 }];
    const hostPort = JsonPatch.add('/spec/template/spec/containers/0/ports/0/hostPort', 9100);
    const surge = JsonPatch.replace('/spec/updateStrategy/rollingUpdate', { maxSurge: 1, maxUnavailable: 0 });
    expect(complaints([hostPort, surge], { ports }))
      .toEqual(['[chart/agent] Rollout.surge() with host ports (TCP/9100) never ends: old and new pod cannot have one port of a node; use Rollout.rolling()']);
  });

  test('may mend what the definition got wrong', () => {
    expect(complaints([JsonPatch.replace('/spec/template/spec/containers/0/ports/0/name', 'metrics')], { ports: [{ name: 'not_a_port_name', number: 9100 }] })).toEqual([]);
  });

  test.each([
    [JsonPatch.add('/spec/template/spec/dnsConfig/options', []),
      "the JSON patch add '/spec/template/spec/dnsConfig/options' does not fit: what it goes into is not there; add that first, or begin with a path that exists"],
    [JsonPatch.replace('/spec/template/spec/containers/1/image', 'x'),
      "the JSON patch replace '/spec/template/spec/containers/1/image' does not fit: what it goes into is not there; add that first, or begin with a path that exists"],
    [JsonPatch.test('/spec/minReadySeconds', 5), "the JSON patch test '/spec/minReadySeconds' does not fit: the field has another value"],
    [JsonPatch.add('spec/minReadySeconds', 5), "the JSON patch add 'spec/minReadySeconds' does not fit: a path begins with '/'"],
  ])('fails when it does not fit, and blames no other daemon (case %#)', (op, problem) => {
    expect(complaints([op]).map((line) => line.replace('[chart/agent] ', ''))).toEqual([problem]);
  });
});
