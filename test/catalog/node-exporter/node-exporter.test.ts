import { Duration, Size, Testing } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue, MountPropagation, PercentOrAbsolute, Secret, ServiceAccount } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { args, BASE_ARGS, chart, container, daemonSet, FILTER_ARGS, mounts, objects, problems, secret } from './subject';
import {
  DaemonNamespace, DaemonOptions, Discovery, KubernetesAccess, NodeExporterDaemon, NodeExporterDaemonProps, NodeExporterListen, Nodes, Placement,
  Priority, Privileges, Rollout, Tolerations,
} from '../../../src';
import { nodeExporter } from '../../../src/catalog/node-exporter/definition';
import { expectGolden } from '../../golden';
import { deepFreeze } from '../../util';

describe('a node-exporter that says nothing', () => {
  test('is the golden manifest', () => {
    expectGolden('node-exporter', (scope) => { new NodeExporterDaemon(scope, 'node-exporter'); });
  });

  test('reads the node below /host, on the address that Kubernetes knows the node by, and leaves pods out of it', () => {
    expect(args()).toEqual([...BASE_ARGS, ...FILTER_ARGS]);
  });

  test('writes brackets around the address, which an IPv6 node needs', () => {
    expect(container().env).toContainEqual({ name: 'HOST_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } });
    expect(args()).toContain('--web.listen-address=[$(HOST_IP)]:9100');
  });

  test('has the right image, port name, program and container name', () => {
    const { image, name, ports } = container();
    expect({ image, name, ports }).toEqual({
      image: 'quay.io/prometheus/node-exporter:v1.12.1', name: 'node-exporter', ports: [{ name: 'metrics', containerPort: 9100 }],
    });
    expect(daemonSet({ name: 'exporter' }).spec.selector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'node-exporter', 'app.kubernetes.io/instance': 'exporter' });
  });

  test('is nobody, without a capability, with a root file system that cannot be written', () => {
    expect(container().securityContext).toEqual({
      allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsUser: 65534, runAsGroup: 65534, runAsNonRoot: true,
    });
    expect(daemonSet().spec.template.spec).toMatchObject({ hostNetwork: true, hostPID: true, automountServiceAccountToken: false });
  });

  test('is found by a headless Service on the port 9100', () => {
    expect(objects().find(({ kind }) => kind === 'Service')).toMatchObject({
      metadata: { name: 'node-exporter', namespace: 'node-agents' },
      spec: { clusterIP: 'None', ports: [{ name: 'metrics', port: 9100, targetPort: 'metrics' }] },
    });
    expect(new NodeExporterDaemon(chart(), 'exporter').dnsName).toBe('exporter.node-agents.svc');
  });

  test('is probed by its start page, and restarted only after 90 seconds without an answer', () => {
    const { readinessProbe, livenessProbe, startupProbe } = container();
    expect(readinessProbe).toEqual({ httpGet: { path: '/', port: 'metrics' }, timeoutSeconds: 5 });
    expect(livenessProbe).toEqual({ httpGet: { path: '/', port: 'metrics' }, periodSeconds: 30, timeoutSeconds: 10 });
    expect(startupProbe).toBeUndefined();
  });

  test('asks for little and may use no more than 180 MiB', () => {
    expect(container().resources).toEqual({ requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '180Mi' } });
  });

  test('needs a namespace of the level privileged', () => {
    const scope = chart();
    new NodeExporterDaemon(scope, 'node-exporter');
    expect(new DaemonNamespace(scope, 'namespace').podSecurityLevel).toBe('privileged');
  });

  test('may be said without options, and with options that are all undefined', () => {
    const undefineds: NodeExporterDaemonProps = {
      image: undefined,
      port: undefined,
      listen: undefined,
      collectors: undefined,
      filesystem: undefined,
      privileges: undefined,
      discovery: undefined,
      resources: undefined,
      rootFilesystem: undefined,
      extraArgs: undefined,
      env: undefined,
      networkDevicesExclude: undefined,
    };
    expect(objects(undefineds)).toEqual(objects());
    expect(objects({ collectors: {}, filesystem: {}, resources: {}, extraArgs: [], env: {} })).toEqual(objects());
  });
});

