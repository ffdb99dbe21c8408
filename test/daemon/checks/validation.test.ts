import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { EnvValue, MountPropagation, NetworkPolicyIpBlock, PercentOrAbsolute } from 'cdk8s-plus-27';
import {
  Daemon, DaemonNamespace, DaemonProps, DaemonSettings, DaemonVolume, Defaults, Discovery, HostPath, KubernetesAccess, Nodes, Privileges, Probe,
  Rollout, Variant,
} from '../../../src';
import { IMAGE, problems, problemsOfDaemon } from '../../util';
import { richProps } from '../rich';

const LONG = 'a'.repeat(64);
const POD = 'spec.template.spec';
const MAIN = `${POD}.containers[0]`;
const NAME = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
const LABEL_KEY = `name part ${NAME} (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`;
const LABEL_VALUE = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
  + "(e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const DNS_LABEL = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character "
  + "(e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const DNS_SUBDOMAIN = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character "
  + "(e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const METRICS = { name: 'metrics', number: 9100 };
const ACCESS = [KubernetesAccess.read('nodes'), KubernetesAccess.ownNamespace({ resources: ['pods'], verbs: ['get'] })];

function told(props: Partial<DaemonProps>): string[] {
  return problemsOfDaemon(props).map((line) => line.replace('[chart/agent] ', ''));
}

function toldOfPatched(...ops: JsonPatch[]): string[] {
  return problems((chart) => new Daemon(chart, 'agent', { image: IMAGE }).addJsonPatch(...ops)).map((line) => line.replace('[chart/agent] ', ''));
}

