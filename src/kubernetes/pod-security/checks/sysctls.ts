/*
 * A pod may set only those kernel parameters that are separate for every pod, so that they can neither harm other pods
 * nor the node. Kubernetes adds to the list over time.
 *
 * Restricted fields:
 *   securityContext.sysctls[*].name
 * Allowed values: see the lists below
 */
import { Check, Rule } from '../check';

const SAFE_1_0 = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
];
const SAFE_1_27 = [
  ...SAFE_1_0,
  'net.ipv4.ip_local_reserved_ports',
];
const SAFE_1_29 = [
  ...SAFE_1_27,
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
];
const SAFE_1_32 = [
  ...SAFE_1_29,
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
];
const SAFE_1_37 = [
  ...SAFE_1_32,
  'net.ipv4.tcp_slow_start_after_idle',
  'net.ipv4.tcp_notsent_lowat',
];

export const sysctls: Check = {
  id: 'sysctls',
  level: 'baseline',
  versions: [
    { since: 0, check: onlySysctls(SAFE_1_0) },
    { since: 27, check: onlySysctls(SAFE_1_27) },
    { since: 29, check: onlySysctls(SAFE_1_29) },
    { since: 32, check: onlySysctls(SAFE_1_32) },
    { since: 37, check: onlySysctls(SAFE_1_37) },
  ],
};

function onlySysctls(safe: readonly string[]): Rule {
  return (_podMetadata, podSpec) => {
    const forbidden = (podSpec.securityContext?.sysctls ?? [])
      .map((sysctl) => sysctl?.name ?? '')
      .filter((name) => !safe.includes(name));
    return forbidden.length === 0 ? undefined : { reason: 'forbidden sysctls', detail: forbidden.join(', ') };
  };
}