describe('the definition', () => {
  test('fails when a regular expression is none of Go, for each option that takes one', () => {
    const bad = '(';
    const found = problems({ filesystem: { mountPointsExclude: bad, fsTypesExclude: bad }, networkDevicesExclude: bad });
    expect([...found, ...problems({ filesystem: { mountPointsInclude: bad, fsTypesInclude: bad } })]).toEqual([
      'filesystem.mountPointsExclude', 'filesystem.fsTypesExclude', 'networkDevicesExclude', 'filesystem.mountPointsInclude', 'filesystem.fsTypesInclude',
    ].map((option) => `${option} '(' is no regular expression of Go (RE2): unterminated group`));
  });

  test('adds variables, and replaces its own only when they are named', () => {
    expect(container({ env: { TZ: EnvValue.fromValue('UTC') } }).env!.map(({ name }) => name)).toEqual(['K8S_NODE_NAME', 'HOST_IP', 'TZ']);
    expect(container({ env: { HOST_IP: EnvValue.fromValue('::1') } }).env).toContainEqual({ name: 'HOST_IP', value: '::1' });
  });

  test('merges resources field by field with the defaults', () => {
    expect(container({ resources: { memory: { limit: Size.mebibytes(400) } } }).resources).toEqual({ requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '400Mi' } });
  });

  test('passes on whatever every daemon may say', () => {
    const manifest = daemonSet({
      name: 'exporter',
      namespace: 'monitoring',
      labels: { team: 'core' },
      annotations: { note: 'x' },
      podLabels: { pod: 'y' },
      podAnnotations: { 'pod-note': 'z' },
      placement: Placement.everyNode(),
      tolerations: Tolerations.none(),
      priority: Priority.none(),
      runtimeClassName: 'runc',
      terminationGracePeriod: Duration.seconds(5),
      rollout: Rollout.onDelete(),
      imagePullSecrets: [secret('pull')],
      discovery: [],
    });
    expect(manifest).toMatchObject({
      metadata: { name: 'exporter', namespace: 'monitoring', labels: { 'team': 'core', 'app.kubernetes.io/version': 'v1.12.1' }, annotations: { note: 'x' } },
      spec: {
        updateStrategy: { type: 'OnDelete' },
        template: {
          metadata: { labels: { pod: 'y' }, annotations: { 'pod-note': 'z' } },
          spec: { runtimeClassName: 'runc', terminationGracePeriodSeconds: 5, imagePullSecrets: [{ name: 'pull' }] },
        },
      },
    });
    expect(Object.keys(manifest.spec.template.spec)).not.toEqual(expect.arrayContaining(['nodeSelector']));
    expect(manifest.spec.template.spec).not.toHaveProperty('tolerations');
    expect(manifest.spec.template.spec).not.toHaveProperty('priorityClassName');
  });

  test('restarts nothing when only labels, annotations, Services or the rollout change', () => {
    const template = (props: DaemonOptions) => daemonSet(props).spec.template;
    expect(template({ labels: { team: 'core' }, annotations: { note: 'x' }, discovery: [Discovery.headless(), Discovery.nodeLocalService()], rollout: Rollout.onDelete() }))
      .toEqual(template({}));
    expect(template({ podLabels: { team: 'core' } })).not.toEqual(template({}));
  });

  test('fails when a rollout would need two exporters on one port', () => {
    expect(problems({ rollout: Rollout.surge() })).toEqual([expect.stringContaining('Rollout.surge() with the host network never ends')]);
  });

  test('mounts whatever a flag names', () => {
    const everywhere = [{ tls: { secret: secret('t'), clientCaKey: 'ca.crt' }, textfileDirectory: '/srv/metrics' }, { webConfig: { secret: secret('w') } }, { rootFilesystem: false }, {}];
    for (const props of everywhere) {
      const paths = args(props).filter((arg) => /^--(path|web\.config|collector\.textfile)/.test(arg)).map((arg) => arg.replace(/^.*?=/, ''));
      const mountPaths = mounts(props).map(({ mount }) => mount.mountPath);
      expect(paths.filter((path) => !mountPaths.some((mountPath) => path === mountPath || path.startsWith(`${mountPath}/`)))).toEqual([]);
      expect(paths.length).toBeGreaterThan(1);
    }
  });

  test('is neither changed nor kept: it may be frozen, and used twice', () => {
    const props = rich(chart());
    const scope = chart();
    new NodeExporterDaemon(scope, 'one', deepFreeze(props));
    const before = JSON.stringify(Testing.synth(scope));
    expect(JSON.stringify(Testing.synth(scope))).toBe(before);
    const definition = nodeExporter(props);
    definition.args!.push('--changed');
    expect(nodeExporter(props).args).not.toContain('--changed');
  });

  test('that says everything is the golden manifest', () => {
    expectGolden('node-exporter.rich', (scope) => { new NodeExporterDaemon(scope, 'node-exporter', rich(scope)); });
    expect(problems(rich(chart()))).toEqual([]);
  });

  test('behind a proxy is the golden manifest', () => {
    expectGolden('node-exporter.proxy', (scope) => {
      new NodeExporterDaemon(scope, 'node-exporter', {
        listen: NodeExporterListen.LOOPBACK,
        port: 9101,
        discovery: [Discovery.headless({ ports: ['https'] })],
        containers: [{
          name: 'kube-rbac-proxy',
          image: 'quay.io/brancz/kube-rbac-proxy:v0.22.1',
          args: ['--secure-listen-address=[$(HOST_IP)]:9100', '--upstream=http://127.0.0.1:9101/'],
          ports: [{ name: 'https', number: 9100 }],
          env: { HOST_IP: EnvValue.fromFieldRef(EnvFieldPaths.NODE_IP) },
          resources: { cpu: { request: Cpu.millis(10) }, memory: { request: Size.mebibytes(20), limit: Size.mebibytes(40) } },
          privileges: Privileges.user(65532),
        }],
        kubernetesAccess: [
          KubernetesAccess.clusterWide({ apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] }),
          KubernetesAccess.clusterWide({ apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] }),
        ],
      });
    });
  });
});