describe('what the API server would refuse', () => {
  test.each([
    ['a container name', { containerName: 'Main' }, `${MAIN}.name: Invalid value: "Main": ${DNS_LABEL}`],
    ['a container name with dots', { containers: [{ name: 'a.b', image: IMAGE }] }, `${POD}.containers[1].name: Invalid value: "a.b": must not contain dots`],
    ['a long name of an init container', { initContainers: [{ name: LONG, image: IMAGE }] },
      `${POD}.initContainers[0].name: Invalid value: "${LONG}": must be no more than 63 characters`],
    ['two containers of one name', { containers: [{ name: 'agent', image: IMAGE }] }, `${POD}.containers[1].name: Duplicate value: "agent"`],
    ['a sidecar with the name of a container', { sidecars: [{ name: 'agent', image: IMAGE }] }, `${POD}.initContainers[0].name: Duplicate value: "agent"`],
    ['no image', { image: '' }, `${MAIN}.image: Required value`],
    ['a volume name', { hostPaths: [HostPath.readOnly('/proc', { volumeName: 'Data' })] }, `${POD}.volumes[0].name: Invalid value: "Data": ${DNS_LABEL}`],
    ['the name of an empty directory', { volumes: [DaemonVolume.emptyDir('/x', { name: 'a_b' })] }, `${POD}.volumes[0].name: Invalid value: "a_b": ${DNS_LABEL}`],
    ['a port name', { ports: [{ name: 'Metrics', number: 1 }] },
      `${MAIN}.ports[0].name: Invalid value: "Metrics": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)`],
    ['a port name of digits', { ports: [{ name: '9100', number: 1 }] }, `${MAIN}.ports[0].name: Invalid value: "9100": must contain at least one letter (a-z)`],
    ['two ports of one name', { ports: [METRICS, { name: 'metrics', number: 2 }] }, `${MAIN}.ports[1].name: Duplicate value: "metrics"`],
    ['the port 0', { ports: [{ number: 0 }] }, `${MAIN}.ports[0].containerPort: Required value`],
    ['a port number', { ports: [{ number: 65536 }] }, `${MAIN}.ports[0].containerPort: Invalid value: 65536: must be between 1 and 65535, inclusive`],
    ['half a port', { ports: [{ number: 80.5 }] },
      'json: cannot unmarshal number 80.5 into Go struct field ContainerPort.spec.template.spec.containers.ports.containerPort of type int32 '
        + '(at spec.template.spec.containers[0].ports[0].containerPort); give a whole number'],
    ['a port of the node', { ports: [{ number: 80, hostPort: -1 }] }, `${MAIN}.ports[0].hostPort: Invalid value: -1: must be between 1 and 65535, inclusive`],
    ['a port of the node that is another on the host network', { hostNetwork: true, ports: [{ number: 9100, hostPort: 19100 }] },
      `${MAIN}.ports[0].hostPort: Invalid value: 19100: must match \`containerPort\` when \`hostNetwork\` is true; leave hostPort out`],
    ['a variable name', { env: { 'A=B': EnvValue.fromValue('x') } },
      `${MAIN}.env[0].name: Invalid value: "A=B": a valid environment variable name must consist only of printable ASCII characters other than '='`],
    ['a probe', { liveness: Probe.exec([]) }, `${MAIN}.livenessProbe.exec.command: Required value`],
    ['a path of the node that goes up', { hostPaths: [HostPath.readOnly('/srv/../etc', { mountPath: '/etc/x' })] },
      `${POD}.volumes[0].hostPath.path: Invalid value: "/srv/../etc": must not contain '..'`],
    ['no path of the node', { hostPaths: [HostPath.readOnly('', { mountPath: '/x' })] }, `${POD}.volumes[0].hostPath.path: Required value`],
    ['no mount path', { hostPaths: [HostPath.readOnly('/proc', { mountPath: '' })] }, `${MAIN}.volumeMounts[0].mountPath: Required value`],
    ['two mounts at one path', { hostPaths: [HostPath.readOnly('/a'), HostPath.readOnly('/b', { mountPath: '/a' })] },
      `${MAIN}.volumeMounts[1].mountPath: Invalid value: "/a": must be unique; leave one of them out, or give it another mountPath`],
    ['mount propagation without full access', { hostPaths: [HostPath.readOnly('/srv', { mountPropagation: MountPropagation.BIDIRECTIONAL })] },
      `${MAIN}.volumeMounts.mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers; state privileges: Privileges.privileged(reason)`],
    ['a group', { privileges: Privileges.of({ group: 2 ** 31 }) }, `${MAIN}.securityContext.runAsGroup: Invalid value: 2147483648: must be between 0 and 2147483647, inclusive`],
    ['a seccomp profile', { privileges: Privileges.of({ seccompProfile: 'runtime/default' }) },
      `${MAIN}.securityContext.seccompProfile.type: Unsupported value: "runtime/default": supported values: "Localhost", "RuntimeDefault", "Unconfined"`],
    ['full access without escalation', { privileges: Privileges.of({ privileged: true, allowPrivilegeEscalation: false }) },
      expect.stringMatching(/^spec\.template\.spec\.containers\[0\]\.securityContext: Invalid value: \{"Capabilities":.*\}: cannot set `allowPrivilegeEscalation` to false and `privileged` to true; leave allowPrivilegeEscalation out$/)],
    ['a rollout that never moves', { rollout: Rollout.rolling({ maxUnavailable: PercentOrAbsolute.percent(0) }) },
      'spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0; the rollout could never move: give maxUnavailable or maxSurge'],
    ['more than all', { rollout: Rollout.rolling({ maxUnavailable: PercentOrAbsolute.percent(101) }) },
      'spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: "101%": must not be greater than 100%'],
    ['a class name', { runtimeClassName: 'A B' }, `${POD}.runtimeClassName: Invalid value: "A B": ${DNS_SUBDOMAIN}`],
    ['no selector', { defaults: Defaults.none(), podLabels: { app: 'agent' } },
      'spec.selector: Invalid value: {}: empty selector is invalid for daemonset; '
      + 'give at least one label that the pods carry: selector and podLabels, which Defaults.none() leaves to you'],
    ['labels that the selector does not take', { defaults: Defaults.none(), selector: { app: 'agent' }, podLabels: { app: 'other' } },
      'spec.template.metadata.labels: Invalid value: {"app":"other"}: `selector` does not match template `labels`; give the pods the labels of the selector (podLabels)'],
  ] as [string, Partial<DaemonProps>, string][])('of a DaemonSet fails in its words: %s', (_, props, text) => expect(told(props)).toEqual([text]));

  test.each([
    ['a rule without a verb', { kubernetesAccess: [KubernetesAccess.clusterWide({ resources: ['pods'], verbs: [] })] },
      "the ClusterRole 'node-agents-agent': rules[0].verbs: Required value: verbs must contain at least one value"],
    ['a rule for nothing', { kubernetesAccess: [KubernetesAccess.read()] },
      "the ClusterRole 'node-agents-agent': rules[0].resources: Required value: resource rules must supply at least one resource"],
    ['a rule for resources and paths', { kubernetesAccess: [KubernetesAccess.clusterWide({ resources: ['pods'], nonResourceUrls: ['/metrics'], verbs: ['get'] })] },
      'the ClusterRole \'node-agents-agent\': rules[0].nonResourceURLs: Invalid value: ["/metrics"]: rules cannot apply to both regular resources and non-resource URLs; '
      + 'make two rules of it'],
    ['a rule for paths in a namespace', { kubernetesAccess: [KubernetesAccess.ownNamespace({ resources: [], apiGroups: [], nonResourceUrls: ['/metrics'], verbs: ['get'] })] },
      'the Role \'agent\': rules[0].nonResourceURLs: Invalid value: ["/metrics"]: namespaced rules cannot apply to non-resource URLs; use KubernetesAccess.clusterWide'],
    ['the name of a configuration file', { configFiles: [{ path: '/etc/agent/my conf', content: '' }] },
      "the ConfigMap 'agent': data[my conf]: Invalid value: \"my conf\": a valid config key must consist of alphanumeric characters, '-', '_' or '.' "
      + "(e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"],
    ['configuration files of more than 1 MiB', { configFiles: [{ path: '/etc/agent/a', content: '€'.repeat(2 ** 20 / 3) }, { path: '/etc/agent/b', content: 'xx' }] },
      "the ConfigMap 'agent': []: Too long: may not be more than 1048576 bytes; put large data into the image or on a volume"],
    ['the name of a Service', { ports: [METRICS], discovery: [Discovery.service({ name: 'My.Service' })] },
      `the Service 'My.Service': metadata.name: Invalid value: "My.Service": ${DNS_LABEL}; give the Service another name, as in Discovery.headless({ name })`],
    ['a Service that the daemon gives too long a name', { name: 'a'.repeat(60), ports: [METRICS], discovery: [Discovery.headless(), Discovery.service()] },
      `the Service '${'a'.repeat(60)}-cluster': metadata.name: Invalid value: "${'a'.repeat(60)}-cluster": must be no more than 63 characters; `
      + 'give the Service another name, as in Discovery.headless({ name })'],
    ['a Service that offers a port twice', { ports: [METRICS], discovery: [Discovery.headless()], containers: [{ name: 'b', image: IMAGE, ports: [{ name: 'metrics', number: 1 }] }] },
      'the Service \'agent\': spec.ports[1].name: Duplicate value: "metrics"; '
      + 'give the ports of the containers different names and numbers, or name those that it offers (ports)'],
  ] as [string, Partial<DaemonProps>, string][])('of a companion fails in its words, with the object: %s', (_, props, text) => expect(told(props)).toEqual([text]));
});

