import { App, Chart, Testing } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Daemon, DaemonProps, DaemonSettings, Defaults, Discovery, Priority, Probe, Tolerations } from '../../../src';
import { Container, PodSpec } from '../../../src/kubernetes/objects';
import { asCreatedPod, lowestLevel } from '../../../src/kubernetes/pod-security';
import { IMAGE, only, problemsOf, Written } from '../../util';

const GATEWAY: DaemonProps = {
  image: 'docker.io/example/gateway:2.0.1',
  program: 'gateway',
  component: 'gateway',
  ports: [{ name: 'http', number: 8080 }],
  configFiles: [{ path: '/etc/gateway/gateway.conf', content: 'listen 8080\n' }],
  liveness: Probe.tcpSocket('http'),
  discovery: [Discovery.service()],
};

/** A daemon of a known kind, with a program that runs once. */
class DaemonWithGateway extends Daemon {
  constructor(scope: Construct, id: string, props: Partial<DaemonProps> = {}, gateway: Partial<DaemonProps> = {}) {
    super(scope, id, { image: IMAGE, ...props });
    this._bringAlong('gateway', { ...GATEWAY, ...gateway });
  }

  protected _reasons() {
    return { 'cpu-limit': 'why there is none', 'host-network': 'why it is there' };
  }
}

function define(props?: Partial<DaemonProps>, gateway?: Partial<DaemonProps>, settings: (chart: Chart) => void = () => {}): Chart {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  settings(chart);
  new DaemonWithGateway(chart, 'agent', props, gateway);
  return chart;
}

function objects(...definition: Parameters<typeof define>): Written[] {
  return Testing.synth(define(...definition));
}

function deployment(...definition: Parameters<typeof define>): Written {
  return only('Deployment', objects(...definition));
}

function pod(...definition: Parameters<typeof define>): PodSpec {
  return deployment(...definition).spec.template.spec;
}

describe('what a daemon brings along', () => {
  test('is a Deployment of one pod with all that belongs to it, under a name of its own, before the DaemonSet that needs it', () => {
    expect(objects().map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`)).toEqual([
      'ServiceAccount node-agents/agent', 'ServiceAccount node-agents/agent-gateway', 'ConfigMap node-agents/agent-gateway',
      'Service node-agents/agent-gateway-cluster', 'Deployment node-agents/agent-gateway', 'DaemonSet node-agents/agent',
    ]);
    expect(deployment().spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  });

  test('is found by its Service, and by nothing that finds the daemon', () => {
    const { selector, template } = deployment().spec;
    const { labels } = template.metadata;
    expect(only('Service', objects()).spec.selector).toEqual({ 'cdk8s-daemons/daemon': 'agent-gateway' });
    expect(labels).toMatchObject({ 'cdk8s-daemons/daemon': 'agent-gateway', 'app.kubernetes.io/component': 'gateway' });
    expect(selector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'gateway', 'app.kubernetes.io/instance': 'agent-gateway' });
    expect(labels).toMatchObject(selector.matchLabels);
    expect(only('DaemonSet', objects()).spec.selector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'agent' });
  });

  test('is restricted, and has neither a token nor a node that it must get onto', () => {
    const { metadata, spec } = deployment().spec.template;
    expect(lowestLevel(metadata, asCreatedPod(spec)).level).toBe('restricted');
    expect(spec).toMatchObject({ automountServiceAccountToken: false, serviceAccountName: 'agent-gateway', nodeSelector: { 'kubernetes.io/os': 'linux' } });
    expect([spec.tolerations, spec.affinity]).toEqual([undefined, undefined]);
  });

  test('starts again when its configuration changes', () => {
    const checksum = (gateway?: Partial<DaemonProps>) => deployment({}, gateway).spec.template.metadata.annotations['cdk8s-daemons/config-checksum'];
    expect(checksum()).toMatch(/^[0-9a-f]{16}$/);
    expect(checksum({ configFiles: [{ path: '/etc/gateway/gateway.conf', content: 'listen 8081\n' }] })).not.toBe(checksum());
  });

  test('says why it needs what linters flag, and not why the daemon does', () => {
    expect(deployment().metadata.annotations).toEqual({ 'cdk8s-daemons/allow.cpu-limit.agent-gateway': 'why there is none' });
  });

  test('belongs to whom the daemon belongs, and gives way as it does', () => {
    const secret = (scope: Construct) => Secret.fromSecretName(scope, 'pull', 'registry');
    const props = { labels: { team: 'nodes' }, imagePullSecrets: [secret(new Chart(new App(), 'other'))], priority: Priority.named('nodes') };
    expect(pod(props)).toMatchObject({ imagePullSecrets: [{ name: 'registry' }], priorityClassName: 'nodes' });
    expect(objects(props).map(({ metadata }) => metadata.labels!.team)).toEqual(Array(6).fill('nodes'));
    expect(pod(props, { priority: Priority.none() })).not.toHaveProperty('priorityClassName');
    expect(pod()).toMatchObject({ priorityClassName: 'system-cluster-critical' });
    expect(pod()).not.toHaveProperty('imagePullSecrets');
  });

  test('takes the settings of its scope', () => {
    const settings = (chart: Chart) => DaemonSettings.apply(chart, {
      registryMirrors: { 'docker.io': 'mirror.example.com/hub' },
      imagePullSecrets: [Secret.fromSecretName(chart, 'pull', 'mirror')],
      labels: { owner: 'platform' },
      priority: Priority.nodeCritical(),
      tolerations: Tolerations.controlPlane(),
    });
    const { containers, ...spec } = pod({}, {}, settings);
    expect((containers as Container[]).map(({ image }) => image)).toEqual(['mirror.example.com/hub/example/gateway:2.0.1']);
    expect(spec).toMatchObject({ imagePullSecrets: [{ name: 'mirror' }], priorityClassName: 'system-node-critical' });
    expect(spec.tolerations).toEqual([{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }]);
    expect(deployment({}, {}, settings).metadata.labels).toMatchObject({ owner: 'platform' });
  });

  test('gets what is good practice, also beside a daemon that gets nothing of it', () => {
    const labels = { app: 'agent' };
    expect(pod({ defaults: Defaults.none(), selector: labels, podLabels: labels })).toEqual(pod());
  });

  test('fails with the daemon when the server would not take it', () => {
    expect(problemsOf(define({}, { ports: [{ name: 'http', number: 0 }] }).node.root as App)).toEqual([
      expect.stringMatching(/^\[chart\/agent\] the Service 'agent-gateway-cluster': spec\.ports\[0\]\.port: Invalid value: 0/),
      expect.stringMatching(/^\[chart\/agent\] the Deployment 'agent-gateway': spec\.template\.spec\.containers\[0\]\.ports\[0\]\.containerPort: /),
    ]);
  });

  test('fails when another daemon has its name', () => {
    const chart = define();
    new Daemon(chart, 'agent-gateway', { image: IMAGE, selector: { app: 'other' } });
    expect(problemsOf(chart.node.root as App).join()).toContain("the ServiceAccount 'agent-gateway' is also made by the daemon 'chart/agent'");
  });
});
