import { judgedObjects, printed } from './rows';
import { validateService } from '../../../src/kubernetes/validation/service';
import { Service, ServiceSpec } from '../../../src/kubernetes/validation/service-spec';

const PORT = { port: 80, protocol: 'TCP', targetPort: 80 };
const CLUSTER_IP: ServiceSpec = { type: 'ClusterIP', ports: [PORT], sessionAffinity: 'None', internalTrafficPolicy: 'Cluster', selector: { app: 'a' } };
const NODE_PORT: ServiceSpec = { ...CLUSTER_IP, type: 'NodePort', externalTrafficPolicy: 'Cluster' };
const LOAD_BALANCER: ServiceSpec = { ...NODE_PORT, type: 'LoadBalancer', allocateLoadBalancerNodePorts: true };
const EXTERNAL_NAME: ServiceSpec = { type: 'ExternalName', externalName: 'example.com', sessionAffinity: 'None' };

function errorsOf(spec: ServiceSpec, metadata: Service['metadata'] = {}): string[] {
  return validateService({ metadata: { name: 'svc', namespace: 'default', ...metadata }, spec }).map(printed);
}

describe('the Services that the API server has judged', () => {
  const rows = judgedObjects('Service');

  test('get the same errors here', () => {
    const actualOf = (object: unknown) => validateService(object as Service).map(printed).sort();
    const wrong = rows.map(({ name, object, errors }) => ({ name, actual: actualOf(object), expected: errors }))
      .filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'));
    expect(wrong).toEqual([]);
  });

  test('are many', () => expect(rows).toHaveLength(252));
});

