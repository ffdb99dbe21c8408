import { Duration } from 'cdk8s';
import { Protocol } from 'cdk8s-plus-27';
import { Daemon, DaemonProps, Defaults, Discovery } from '../../src';
import { IMAGE, only, pod, synth, synthDaemon, Written } from '../util';

const METRICS = { name: 'metrics', number: 9100 };
const STATSD = { name: 'statsd', number: 8125, protocol: Protocol.UDP };
const DAEMON = { 'cdk8s-daemons/daemon': 'agent' };

function discovered(discovery: Discovery[], props: Partial<DaemonProps> = {}): Written[] {
  return synthDaemon({ ports: [METRICS, STATSD], discovery, ...props });
}

describe('a daemon that only pushes', () => {
  test('has no Service and no host port', () => {
    const objects = synthDaemon({ ports: [METRICS] });
    expect(objects.map(({ kind }) => kind)).toEqual(['ServiceAccount', 'DaemonSet']);
    expect(pod({ ports: [METRICS] }).containers[0].ports).toEqual([{ name: 'metrics', containerPort: 9100 }]);
  });
});

describe('a daemon known by node address and port', () => {
  test('has that port on the node, and no other', () => {
    const { containers } = pod({ ports: [METRICS, STATSD], discovery: [Discovery.hostPort('statsd')] });
    expect(containers[0].ports).toEqual([{ name: 'metrics', containerPort: 9100 }, { name: 'statsd', containerPort: 8125, hostPort: 8125, protocol: 'UDP' }]);
  });

  test('keeps another number on the node when the port says one', () => {
    const { containers } = pod({ ports: [{ ...METRICS, hostPort: 19100 }], discovery: [Discovery.hostPort('metrics')] });
    expect(containers[0].ports).toEqual([{ name: 'metrics', containerPort: 9100, hostPort: 19100 }]);
  });

  test('may have the port in a sidecar', () => {
    const { initContainers } = pod({ sidecars: [{ name: 'proxy', image: IMAGE, ports: [METRICS] }], discovery: [Discovery.hostPort('metrics')] });
    expect(initContainers![0].ports).toEqual([{ name: 'metrics', containerPort: 9100, hostPort: 9100 }]);
  });
});

describe('a Service', () => {
  const PORTS = [
    { name: 'metrics', port: 9100, targetPort: 'metrics' },
    { name: 'statsd', port: 8125, targetPort: 'statsd', protocol: 'UDP' },
  ];

  test.each([
    ['that lists every pod', Discovery.headless(), 'agent', { clusterIP: 'None' }],
    ['that lists pods that are not ready too', Discovery.headless({ publishNotReadyAddresses: true }), 'agent', { clusterIP: 'None', publishNotReadyAddresses: true }],
    ['that leads to any node', Discovery.service(), 'agent-cluster', {}],
    ['that leads to the own node', Discovery.nodeLocalService(), 'agent-local', { internalTrafficPolicy: 'Local' }],
  ])('%s selects the daemon and offers its ports', (_, discovery, name, spec) => {
    const service = only('Service', discovered([discovery]));
    expect(service.metadata).toMatchObject({ name, namespace: 'node-agents' });
    expect(service.spec).toEqual({ selector: DAEMON, ports: PORTS, ...spec });
  });

  test.each([Discovery.headless, Discovery.service, Discovery.nodeLocalService])('may have a name of its own and some of the ports (case %#)', (kind) => {
    const service = only('Service', discovered([kind({ name: 'stats', ports: ['statsd'] })]));
    expect(service.metadata.name).toBe('stats');
    expect(service.spec.ports).toEqual([PORTS[1]]);
  });

  test('may stand beside the others', () => {
    const services = discovered([Discovery.headless(), Discovery.service(), Discovery.nodeLocalService()]).filter(({ kind }) => kind === 'Service');
    expect(services.map(({ metadata }) => metadata.name)).toEqual(['agent', 'agent-cluster', 'agent-local']);
    expect(services.map(({ metadata }) => metadata.labels?.['cdk8s-daemons/discovery'])).toEqual(['headless', 'cluster', 'local']);
  });

  test('names the ports that have no name, and offers those of all containers', () => {
    const objects = synthDaemon({
      ports: [{ number: 9100 }, { number: 8125, protocol: Protocol.UDP }],
      containers: [{ name: 'proxy', image: IMAGE, ports: [{ name: 'https', number: 8443 }] }],
      discovery: [Discovery.headless()],
    });
    expect(only('Service', objects).spec.ports).toEqual([
      { name: 'tcp-9100', port: 9100, targetPort: 9100 },
      { name: 'udp-8125', port: 8125, targetPort: 8125, protocol: 'UDP' },
      { name: 'https', port: 8443, targetPort: 'https' },
    ]);
  });

  test('selects what was given without defaults, and gets no label', () => {
    const labels = { app: 'agent' };
    const service = only('Service', discovered([Discovery.headless()], { defaults: Defaults.none(), selector: labels, podLabels: labels }));
    expect(service.spec.selector).toEqual(labels);
    expect(service.metadata).not.toHaveProperty('labels');
  });

  test('selects pods that the daemon has, also with a selector of its own', () => {
    const objects = discovered([Discovery.headless()], { selector: { app: 'adopted' } });
    expect(only('DaemonSet', objects).spec.template.metadata.labels).toMatchObject(only('Service', objects).spec.selector);
  });
});

