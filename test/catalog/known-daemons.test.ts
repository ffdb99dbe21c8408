import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart, Testing, Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import { KNOWN_DAEMONS } from './known-daemons';
import { Daemon, Nodes } from '../../src';
import { check } from '../../src/analysis/check';
import { CheckReport } from '../../src/analysis/check-report';
import { readDocuments } from '../../src/input/documents';
import { DaemonSet } from '../../src/kubernetes/objects';
import { asCreatedPod, lowestLevel, PodSpec } from '../../src/kubernetes/pod-security';
import { Written } from '../util';

/** Which exceptions say why a control of Pod Security is not kept. */
const EXCEPTIONS_OF_CONTROLS: { readonly [control: string]: readonly string[] } = {
  allowPrivilegeEscalation: ['privilege-escalation', 'privileged'],
  appArmorProfile: ['app-armor-profile'],
  capabilities_baseline: ['added-capability', 'privileged'],
  capabilities_restricted: ['added-capability', 'privileged'],
  hostNamespaces: ['host-network', 'host-pid', 'host-ipc'],
  hostPathVolumes: ['host-path'],
  hostPorts: ['host-network', 'host-port'],
  hostProbesAndHostLifecycle: ['host-network'],
  privileged: ['privileged'],
  restrictedVolumes: ['host-path'],
  runAsNonRoot: ['run-as-non-root'],
  runAsUser: ['run-as-non-root'],
  seccompProfile_baseline: ['seccomp-profile'],
  seccompProfile_restricted: ['seccomp-profile'],
  windowsHostProcess: ['windows-host-process'],
};

function objectsOf(define: (scope: Construct) => unknown): Written[] {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  define(chart);
  return Testing.synth(chart);
}

function reportOf(objects: Written[]): CheckReport {
  return check(readDocuments('file.yaml', Yaml.stringify(...objects)));
}

function setsOf(objects: Written[]): DaemonSet[] {
  return objects.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

test('all known daemons are looked at', () => {
  const { types } = JSON.parse(readFileSync(join(__dirname, '..', '..', '.jsii'), 'utf8')) as { types: { [fqn: string]: { kind: string; name: string; base?: string; symbolId: string } } };
  const catalog = Object.values(types).filter(({ kind, base, symbolId }) => kind === 'class' && base !== undefined && symbolId.startsWith('src/catalog/'));
  expect(Object.keys(KNOWN_DAEMONS).sort()).toEqual(catalog.map(({ name }) => name).sort());
});

describe.each(Object.entries(KNOWN_DAEMONS))('%s', (_, { least, changed, sendingTo, variant }) => {
  const objects = objectsOf((scope) => least(scope, 'agent'));
  const [set] = setsOf(objects);

  test('is taken by the API server, and nothing is broken in it', () => {
    const { findings, unjudged } = reportOf(objects);
    expect(findings.filter(({ severity, accepted }) => severity === 'error' && accepted === null)).toEqual([]);
    expect(unjudged).toEqual([]);
  });

  test('has an image of a version, or whichever one says, by its digest too', () => {
    const image = `registry.example.com/agent@sha256:${'0123456789abcdef'.repeat(4)}`;
    const imagesOf = ({ spec: { template: { spec } } }: DaemonSet) => (
      [...(spec.initContainers ?? []), ...spec.containers].map((container) => container.image));
    expect(imagesOf(set).filter((own) => !/:v?\d+\.\d+(\.\d+)*[\w.-]*$/.test(own ?? ''))).toEqual([]);
    expect(new Set(imagesOf(setsOf(objectsOf((scope) => least(scope, 'agent', { image })))[0]))).toEqual(new Set([image]));
  });

  test('is restricted except for what its exceptions name', () => {
    const { template } = set.spec;
    const { violations } = lowestLevel(template.metadata ?? {}, asCreatedPod(template.spec as PodSpec));
    const controls = [...new Set(violations.map((violation) => violation.check))];
    const excused = Object.keys(set.metadata.annotations ?? {}).filter((key) => key.startsWith('cdk8s-daemons/allow.')).map((key) => key.split('allow.')[1].split('.')[0]);
    expect(controls.filter((control) => !(EXCEPTIONS_OF_CONTROLS[control] ?? []).some((rule) => excused.includes(rule)))).toEqual([]);
  });

  test('has a selector of its program and its name, wherever it stands and whatever is changed', () => {
    const [moved] = setsOf(objectsOf((scope) => least(new Construct(scope, 'below'), 'agent')));
    const [other] = setsOf(objectsOf((scope) => changed(scope, 'agent')));
    expect(Object.keys(set.spec.selector.matchLabels ?? {}).sort()).toEqual(['app.kubernetes.io/instance', 'app.kubernetes.io/name']);
    expect([moved.spec.selector, other.spec.selector]).toEqual([set.spec.selector, set.spec.selector]);
  });

  test('is divided among its variants so that each node has exactly one', () => {
    const made: Daemon[] = [];
    objectsOf((scope) => made.push(least(scope, 'agent', {
      variants: [variant('large', Nodes.withLabel('example.com/size', 'large')), variant('edge', Nodes.withLabel('example.com/edge'))],
    })));
    const proof = made[0].proof();
    expect([proof.daemonSets.length, proof.problems]).toEqual([3, []]);
  });

  test('listens to IPv6 as well', () => {
    const lines = Yaml.stringify(...objects).split('\n');
    expect(lines.filter((line) => line.includes('0.0.0.0') && !line.includes('::'))).toEqual([]);
  });

  test('writes the IPv6 address of a destination so that its port is told apart from it', () => {
    const text = sendingTo === undefined ? '' : Yaml.stringify(...objectsOf((scope) => sendingTo(scope, 'agent', '2001:db8::25')));
    const written = text.split('\n').filter((line) => line.includes('2001:db8::25'));
    expect(written.filter((line) => /(?<!\[)2001:db8::25(?=[:\]/])/.test(line))).toEqual([]);
    expect(written.length > 0).toBe(sendingTo !== undefined);
  });

  test('starts its pods again when its configuration changes', () => {
    const [other] = setsOf(objectsOf((scope) => changed(scope, 'agent')));
    expect(other.spec.template).not.toEqual(set.spec.template);
  });

  test('is the same at each synthesis', () => {
    expect(objectsOf((scope) => least(scope, 'agent'))).toEqual(objects);
  });
});
