import { join } from 'node:path';
import { App, Chart, Duration, Size } from 'cdk8s';
import { EnvValue, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { container, daemonSets, objects, pod, rows } from './subject';
import {
  DaemonNamespace, DcgmExporterDaemon, DcgmExporterDaemonProps, DcgmMetricType, Discovery, HostPath, Nodes, Privileges, Rollout,
  TolerationOperator, Tolerations,
} from '../../../src';
import { checkFiles } from '../../../src/analysis/check-files';
import { dcgmExporter } from '../../../src/catalog/dcgm-exporter/definition';
import { expectGolden } from '../../golden';
import { deepFreeze } from '../../util';

const KUBELET = { name: 'var-lib-kubelet-pod-resources', hostPath: { path: '/var/lib/kubelet/pod-resources', type: 'Directory' } };

const ROOT = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsUser: 0, runAsGroup: 0 };

function rich(scope: Construct): DcgmExporterDaemonProps {
  return {
    image: 'registry.example.com/dcgm-exporter:4.5.3-4.8.2-distroless',
    nodes: Nodes.withLabel('node-pool', 'gpu'),
    runtimeClassName: 'nvidia',
    tolerations: Tolerations.of({ key: 'nvidia.com/gpu', operator: TolerationOperator.EXISTS }),
    port: 9500,
    extraCounters: [{ field: 'DCGM_FI_DEV_ECC_DBE_VOL_TOTAL', type: DcgmMetricType.COUNTER, help: 'Double-bit, volatile ("DBE") ECC errors.' }],
    collectInterval: Duration.seconds(10),
    pods: { podLabels: ['^team$', '^app\\.kubernetes\\.io/name$'], podUid: true, dynamicResources: true, sharedGpus: true },
    kubeletRoot: '/var/lib/k0s/kubelet',
    webConfig: { secret: Secret.fromSecretName(scope, 'web', 'dcgm-web') },
    extraArgs: ['--replace-blanks-in-model-name'],
    env: { TZ: EnvValue.fromValue('UTC') },
    resources: { memory: { limit: Size.gibibytes(1) } },
    discovery: [Discovery.headless(), Discovery.nodeLocalService()],
    rollout: Rollout.surge(),
    variants: [
      DcgmExporterDaemon.variant('profiled', Nodes.withLabel('nvidia.com/gpu.product', 'NVIDIA-H100-80GB-HBM3'), {
        profiling: true, rollout: Rollout.rolling(),
      }),
    ],
  };
}