describe('what patches make of', () => {
  test.each([
    ['a field that is not known', [JsonPatch.add('/spec/template/spec/hostPid', true), JsonPatch.add('/spec/replicas', 1)],
      'strict decoding error: unknown field "spec.replicas", unknown field "spec.template.spec.hostPid"'],
    ['a malformed quantity', [JsonPatch.add('/spec/template/spec/containers/0/resources', { limits: { memory: '100 Mi' } })],
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$' "
        + `(at ${MAIN}.resources.limits[memory])`],
    ['a value of another type', [JsonPatch.add('/spec/template/spec/containers/0/ports', { metrics: 9100 })],
      'json: cannot unmarshal object into Go struct field Container.spec.template.spec.containers.ports of type []v1.ContainerPort '
        + `(at ${MAIN}.ports)`],
    ['a list with nothing in it', [JsonPatch.add('/spec/template/spec/containers/0/ports', [null])], `${MAIN}.ports[0].containerPort: Required value`],
    ['no containers', [JsonPatch.remove('/spec/template/spec/containers')], `${POD}.containers: Required value`],
    ['no selector', [JsonPatch.remove('/spec/selector')], expect.stringContaining('`selector` does not match template `labels`')],
    ['no labels', [JsonPatch.remove('/spec/template/metadata')], 'spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`; '
      + 'give the pods the labels of the selector (podLabels)'],
    ['both ways of a rollout', [JsonPatch.add('/spec/updateStrategy/rollingUpdate/maxSurge', 1)],
      'spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero'],
    ['an old version', [JsonPatch.replace('/apiVersion', 'extensions/v1beta1')],
      'DaemonSet of extensions/v1beta1 is no longer served since Kubernetes 1.16; write apiVersion: apps/v1'],
  ])('a DaemonSet fails: %s', (_, ops, text) => expect(toldOfPatched(...ops)).toEqual([text]));

  test.each([
    ['ServiceAccount', JsonPatch.add('/imagePullSecrets', ['a']),
      "the ServiceAccount 'agent': json: cannot unmarshal string into Go struct field ServiceAccount.imagePullSecrets of type v1.LocalObjectReference (at imagePullSecrets[0])"],
    ['ClusterRole', JsonPatch.replace('/rules/0/verbs', []), "the ClusterRole 'node-agents-agent': rules[0].verbs: Required value: verbs must contain at least one value"],
    ['ClusterRoleBinding', JsonPatch.replace('/subjects/0/kind', 'Robot'),
      'the ClusterRoleBinding \'node-agents-agent\': subjects[0].kind: Unsupported value: "Robot": supported values: "ServiceAccount", "User", "Group"'],
    ['Role', JsonPatch.replace('/rules/0/resources', []), "the Role 'agent': rules[0].resources: Required value: resource rules must supply at least one resource"],
    ['RoleBinding', JsonPatch.replace('/roleRef/kind', 'Robot'), 'the RoleBinding \'agent\': roleRef.kind: Unsupported value: "Robot": supported values: "Role", "ClusterRole"'],
    ['ConfigMap', JsonPatch.add('/data/a', 1), "the ConfigMap 'agent': json: cannot unmarshal number into Go struct field ConfigMap.data of type string (at data[a])"],
    ['Service-agent', JsonPatch.add('/spec/sessionAffinity', 'Robot'), 'the Service \'agent\': spec.sessionAffinity: Unsupported value: "Robot": supported values: "ClientIP", "None"'],
    ['NetworkPolicy', JsonPatch.replace('/spec/ingress/0/from/0/ipBlock/cidr', '10.0.0.0/40'),
      'the NetworkPolicy \'agent\': spec.ingress[0].from[0].ipBlock.cidr: Invalid value: "10.0.0.0/40": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)'],
  ])('the %s fails', (child, op, text) => {
    expect(problems((chart) => {
      const daemon = new Daemon(chart, 'agent', {
        image: IMAGE,
        ports: [METRICS],
        discovery: [Discovery.headless()],
        configFiles: [{ path: '/etc/agent/agent.conf', content: '' }],
        kubernetesAccess: ACCESS,
        networkPolicy: { ingressFrom: [NetworkPolicyIpBlock.anyIpv4(chart, 'all')] },
      });
      ApiObject.of(daemon.node.findChild(child)).addJsonPatch(op);
    })).toEqual([`[chart/agent] ${text}`]);
  });

  test('a companion fails when they do not fit', () => {
    expect(problems((chart) => ApiObject.of(new Daemon(chart, 'agent', { image: IMAGE }).node.findChild('ServiceAccount')).addJsonPatch(JsonPatch.remove('/a/b')))).toEqual([
      "[chart/agent] the JSON patch remove '/a/b' does not fit: what it goes into is not there; add that first, or begin with a path that exists",
    ]);
  });

  test('an object whose kind is not Kubernetes\' own is not judged', () => {
    expect(problems((chart) => {
      const daemon = new Daemon(chart, 'agent', { image: IMAGE, ports: [METRICS], discovery: [Discovery.podMonitor('metrics')] });
      ApiObject.of(daemon.node.findChild('PodMonitor')).addJsonPatch(JsonPatch.add('/spec/anything', 1));
    })).toEqual([]);
  });
});

