import { NetworkPolicyIpBlock, Protocol } from 'cdk8s-plus-27';
import { Daemon, DaemonProps, Discovery } from '../../../src';
import { IMAGE, problems, problemsOfDaemon } from '../../util';

const ports = [{ name: 'metrics', number: 9100 }, { name: 'statsd', number: 8125, protocol: Protocol.UDP }];
const DECLARE = "declare one: ports: [{ name: 'metrics', number: 9100 }]";

function told(discovery: Discovery[], props: Partial<DaemonProps> = { ports }): string[] {
  return problemsOfDaemon({ discovery, ...props }).map((line) => line.replace('[chart/agent] ', ''));
}

describe('discovery', () => {
  test.each([
    ['hostPort', Discovery.hostPort('http')],
    ['headless', Discovery.headless({ ports: ['metrics', 'http'] })],
    ['service', Discovery.service({ ports: ['http'] })],
    ['nodeLocalService', Discovery.nodeLocalService({ ports: ['http'] })],
    ['podMonitor', Discovery.podMonitor('http')],
  ])('by %s fails when a port is not declared', (_, discovery) => {
    expect(told([discovery])).toEqual(["discovery refers to a port 'http' that no container declares; declared are: metrics, statsd"]);
  });

  test('tells once of a port that is not declared, however often it is named', () => {
    expect(told([Discovery.headless(), Discovery.service({ ports: ['http'] }), Discovery.serviceMonitor('http')], {})).toEqual([
      "discovery refers to a port 'http' that no container declares; declared are: none",
    ]);
  });

  test('by a Service fails when it would have no port, which is told once', () => {
    expect(told([Discovery.headless()], {})).toEqual([`the Service 'agent' would have no port; ${DECLARE}`]);
    expect(told([Discovery.headless(), Discovery.service()], {})).toEqual([`the Services 'agent', 'agent-cluster' would have no port; ${DECLARE}`]);
    expect(told([Discovery.headless({ ports: [] })])).toEqual([`the Service 'agent' would have no port; ${DECLARE}`]);
  });

  test('by a Service does not see the ports of sidecars, discovery on the node does', () => {
    const props = { sidecars: [{ name: 'proxy', image: IMAGE, ports }] };
    expect(told([Discovery.headless()], props)).toEqual([`the Service 'agent' would have no port; ${DECLARE}`]);
    expect(told([Discovery.hostPort('metrics')], props)).toEqual([]);
  });

  test('fails when two Services have one name', () => {
    expect(told([Discovery.headless(), Discovery.headless()])).toEqual(["two Services are named 'agent'; give one of them another name"]);
    expect(told([Discovery.headless(), Discovery.service({ name: 'agent' })])).toEqual(["two Services are named 'agent'; give one of them another name"]);
  });
});

describe('a monitor', () => {
  test('of Services fails without a Service', () => {
    expect(told([Discovery.hostPort('metrics'), Discovery.serviceMonitor('metrics')])).toEqual(['Discovery.serviceMonitor() needs a Service to read: add Discovery.headless()']);
  });

  test('of Services fails when the Service does not offer its port', () => {
    expect(told([Discovery.headless({ ports: ['statsd'] }), Discovery.service(), Discovery.serviceMonitor('metrics')])).toEqual([
      "Discovery.serviceMonitor('metrics') reads the Service 'agent', which offers only statsd; add 'metrics' there",
    ]);
  });

  test.each([['podMonitor', Discovery.podMonitor('metrics')], ['serviceMonitor', Discovery.serviceMonitor('metrics')]])('fails when %s is given twice', (kind, monitor) => {
    expect(told([Discovery.headless(), monitor, monitor])).toEqual([`Discovery.${kind}() is given twice; one monitor serves all pods of a daemon`]);
  });
});

describe('a NetworkPolicy', () => {
  function policed(props: Partial<DaemonProps>): string[] {
    return problems((chart) => new Daemon(chart, 'agent', { image: IMAGE, networkPolicy: { ingressFrom: [NetworkPolicyIpBlock.anyIpv4(chart, 'all')] }, ...props }));
  }

  test('fails on the host network', () => {
    expect(policed({ ports, hostNetwork: true })).toEqual(['[chart/agent] a NetworkPolicy has no effect on pods of the host network; leave networkPolicy or hostNetwork out']);
  });

  test('fails when it opens no port, which Kubernetes would read as every port', () => {
    expect(policed({})).toEqual([
      "[chart/agent] networkPolicy says who may connect to the daemon's ports, but no container declares one: ports: [{ name: 'metrics', number: 9100 }]",
    ]);
  });

  test('may open the ports of any container, or none to anybody', () => {
    expect(policed({ sidecars: [{ name: 'proxy', image: IMAGE, ports }] })).toEqual([]);
    expect(policed({ networkPolicy: { ingressFrom: [] } })).toEqual([]);
  });
});