describe('the DNS name of a daemon', () => {
  function dnsName(discovery: Discovery[], namespace?: string): string {
    let name = '';
    synth((chart) => { name = new Daemon(chart, 'agent', { image: IMAGE, ports: [METRICS], discovery }).dnsName; }, { namespace });
    return name;
  }

  test.each([
    ['the headless Service', [Discovery.service(), Discovery.headless()], 'agent.monitoring.svc'],
    ['else the first Service', [Discovery.hostPort('metrics'), Discovery.nodeLocalService(), Discovery.service()], 'agent-local.monitoring.svc'],
    ['a Service by its own name', [Discovery.headless({ name: 'stats' })], 'stats.monitoring.svc'],
  ])('is that of %s', (_, discovery, expected) => expect(dnsName(discovery, 'monitoring')).toBe(expected));

  test('is the name of the Service alone where no namespace is known', () => expect(dnsName([Discovery.headless()])).toBe('agent'));

  test('fails when there is no Service', () => {
    expect(() => dnsName([Discovery.hostPort('metrics')], 'monitoring')).toThrow(
      "daemon 'chart/agent' has no DNS name, since it has no Service: add discovery: [Discovery.headless()]");
  });
});

describe('a monitor of the Prometheus operator', () => {
  test('of pods selects the daemon', () => {
    const monitor = only('PodMonitor', discovered([Discovery.podMonitor('metrics')]));
    expect(monitor).toMatchObject({ apiVersion: 'monitoring.coreos.com/v1', metadata: { name: 'agent', namespace: 'node-agents' } });
    expect(monitor.spec).toEqual({ selector: { matchLabels: DAEMON }, podMetricsEndpoints: [{ port: 'metrics' }] });
  });

  test('says path, interval and labels on request', () => {
    const monitor = only('PodMonitor', discovered([Discovery.podMonitor('metrics', { path: '/stats', interval: Duration.minutes(1), labels: { release: 'prometheus' } })]));
    expect(monitor.spec.podMetricsEndpoints).toEqual([{ port: 'metrics', path: '/stats', interval: '60s' }]);
    expect(monitor.metadata.labels).toMatchObject({ release: 'prometheus', ...DAEMON });
  });

  function read(objects: Written[]): string[] {
    const { matchLabels } = only('ServiceMonitor', objects).spec.selector;
    return objects.filter(({ kind, metadata }) => kind === 'Service' && Object.entries(matchLabels).every(([key, value]) => metadata.labels?.[key] === value))
      .map(({ metadata }) => metadata.name);
  }

  test('of Services reads one of them only: the headless one', () => {
    const objects = discovered([Discovery.service(), Discovery.headless(), Discovery.serviceMonitor('metrics'), Discovery.nodeLocalService()]);
    expect(read(objects)).toEqual(['agent']);
    expect(only('ServiceMonitor', objects).spec.endpoints).toEqual([{ port: 'metrics' }]);
  });

  test('of Services reads the one that there is', () => {
    expect(read(discovered([Discovery.service(), Discovery.serviceMonitor('metrics')]))).toEqual(['agent-cluster']);
    expect(read(discovered([Discovery.nodeLocalService(), Discovery.serviceMonitor('metrics')]))).toEqual(['agent-local']);
  });

  test('of Services finds the one that it reads without defaults too', () => {
    const labels = { app: 'agent' };
    const none = { defaults: Defaults.none(), selector: labels, podLabels: labels };
    expect(read(discovered([Discovery.headless(), Discovery.service(), Discovery.serviceMonitor('metrics')], none))).toEqual(['agent']);
  });
});
