import { stringify } from 'yaml';
import { check } from '../../src/analysis/check';
import { readDocuments } from '../../src/input/documents';

/* eslint-disable @typescript-eslint/no-explicit-any -- faults change a manifest wherever they like */
type Manifest = any;

/** A DaemonSet without fault. */
function daemonSet(name = 'agent'): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace: 'agents' },
    spec: {
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [{
            name: 'agent',
            image: 'registry.example.com/agent:1.4.2',
            ports: [{ name: 'metrics', containerPort: 9102 }],
            resources: { requests: { memory: '64Mi' }, limits: { memory: '64Mi' } },
            volumeMounts: [{ name: 'logs', mountPath: '/var/log' }],
          }],
          volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }],
        },
      },
    },
  };
}

function found(...objects: Manifest[]): string[] {
  return check(readDocuments('faults.yaml', objects.map((object) => stringify(object)).join('---\n'))).findings
    .map(({ severity, rule, path, type }) => [severity, rule, path?.replace('spec.template.spec.', '… '), type].filter((part) => part).join(' '));
}

const MAIN = '… containers[0]';

/** One hard fault each: the API server refuses it. */
const HARD: [fault: string, spoil: (spec: Manifest, pod: Manifest, container: Manifest) => void, expected: string][] = [
  ['a selector that does not match the labels', (spec) => { spec.selector.matchLabels.app = 'other'; }, 'error api spec.template.metadata.labels FieldValueInvalid'],
  ['an empty selector', (spec) => { spec.selector = {}; }, 'error api spec.selector FieldValueInvalid'],
  ['a request above its limit', (_, __, { resources }) => { resources.requests.memory = '1Gi'; }, `error api ${MAIN}.resources.requests FieldValueInvalid`],
  ['a mount without volume', (_, pod) => { pod.volumes = []; }, `error api ${MAIN}.volumeMounts[0].name FieldValueNotFound`],
  ['the port 70000', (_, __, { ports }) => { ports[0].containerPort = 70000; }, `error api ${MAIN}.ports[0].containerPort FieldValueInvalid`],
  ['maxSurge and maxUnavailable both', (spec) => { spec.updateStrategy = { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } }; },
    'error api spec.updateStrategy.rollingUpdate.maxSurge FieldValueInvalid'],
  ['neither maxSurge nor maxUnavailable', (spec) => { spec.updateStrategy = { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } }; },
    'error api spec.updateStrategy.rollingUpdate.maxUnavailable FieldValueRequired'],
  ['an update strategy of Deployments', (spec) => { spec.updateStrategy = { type: 'Recreate' }; }, 'error api spec.updateStrategy FieldValueNotSupported'],
  ['restartPolicy OnFailure', (_, pod) => { pod.restartPolicy = 'OnFailure'; }, 'error api … restartPolicy FieldValueNotSupported'],
  ['two containers of one name', (_, pod, { name, image }) => { pod.containers.push({ name, image }); }, 'error api … containers[1].name FieldValueDuplicate'],
  ['a container without image', (_, __, container) => { delete container.image; }, `error api ${MAIN}.image FieldValueRequired`],
  ['a protocol in lower case', (_, __, { ports }) => { ports[0].protocol = 'tcp'; }, `error api ${MAIN}.ports[0].protocol FieldValueNotSupported`],
  ['a probe that asks in two ways', (_, __, container) => { container.livenessProbe = { exec: { command: ['a'] }, tcpSocket: { port: 1 } }; },
    `error api ${MAIN}.livenessProbe.tcpSocket FieldValueForbidden`],
  ['a liveness probe that must succeed twice', (_, __, container) => { container.livenessProbe = { tcpSocket: { port: 1 }, successThreshold: 2 }; },
    `error api ${MAIN}.livenessProbe.successThreshold FieldValueInvalid`],
  ['privileged without privilege escalation', (_, __, container) => { container.securityContext = { privileged: true, allowPrivilegeEscalation: false }; },
    `error api ${MAIN}.securityContext FieldValueInvalid`],
  ['a toleration of an unknown effect', (_, pod) => { pod.tolerations = [{ operator: 'Exists', effect: 'NoRun' }]; }, 'error api … tolerations[0].effect FieldValueNotSupported'],
  ['a host port that is not the port, in the host network', (_, pod, { ports }) => { pod.hostNetwork = true; pod.dnsPolicy = 'Default'; ports[0].hostPort = 1; },
    `error api ${MAIN}.ports[0].hostPort FieldValueInvalid`],
  ['a label value with a space', (spec) => { spec.template.metadata.labels.team = 'node agents'; }, 'error api spec.template.labels FieldValueInvalid'],
  ['a sub path that climbs', (_, __, { volumeMounts }) => { volumeMounts[0].subPath = '../etc'; }, `error api ${MAIN}.volumeMounts.subPath FieldValueInvalid`],
  ['a field that is mistyped', (_, pod) => { pod.hostNetworks = true; }, 'error api StrictDecoding'],
];

/** Objects that the API server takes one by one, and that do not work together. */
const FLEET: [fault: string, objects: () => Manifest[], expected: string][] = [
  ['two variants on one host port', () => ['small', 'large'].map((size) => {
    const set = daemonSet(size);
    set.spec.template.spec.nodeSelector = { disk: 'ssd' };
    set.spec.template.spec.containers[0].ports[0].hostPort = 9102;
    return set;
  }), `error runtime/host-port-clash ${MAIN}.ports[0]`],
  ['a surge with host ports', () => {
    const set = daemonSet();
    set.spec.template.spec.containers[0].ports[0].hostPort = 9102;
    set.spec.updateStrategy = { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
    return [set];
  }, 'error runtime/surge-host-port spec.updateStrategy.rollingUpdate.maxSurge'],
  ['one selector twice', () => {
    const other = daemonSet();
    other.metadata.name = 'other';
    return [daemonSet(), other];
  }, 'error runtime/selector-overlap spec.selector'],
  ['a namespace that forbids the pods', () => [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } } }, daemonSet(),
  ], 'error pod-security spec.template'],
  ['one name twice', () => [daemonSet(), daemonSet()], 'error runtime/duplicate-object metadata.name'],
];

describe('a check finds', () => {
  test('nothing in the manifest that the faults are put into', () => {
    expect(found(daemonSet())).toEqual([]);
  });

  test.each(HARD)('%s, and only that', (_, spoil, expected) => {
    const set = daemonSet();
    const pod = set.spec.template.spec;
    spoil(set.spec, pod, pod.containers[0]);
    expect(found(set)).toEqual([expected]);
  });

  test.each(FLEET)('%s, and only that', (_, objects, expected) => {
    expect(found(...objects())).toEqual([expected]);
  });
});
