import { EnvValue } from 'cdk8s-plus-27';
import { DynatraceOneAgentMode } from './props';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Feature } from '../features';

/** Where the agent sees the node. */
const ROOT = '/mnt/root';

/** Where the agent keeps what it must, if it may not write to the node. */
const STORAGE = '/mnt/volume_storage_mount';

/** The rights of both modes (upstream: daemonset.go, `defaultSecurityContextCapabilities`). */
const CAPABILITIES = [
  'CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'KILL', 'NET_ADMIN', 'NET_RAW', 'SETFCAP', 'SETGID', 'SETUID', 'SYS_ADMIN', 'SYS_CHROOT',
  'SYS_PTRACE', 'SYS_RESOURCE',
];

/** What a mode is, beyond what it brings along. */
interface Mode extends Feature {
  /** How a node is told from others. */
  readonly hostIdSource: string;
  readonly privileges: Privileges;
}

const MODES: { readonly [mode in DynatraceOneAgentMode]: Mode } = {
  [DynatraceOneAgentMode.HOST_MONITORING]: {
    hostIdSource: 'k8s-node-name',
    privileges: Privileges.of({ user: 1000, appArmorProfile: 'Unconfined' }),
    capabilities: CAPABILITIES,
    hostPaths: [HostPath.readOnly('/', { mountPath: ROOT }), HostPath.stateDirectory({ mountPath: STORAGE })],
    env: { ONEAGENT_READ_ONLY_MODE: EnvValue.fromValue('true'), ONEAGENT_DISABLE_CONTAINER_INJECTION: EnvValue.fromValue('true') },
  },
  [DynatraceOneAgentMode.CLASSIC_FULL_STACK]: {
    hostIdSource: 'auto',
    privileges: Privileges.of({ user: 0, writableRootFilesystem: true, appArmorProfile: 'Unconfined' }),
    capabilities: CAPABILITIES,
    hostPaths: [HostPath.readWrite('/', { mountPath: ROOT })],
  },
};

export function modeOf({ mode = DynatraceOneAgentMode.HOST_MONITORING }: { readonly mode?: DynatraceOneAgentMode }): Mode {
  return MODES[mode];
}