describe('the DCGM exporter', () => {
  test('that says nothing is the golden manifest', () => {
    expectGolden('dcgm-exporter', (scope) => { new DcgmExporterDaemon(scope, 'dcgm-exporter'); });
  });

  test('with much to say is the golden manifest', () => {
    expectGolden('dcgm-exporter.rich', (scope) => { new DcgmExporterDaemon(scope, 'dcgm-exporter', rich(scope)); });
  });

  test.each(['dcgm-exporter', 'dcgm-exporter.rich'])('is taken by a server as %s', (name) => {
    const { report } = checkFiles([join(__dirname, '..', '..', 'golden', `${name}.k8s.yaml`)]);
    expect(report.documents.length).toBeGreaterThan(3);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('runs where a label tells of a card of the vendor, whatever taints the node has', () => {
    const { nodeSelectorTerms } = pod().affinity!.nodeAffinity!.requiredDuringSchedulingIgnoredDuringExecution!;
    expect(nodeSelectorTerms.map(({ matchExpressions }) => matchExpressions![0].key)).toEqual([
      'nvidia.com/gpu.present', 'feature.node.kubernetes.io/pci-10de.present', 'feature.node.kubernetes.io/pci-0300_10de.present',
      'feature.node.kubernetes.io/pci-0302_10de.present',
    ]);
    expect(pod().tolerations).toEqual([{ operator: 'Exists' }]);
    expect(pod().nodeSelector).toEqual({ 'kubernetes.io/os': 'linux' });
  });

  test('is root without a capability, for the socket of the kubelet, which it only reads', () => {
    expect(container().securityContext).toEqual(ROOT);
    expect(pod().volumes).toContainEqual(KUBELET);
    expect(container().volumeMounts).toContainEqual({ name: KUBELET.name, mountPath: '/var/lib/kubelet/pod-resources', readOnly: true });
    expect(pod()).not.toHaveProperty('hostNetwork');
    expect(pod()).not.toHaveProperty('hostPID');
  });

  test('sees the driver where a node has it in a place of its own', () => {
    const hostPaths = [HostPath.readOnly('/home/kubernetes/bin/nvidia', { mountPath: '/usr/local/nvidia' })];
    const mountsOf = (props: DcgmExporterDaemonProps) => container(props).volumeMounts!.map(({ mountPath }) => mountPath);
    expect(mountsOf({ hostPaths })).toEqual(['/var/lib/kubelet/pod-resources', '/usr/local/nvidia', '/etc/dcgm-counters', '/tmp']);
    expect(mountsOf({ hostPaths, pods: { enabled: false } })).toEqual(['/usr/local/nvidia', '/etc/dcgm-counters', '/tmp']);
  });

  test('finds the kubelet where another root has it, under the path that the exporter knows', () => {
    const { volumes, containers: [{ volumeMounts }] } = pod({ kubeletRoot: '/srv/kubelet' });
    expect(volumes!.find(({ hostPath }) => hostPath)!.hostPath!.path).toBe('/srv/kubelet/pod-resources');
    expect(volumeMounts![0].mountPath).toBe('/var/lib/kubelet/pod-resources');
  });

  test('reads the list of counters that is mounted, and answers on the port that is declared, IPv6 too', () => {
    expect(container().args).toEqual(['--collectors=/etc/dcgm-counters/counters.csv', '--address=:9400', '--collect-interval=30000', '--kubernetes']);
    expect(container().volumeMounts).toContainEqual({ name: 'config-etc-dcgm-counters', mountPath: '/etc/dcgm-counters', readOnly: true });
    expect(container().ports).toEqual([{ name: 'metrics', containerPort: 9400 }]);
    expect(container({ port: 9500 })).toMatchObject({ args: expect.arrayContaining(['--address=:9500']), ports: [{ containerPort: 9500 }] });
    expect(container({ collectInterval: Duration.seconds(5) }).args).toContain('--collect-interval=5000');
  });

  test('knows its node and sees all its GPUs', () => {
    expect(container().env).toEqual([
      { name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      { name: 'NVIDIA_VISIBLE_DEVICES', value: 'all' },
      { name: 'NVIDIA_DRIVER_CAPABILITIES', value: 'compute,utility' },
    ]);
  });

  test('is asked for its health, and found by a headless Service', () => {
    const { startupProbe, readinessProbe, livenessProbe } = container();
    expect([startupProbe, readinessProbe, livenessProbe].map((probe) => probe!.httpGet)).toEqual(Array(3).fill({ path: '/health', port: 'metrics' }));
    expect(objects().find(({ kind }) => kind === 'Service')!.spec).toMatchObject({ clusterIP: 'None', ports: [{ name: 'metrics', port: 9400 }] });
    expect(objects({ discovery: [] }).map(({ kind }) => kind)).not.toContain('Service');
  });

  test('has requests and a memory limit', () => {
    expect(container().resources).toEqual({ requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '512Mi' } });
  });

  test('may be said with options that are all undefined, and does not change them', () => {
    const undefineds: DcgmExporterDaemonProps = {
      image: undefined,
      nodes: undefined,
      port: undefined,
      counters: undefined,
      extraCounters: undefined,
      profiling: undefined,
      collectInterval: undefined,
      pods: { enabled: undefined, podLabels: undefined, podUid: undefined, dynamicResources: undefined, sharedGpus: undefined },
      kubeletRoot: undefined,
      webConfig: undefined,
      privileges: undefined,
      extraArgs: undefined,
      env: undefined,
      resources: undefined,
      discovery: undefined,
    };
    expect(objects(undefineds)).toEqual(objects());
    const props = deepFreeze<DcgmExporterDaemonProps>({ pods: { podLabels: ['a'] }, extraCounters: [], env: {}, extraArgs: [] });
    expect(dcgmExporter(props)).toEqual(dcgmExporter(props));
  });
});

describe('the counters', () => {
  const ONE = { field: 'DCGM_FI_DEV_FAN_SPEED', type: DcgmMetricType.GAUGE, help: 'Fan speed, in %.' };

  test('are those of the exporter that need no right, each a row of three cells', () => {
    expect(rows()).toHaveLength(20);
    expect(rows()[0]).toEqual(['DCGM_FI_DEV_SM_CLOCK', 'gauge', 'SM clock frequency (in MHz).']);
    expect(rows().filter(([field]) => field.startsWith('DCGM_FI_PROF_'))).toEqual([]);
    expect(rows().every((row) => row.length === 3 && ['gauge', 'counter', 'label'].includes(row[1]))).toBe(true);
  });

  test('may be others, or further ones', () => {
    expect(rows({ counters: [ONE] })).toEqual([['DCGM_FI_DEV_FAN_SPEED', 'gauge', 'Fan speed, in %.']]);
    expect(rows({ extraCounters: [ONE] })).toEqual([...rows(), ['DCGM_FI_DEV_FAN_SPEED', 'gauge', 'Fan speed, in %.']]);
  });

  test('of profiling bring SYS_ADMIN, by their option or by their name', () => {
    const admin = { ...ROOT, allowPrivilegeEscalation: true, capabilities: { add: ['SYS_ADMIN'], drop: ['ALL'] } };
    expect(rows({ profiling: true }).map(([field]) => field).slice(20)).toEqual([
      'DCGM_FI_PROF_GR_ENGINE_ACTIVE', 'DCGM_FI_PROF_PIPE_TENSOR_ACTIVE', 'DCGM_FI_PROF_DRAM_ACTIVE', 'DCGM_FI_PROF_PCIE_TX_BYTES', 'DCGM_FI_PROF_PCIE_RX_BYTES',
    ]);
    expect(container({ profiling: true }).securityContext).toEqual(admin);
    expect(container({ extraCounters: [{ ...ONE, field: 'DCGM_FI_PROF_SM_ACTIVE' }] }).securityContext).toEqual(admin);
    expect(container({ profiling: true, privileges: Privileges.root() }).securityContext).toEqual(ROOT);
  });

  test('restart the pods when they change', () => {
    const checksum = (props?: DcgmExporterDaemonProps) => daemonSets(props)[0].spec.template.metadata!.annotations!['cdk8s-daemons/config-checksum'];
    expect(checksum({ extraCounters: [ONE] })).not.toBe(checksum());
  });
});

describe('what is said of pods', () => {
  const rules = (props: DcgmExporterDaemonProps) => objects(props).find(({ kind }) => kind === 'ClusterRole')?.rules;
  const PODS = { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] };

  test('needs no token as far as the kubelet knows it', () => {
    expect(pod().automountServiceAccountToken).toBe(false);
    expect(objects().map(({ kind }) => kind)).toEqual(['ServiceAccount', 'ConfigMap', 'Service', 'DaemonSet']);
  });

  test.each<[string, DcgmExporterDaemonProps['pods'], string[], unknown[]]>([
    ['labels', { podLabels: ['^team$', 'x'] },
      ['--kubernetes-enable-pod-labels', '--kubernetes-pod-label-allowlist-regex=^team$', '--kubernetes-pod-label-allowlist-regex=x'], [PODS]],
    ['the UID', { podUid: true }, ['--kubernetes-enable-pod-uid'], [PODS]],
    ['claims', { dynamicResources: true }, ['--kubernetes-enable-dra'], [PODS, { ...PODS, apiGroups: ['resource.k8s.io'], resources: ['resourceslices'] }]],
  ])('reads pods for %s', (_, pods, args, expected) => {
    expect(container({ pods }).args!.slice(4)).toEqual(args);
    expect(rules({ pods })).toEqual(expected);
    expect(pod({ pods }).automountServiceAccountToken).toBe(true);
  });

  test('is asked of the kubelet alone where GPUs are shared', () => {
    expect(container({ pods: { sharedGpus: true } }).args!.slice(4)).toEqual(['--kubernetes-virtual-gpus']);
    expect(rules({ pods: { sharedGpus: true } })).toBeUndefined();
  });

  test('may be nothing, and then nothing of the node is mounted, nor is it root: it fits Pod Security\'s restricted', () => {
    const props = { pods: { enabled: false } };
    expect(container(props).args).not.toContain('--kubernetes');
    expect(container(props).securityContext).toMatchObject({ runAsUser: 1000, runAsNonRoot: true, capabilities: { drop: ['ALL'] } });
    expect(pod(props).volumes!.filter(({ hostPath }) => hostPath)).toEqual([]);
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    new DcgmExporterDaemon(chart, 'exporter', props);
    expect(new DaemonNamespace(chart, 'namespace').podSecurityLevel).toBe('restricted');
  });
});

describe('a web configuration', () => {
  test('is read from its Secret, and health is seen by an open port', () => {
    const chart = new Chart(new App(), 'chart');
    const props = { webConfig: { secret: Secret.fromSecretName(chart, 'web', 'dcgm-web') } };
    expect(container(props).args!.slice(-1)).toEqual(['--web-config-file=/etc/dcgm-web-config/web.yml']);
    expect(container({ webConfig: { ...props.webConfig, key: 'w.yaml' } }).args!.slice(-1)).toEqual(['--web-config-file=/etc/dcgm-web-config/w.yaml']);
    expect(container(props).volumeMounts).toContainEqual({ name: 'secret-dcgm-web', mountPath: '/etc/dcgm-web-config', readOnly: true });
    expect(container(props).readinessProbe!.tcpSocket).toEqual({ port: 'metrics' });
    expect(container(props).livenessProbe).not.toHaveProperty('httpGet');
  });
});
