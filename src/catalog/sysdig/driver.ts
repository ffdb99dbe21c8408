import { Size } from 'cdk8s';
import { Cpu, EnvValue, HostPathVolumeType } from 'cdk8s-plus-27';
import { SysdigDriver } from './driver-options';
import { ca, proxyVariables } from './network';
import { SysdigOptions } from './props';
import { DaemonContainer } from '../../daemon/container';
import { DaemonResources } from '../../daemon/resources';
import { DaemonVolume } from '../../daemon/volume';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Feature } from '../features';
import { mergeResources } from '../resources';

const IMAGE = 'quay.io/sysdig/agent-kmodule:14.7.4';

/** Where the kernel shows its trace points. */
const TRACE_POINTS = HostPath.readOnly('/sys/kernel/debug');

/** What eBPF needs instead of a privileged agent (upstream: `agent.capabilities`). */
const EBPF_CAPABILITIES = ['SYS_ADMIN', 'SYS_RESOURCE', 'SYS_PTRACE', 'SYS_CHROOT', 'DAC_READ_SEARCH', 'KILL', 'SETUID', 'SETGID'];

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(250) },
  memory: { request: Size.mebibytes(348), limit: Size.mebibytes(512) },
};

export function driverOf({ driver: kind = SysdigDriver.UNIVERSAL_EBPF }: SysdigOptions): SysdigDriver {
  return kind;
}

/** What each of them brings along. */
export function driver(options: SysdigOptions): Feature {
  const kind = driverOf(options);
  // devices of the module are opened, those of the node only looked up
  const devices = kind === SysdigDriver.KMOD ? HostPath.device('/dev', { mountPath: '/host/dev', type: HostPathVolumeType.DIRECTORY })
    : HostPath.readOnly('/dev', { mountPath: '/host/dev' });
  return {
    env: variables(kind),
    hostPaths: [devices, ...(kind === SysdigDriver.KMOD ? [] : [TRACE_POINTS])],
    volumes: programs(kind),
    initContainers: kind === SysdigDriver.UNIVERSAL_EBPF ? [] : [builder(kind, options)],
  };
}

/** The agent writes beside its own files: logs, captures, what it is told by the collector. */
export function neededPrivileges(options: SysdigOptions): Privileges {
  return driverOf(options) === SysdigDriver.KMOD
    ? Privileges.privileged('opens the devices of its kernel module').withWritableRootFilesystem()
    : Privileges.of({
      user: 0, capabilities: EBPF_CAPABILITIES, writableRootFilesystem: true, seccompProfile: 'Unconfined', appArmorProfile: 'Unconfined',
    });
}

function variables(kind: SysdigDriver): { [name: string]: EnvValue } {
  return {
    ...(kind === SysdigDriver.LEGACY_EBPF ? { SYSDIG_BPF_PROBE: EnvValue.fromValue('') } : {}),
    ...(kind === SysdigDriver.KMOD ? {} : { SYSDIG_AGENT_DRIVER: EnvValue.fromValue(kind) }),
  };
}

/** Where the one container leaves the program that the other loads. */
function programs(kind: SysdigDriver): DaemonVolume[] {
  return kind === SysdigDriver.LEGACY_EBPF ? [DaemonVolume.emptyDir('/root/.sysdig', { name: 'bpf-probes' })] : [];
}

function builder(kind: SysdigDriver, options: SysdigOptions): DaemonContainer {
  const { image = IMAGE, resources, env } = options.driverBuilder ?? {};
  const isModule = kind === SysdigDriver.KMOD;
  return {
    name: 'sysdig-agent-kmodule',
    image,
    env: { ...variables(kind), ...proxyVariables(options), ...ca(options).env, ...env },
    resources: mergeResources(RESOURCES, resources),
    privileges: Privileges.privileged(isModule ? 'builds a module for the kernel of its node, and loads it' : 'builds a program for the kernel of its node')
      .withWritableRootFilesystem(),
    hostPaths: [
      HostPath.readOnly('/boot', { mountPath: '/host/boot' }),
      HostPath.readOnly('/etc', { mountPath: '/host/etc' }),
      HostPath.readOnly('/lib/modules', { mountPath: '/host/lib/modules' }),
      HostPath.readOnly('/usr', { mountPath: '/host/usr' }),
      // how modules are to be loaded; where the node says nothing of it, the pod must not wait for it
      ...(isModule ? [HostPath.readOnly('/etc/modprobe.d', { type: HostPathVolumeType.DIRECTORY_OR_CREATE })] : [TRACE_POINTS]),
    ],
    volumes: [...programs(kind), ...(ca(options).volumes ?? [])],
  };
}