describe('a namespace of daemons', () => {
  function named(child: string, op: JsonPatch): string[] {
    return problems((chart) => ApiObject.of(new DaemonNamespace(chart, 'namespace').node.findChild(child)).addJsonPatch(op));
  }

  test('fails when its name or labels are not allowed, of which its quota says nothing again', () => {
    expect(problems((chart) => new DaemonNamespace(chart, 'namespace', { name: 'Node_Agents', labels: { 'a b': '' } }))).toEqual([
      `[chart/namespace] the Namespace 'Node_Agents': metadata.name: Invalid value: "Node_Agents": ${DNS_LABEL}`,
      `[chart/namespace] the Namespace 'Node_Agents': metadata.labels: Invalid value: "a b": ${LABEL_KEY}`,
    ]);
  });

  test('fails when patches make something else of it', () => {
    expect(named('Resource', JsonPatch.add('/spec', { finalizer: [] }))).toEqual([
      '[chart/namespace] the Namespace \'node-agents\': strict decoding error: unknown field "spec.finalizer"',
    ]);
    expect(named('ResourceQuota', JsonPatch.replace('/spec/hard/pods', 'many'))).toEqual([
      "[chart/namespace] the ResourceQuota 'system-priorities': quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$' (at spec.hard[pods])",
    ]);
    expect(named('Resource', JsonPatch.remove('/spec/a'))).toEqual([
      "[chart/namespace] the JSON patch remove '/spec/a' does not fit: what it goes into is not there; add that first, or begin with a path that exists",
    ]);
  });
});

