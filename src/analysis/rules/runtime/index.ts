import { EMPTY_AFFINITY_TERM, INTEGER_COMPARISON } from './affinity-term';
import { DECIMAL_MODE } from './decimal-mode';
import { DUPLICATE_OBJECT } from './duplicate-object';
import { HOST_NETWORK_DNS } from './host-network-dns';
import { HOST_PORT_CLASH } from './host-port-clash';
import { MISSING_KEY, MISSING_REFERENCES } from './missing-reference';
import { MOUNT_PATH, RELATIVE_MOUNT_PATH } from './mount-path';
import { LIMIT_RANGE, RESOURCE_QUOTA } from './namespace-limits';
import { NO_NODE } from './no-node';
import { OVERHEAD } from './overhead';
import { POD_INVALID } from './pod-invalid';
import { POD_SECURITY } from './pod-security';
import { PRIORITY_VALUE, SYSTEM_PRIORITY_QUOTA } from './priority';
import { PROBE_PORT } from './probe-port';
import { RESOURCE_FIELD_CONTAINER } from './resource-field-container';
import { SCHEDULING_GATES } from './scheduling-gates';
import { SELECTOR_OVERLAP } from './selector-overlap';
import { SELECTOR_VERSION } from './selector-version';
import { SERVICE_SELECTS_NOTHING, SERVICE_TARGET_PORT } from './service';
import { SURGE_HOST_PORT } from './surge-host-port';
import { USER_ZERO } from './user-zero';
import { Rule } from '../rule';

/** What the API server takes and what then does not work: no pods, pods that never start, or a rollout that never ends. */
export const RUNTIME_RULES: readonly Rule[] = [
  DECIMAL_MODE, DUPLICATE_OBJECT, EMPTY_AFFINITY_TERM, HOST_NETWORK_DNS, HOST_PORT_CLASH, INTEGER_COMPARISON, LIMIT_RANGE, MISSING_KEY,
  ...MISSING_REFERENCES, MOUNT_PATH, NO_NODE, OVERHEAD, POD_INVALID, POD_SECURITY, PRIORITY_VALUE, PROBE_PORT, RELATIVE_MOUNT_PATH,
  RESOURCE_FIELD_CONTAINER, RESOURCE_QUOTA, SCHEDULING_GATES, SELECTOR_OVERLAP, SELECTOR_VERSION, SERVICE_SELECTS_NOTHING, SERVICE_TARGET_PORT,
  SURGE_HOST_PORT, SYSTEM_PRIORITY_QUOTA, USER_ZERO,
];