describe('a Service', () => {
  test.each<[string, ServiceSpec]>([
    ['of the cluster', CLUSTER_IP],
    ['without a selector', { ...CLUSTER_IP, selector: null }],
    ['of every node', NODE_PORT],
    ['behind a load balancer', { ...LOAD_BALANCER, externalTrafficPolicy: 'Local', healthCheckNodePort: 30000, loadBalancerClass: 'example.com/lb' }],
    ['whose health check gets its port later', { ...LOAD_BALANCER, externalTrafficPolicy: 'Local' }],
    ['that is a name', EXTERNAL_NAME],
    ['that is a name with a dot at its end', { ...EXTERNAL_NAME, externalName: 'example.com.' }],
    ['without an address', { ...CLUSTER_IP, clusterIP: 'None', ports: [] }],
    ['with external addresses', { ...CLUSTER_IP, externalIPs: ['10.0.0.1', '2001:db8::1'], externalTrafficPolicy: 'Local' }],
    ['with affinity', { ...CLUSTER_IP, sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 86400 } } }],
    ['close by', { ...CLUSTER_IP, trafficDistribution: 'PreferSameNode', internalTrafficPolicy: 'Local' }],
    ['on a port of one number and two protocols', { ...CLUSTER_IP, ports: [{ ...PORT, name: 'a' }, { ...PORT, name: 'b', protocol: 'UDP', appProtocol: 'x.y/z' }] }],
  ])('may be one %s', (_, spec) => expect(errorsOf(spec)).toEqual([]));

  test.each<[string, ServiceSpec, string]>([
    ['a type', { ...CLUSTER_IP, type: '' }, 'spec.type FieldValueRequired Required value'],
    ['a type of Services', { ...CLUSTER_IP, type: 'x' },
      'spec.type FieldValueNotSupported Unsupported value: "x": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"'],
    ['ports', { ...CLUSTER_IP, ports: [] }, 'spec.ports FieldValueRequired Required value'],
    ['a selector of labels', { ...CLUSTER_IP, selector: { '/a': '' } }, 'spec.selector FieldValueInvalid Invalid value: "/a": prefix part must be non-empty'],
    ['a name to be one', { ...EXTERNAL_NAME, externalName: '.' }, 'spec.externalName FieldValueRequired Required value'],
    ['no address to be a name', { ...EXTERNAL_NAME, clusterIP: '10.0.0.1' }, 'spec.clusterIPs FieldValueForbidden Forbidden: may not be set for ExternalName services'],
    ['no families to be a name', { ...EXTERNAL_NAME, ipFamilies: ['IPv4'] }, 'spec.ipFamilies FieldValueForbidden Forbidden: may not be set for ExternalName services'],
    ['no policy to be a name', { ...EXTERNAL_NAME, ipFamilyPolicy: 'SingleStack' },
      'spec.ipFamilyPolicy FieldValueForbidden Forbidden: may not be set for ExternalName services'],
    ['an address on every node', { ...NODE_PORT, clusterIP: 'None' },
      'spec.clusterIPs[0] FieldValueInvalid Invalid value: "None": may not be set to \'None\' for NodePort services'],
    ['an address behind a load balancer', { ...LOAD_BALANCER, clusterIP: 'None' },
      'spec.clusterIPs[0] FieldValueInvalid Invalid value: "None": may not be set to \'None\' for LoadBalancer services'],
    ['a session affinity', { ...CLUSTER_IP, sessionAffinity: '' }, 'spec.sessionAffinity FieldValueRequired Required value'],
    ['a session affinity that is one', { ...CLUSTER_IP, sessionAffinity: 'x' },
      'spec.sessionAffinity FieldValueNotSupported Unsupported value: "x": supported values: "ClientIP", "None"'],
    ['a timeout for affinity', { ...CLUSTER_IP, sessionAffinity: 'ClientIP' },
      'spec.sessionAffinityConfig FieldValueRequired Required value: when session affinity type is ClientIP'],
    ['a timeout for clients', { ...CLUSTER_IP, sessionAffinity: 'ClientIP', sessionAffinityConfig: {} },
      'spec.sessionAffinityConfig.clientIP FieldValueRequired Required value: when session affinity type is ClientIP'],
    ['a timeout of seconds', { ...CLUSTER_IP, sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: {} } },
      'spec.sessionAffinityConfig.clientIP.timeoutSeconds FieldValueRequired Required value: when session affinity type is ClientIP'],
    ['a timeout beyond zero', { ...CLUSTER_IP, sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 0 } } },
      'spec.sessionAffinityConfig.clientIP.timeoutSeconds FieldValueInvalid Invalid value: 0: must be greater than 0 and less than 86400'],
    ['a timeout within a day', { ...CLUSTER_IP, sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 86401 } } },
      'spec.sessionAffinityConfig.clientIP.timeoutSeconds FieldValueInvalid Invalid value: 86401: must be greater than 0 and less than 86400'],
    ['no timeout without affinity', { ...CLUSTER_IP, sessionAffinityConfig: {} },
      'spec.sessionAffinityConfig FieldValueForbidden Forbidden: must not be set when session affinity is None'],
    ['no load balancer\'s node ports', { ...CLUSTER_IP, allocateLoadBalancerNodePorts: false },
      'spec.allocateLoadBalancerNodePorts FieldValueForbidden Forbidden: may only be used when `type` is \'LoadBalancer\''],
    ['a decision on node ports', { ...LOAD_BALANCER, allocateLoadBalancerNodePorts: null }, 'allocateLoadBalancerNodePorts FieldValueRequired Required value'],
    ['no class of load balancers', { ...CLUSTER_IP, loadBalancerClass: '' },
      'spec.loadBalancerClass FieldValueForbidden Forbidden: may only be used when `type` is \'LoadBalancer\''],
    ['a class that is one', { ...LOAD_BALANCER, loadBalancerClass: '/a' },
      'spec.loadBalancerClass FieldValueInvalid Invalid value: "/a": prefix part must be non-empty'],
    ['no policy for traffic that does not come', { ...CLUSTER_IP, externalTrafficPolicy: 'Local' },
      'spec.externalTrafficPolicy FieldValueInvalid Invalid value: "Local": may only be set for externally-accessible services'],
    ['a policy for traffic', { ...NODE_PORT, externalTrafficPolicy: '' }, 'spec.externalTrafficPolicy FieldValueRequired Required value'],
    ['a policy that is one', { ...NODE_PORT, externalTrafficPolicy: 'local' },
      'spec.externalTrafficPolicy FieldValueNotSupported Unsupported value: "local": supported values: "Cluster", "Local"'],
    ['no port for a health check that is not made', { ...LOAD_BALANCER, healthCheckNodePort: 30000 }, 'spec.healthCheckNodePort FieldValueInvalid '
      + 'Invalid value: 30000: may only be set when `type` is \'LoadBalancer\' and `externalTrafficPolicy` is \'Local\''],
    ['a port for its health check', { ...LOAD_BALANCER, externalTrafficPolicy: 'Local', healthCheckNodePort: -1 },
      'spec.healthCheckNodePort FieldValueInvalid Invalid value: -1: must be between 1 and 65535, inclusive'],
    ['a policy within the cluster', { ...CLUSTER_IP, internalTrafficPolicy: null }, 'spec.internalTrafficPolicy FieldValueRequired Required value'],
    ['a policy within the cluster that is one', { ...EXTERNAL_NAME, internalTrafficPolicy: '' },
      'spec.internalTrafficPolicy FieldValueNotSupported Unsupported value: "": supported values: "Cluster", "Local"'],
    ['a distribution', { ...CLUSTER_IP, trafficDistribution: 'x' },
      'spec.trafficDistribution FieldValueNotSupported Unsupported value: "x": supported values: "PreferClose", "PreferSameZone", "PreferSameNode"'],
  ])('must have %s', (_, spec, error) => expect(errorsOf(spec)).toEqual([error]));

  test('must have a name that is a DNS label, with or without a digit in front', () => {
    expect(errorsOf(CLUSTER_IP, { name: '9svc' })).toEqual([]);
    expect(errorsOf(CLUSTER_IP, { name: 'a.b' })).toEqual(['metadata.name FieldValueInvalid Invalid value: "a.b": must not contain dots']);
  });

  test('must say the same of its topology twice', () => {
    const annotations = (mode: string, hints: string) => ({ annotations: { 'service.kubernetes.io/topology-mode': mode, 'service.kubernetes.io/topology-aware-hints': hints } });
    expect(errorsOf(CLUSTER_IP, annotations('Auto', 'Auto'))).toEqual([]);
    expect(errorsOf(CLUSTER_IP, annotations('Auto', 'auto'))).toEqual(['metadata.annotations[service.kubernetes.io/topology-mode] FieldValueInvalid '
      + 'Invalid value: "Auto": must match annotations[service.kubernetes.io/topology-aware-hints] when both are specified']);
  });

  test('that is empty lacks what defaulting would have set', () => {
    expect(validateService({}).map(({ path }) => path)).toEqual(['metadata.name', 'metadata.namespace', 'spec.ports', 'spec.sessionAffinity', 'spec.type']);
  });
});