describe('one cause', () => {
  const everything = {
    ports: [METRICS], discovery: [Discovery.headless(), Discovery.service()], kubernetesAccess: ACCESS, configFiles: [{ path: '/etc/agent/a', content: 'a' }],
  };
  const WAY_OUT = 'give the daemon another name';

  test.each([
    [LONG, `metadata.labels: Invalid value: "${LONG}": must be no more than 63 bytes`],
    ['my agent', `metadata.name: Invalid value: "my agent": ${DNS_SUBDOMAIN}; ${WAY_OUT}`],
    ['Agent', `metadata.name: Invalid value: "Agent": ${DNS_SUBDOMAIN}; ${WAY_OUT}`],
    ['agent.v1', `${MAIN}.name: Invalid value: "agent.v1": must not contain dots`],
    ['', `metadata.name: Required value: name or generateName is required; ${WAY_OUT}`],
  ])('is told once: the name %j, from which all others are made', (name, text) => {
    expect(told({ name, ...everything })).toEqual([text]);
  });

  test('is told once: a name from which those of variants are made', () => {
    const variants = [Variant.of('gpu', Nodes.withLabel('gpu', 'true'), { args: ['--gpu'] })];
    expect(told({ name: 'Agent', variants })).toEqual([`the rest: metadata.name: Invalid value: "Agent": ${DNS_SUBDOMAIN}; ${WAY_OUT}`]);
  });

  test('is told once: a name from which only those of variants are made', () => {
    const variants = ['gpu', 'large'].map((name) => Variant.of(name, Nodes.withLabel('size', name), { args: [name] }));
    expect(told({ name: 'Agent', variants, variantsOnly: true })).toEqual([
      `variant 'gpu': metadata.name: Invalid value: "Agent-gpu": ${DNS_SUBDOMAIN}; ${WAY_OUT}`,
    ]);
  });

  test('is told beside others', () => {
    expect(told({ name: 'Agent', ...everything, discovery: [Discovery.service({ name: 'My.Service' })] })).toHaveLength(2);
  });

  test.each(['Agents', 'a.b', LONG])('is told once: the namespace %j', (namespace) => {
    const variants = [Variant.of('gpu', Nodes.withLabel('gpu', 'true'), { args: ['--gpu'] })];
    const text = expect.stringMatching(/^metadata\.namespace: Invalid value: .*; give the daemon or its chart another namespace$/);
    expect([told({ namespace, ...everything }), told({ namespace, ...everything, variants })]).toEqual([[text], [text]]);
  });

  test.each([
    ['the key of a label', { labels: { 'a b': '' } }, `metadata.labels: Invalid value: "a b": ${LABEL_KEY}`],
    ['the value of a label', { labels: { team: 'no value' } }, `metadata.labels: Invalid value: "no value": ${LABEL_VALUE}`],
    ['a label of the pods', { podLabels: { team: 'no value' } }, `spec.template.labels: Invalid value: "no value": ${LABEL_VALUE}`],
    ['a label of the selector', { selector: { app: 'no value' } }, `spec.selector.matchLabels: Invalid value: "no value": ${LABEL_VALUE}`],
    ['the program', { program: 'no value' }, `metadata.labels: Invalid value: "no value": ${LABEL_VALUE}`],
    ['an annotation', { annotations: { 'a b': '' } }, `metadata.annotations: Invalid value: "a b": ${LABEL_KEY}`],
    ['an annotation of the pods', { podAnnotations: { 'a b': '' } }, `spec.template.annotations: Invalid value: "a b": ${LABEL_KEY}`],
  ] as [string, Partial<DaemonProps>, string][])('is told once: %s, which many objects carry', (_, props, text) => expect(told({ ...everything, ...props })).toEqual([text]));

  test('is told once where all variants have it, and else with the variant', () => {
    const variants = ['gpu', 'large'].map((name) => Variant.of(name, Nodes.withLabel(name, 'true'), { args: [name] }));
    const patched = (change: (daemon: Daemon) => void) => problems((chart) => change(new Daemon(chart, 'agent', { image: IMAGE, variants })));
    const text = 'spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0';
    const op = JsonPatch.add('/spec/minReadySeconds', -1);
    expect(patched((daemon) => daemon.addJsonPatch(op))).toEqual([`[chart/agent] ${text}`]);
    expect(patched((daemon) => daemon.daemonSets[1].addJsonPatch(op))).toEqual([`[chart/agent] variant 'gpu': ${text}`]);
  });

  test('is told once for each daemon below settings', () => {
    expect(problems((chart, app) => {
      DaemonSettings.apply(app, { labels: { team: 'no value' } });
      ['a', 'b'].forEach((id) => new Daemon(chart, id, { image: IMAGE, ...everything }));
    })).toEqual(['a', 'b'].map((id) => `[chart/${id}] metadata.labels: Invalid value: "no value": ${LABEL_VALUE}`));
  });
});

