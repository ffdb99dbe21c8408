import { join } from 'node:path';
import { Size } from 'cdk8s';
import { Cpu, EnvValue, PercentOrAbsolute } from 'cdk8s-plus-27';
import { config, container, daemonSets, hostMounts, objects, pod } from './subject';
import {
  Nodes, NvidiaDeviceIdStrategy, NvidiaDeviceListStrategy, NvidiaDevicePluginDaemon, NvidiaDevicePluginDaemonProps, NvidiaMigStrategy, Placement,
  Privileges, Rollout, TolerationOperator, Tolerations,
} from '../../../src';
import { checkFiles } from '../../../src/analysis/check-files';
import { nvidiaDevicePlugin } from '../../../src/catalog/nvidia-device-plugin/definition';
import { expectGolden } from '../../golden';
import { deepFreeze, problems } from '../../util';

const KUBELET = { '/var/lib/kubelet/device-plugins': { path: '/var/lib/kubelet/device-plugins', type: 'Directory' } };

const RICH: NvidiaDevicePluginDaemonProps = {
  image: 'registry.example.com/k8s-device-plugin:v0.20.0',
  nodes: Nodes.withLabel('node-pool', 'gpu'),
  kubeletRoot: '/var/lib/k0s/kubelet',
  runtimeClassName: 'nvidia',
  tolerations: Tolerations.of({ key: 'nvidia.com/gpu', operator: TolerationOperator.EXISTS }),
  deviceListStrategies: [NvidiaDeviceListStrategy.CDI_CRI, NvidiaDeviceListStrategy.ENVVAR],
  deviceIdStrategy: NvidiaDeviceIdStrategy.INDEX,
  driverRoot: '/run/nvidia/driver',
  failOnInitError: false,
  timeSlicing: { resources: [{ name: 'nvidia.com/gpu', replicas: 4 }], renameByDefault: true },
  env: { TZ: EnvValue.fromValue('UTC') },
  extraArgs: ['--gds-enabled'],
  resources: { cpu: { request: Cpu.millis(20) }, memory: { limit: Size.mebibytes(400) } },
  rollout: Rollout.rolling({ maxUnavailable: PercentOrAbsolute.absolute(1) }),
  variants: [
    NvidiaDevicePluginDaemon.variant('mig', Nodes.withLabel('nvidia.com/mig.capable', 'true'), {
      migStrategy: NvidiaMigStrategy.MIXED,
      timeSlicing: { resources: [{ name: 'nvidia.com/mig-1g.10gb', replicas: 2 }], failRequestsGreaterThanOne: false },
    }),
    NvidiaDevicePluginDaemon.variant('pinned', Nodes.withLabel('cpu-manager', 'static'), { passDeviceSpecs: true }),
  ],
};

