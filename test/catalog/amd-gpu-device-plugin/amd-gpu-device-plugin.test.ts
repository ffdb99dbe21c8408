import { join } from 'node:path';
import { App, Chart, Duration, Size } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import {
  AmdGpuDevicePluginDaemon, AmdGpuDevicePluginDaemonProps, AmdResourceNamingStrategy, Nodes, Placement, Privileges, TolerationOperator, Tolerations,
  Variant,
} from '../../../src';
import { checkFiles } from '../../../src/analysis/check-files';
import { amdGpuDevicePlugin } from '../../../src/catalog/amd-gpu-device-plugin/definition';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { expectGolden } from '../../golden';
import { deepFreeze, problems as problemsOf, synth, Written } from '../../util';

const PARTITIONED = Nodes.withLabel('amd.com/compute-partitioning-supported', 'true');

const RICH: AmdGpuDevicePluginDaemonProps = {
  image: 'registry.example.com/rocm/k8s-device-plugin:1.31.0.9',
  nodes: Nodes.withLabel('node-pool', 'instinct'),
  kubeletRoot: '/var/lib/k0s/kubelet',
  tolerations: Tolerations.of({ key: 'amd.com/gpu', operator: TolerationOperator.EXISTS }),
  healthCheckInterval: Duration.seconds(30),
  metricsExporter: true,
  extraArgs: ['-v=5'],
  env: { TZ: EnvValue.fromValue('UTC') },
  resources: { memory: { limit: Size.mebibytes(256) } },
  variants: [AmdGpuDevicePluginDaemon.variant('partitioned', PARTITIONED, { resourceNamingStrategy: AmdResourceNamingStrategy.MIXED })],
};

function objects(props?: AmdGpuDevicePluginDaemonProps): Written[] {
  return synth((chart) => new AmdGpuDevicePluginDaemon(chart, 'plugin', props));
}