describe('all objects of a daemon', () => {
  test('are judged at once, with what only we see, and nothing is written', () => {
    expect(told({
      ports: [{ number: 0 }, { number: 70000 }],
      labels: { team: 'no value' },
      readiness: Probe.httpGet('/', 'http'),
      kubernetesAccess: [KubernetesAccess.read()],
      configFiles: [{ path: '/etc/agent/my conf', content: '' }],
    }).map((line) => line.slice(0, 60))).toEqual([
      'metadata.labels: Invalid value: "no value": a valid label mu',
      'spec.template.spec.containers[0].ports[0].containerPort: Req',
      'spec.template.spec.containers[0].ports[1].containerPort: Inv',
      "container 'agent': its readiness probe asks the port 'http',",
      "the ClusterRole 'node-agents-agent': rules[0].resources: Req",
      "the ConfigMap 'agent': data[my conf]: Invalid value: \"my con",
    ]);
  });

  test('are right when everything is said that can be said', () => {
    expect(problems((chart) => new Daemon(chart, 'agent', richProps(chart)))).toEqual([]);
  });

  test('are right without a namespace, which whoever applies them says', () => {
    expect(problems((chart) => new Daemon(chart, 'agent', { image: IMAGE }), {})).toEqual([]);
  });

  test('are judged as they are when the app is written, and again when they have changed since', () => {
    const app = new App();
    const chart = new Chart(app, 'chart', { namespace: 'node-agents' });
    const daemon = new Daemon(chart, 'agent', { image: IMAGE });
    Testing.synth(chart);
    daemon.daemonSets[0].metadata.addLabel('team', 'no value');
    expect(() => Testing.synth(chart)).toThrow(`[chart/agent] metadata.labels: Invalid value: "no value": ${LABEL_VALUE}`);
    daemon.daemonSets[0].metadata.addLabel('team', 'platform');
    ApiObject.of(daemon.node.findChild('ServiceAccount')).metadata.addAnnotation('a b', '');
    expect(() => Testing.synth(chart)).toThrow(`[chart/agent] the ServiceAccount 'agent': metadata.annotations: Invalid value: "a b": ${LABEL_KEY}`);
  });

  test('are written as they are, however often they are read', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    const [set] = new Daemon(chart, 'agent', { image: IMAGE }).daemonSets;
    const written = Testing.synth(chart);
    written[1].spec.template.spec.containers = [];
    expect(set.toJson().spec.template.spec.containers).toHaveLength(1);
    set.metadata.addLabel('team', 'platform');
    expect(set.toJson().metadata.labels.team).toBe('platform');
  });
});