describe('the ports of a Service', () => {
  test.each<[string, ServiceSpec['ports'], string]>([
    ['a name where there are two', [PORT, { ...PORT, name: 'b', port: 81 }], 'spec.ports[0].name FieldValueRequired Required value'],
    ['a name that is a label', [{ ...PORT, name: 'a.b' }], 'spec.ports[0].name FieldValueInvalid Invalid value: "a.b": must not contain dots'],
    ['a name of its own', [{ ...PORT, name: 'a' }, { ...PORT, name: 'a', port: 81 }], 'spec.ports[1].name FieldValueDuplicate Duplicate value: "a"'],
    ['a number', [{ ...PORT, port: 0 }], 'spec.ports[0].port FieldValueInvalid Invalid value: 0: must be between 1 and 65535, inclusive'],
    ['a protocol', [{ ...PORT, protocol: '' }], 'spec.ports[0].protocol FieldValueRequired Required value'],
    ['a protocol that is one', [{ ...PORT, protocol: 'tcp' }],
      'spec.ports[0].protocol FieldValueNotSupported Unsupported value: "tcp": supported values: "SCTP", "TCP", "UDP"'],
    ['a target', [{ ...PORT, targetPort: 70000 }], 'spec.ports[0].targetPort FieldValueInvalid Invalid value: 70000: must be between 1 and 65535, inclusive'],
    ['a target by its name', [{ ...PORT, targetPort: '80' }], 'spec.ports[0].targetPort FieldValueInvalid Invalid value: "80": must contain at least one letter (a-z)'],
    ['an application protocol', [{ ...PORT, appProtocol: '/a' }],
      'spec.ports[0].appProtocol FieldValueInvalid Invalid value: "/a": prefix part must be non-empty'],
    ['no node port in the cluster', [{ ...PORT, nodePort: 30000 }], 'spec.ports[0].nodePort FieldValueForbidden Forbidden: may not be used when `type` is \'ClusterIP\''],
    ['a number of its own', [{ ...PORT, name: 'a' }, { ...PORT, name: 'b' }],
      'spec.ports[1] FieldValueDuplicate Duplicate value: {"Name":"","Protocol":"TCP","AppProtocol":null,"Port":80,"TargetPort":0,"NodePort":0}'],
  ])('must each have %s', (_, ports, error) => expect(errorsOf({ ...CLUSTER_IP, ports })).toEqual([error]));

  test('must each have a node port of their own', () => {
    const ports = (protocol: string) => [{ ...PORT, name: 'a', nodePort: 30000 }, { ...PORT, name: 'b', port: 81, nodePort: 30000, protocol }];
    expect(errorsOf({ ...NODE_PORT, ports: ports('UDP') })).toEqual([]);
    expect(errorsOf({ ...NODE_PORT, ports: ports('TCP') })).toEqual(['spec.ports[1].nodePort FieldValueDuplicate Duplicate value: 30000']);
  });
});

