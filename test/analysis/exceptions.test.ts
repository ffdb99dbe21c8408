import { check } from '../../src/analysis/check';
import { readDocuments } from '../../src/input/documents';

/** A DaemonSet in the host network with a wrong probe in each of two containers. */
function findings(annotations: Record<string, string>, containerName = 'agent') {
  const probed = (name: string) => ({ name, image: 'registry.example.com/agent:1.4.2', readinessProbe: { tcpSocket: { port: 'metrics' } } });
  const manifest = {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', annotations },
    spec: {
      selector: { matchLabels: { app: 'agent' } },
      template: {
        metadata: { labels: { app: 'agent' } },
        spec: { hostNetwork: true, containers: [probed(containerName), probed('sidecar')] },
      },
    },
  };
  return check(readDocuments('file.yaml', JSON.stringify(manifest))).findings;
}

function told(annotations: Record<string, string>, containerName?: string) {
  return findings(annotations, containerName).map(({ rule, path, accepted }) => `${rule} ${path?.replace(/^spec\.template\.spec\./, '')} ${accepted}`);
}

const PROBES = ['containers[0].readinessProbe.tcpSocket.port', 'containers[1].readinessProbe.tcpSocket.port'];

describe('an exception in the annotations of an object', () => {
  test('accepts what a rule finds in it, with its reason', () => {
    expect(told({ 'cdk8s-daemons/allow.probe-port': 'an admission webhook adds the port' })).toEqual([
      `runtime/probe-port ${PROBES[0]} an admission webhook adds the port`,
      `runtime/probe-port ${PROBES[1]} an admission webhook adds the port`,
      'runtime/host-network-dns dnsPolicy null',
    ]);
  });

  test('accepts it in one container alone', () => {
    expect(told({ 'cdk8s-daemons/allow.probe-port.sidecar': 'a webhook adds the port' })).toEqual([
      `runtime/probe-port ${PROBES[0]} null`, `runtime/probe-port ${PROBES[1]} a webhook adds the port`, 'runtime/host-network-dns dnsPolicy null',
    ]);
  });

  test('prefers the reason of the container to that of the object', () => {
    expect(told({ 'cdk8s-daemons/allow.probe-port.sidecar': 'own', 'cdk8s-daemons/allow.probe-port': 'common' }).slice(0, 2))
      .toEqual([`runtime/probe-port ${PROBES[0]} common`, `runtime/probe-port ${PROBES[1]} own`]);
  });

  test('names a container whose name does not fit by its beginning and a hash, as daemons write it', () => {
    const name = `agent-${'x'.repeat(50)}`;
    expect(told({ 'cdk8s-daemons/allow.probe-port.agent-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-a3f54c7a': 'a webhook adds it' }, name)[0])
      .toBe(`runtime/probe-port ${PROBES[0]} a webhook adds it`);
  });

  test.each([
    ['of no rule', { 'cdk8s-daemons/allow.prob-port': 'why not' }, "there is no rule 'prob-port'", /^the rules: .*\bprobe-port\b/],
    ['without a reason', { 'cdk8s-daemons/allow.probe-port': ' ' }, 'an exception needs a reason', /^write as the value why/],
    ['of what the cluster refuses', { 'cdk8s-daemons/allow.pod-security': 'please' }, "what the rule 'pod-security' finds is refused by the cluster, whatever the reason", /^mend it/],
  ])('%s accepts nothing, and is told', (_, annotations, message, fix) => {
    const exception = findings(annotations).find(({ rule }) => rule === 'practice/exception');
    expect(exception).toMatchObject({ severity: 'warning', path: `metadata.annotations[${Object.keys(annotations)[0]}]`, message, accepted: null });
    expect(exception?.fix).toMatch(fix);
    expect(findings(annotations).filter(({ accepted }) => accepted !== null)).toEqual([]);
  });

  test('accepts warnings of the API server too, but none of its errors', () => {
    const service = (annotations: object, spec: object) => check(readDocuments('file.yaml', JSON.stringify(
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a', annotations }, spec }))).findings;
    const warned = service({ 'cdk8s-daemons/allow.api-warning': 'an old cluster' }, { ports: [{ port: 1 }], externalIPs: ['1.2.3.4'], loadBalancerIP: '01.2.3.4' });
    expect(warned.length).toBeGreaterThan(0);
    expect(warned.map(({ rule, accepted }) => [rule, accepted])).toEqual(warned.map(({ rule }) => [rule, rule === 'api' ? null : 'an old cluster']));
  });
});
