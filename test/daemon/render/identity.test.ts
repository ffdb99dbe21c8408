import { App, Chart, Testing } from 'cdk8s';
import { Daemon, DaemonProps } from '../../../src';
import { nameAndNamespace } from '../../../src/daemon/render/identity';
import { daemonSet, IMAGE, only } from '../../util';

const LONG = 'a'.repeat(64);

describe('the name of a daemon', () => {
  function nameOf(id: string, props: Partial<DaemonProps> = {}): string {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    return new Daemon(chart, id, { image: IMAGE, ...props }).name;
  }

  test.each([
    ['agent', 'agent'],
    ['NodeExporter', 'nodeexporter'],
    ['my_agent (v2)', 'my-agent-v2'],
    ['äöü', 'daemon'],
    ['a'.repeat(63), 'a'.repeat(63)],
    [LONG, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-ffe054fe'],
  ])('is made from the id %s', (id, name) => expect(nameOf(id)).toBe(name));

  test('is told apart by the hash of the whole id, where it had to be cut', () => {
    expect(nameOf(`${LONG}b`)).not.toBe(nameOf(`${LONG}c`));
    expect(nameOf(`${LONG}b`).slice(0, 54)).toBe(nameOf(`${LONG}c`).slice(0, 54));
  });

  test('is never cut when it was given', () => expect(nameOf('agent', { name: LONG })).toBe(LONG));

  test('is known before the daemon is made, for who has to write it down', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    expect(nameAndNamespace(chart, 'My Agent', {})).toEqual({ name: 'my-agent', namespace: 'node-agents' });
    expect(nameAndNamespace(chart, 'My Agent', { name: 'agent', namespace: 'logging' })).toEqual({ name: 'agent', namespace: 'logging' });
  });
});

describe('the labels of a daemon', () => {
  const NAME = { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'agent' };
  const DAEMON = { 'cdk8s-daemons/daemon': 'agent' };

  function labels(props: Partial<DaemonProps> = {}) {
    const { metadata, spec } = daemonSet(props);
    return { object: metadata.labels, pod: spec.template.metadata?.labels, selector: spec.selector.matchLabels };
  }

  test('are the recommended ones', () => {
    expect(labels()).toEqual({
      object: { ...NAME, ...DAEMON, 'app.kubernetes.io/managed-by': 'cdk8s', 'app.kubernetes.io/version': '1.4.2' },
      pod: { ...NAME, ...DAEMON },
      selector: NAME,
    });
  });

  test('name the program and the component', () => {
    const { object, pod, selector } = labels({ program: 'fluentd', component: 'log-collector' });
    expect(selector).toEqual({ ...NAME, 'app.kubernetes.io/name': 'fluentd' });
    expect(pod).toEqual({ ...NAME, ...DAEMON, 'app.kubernetes.io/name': 'fluentd', 'app.kubernetes.io/component': 'log-collector' });
    expect(object).toMatchObject(pod!);
  });

  test.each([
    ['of the image', { image: 'agent:v2' }, 'v2'],
    ['that was given', { image: 'agent:v2', version: '2.0.1' }, '2.0.1'],
    ['of an image without a tag', { image: 'agent@sha256:0123' }, undefined],
    ['of a tag that is no label value', { image: `agent:v_${'x'.repeat(70)}` }, undefined],
  ])('know the version %s, on objects only', (_, props, version) => {
    const { object, pod } = labels(props);
    expect(object?.['app.kubernetes.io/version']).toBe(version);
    expect(pod).not.toHaveProperty('app.kubernetes.io/version');
  });

  test('take further ones for objects and for pods, and none of them into the selector', () => {
    const { object, pod, selector } = labels({ labels: { 'team': 'platform', 'app.kubernetes.io/managed-by': 'us' }, podLabels: { tier: 'node' } });
    expect(object).toMatchObject({ ...NAME, 'team': 'platform', 'app.kubernetes.io/managed-by': 'us' });
    expect(object).not.toHaveProperty('tier');
    expect(pod).toEqual({ ...NAME, ...DAEMON, tier: 'node' });
    expect(selector).toEqual(NAME);
  });

  test('let a selector be adopted verbatim, whose labels the pods then carry too', () => {
    const { object, pod, selector } = labels({ selector: { 'k8s-app': 'agent' } });
    expect(selector).toEqual({ 'k8s-app': 'agent' });
    expect(pod).toEqual({ ...NAME, ...DAEMON, 'k8s-app': 'agent' });
    expect(object).not.toHaveProperty('k8s-app');
  });

  test('stand on every object of the daemon', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    new Daemon(chart, 'agent', { image: IMAGE, configFiles: [{ path: '/etc/agent/a', content: 'a' }] });
    const objects = Testing.synth(chart);
    expect(objects).toHaveLength(3);
    objects.forEach(({ metadata }) => expect(metadata.labels).toEqual(only('DaemonSet', objects).metadata.labels));
  });
});