function rich(scope: Construct): NodeExporterDaemonProps {
  return {
    image: 'registry.example.com/node-exporter:v1.12.1-distroless',
    port: 19100,
    listen: NodeExporterListen.ALL_INTERFACES,
    collectors: { enable: ['systemd', 'processes', 'perf', 'rapl', 'sysctl'], disable: ['infiniband', 'nfs', 'nfsd'] },
    textfileDirectory: '/var/lib/node-exporter/textfiles',
    filesystem: { mountPointsExclude: `${NodeExporterDaemon.EXCLUDED_MOUNT_POINTS}|^/scratch/`, fsTypesInclude: '^(ext4|xfs|btrfs|vfat|nfs4?)$' },
    networkDevicesExclude: `${NodeExporterDaemon.EXCLUDED_NETWORK_DEVICES}|^docker0$`,
    rootMountPropagation: MountPropagation.NONE,
    tls: { secret: Secret.fromSecretName(scope, 'tls', 'node-exporter-tls'), clientCaKey: 'ca.crt' },
    extraArgs: ['--collector.sysctl.include=vm.swappiness', '--web.disable-exporter-metrics'],
    env: { TZ: EnvValue.fromValue('UTC') },
    resources: { cpu: { request: Cpu.millis(250), limit: Cpu.units(1) }, memory: { limit: Size.mebibytes(320) } },
    labels: { team: 'platform' },
    annotations: { 'example.com/owner': 'platform' },
    podLabels: { 'network-zone': 'monitoring' },
    podAnnotations: { 'example.com/scrape': 'true' },
    placement: Placement.nodes(Nodes.withLabel('node.kubernetes.io/instance-type', 'm7i.large')),
    tolerations: Tolerations.controlPlane(),
    discovery: [Discovery.headless({ name: 'node-metrics' }), Discovery.nodeLocalService()],
    rollout: Rollout.rolling({ maxUnavailable: PercentOrAbsolute.percent(20), minReady: Duration.seconds(10) }),
    priority: Priority.named('monitoring'),
    runtimeClassName: 'runc',
    serviceAccount: ServiceAccount.fromServiceAccountName(scope, 'account', 'node-exporter'),
    imagePullSecrets: [Secret.fromSecretName(scope, 'pull', 'registry-example-com')],
    terminationGracePeriod: Duration.seconds(10),
  };
}
