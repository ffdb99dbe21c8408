import { Duration, Size, Yaml } from 'cdk8s';
import { Cpu, EnvValue, PercentOrAbsolute, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { load } from 'js-yaml';
import {
  DaemonNamespace, Discovery, NodeExporterDaemon, Nodes, Placement, Priority, Rollout, Tolerations, WindowsExporterDaemon, WindowsExporterDaemonProps,
} from '../../../src';
import { check } from '../../../src/analysis/check';
import { windowsExporter } from '../../../src/catalog/windows-exporter/definition';
import { readDocuments } from '../../../src/input/documents';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { expectGolden } from '../../golden';
import { deepFreeze, only, problems as problemsIn, synth, Written } from '../../util';

const SYSTEM = { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' };

function objects(props?: WindowsExporterDaemonProps): Written[] {
  return synth((chart) => new WindowsExporterDaemon(chart, 'windows-exporter', props));
}

function daemonSet(props?: WindowsExporterDaemonProps): DaemonSet {
  return only('DaemonSet', objects(props)) as unknown as DaemonSet;
}

function pod(props?: WindowsExporterDaemonProps): PodSpec {
  return daemonSet(props).spec.template.spec;
}

function container(props?: WindowsExporterDaemonProps): Container {
  return pod(props).containers[0];
}

function firewall(props?: WindowsExporterDaemonProps): Container {
  return pod(props).initContainers![0];
}

function problems(props: WindowsExporterDaemonProps): string[] {
  return problemsIn((chart) => new WindowsExporterDaemon(chart, 'exporter', props)).map((problem) => problem.replace('[chart/exporter] ', ''));
}

/** By another parser than the writer's. */
function read(config: string): { collectors: { enabled: string } } {
  return load(config) as { collectors: { enabled: string } };
}

/** What the exporter reads. */
function collectors(props?: WindowsExporterDaemonProps): string[] {
  const config = read(only('ConfigMap', objects(props)).data['config.yml']);
  expect(Object.keys(config)).toEqual(['collectors']);
  return config.collectors.enabled.split(',');
}

/** The arguments beyond those of the definition that says nothing. */
function furtherArgs(props: WindowsExporterDaemonProps): string[] {
  return container(props).args!.filter((arg) => !container().args!.includes(arg));
}

function rich(scope: Construct): WindowsExporterDaemonProps {
  return {
    image: 'registry.example.com/windows-exporter:0.31.8',
    port: 19182,
    allInterfaces: true,
    collectors: { enable: ['container', 'memory', 'tcp', 'iis'] },
    services: { include: 'kubelet|containerd|kube-proxy' },
    processes: { include: '(kubelet|containerd).*', exclude: 'containerd-shim.*' },
    volumes: { exclude: 'HarddiskVolume\\d+' },
    networkInterfaces: { include: '.*Ethernet.*' },
    scheduledTasks: { include: '/Microsoft/.+' },
    textfileDirectories: ['C:\\metrics', 'D:/data/metrics'],
    user: 'NT AUTHORITY\\Local service',
    extraArgs: ['--scrape.timeout-margin=1'],
    env: { TZ: EnvValue.fromValue('UTC') },
    resources: { cpu: { limit: Cpu.units(1) }, memory: { limit: Size.mebibytes(512) } },
    placement: Placement.windowsNodes(Nodes.withLabel('node.kubernetes.io/windows-build', '10.0.20348')),
    tolerations: Tolerations.controlPlane(),
    discovery: [Discovery.headless({ name: 'windows-metrics' })],
    rollout: Rollout.rolling({ maxUnavailable: PercentOrAbsolute.percent(20), minReady: Duration.seconds(10) }),
    priority: Priority.named('monitoring'),
    imagePullSecrets: [Secret.fromSecretName(scope, 'pull', 'registry-example-com')],
  };
}

describe('a windows-exporter that says nothing', () => {
  test('is the golden manifest', () => expectGolden('windows-exporter', (scope) => { new WindowsExporterDaemon(scope, 'windows-exporter'); }));

  test('runs on Windows nodes, those that a node-exporter leaves out, as a process of the node on its network', () => {
    expect(pod()).toMatchObject({ os: { name: 'windows' }, nodeSelector: { 'kubernetes.io/os': 'windows' }, hostNetwork: true, automountServiceAccountToken: false });
    expect(container().securityContext).toEqual({ windowsOptions: SYSTEM });
    const linux = only('DaemonSet', synth((chart) => new NodeExporterDaemon(chart, 'node-exporter'))) as unknown as DaemonSet;
    expect(linux.spec.template.spec.nodeSelector).toEqual({ 'kubernetes.io/os': 'linux' });
  });

  test('has nothing that only Linux has', () => {
    expect(pod()).not.toHaveProperty('hostPID');
    expect(pod()).not.toHaveProperty('securityContext');
    expect(JSON.stringify(objects())).not.toMatch(/hostPath|\/proc|\/sys|runAsUser"|capabilities|seccomp|readOnlyRoot|allowPrivilegeEscalation|ClusterFirstWithHostNet/);
  });

  test('answers on the address that Kubernetes knows the node by, in brackets, which an IPv6 node needs', () => {
    expect(container().args).toContain('--web.listen-address=[$(HOST_IP)]:9182');
    expect(container().env).toContainEqual({ name: 'HOST_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } });
    expect(container().ports).toEqual([{ name: 'metrics', containerPort: 9182 }]);
    expect(only('Service', objects()).spec).toMatchObject({ clusterIP: 'None', ports: [{ name: 'metrics', port: 9182, targetPort: 'metrics' }] });
  });

  test('is probed by its health page, which runs no collector', () => {
    expect(container().readinessProbe).toEqual({ httpGet: { path: '/health', port: 'metrics' }, timeoutSeconds: 5 });
    expect(container().livenessProbe).toEqual({ httpGet: { path: '/health', port: 'metrics' }, periodSeconds: 30, timeoutSeconds: 10 });
  });

  test('needs a namespace of the level privileged, and tells why', () => {
    const levels: string[] = [];
    synth((chart) => {
      new WindowsExporterDaemon(chart, 'windows-exporter');
      levels.push(new DaemonNamespace(chart, 'namespace').podSecurityLevel);
    });
    expect(levels).toEqual(['privileged']);
    expect(Object.keys(daemonSet().metadata.annotations!)).toEqual([
      'cpu-limit.windows-exporter', 'host-network', 'image-digest.windows-exporter', 'image-pull-policy.windows-exporter', 'run-as-non-root.windows-exporter',
      'tolerates-everything', 'windows-host-process.firewall', 'windows-host-process.windows-exporter',
    ].map((rule) => `cdk8s-daemons/allow.${rule}`));
  });

  test('may be said with options that are all undefined', () => {
    const undefineds: WindowsExporterDaemonProps = {
      image: undefined,
      port: undefined,
      allInterfaces: undefined,
      firewallRule: undefined,
      collectors: undefined,
      services: undefined,
      textfileDirectories: undefined,
      user: undefined,
      extraArgs: undefined,
      env: undefined,
      resources: undefined,
      discovery: undefined,
      placement: undefined,
    };
    expect(objects(undefineds)).toEqual(objects());
    expect(objects({ collectors: {}, extraArgs: [], env: {}, resources: {} })).toEqual(objects());
  });
});

describe('the configuration', () => {
  test('that says everything is the golden manifest', () => {
    expectGolden('windows-exporter.rich', (scope) => { new WindowsExporterDaemon(scope, 'windows-exporter', rich(scope)); });
  });

  test.each(['default', 'rich'])('lies where the argument looks for it, and every variable and port of an argument is there (%s)', (kind) => {
    const manifests = synth((chart) => new WindowsExporterDaemon(chart, 'windows-exporter', kind === 'rich' ? rich(chart) : {}));
    const { containers: [main], volumes } = (only('DaemonSet', manifests) as unknown as DaemonSet).spec.template.spec;
    const [, path] = /^--config\.file=%CONTAINER_SANDBOX_MOUNT_POINT%(.*)$/.exec(main.args![0])!;
    const mount = main.volumeMounts!.find(({ mountPath }) => path.startsWith(`${mountPath}/`))!;
    const { configMap } = volumes!.find(({ name }) => name === mount.name)!;
    expect(configMap!.items).toEqual([{ key: path.slice(mount.mountPath.length + 1), path: path.slice(mount.mountPath.length + 1) }]);
    expect(Object.keys(only('ConfigMap', manifests).data)).toEqual([configMap!.items![0].key]);
    expect(main.volumeMounts).toHaveLength(1);

    const variables = main.args!.flatMap((arg) => [...arg.matchAll(/\$\((\w+)\)/g)].map(([, name]) => name));
    expect(main.env!.map(({ name }) => name)).toEqual(expect.arrayContaining(variables));
    const listen = main.args!.find((arg) => arg.startsWith('--web.listen-address='))!;
    expect(main.ports!.map(({ containerPort }) => `${containerPort}`)).toEqual([listen.replace(/^.*:/, '')]);
  });

  test('restarts the pods when it changes', () => {
    const checksum = (props?: WindowsExporterDaemonProps) => daemonSet(props).spec.template.metadata!.annotations!['cdk8s-daemons/config-checksum'];
    expect(checksum()).toMatch(/^[0-9a-f]{16}$/);
    expect(checksum({ collectors: { enable: ['tcp'] } })).not.toBe(checksum());
    expect(checksum({ discovery: [] })).toBe(checksum());
  });

  test.each(['default', 'rich'])('is found without an error by check (%s)', (kind) => {
    const manifests = synth((chart) => new WindowsExporterDaemon(chart, 'windows-exporter', kind === 'rich' ? rich(chart) : {}));
    const { findings } = check(readDocuments('manifests.yaml', Yaml.stringify(...manifests)));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.filter(({ rule }) => rule === 'practice/exception')).toEqual([]);
  });

  test('is neither changed nor kept: it may be frozen, and used twice', () => {
    const image = 'registry.example.com/windows-exporter:1';
    const props = deepFreeze<WindowsExporterDaemonProps>({ image, collectors: { enable: ['tcp'] }, services: { include: 'a' }, textfileDirectories: ['C:\\a'], extraArgs: ['--x'] });
    expect(objects(props)).toEqual(objects(props));
    windowsExporter(props).args!.push('--changed');
    expect(windowsExporter(props).args).not.toContain('--changed');
  });
});

describe('the collectors', () => {
  test('are the default ones, those of the pods and the memory; or others in their place, each once', () => {
    expect(collectors()).toEqual(['[defaults]', 'container', 'memory']);
    expect(collectors({ collectors: { enable: ['tcp', 'iis', 'tcp'] } })).toEqual(['[defaults]', 'tcp', 'iis']);
    expect(collectors({ collectors: { enable: [] } })).toEqual(['[defaults]']);
    expect(collectors({ collectors: { disableDefaults: true, enable: ['cpu'] } })).toEqual(['cpu']);
  });

  test.each([
    ['services', 'service', ['--collector.service.include=a', '--collector.service.exclude=b']],
    ['processes', 'process', ['--collector.process.include=a', '--collector.process.exclude=b']],
    ['volumes', 'logical_disk', ['--collector.logical_disk.volume-include=a', '--collector.logical_disk.volume-exclude=b']],
    ['networkInterfaces', 'net', ['--collector.net.nic-include=a', '--collector.net.nic-exclude=b']],
    ['scheduledTasks', 'scheduled_task', ['--collector.scheduled_task.include=a', '--collector.scheduled_task.exclude=b']],
  ] as const)('tell of the %s that are chosen, by the collector %s', (option, collector, flags) => {
    const props = { [option]: { include: 'a', exclude: 'b' }, collectors: { disableDefaults: true, enable: ['cpu'] } };
    expect(furtherArgs(props)).toEqual(flags);
    expect(collectors(props)).toEqual(['cpu', collector]);
    expect(furtherArgs({ [option]: { exclude: 'b' } })).toEqual(flags.slice(1));
    expect(furtherArgs({ [option]: {} })).toEqual([]);
  });

  test('read text files of the node without a mount', () => {
    const props = { textfileDirectories: ['C:\\metrics', 'D:/more'] };
    expect(furtherArgs(props)).toEqual(['--collector.textfile.directories=C:\\metrics,D:/more']);
    expect(collectors(props)).toContain('textfile');
    expect(pod(props).volumes).toEqual(pod().volumes);
  });
});

describe('the node', () => {
  test('lets the port through its firewall by one rule, which a restart replaces', () => {
    const { command, args, image, securityContext } = firewall({ port: 19182, image: 'registry.example.com/windows-exporter:1' });
    expect({ image, securityContext, args }).toEqual({ image: 'registry.example.com/windows-exporter:1', securityContext: { windowsOptions: SYSTEM }, args: undefined });
    expect(command!.slice(0, 4)).toEqual(['powershell.exe', '-NoProfile', '-NonInteractive', '-Command']);
    expect(command![4].split('; ')).toEqual([
      "$ErrorActionPreference = 'Stop'",
      "Remove-NetFirewallRule -Name 'windows-exporter-19182' -ErrorAction SilentlyContinue",
      "New-NetFirewallRule -Name 'windows-exporter-19182' -DisplayName 'windows-exporter-19182' -Direction Inbound -Profile Any -Action Allow -Protocol TCP -LocalPort 19182",
    ]);
  });

  test('keeps its firewall where it is told to', () => {
    expect(pod({ firewallRule: false })).not.toHaveProperty('initContainers');
  });

  test('may be measured on all its addresses', () => {
    expect(container({ allInterfaces: true, port: 80 }).args).toContain('--web.listen-address=:80');
    expect(container({ allInterfaces: true }).env!.map(({ name }) => name)).toEqual(['K8S_NODE_NAME']);
  });

  test('may be measured by another of its users, while SYSTEM changes the firewall', () => {
    const user = 'NT AUTHORITY\\Local service';
    expect(container({ user }).securityContext).toEqual({ windowsOptions: { hostProcess: true, runAsUserName: user } });
    expect(firewall({ user }).securityContext).toEqual({ windowsOptions: SYSTEM });
  });
});

describe('wrong options', () => {
  test('are told all at once', () => {
    expect(problems({
      placement: Placement.nodes(Nodes.withLabel('a')),
      collectors: { enable: ['[defaults]', 'CPU'] },
      services: { include: '(' },
      processes: { exclude: '(?!a)' },
      textfileDirectories: ['/metrics', 'C:\\a,b', 'metrics'],
      extraArgs: ['--collectors.enabled=cpu', '--config.file=x', '--collector.service.include=y', '--scrape.timeout-margin=1', '--web.listen-address=:1'],
    }).filter((problem) => !problem.includes('privileges that nodes with Linux'))).toEqual([
      'placement is not of Windows nodes, where alone windows-exporter runs; use Placement.windows() or Placement.windowsNodes(nodes)',
      ...['[defaults]', 'CPU'].map((name) => `the collector name '${name}' is not allowed: lower-case letters, digits and '_', such as logical_disk; `
        + 'the default ones run unless collectors.disableDefaults'),
      "services.include '(' is no regular expression of Go (RE2): unterminated group",
      "processes.exclude '(?!a)' is no regular expression of Go (RE2): Go knows neither look-ahead, look-behind nor back-references",
      ...['/metrics', 'C:\\a,b', 'metrics'].map((directory) => `the text file directory '${directory}' must be a path of a Windows node with its drive and without ',', `
        + 'such as C:\\metrics'),
      ...['collectors.enabled', 'config.file', 'collector.service.include'].map((flag) => `extraArgs repeats '--${flag}', which the options say already; `
        + 'say it by the option that writes it'),
    ]);
  });

  test('fail where nothing is left', () => {
    expect(problems({ collectors: { disableDefaults: true, enable: [] } })).toEqual(['collectors.disableDefaults leaves no collector; name in collectors.enable those that are wanted']);
    expect(problems({ collectors: { disableDefaults: true, enable: [] }, volumes: {} })).toEqual([]);
    expect(problems({ textfileDirectories: [] })).toEqual(['textfileDirectories names no directory; name one, or leave it out']);
  });

  test('fail where the server refuses them', () => {
    expect(problems({ user: 'a\\b\\c' })).toEqual([expect.stringContaining('runAsUserName cannot contain more than one backslash')]);
    expect(problems({ port: 70000, discovery: [] })).toEqual([expect.stringContaining('must be between 1 and 65535')]);
    expect(problems({ rollout: Rollout.surge() })).toEqual([expect.stringContaining('Rollout.surge() with the host network never ends')]);
  });
});

describe('a variant of windows-exporter', () => {
  const LTSC_2019 = Nodes.withLabel('node.kubernetes.io/windows-build', '10.0.17763');

  function written(options: Parameters<typeof WindowsExporterDaemon.variant>[2], props: WindowsExporterDaemonProps = {}): Written[] {
    return objects({ ...props, variants: [WindowsExporterDaemon.variant('ltsc2019', LTSC_2019, options)] });
  }

  test('divides the Windows nodes, and shares a configuration that is the same', () => {
    const manifests = written({ image: 'registry.example.com/windows-exporter:ltsc2019' });
    const [rest, variant] = manifests.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
    expect([rest, variant].map(({ spec }) => spec.template.spec.nodeSelector)).toEqual([{ 'kubernetes.io/os': 'windows' }, { 'kubernetes.io/os': 'windows' }]);
    expect(variant.spec.template.spec.initContainers![0].image).toBe('registry.example.com/windows-exporter:ltsc2019');
    expect(manifests.filter(({ kind }) => kind === 'ConfigMap')).toHaveLength(1);
    const texts: boolean[] = [];
    synth((chart) => texts.push(new WindowsExporterDaemon(chart, 'e', { variants: [WindowsExporterDaemon.variant('a', LTSC_2019, {})] }).proof().holds));
    expect(texts).toEqual([true]);
  });

  test('has a configuration of its own where it differs, and the daemon\'s other options', () => {
    const manifests = written({ collectors: { enable: ['tcp'] }, extraArgs: ['--b'] }, { collectors: { disableDefaults: true }, extraArgs: ['--a'], services: { include: 'a' } });
    const configs = manifests.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata, data }) => [metadata.name, read(data['config.yml']).collectors.enabled]);
    expect(configs).toEqual([['windows-exporter', 'container,memory,service'], ['windows-exporter-ltsc2019', 'tcp,service']]);
    const [, variant] = manifests.filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
    expect(variant.spec.template.spec.containers[0].args!.slice(-3)).toEqual(['--collector.service.include=a', '--a', '--b']);
  });

  test('is told what is wrong with its options', () => {
    expect(problems({ variants: [WindowsExporterDaemon.variant('old', LTSC_2019, { services: { include: '(' } })] }))
      .toEqual(["variant 'old': services.include '(' is no regular expression of Go (RE2): unterminated group"]);
  });
});
