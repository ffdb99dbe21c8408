import { CONFIG } from './config/paths';
import { asking, GROUP, HOST_ROOT, KERNEL, OS_RELEASE, PASSWD, program, ROOT, SYSTEM_PROBE_SOCKETS } from './containers';
import { complianceOn, dogstatsdSocketOn, processAgentOn, processesOn, runtimeSecurityOn, systemProbeOn } from './features-on';
import { sockets } from './parts';
import { DatadogDaemonProps } from './props';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Feature } from '../features';

/**
 * To load programs into the kernel and to read what they see of every process and every network of the node (upstream:
 * DefaultCapabilitiesForSystemProbe).
 */
const EBPF = ['SYS_ADMIN', 'SYS_RESOURCE', 'SYS_PTRACE', 'NET_ADMIN', 'NET_BROADCAST', 'NET_RAW', 'IPC_LOCK', 'CHOWN', 'DAC_READ_SEARCH'];

/** To ask the node's audit, and to read and to find what belongs to others than root, which a container of upstream may anyway. */
const COMPLIANCE = ['AUDIT_CONTROL', 'AUDIT_READ', 'DAC_READ_SEARCH', 'KILL'];

/**
 * The program that loads eBPF into the node's kernel. AppArmor's profile for containers forbids to write below /sys. The runtime's seccomp profile
 * has what its capabilities stand for: upstream's own needs a file in a directory of the kubelet.
 */
export function systemProbe(props: DatadogDaemonProps): Feature {
  const readsFiles = runtimeSecurityOn(props) || (props.serviceMonitoring ?? false);
  return !systemProbeOn(props) ? {} : {
    hostPid: runtimeSecurityOn(props) || undefined,
    volumes: [SYSTEM_PROBE_SOCKETS],
    containers: [program(props, asking(150, 200, 600), {
      name: 'system-probe',
      command: ['system-probe', `--config=${CONFIG}/system-probe.yaml`],
      env: readsFiles ? HOST_ROOT : {},
      resources: props.containerResources?.systemProbe,
      privileges: Privileges.of({ user: 0, capabilities: EBPF, appArmorProfile: 'Unconfined' }),
      hostPaths: [
        ...KERNEL, OS_RELEASE,
        HostPath.readWrite('/sys/kernel/debug', { shared: true }),
        ...(props.networkMonitoring ? [HostPath.readOnly('/sys/fs/bpf')] : []),
        ...(readsFiles ? [ROOT] : []),
        ...(runtimeSecurityOn(props) ? [PASSWD, GROUP] : []),
      ],
      volumes: [SYSTEM_PROBE_SOCKETS],
    })],
  };
}

/** The program that reports what system-probe sees of networks and services. */
export function processAgent(props: DatadogDaemonProps): Feature {
  return !processAgentOn(props) ? {} : {
    containers: [program(props, asking(100, 200, 400), {
      name: 'process-agent',
      command: ['process-agent', `--cfgpath=${CONFIG}/datadog.yaml`],
      resources: props.containerResources?.processAgent,
      hostPaths: [...KERNEL, OS_RELEASE, ...(processesOn(props) && (props.processes?.userNames ?? true) ? [PASSWD] : []), ...dogstatsdSocket(props)],
      volumes: [SYSTEM_PROBE_SOCKETS],
    })],
  };
}

/** The program that reports what system-probe sees of attacks, and that checks the node against benchmarks. */
export function securityAgent(props: DatadogDaemonProps): Feature {
  const [compliance, runtime] = [complianceOn(props), runtimeSecurityOn(props)];
  return !compliance && !runtime ? {} : {
    containers: [program(props, asking(100, 300, 600), {
      name: 'security-agent',
      command: ['security-agent', 'start', `-c=${CONFIG}/datadog.yaml`],
      env: compliance ? HOST_ROOT : {},
      resources: props.containerResources?.securityAgent,
      privileges: compliance ? Privileges.root().withCapabilities(...COMPLIANCE) : undefined,
      hostPaths: [OS_RELEASE, ...(compliance ? [...KERNEL, PASSWD, GROUP, ROOT] : []), ...dogstatsdSocket(props)],
      volumes: runtime ? [SYSTEM_PROBE_SOCKETS] : [],
    })],
  };
}

/** Their own measurements go to the agent; without the socket they are not counted. */
function dogstatsdSocket(props: DatadogDaemonProps): HostPath[] {
  return dogstatsdSocketOn(props) ? [sockets(props)] : [];
}