function daemonSets(props?: AmdGpuDevicePluginDaemonProps): DaemonSet[] {
  return objects(props).filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

function pod(props?: AmdGpuDevicePluginDaemonProps): PodSpec {
  return daemonSets(props)[0].spec.template.spec;
}

function container(props?: AmdGpuDevicePluginDaemonProps): Container {
  return pod(props).containers[0];
}

/** Path in the container, path on the node, type there, and whether it is only read. */
function mounts(props?: AmdGpuDevicePluginDaemonProps): unknown[] {
  const { volumes = [], containers: [{ volumeMounts = [] }] } = pod(props);
  return volumeMounts.map(({ name, mountPath, readOnly = false }) => {
    const { path, type } = volumes.find((volume) => volume.name === name)!.hostPath!;
    return [mountPath, path, type, readOnly];
  });
}

function problems(props: AmdGpuDevicePluginDaemonProps): string[] {
  return problemsOf((chart) => new AmdGpuDevicePluginDaemon(chart, 'plugin', props)).map((problem) => problem.replace('[chart/plugin] ', ''));
}

const KUBELET = ['/var/lib/kubelet/device-plugins', '/var/lib/kubelet/device-plugins', 'Directory', false];
const SYS = ['/sys', '/sys', 'Directory', true];

describe("AMD's device plugin", () => {
  test('that says nothing is the golden manifest', () => {
    expectGolden('amd-gpu-device-plugin', (scope) => { new AmdGpuDevicePluginDaemon(scope, 'amd-gpu-device-plugin'); });
  });

  test('with much to say is the golden manifest', () => {
    expectGolden('amd-gpu-device-plugin.rich', (scope) => { new AmdGpuDevicePluginDaemon(scope, 'amd-gpu-device-plugin', RICH); });
  });

  test.each(['amd-gpu-device-plugin', 'amd-gpu-device-plugin.rich'])('is taken by a server as %s', (name) => {
    const { report } = checkFiles([join(__dirname, '..', '..', 'golden', `${name}.k8s.yaml`)]);
    expect(report.documents.length).toBeGreaterThan(1);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('runs on amd64 nodes whose labels tell of a card, whatever taints they have', () => {
    const { nodeSelectorTerms } = pod().affinity!.nodeAffinity!.requiredDuringSchedulingIgnoredDuringExecution!;
    expect(nodeSelectorTerms.map(({ matchExpressions }) => matchExpressions!.slice(0, 2))).toEqual(
      ['pci-0300_1002.present', 'pci-0380_1002.present', 'pci-1200_1002.present', 'amd-gpu'].map((label) => [
        { key: `feature.node.kubernetes.io/${label}`, operator: 'In', values: ['true'] }, { key: 'kubernetes.io/arch', operator: 'In', values: ['amd64'] },
      ]));
    expect(pod().tolerations).toEqual([{ operator: 'Exists' }]);
  });

  test('is a program of the image, whose log is the container\'s', () => {
    const { command, args, env } = container();
    expect({ command, args }).toEqual({ command: ['/root/k8s-device-plugin'], args: ['-logtostderr=true', '-stderrthreshold=INFO'] });
    expect(env!.map(({ name }) => name)).toEqual(['K8S_NODE_NAME']);
  });

  test('is root without a capability, asks nothing of the Kubernetes API, and only reads /sys', () => {
    expect(container().securityContext).toEqual({
      allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsUser: 0, runAsGroup: 0,
    });
    expect(mounts()).toEqual([KUBELET, SYS]);
    expect(objects().map(({ kind }) => kind)).toEqual(['ServiceAccount', 'DaemonSet']);
    expect(mounts({ kubeletRoot: '/srv/kubelet' })[0]).toEqual(['/var/lib/kubelet/device-plugins', '/srv/kubelet/device-plugins', 'Directory', false]);
  });

  test('is privileged, with its reason and the devices, only where it looks at their health', () => {
    const props = { healthCheckInterval: Duration.minutes(1) };
    expect(container(props).args!.slice(2)).toEqual(['-pulse=60']);
    expect(container(props).securityContext).toMatchObject({ privileged: true });
    expect(daemonSets(props)[0].metadata!.annotations!['cdk8s-daemons/allow.privileged.amd-gpu-device-plugin']).toMatch(/healthCheckInterval/);
    expect(mounts(props)).toEqual([KUBELET, SYS, ['/dev/kfd', '/dev/kfd', 'CharDevice', false], ['/dev/dri', '/dev/dri', 'Directory', false]]);
  });

  test('sees the socket of the metrics exporter where it asks it', () => {
    const exporter = ['/var/lib/amd-metrics-exporter', '/var/lib/amd-metrics-exporter', 'DirectoryOrCreate', true];
    expect(mounts({ healthCheckInterval: Duration.seconds(5), metricsExporter: true }).slice(4)).toEqual([exporter]);
  });

  test('names partitions as it is told', () => {
    expect(container({ resourceNamingStrategy: AmdResourceNamingStrategy.MIXED }).args!.slice(2)).toEqual(['-resource_naming_strategy=mixed']);
  });

  test('has requests and a memory limit', () => {
    expect(container().resources).toEqual({ requests: { cpu: '50m', memory: '32Mi' }, limits: { memory: '128Mi' } });
  });

  test('may be said with options that are all undefined, and does not change them', () => {
    const undefineds: AmdGpuDevicePluginDaemonProps = {
      image: undefined,
      nodes: undefined,
      kubeletRoot: undefined,
      resourceNamingStrategy: undefined,
      healthCheckInterval: undefined,
      metricsExporter: undefined,
      privileges: undefined,
      extraArgs: undefined,
      env: undefined,
      resources: undefined,
    };
    expect(objects(undefineds)).toEqual(objects());
    const props = deepFreeze<AmdGpuDevicePluginDaemonProps>({ extraArgs: ['-v=5'], env: {}, metricsExporter: true });
    expect(amdGpuDevicePlugin(props)).toEqual(amdGpuDevicePlugin(props));
  });
});

describe("the options of AMD's device plugin", () => {
  test.each<[string, AmdGpuDevicePluginDaemonProps, string]>([
    ['the interval is nothing', { healthCheckInterval: Duration.seconds(0) },
      'healthCheckInterval is 0 seconds; it takes a whole number from 1 on, and is left out for no look at the health'],
    ['the interval is no whole number of seconds', { healthCheckInterval: Duration.millis(1500) },
      'healthCheckInterval is 1.5 seconds; it takes a whole number from 1 on, and is left out for no look at the health'],
    ['the exporter is never asked', { metricsExporter: true },
      'metricsExporter has no effect without healthCheckInterval, at which the exporter is asked; say how often: healthCheckInterval: Duration.seconds(30)'],
    ['health would be looked at without the devices', { extraArgs: ['-pulse=10'] },
      "extraArgs has '-pulse'; say it by the option healthCheckInterval, which brings what it needs"],
    ['an option is an argument', { extraArgs: ['--resource_naming_strategy', 'mixed'] },
      "extraArgs has '-resource_naming_strategy'; say it by the option resourceNamingStrategy, which brings what it needs"],
    ['the log would go into files', { extraArgs: ['-logtostderr=false'] },
      "extraArgs has '-logtostderr'; it is there already, since no file can be written; leave it out"],
    ['health is looked at without the right', { healthCheckInterval: Duration.seconds(30), privileges: Privileges.root() },
      "container 'amd-gpu-device-plugin' asks for the device '/dev/kfd', which only privileged containers may open: "
      + 'state privileges: Privileges.privileged(reason), or ask for it as an extended resource of a device plugin'],
    ['the nodes are said twice', { placement: Placement.linux() },
      'placement and nodes both say on which nodes the device plugin runs; say it by nodes alone, and leave placement out'],
  ])('fail when %s', (_, props, message) => {
    // what is said of one device is said of the other too
    expect(problems(props).filter((problem) => !problem.includes('/dev/dri'))).toEqual([message]);
  });

  test('fail all at once', () => {
    expect(problems({ healthCheckInterval: Duration.seconds(0), extraArgs: ['-pulse=1', '-stderrthreshold=ERROR'] })).toHaveLength(3);
  });
});

describe("a variant of AMD's device plugin", () => {
  test('names its partitions in its own way, and the daemon keeps its own', () => {
    const args = daemonSets(RICH).map(({ spec }) => spec.template.spec.containers[0].args!.slice(2));
    expect(args).toEqual([['-pulse=30', '-v=5'], ['-pulse=30', '-resource_naming_strategy=mixed', '-v=5']]);
  });

  test('divides the nodes with a GPU with the daemon', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    const { problems: found } = new AmdGpuDevicePluginDaemon(chart, 'plugin', { variants: [AmdGpuDevicePluginDaemon.variant('parts', PARTITIONED, {})] }).proof();
    expect(found).toEqual([]);
  });

  test('is told what is wrong with its options, and is made by its own factory', () => {
    const variant = AmdGpuDevicePluginDaemon.variant('parts', PARTITIONED, { metricsExporter: true });
    expect(problems({ variants: [variant] })).toEqual([expect.stringMatching(/^variant 'parts': metricsExporter has no effect/)]);
    expect(problems({ variants: [Variant.of('parts', PARTITIONED)] })).toEqual([expect.stringContaining('make it by AmdGpuDevicePluginDaemon.variant')]);
  });
});
