import { Service, ServiceSpec } from '../../../src/kubernetes/validation/service-spec';
import { serviceWarnings } from '../../../src/kubernetes/warnings/service';
import { judgedObjects } from '../validation/rows';

test('the Services that the API server has judged get the same warnings here, in the same order', () => {
  const rows = judgedObjects('Service');
  const wrong = rows.map(({ name, object, warnings }) => ({ name, actual: serviceWarnings(object as Service), expected: warnings }))
    .filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'));
  expect(wrong).toEqual([]);
  expect(rows.flatMap(({ warnings }) => warnings).length).toBeGreaterThan(5);
});

describe('a Service', () => {
  const CLUSTER_IP: ServiceSpec = { type: 'ClusterIP', sessionAffinity: 'None' };
  const HEADLESS: ServiceSpec = { ...CLUSTER_IP, clusterIP: 'None' };
  const HINTS = 'service.kubernetes.io/topology-aware-hints';

  test.each<[string, ServiceSpec]>([
    ['in the cluster', { ...CLUSTER_IP, clusterIP: '10.0.0.1' }],
    ['without an address', HEADLESS],
    ['that is a name', { type: 'ExternalName', externalName: 'example.com' }],
    ['behind a load balancer', { type: 'LoadBalancer', loadBalancerIP: '10.0.0.1', loadBalancerSourceRanges: ['10.0.0.0/8'] }],
    ['in the same zone', { ...CLUSTER_IP, trafficDistribution: 'PreferSameZone' }],
  ])('gets no warning %s', (_, spec) => expect(serviceWarnings({ spec })).toEqual([]));

  test.each<[string, ServiceSpec, string[]]>([
    ['its own address', { ...CLUSTER_IP, clusterIP: 'FD00::1' }, ['spec.clusterIPs[0]: IPv6 address "FD00::1" should be in RFC 5952 canonical format ("fd00::1")']],
    ['external addresses', { ...CLUSTER_IP, externalIPs: ['01.2.3.4'] }, [
      'spec.externalIPs[0]: non-standard IP address "01.2.3.4" is invalid: use "1.2.3.4"',
      'spec.externalIPs is deprecated and may no longer be implemented in some clusters',
    ]],
    ['external addresses of a name', { type: 'ExternalName', externalIPs: ['1.2.3.4'] }, ['spec.externalIPs is ignored when spec.type is "ExternalName"']],
    ['what is ignored without an address', { ...HEADLESS, externalIPs: ['1.2.3.4'], loadBalancerIP: '1.2.3.4', sessionAffinity: 'ClientIP' }, [
      'spec.loadBalancerIP is ignored for headless services', 'spec.externalIPs is ignored for headless services',
      'spec.SessionAffinity is ignored for headless services',
    ]],
    ['the address of a load balancer', { type: 'LoadBalancer', loadBalancerIP: '01.2.3.4' }, [
      'spec.loadBalancerIP: non-standard IP address "01.2.3.4" is invalid: use "1.2.3.4"',
    ]],
    ['source ranges', { type: 'LoadBalancer', loadBalancerSourceRanges: ['10.1.0.0/8'] }, [
      'spec.loadBalancerSourceRanges[0]: CIDR value "10.1.0.0/8" is ambiguous in this context (should be "10.0.0.0/8" or "10.1.0.0/32"?)',
    ]],
    ['a name that is none', { ...CLUSTER_IP, externalName: 'a' }, ['spec.externalName is ignored when spec.type is not "ExternalName"']],
    ['an old distribution', { ...CLUSTER_IP, trafficDistribution: 'PreferClose' }, [
      'spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"',
    ]],
  ])('is warned of %s', (_, spec, warnings) => expect(serviceWarnings({ spec })).toEqual(warnings));

  test('is warned of an old annotation', () => {
    expect(serviceWarnings({ metadata: { annotations: { [HINTS]: 'Auto' } }, spec: CLUSTER_IP })).toEqual([
      `annotation ${HINTS} is deprecated, please use service.kubernetes.io/topology-mode instead`,
    ]);
  });
});