describe("NVIDIA's device plugin", () => {
  test('that says nothing is the golden manifest', () => {
    expectGolden('nvidia-device-plugin', (scope) => { new NvidiaDevicePluginDaemon(scope, 'nvidia-device-plugin'); });
  });

  test('with much to say is the golden manifest', () => {
    expectGolden('nvidia-device-plugin.rich', (scope) => { new NvidiaDevicePluginDaemon(scope, 'nvidia-device-plugin', RICH); });
  });

  test.each(['nvidia-device-plugin', 'nvidia-device-plugin.rich'])('is taken by a server as %s', (name) => {
    const { report } = checkFiles([join(__dirname, '..', '..', 'golden', `${name}.k8s.yaml`)]);
    expect(report.documents.length).toBeGreaterThan(2);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('runs where a label tells of a GPU of the vendor, and only there', () => {
    const terms = pod().affinity!.nodeAffinity!.requiredDuringSchedulingIgnoredDuringExecution!.nodeSelectorTerms;
    expect(terms.map(({ matchExpressions }) => matchExpressions![0])).toEqual([
      { key: 'nvidia.com/gpu.present', operator: 'In', values: ['true'] },
      { key: 'feature.node.kubernetes.io/pci-10de.present', operator: 'In', values: ['true'] },
      { key: 'feature.node.kubernetes.io/pci-0300_10de.present', operator: 'In', values: ['true'] },
      { key: 'feature.node.kubernetes.io/pci-0302_10de.present', operator: 'In', values: ['true'] },
      { key: 'feature.node.kubernetes.io/cpu-model.vendor_id', operator: 'In', values: ['NVIDIA'] },
    ]);
    const own = pod({ nodes: Nodes.withLabel('pool', 'gpu') }).affinity!.nodeAffinity!.requiredDuringSchedulingIgnoredDuringExecution!.nodeSelectorTerms;
    expect(own.map(({ matchExpressions }) => matchExpressions![0])).toEqual([{ key: 'pool', operator: 'In', values: ['gpu'] }]);
  });

  test('tolerates whatever taints they have', () => {
    expect(pod().tolerations).toEqual([{ operator: 'Exists' }]);
  });

  test('is said on which nodes it runs by nodes alone', () => {
    expect(problems((chart) => new NvidiaDevicePluginDaemon(chart, 'plugin', { placement: Placement.linux() }))).toEqual([expect.stringContaining('placement and nodes both say')]);
  });

  test('runs in the RuntimeClass that is named, and in none that is not', () => {
    expect(pod()).not.toHaveProperty('runtimeClassName');
    expect(pod({ runtimeClassName: 'nvidia' }).runtimeClassName).toBe('nvidia');
  });

  test('is root without a capability, and asks the Kubernetes API nothing', () => {
    expect(container().securityContext).toEqual({
      allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsUser: 0, runAsGroup: 0,
    });
    expect(pod().automountServiceAccountToken).toBe(false);
    expect(objects(RICH).map(({ kind }) => kind)).not.toEqual(expect.arrayContaining([expect.stringContaining('Role')]));
  });

  test('mounts the directory of the kubelet, wherever it is, and nothing else of the node', () => {
    expect(hostMounts()).toEqual(KUBELET);
    expect(hostMounts({ kubeletRoot: '/srv/kubelet' })).toEqual({ '/var/lib/kubelet/device-plugins': { path: '/srv/kubelet/device-plugins', type: 'Directory' } });
  });

  test('reads the configuration file that is mounted, by a program of the image', () => {
    const { command, args, volumeMounts } = container();
    expect({ command, args }).toEqual({ command: ['nvidia-device-plugin'], args: ['--config-file=/etc/nvidia-device-plugin/config.yaml'] });
    expect(volumeMounts).toContainEqual({ name: 'config-etc-nvidia-device-plugin', mountPath: '/etc/nvidia-device-plugin', readOnly: true });
  });

  test('is told everything by that file and nothing by variables, which would win over it', () => {
    expect(container().env!.map(({ name }) => name)).toEqual(['K8S_NODE_NAME', 'NVIDIA_VISIBLE_DEVICES', 'NVIDIA_DRIVER_CAPABILITIES']);
    expect(container({ env: { TZ: EnvValue.fromValue('UTC') }, extraArgs: ['--a=b'] })).toMatchObject({
      args: ['--config-file=/etc/nvidia-device-plugin/config.yaml', '--a=b'], env: [{}, {}, {}, { name: 'TZ', value: 'UTC' }],
    });
  });

  test('has requests and a memory limit, made to fit what is said', () => {
    expect(container().resources).toEqual({ requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '256Mi' } });
    expect(container({ resources: { memory: { limit: Size.mebibytes(32) } } }).resources).toEqual({ requests: { cpu: '50m', memory: '32Mi' }, limits: { memory: '32Mi' } });
  });

  test('may be said with options that are all undefined, and does not change them', () => {
    const undefineds: NvidiaDevicePluginDaemonProps = {
      image: undefined,
      nodes: undefined,
      kubeletRoot: undefined,
      migStrategy: undefined,
      timeSlicing: undefined,
      deviceListStrategies: undefined,
      deviceIdStrategy: undefined,
      driverRoot: undefined,
      passDeviceSpecs: undefined,
      failOnInitError: undefined,
      privileges: undefined,
      extraArgs: undefined,
      env: undefined,
      resources: undefined,
    };
    expect(objects(undefineds)).toEqual(objects());
    expect(nvidiaDevicePlugin(deepFreeze({ ...RICH }))).toEqual(nvidiaDevicePlugin(deepFreeze({ ...RICH })));
  });

  test('gets the rights that are stated instead', () => {
    expect(container({ migStrategy: NvidiaMigStrategy.MIXED, privileges: Privileges.root() }).securityContext!.capabilities).toEqual({ drop: ['ALL'] });
  });
});

describe('the configuration file', () => {
  test('says what the plugin does without a word', () => {
    expect(config()).toEqual({
      version: 'v1',
      flags: { migStrategy: 'none', failOnInitError: true, plugin: { passDeviceSpecs: false, deviceListStrategy: ['envvar'], deviceIDStrategy: 'uuid' } },
    });
  });

  test('says all that is chosen', () => {
    expect(config(RICH)).toEqual({
      version: 'v1',
      flags: {
        migStrategy: 'none',
        failOnInitError: false,
        nvidiaDriverRoot: '/run/nvidia/driver',
        plugin: { passDeviceSpecs: false, deviceListStrategy: ['cdi-cri', 'envvar'], deviceIDStrategy: 'index', containerDriverRoot: '/driver-root' },
      },
      sharing: { timeSlicing: { renameByDefault: true, failRequestsGreaterThanOne: true, resources: [{ name: 'nvidia.com/gpu', replicas: 4 }] } },
    });
  });

  test('restarts the pods when it changes', () => {
    const checksum = (props?: NvidiaDevicePluginDaemonProps) => daemonSets(props)[0].spec.template.metadata!.annotations!['cdk8s-daemons/config-checksum'];
    expect(checksum()).toMatch(/^[0-9a-f]{16}$/);
    expect(checksum({ failOnInitError: false })).not.toBe(checksum());
  });
});

describe('what an option needs comes with it', () => {
  test.each([NvidiaMigStrategy.SINGLE, NvidiaMigStrategy.MIXED])('SYS_ADMIN and the parts to watch over with the MIG strategy %s', (migStrategy) => {
    expect(container({ migStrategy }).securityContext).toEqual({
      allowPrivilegeEscalation: true, capabilities: { add: ['SYS_ADMIN'], drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsUser: 0, runAsGroup: 0,
    });
    expect(container({ migStrategy }).env).toContainEqual({ name: 'NVIDIA_MIG_MONITOR_DEVICES', value: 'all' });
    expect(config({ migStrategy })).toMatchObject({ flags: { migStrategy } });
    expect(container({ migStrategy: NvidiaMigStrategy.NONE })).toEqual(container());
  });

  test('SYS_ADMIN with devices as volume mounts', () => {
    const props = { deviceListStrategies: [NvidiaDeviceListStrategy.VOLUME_MOUNTS] };
    expect(container(props).securityContext!.capabilities).toEqual({ add: ['SYS_ADMIN'], drop: ['ALL'] });
    expect(hostMounts(props)).toEqual(KUBELET);
  });

  test.each([NvidiaDeviceListStrategy.CDI_CRI, NvidiaDeviceListStrategy.CDI_ANNOTATIONS])('the directory of CDI with %s', (strategy) => {
    const props = { deviceListStrategies: [strategy], driverRoot: '/' };
    expect(hostMounts(props)).toEqual({
      ...KUBELET,
      '/driver-root': { path: '/', type: 'Directory', readOnly: true, mountPropagation: 'HostToContainer' },
      '/var/run/cdi': { path: '/var/run/cdi', type: 'DirectoryOrCreate' },
    });
    expect(container(props).securityContext!.capabilities).toEqual({ drop: ['ALL'] });
  });

  test("the driver's files with their root", () => {
    expect(hostMounts({ driverRoot: '/run/nvidia/driver' })['/driver-root']).toEqual({ path: '/run/nvidia/driver', type: 'Directory', readOnly: true, mountPropagation: 'HostToContainer' });
    expect(config({ driverRoot: '/run/nvidia/driver' })).toMatchObject({ flags: { nvidiaDriverRoot: '/run/nvidia/driver', plugin: { containerDriverRoot: '/driver-root' } } });
  });

  test('privileged, with its reason, where containers are handed their devices', () => {
    const [set] = daemonSets({ passDeviceSpecs: true });
    expect(set.spec.template.spec.containers[0].securityContext).toMatchObject({ privileged: true, runAsUser: 0 });
    expect(set.metadata!.annotations!['cdk8s-daemons/allow.privileged.nvidia-device-plugin']).toMatch(/passDeviceSpecs/);
  });
});