describe('the addresses of a Service', () => {
  const two = { ipFamilyPolicy: 'RequireDualStack', clusterIP: '10.0.0.1' };

  test.each<ServiceSpec>([
    { clusterIP: '10.0.0.1' }, { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1'], ipFamilies: ['IPv4'] }, { ...two, clusterIPs: ['10.0.0.1', 'fd00::1'] },
    { clusterIP: 'None', ipFamilies: ['IPv6', 'IPv4'], selector: {} }, { ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'PreferDualStack' },
  ])('may be %j', (spec) => expect(errorsOf({ ...CLUSTER_IP, ...spec })).toEqual([]));

  test.each<[string, ServiceSpec, string]>([
    ['with the first of all', { clusterIP: '10.0.0.2', clusterIPs: ['10.0.0.1'] },
      'spec.clusterIPs FieldValueInvalid Invalid value: ["10.0.0.1"]: first value must match `clusterIP`'],
    ['with the first one by itself too', { clusterIPs: ['10.0.0.1'] },
      'spec.clusterIPs FieldValueInvalid Invalid value: ["10.0.0.1"]: must be empty when `clusterIP` is not specified'],
    ['of known families', { ipFamilies: ['x'] }, 'spec.ipFamilies[0] FieldValueNotSupported Unsupported value: "x": supported values: "IPv4", "IPv6"'],
    ['of two families', { ipFamilies: ['IPv4', 'IPv4'] }, 'spec.ipFamilies[1] FieldValueDuplicate Duplicate value: "IPv4"'],
    ['with a policy', { ipFamilyPolicy: '' },
      'spec.ipFamilyPolicy FieldValueNotSupported Unsupported value: "": supported values: "PreferDualStack", "RequireDualStack", "SingleStack"'],
    ['some, or none', { clusterIP: 'None', clusterIPs: ['None', '10.0.0.1'] },
      'spec.clusterIPs FieldValueInvalid Invalid value: ["None","10.0.0.1"]: \'None\' must be the first and only value'],
    ['addresses', { clusterIP: 'x' }, 'spec.clusterIPs[0] FieldValueInvalid Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'],
    ['two at most', { ...two, clusterIPs: ['10.0.0.1', 'fd00::1', 'fd00::2'] },
      'spec.clusterIPs FieldValueInvalid Invalid value: ["10.0.0.1","fd00::1","fd00::2"]: may only hold up to 2 values'],
    ['one of each family', { ...two, clusterIPs: ['10.0.0.1', '10.0.0.2'] },
      'spec.clusterIPs FieldValueInvalid Invalid value: ["10.0.0.1","10.0.0.2"]: may specify no more than one IP for each IP family'],
    ['of the families that are asked for', { clusterIP: '10.0.0.1', ipFamilies: ['IPv6'] },
      'spec.clusterIPs[0] FieldValueInvalid Invalid value: "10.0.0.1": expected an IPv6 value as indicated by `ipFamilies[0]`'],
    ['of those families the other way round', { clusterIP: 'fd00::1', ipFamilies: ['IPv4'] },
      'spec.clusterIPs[0] FieldValueInvalid Invalid value: "fd00::1": expected an IPv4 value as indicated by `ipFamilies[0]`'],
    ['one only, unless the policy says two', { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1', 'fd00::1'] }, 'spec.ipFamilyPolicy FieldValueInvalid '
      + 'Invalid value: "SingleStack": must be \'RequireDualStack\' or \'PreferDualStack\' when multiple cluster IPs are specified'],
    ['of one family only, unless the policy says two', { ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'SingleStack' }, 'spec.ipFamilyPolicy FieldValueInvalid '
      + 'Invalid value: "SingleStack": must be \'RequireDualStack\' or \'PreferDualStack\' when multiple IP families are specified'],
  ])('must be %s', (_, spec, error) => expect(errorsOf({ ...CLUSTER_IP, ...spec })).toEqual([error]));

  test('that cannot be allocated are all that the server tells of', () => {
    expect(errorsOf({ ...CLUSTER_IP, clusterIP: 'x', ports: [] }).map((error) => error.split(' ')[0])).toEqual(['spec.clusterIPs[0]']);
  });
});

describe('the external addresses of a Service', () => {
  test.each([
    ['nope', 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'],
    ['0.0.0.0', 'may not be unspecified (0.0.0.0)'],
    ['::', 'may not be unspecified (::)'],
    ['127.1.1.1', 'may not be in the loopback range (127.0.0.0/8, ::1/128)'],
    ['::1', 'may not be in the loopback range (127.0.0.0/8, ::1/128)'],
    ['169.254.1.1', 'may not be in the link-local range (169.254.0.0/16, fe80::/10)'],
    ['febf::1', 'may not be in the link-local range (169.254.0.0/16, fe80::/10)'],
    ['224.0.0.1', 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)'],
    ['ff12::1', 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)'],
  ])('may not be %s', (address, rule) => {
    expect(errorsOf({ ...NODE_PORT, externalIPs: [address] })).toEqual([`spec.externalIPs[0] FieldValueInvalid Invalid value: "${address}": ${rule}`]);
  });

  test.each(['fec0::1', '224.0.1.1', '::2', '1.0.0.0', 'ff05::1'])('may be %s', (address) => {
    expect(errorsOf({ ...NODE_PORT, externalIPs: [address] })).toEqual([]);
  });
});

describe('the source ranges of a load balancer', () => {
  const key = 'service.beta.kubernetes.io/load-balancer-source-ranges';
  const invalidRange = (text: string) => `FieldValueInvalid Invalid value: "${text}": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)`;
  const misplaced = 'FieldValueForbidden Forbidden: may only be used when `type` is \'LoadBalancer\'';

  test('may have spaces around them, as a field and as an annotation', () => {
    expect(errorsOf({ ...LOAD_BALANCER, loadBalancerSourceRanges: [' 10.0.0.0/8 '] })).toEqual([]);
    expect(errorsOf(LOAD_BALANCER, { annotations: { [key]: ' 10.0.0.0/8 , ::/0 ' } })).toEqual([]);
    expect(errorsOf(LOAD_BALANCER, { annotations: { [key]: ' ' } })).toEqual([]);
  });

  test('are networks', () => {
    expect(errorsOf({ ...LOAD_BALANCER, loadBalancerSourceRanges: ['10.0.0.0/8', 'x'] })).toEqual([`spec.LoadBalancerSourceRanges[1] ${invalidRange('x')}`]);
    expect(errorsOf(LOAD_BALANCER, { annotations: { [key]: '10.0.0.0/8,x' } })).toEqual([`metadata.annotations[${key}] ${invalidRange('x')}`]);
  });

  test('belong to load balancers', () => {
    expect(errorsOf({ ...CLUSTER_IP, loadBalancerSourceRanges: ['10.0.0.0/8'] })).toEqual([`spec.LoadBalancerSourceRanges ${misplaced}`]);
    expect(errorsOf(CLUSTER_IP, { annotations: { [key]: '' } })).toEqual([`metadata.annotations[${key}] ${misplaced}`]);
  });

  test('of the field are those that count', () => {
    expect(errorsOf({ ...LOAD_BALANCER, loadBalancerSourceRanges: ['10.0.0.0/8'] }, { annotations: { [key]: 'x' } })).toEqual([]);
  });
});
