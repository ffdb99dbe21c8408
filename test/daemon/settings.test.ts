import { App, Chart, Testing } from 'cdk8s';
import { Secret, ServiceAccount } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Daemon, DaemonProps, DaemonSettings, DaemonSettingsProps, Defaults, Priority, Tolerations } from '../../src';
import { deepFreeze, IMAGE, only, Written } from '../util';

/** What a daemon `agent` writes below an app with settings. */
function withSettings(settings: DaemonSettingsProps, props: Partial<DaemonProps> = {}): Written[] {
  const app = new App();
  DaemonSettings.apply(app, settings);
  return written(app, props);
}

function written(app: App, props: Partial<DaemonProps> = {}): Written[] {
  const chart = new Chart(app, 'chart', { namespace: 'node-agents' });
  new Daemon(chart, 'agent', { image: IMAGE, ...props });
  return Testing.synth(chart);
}

function podOf(objects: Written[]) {
  return only('DaemonSet', objects).spec.template.spec;
}

describe('settings for all daemons', () => {
  test.each([
    ['quay.io/team/agent:1', 'mirror.example.com/quay/team/agent:1'],
    ['quay.io/team/agent:1@sha256:0123', 'mirror.example.com/quay/team/agent:1@sha256:0123'],
    ['fluentd', 'mirror.example.com/hub/library/fluentd'],
    ['fluent/fluent-bit:4.0', 'mirror.example.com/hub/fluent/fluent-bit:4.0'],
    ['ghcr.io/team/agent:1', 'ghcr.io/team/agent:1'],
  ])('take the image %s from %s', (image, from) => {
    const registryMirrors = { 'docker.io': 'mirror.example.com/hub', 'quay.io': 'mirror.example.com/quay/' };
    expect(podOf(withSettings({ registryMirrors }, { image })).containers[0].image).toBe(from);
  });

  test('take the images of all registries from one, but for those that are named', () => {
    const registryMirrors = { '*': 'mirror.example.com', 'quay.io': 'quay.example.com' };
    const { containers, initContainers } = podOf(withSettings({ registryMirrors }, {
      containers: [{ name: 'beside', image: 'quay.io/a/b:1' }],
      initContainers: [{ name: 'init', image: 'busybox' }],
      sidecars: [{ name: 'sidecar', image: 'ghcr.io/a/b:1' }],
    }));
    expect([...initContainers, ...containers].map(({ image }) => image)).toEqual(
      ['mirror.example.com/library/busybox', 'mirror.example.com/a/b:1', 'mirror.example.com/agent:1.4.2', 'quay.example.com/a/b:1']);
  });

  test('give Secrets with which images are pulled, beside the daemon\'s own', () => {
    const app = new App();
    const chart = new Chart(app, 'secrets');
    const [hub, quay] = ['hub', 'quay'].map((name) => Secret.fromSecretName(chart, name, name));
    DaemonSettings.apply(app, { imagePullSecrets: [hub, quay] });
    expect(podOf(written(app, { imagePullSecrets: [quay, Secret.fromSecretName(chart, 'own', 'own')] })).imagePullSecrets)
      .toEqual([{ name: 'hub' }, { name: 'quay' }, { name: 'own' }]);
  });

  test('label every object, and leave the pods alone', () => {
    const objects = withSettings({ labels: { team: 'platform', stage: 'test' } }, { labels: { stage: 'production' } });
    expect(objects.map(({ metadata }) => [metadata.labels?.team, metadata.labels?.stage])).toEqual(Array(objects.length).fill(['platform', 'production']));
    expect(only('DaemonSet', objects).spec.template.metadata.labels).not.toHaveProperty('team');
    expect(only('DaemonSet', objects).spec).toEqual(only('DaemonSet', withSettings({})).spec);
  });

  test('annotate DaemonSets, and nothing else', () => {
    const objects = withSettings({ annotations: { a: 'outer', b: 'outer' } }, { annotations: { b: 'own' } });
    expect(only('DaemonSet', objects).metadata.annotations).toEqual({ a: 'outer', b: 'own' });
    expect(only('ServiceAccount', objects).metadata).not.toHaveProperty('annotations');
    expect(only('DaemonSet', objects).spec.template.metadata).not.toHaveProperty('annotations');
  });

  test('annotate the ServiceAccounts that daemons make, and no others', () => {
    const serviceAccountAnnotations = { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::0:role/agent' };
    expect(only('ServiceAccount', withSettings({ serviceAccountAnnotations })).metadata.annotations).toEqual(serviceAccountAnnotations);
    const app = new App();
    DaemonSettings.apply(app, { serviceAccountAnnotations });
    const chart = new Chart(app, 'chart', { namespace: 'node-agents' });
    new Daemon(chart, 'agent', { image: IMAGE, serviceAccount: new ServiceAccount(chart, 'account') });
    expect(only('ServiceAccount', Testing.synth(chart)).metadata).not.toHaveProperty('annotations');
  });

  test('give a priority to daemons that state none', () => {
    expect(podOf(withSettings({ priority: Priority.named('agents') })).priorityClassName).toBe('agents');
    expect(podOf(withSettings({ priority: Priority.named('agents') }, { priority: Priority.nodeCritical() })).priorityClassName).toBe('system-node-critical');
    expect(podOf(withSettings({ priority: Priority.none() }))).not.toHaveProperty('priorityClassName');
  });

  test('add tolerations', () => {
    const tolerations = Tolerations.of({ key: 'pool', value: 'a' });
    expect(podOf(withSettings({ tolerations }, { tolerations: Tolerations.controlPlane() })).tolerations.map(({ key }: { key: string }) => key))
      .toEqual(['node-role.kubernetes.io/control-plane', 'pool']);
  });

  test('that add a toleration of every taint keep the daemon off virtual nodes', () => {
    expect(podOf(withSettings({ tolerations: Tolerations.everyTaint() }, { tolerations: Tolerations.none() })).affinity).toBeDefined();
  });

  test('hold for daemons without defaults too', () => {
    const labels = { app: 'agent' };
    const objects = withSettings({ priority: Priority.named('agents'), labels: { team: 'platform' } }, { defaults: Defaults.none(), selector: labels, podLabels: labels });
    expect(podOf(objects).priorityClassName).toBe('agents');
    expect(only('DaemonSet', objects).metadata.labels).toEqual({ team: 'platform' });
  });

  test('are not changed, nor follow later changes', () => {
    withSettings(deepFreeze({ labels: { a: 'b' }, registryMirrors: { '*': 'x.example.com' }, tolerations: Tolerations.everyTaint(), priority: Priority.none() }));
    const app = new App();
    const settings = { labels: { team: 'platform' } };
    DaemonSettings.apply(app, settings);
    settings.labels.team = 'other';
    expect(only('DaemonSet', written(app)).metadata.labels?.team).toBe('platform');
  });
});

describe('settings of scopes inside each other', () => {
  test('win from the inside and are joined where they are lists', () => {
    const app = new App();
    const chart = new Chart(app, 'chart', { namespace: 'node-agents' });
    const scope = new Construct(chart, 'scope');
    DaemonSettings.apply(scope, { labels: { a: 'scope' }, priority: Priority.named('scope'), tolerations: Tolerations.of({ key: 'scope' }) });
    DaemonSettings.apply(app, {
      labels: { a: 'app', b: 'app' }, priority: Priority.named('app'), tolerations: Tolerations.of({ key: 'app' }), registryMirrors: { '*': 'app.example.com' },
    });
    DaemonSettings.apply(chart, { labels: { b: 'chart' } });
    new Daemon(scope, 'inner', { image: IMAGE, tolerations: Tolerations.none() });
    new Daemon(chart, 'outer', { image: IMAGE, tolerations: Tolerations.none() });
    const [inner, outer] = ['inner', 'outer'].map((name) => Testing.synth(chart).find(({ kind, metadata }) => kind === 'DaemonSet' && metadata.name === name));
    expect(inner.metadata.labels).toMatchObject({ a: 'scope', b: 'chart' });
    expect(outer.metadata.labels).toMatchObject({ a: 'app', b: 'chart' });
    expect([inner, outer].map(({ spec }) => spec.template.spec.priorityClassName)).toEqual(['scope', 'app']);
    expect([inner, outer].map(({ spec }) => spec.template.spec.tolerations.map(({ key }: { key: string }) => key))).toEqual([['app', 'scope'], ['app']]);
    expect(inner.spec.template.spec.containers[0].image).toBe('app.example.com/agent:1.4.2');
  });

  test('may be said in several steps', () => {
    const app = new App();
    DaemonSettings.apply(app, { labels: { a: '1' } });
    DaemonSettings.apply(app, { labels: { b: '2' } });
    expect(only('DaemonSet', written(app)).metadata.labels).toMatchObject({ a: '1', b: '2' });
  });
});

describe('settings that come too late', () => {
  function tooLate(scopeOf: (app: App, chart: Chart, daemon: Daemon) => Construct): () => void {
    const app = new App();
    const chart = new Chart(app, 'chart');
    const daemon = new Daemon(chart, 'agent', { image: IMAGE });
    return () => DaemonSettings.apply(scopeOf(app, chart, daemon), { labels: {} });
  }

  test('fails when a daemon has been made without them', () => {
    expect(tooLate((app) => app)).toThrow("DaemonSettings for 'the app' come too late: 'chart/agent' below it has been made without them; "
      + 'call DaemonSettings.apply before the first daemon and DaemonNamespace');
    expect(tooLate((_, chart) => chart)).toThrow("DaemonSettings for 'chart' come too late");
    expect(tooLate((_app, _chart, daemon) => daemon)).toThrow("DaemonSettings for 'chart/agent' come too late");
  });

  test('are none for a scope without daemons', () => expect(tooLate((app) => new Chart(app, 'other'))).not.toThrow());
});
