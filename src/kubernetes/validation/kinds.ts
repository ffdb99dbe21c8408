import { ApiObject } from '../decode/decode';
import { FieldError } from '../field-error';
import { validateConfigMap } from './config-map';
import { validateCronJob } from './cron-job';
import { validateCsiDriver } from './csi-driver';
import { validateDaemonSet } from './daemon-set';
import { validateDeployment } from './deployment';
import { validateEndpoints } from './endpoints';
import { validateJob } from './job';
import { validateLimitRange } from './limit-range';
import { validateNamespace } from './namespace';
import { validateNetworkPolicy } from './network-policy';
import { validatePod } from './pod';
import { validatePriorityClass } from './priority-class';
import { validateClusterRole, validateClusterRoleBinding, validateRole, validateRoleBinding } from './rbac';
import { validateResourceQuota } from './resource-quota';
import { validateRuntimeClass } from './runtime-class';
import { validateSecret } from './secret';
import { validateService } from './service';
import { validateServiceAccount } from './service-account';
import { validateStatefulSet } from './stateful-set';
import { validateStorageClass } from './storage-class';
import { cronJobWarnings } from '../warnings/cron-job';
import { csiDriverWarnings } from '../warnings/csi-driver';
import { daemonSetWarnings } from '../warnings/daemon-set';
import { deploymentWarnings } from '../warnings/deployment';
import { endpointsWarnings } from '../warnings/endpoints';
import { jobWarnings } from '../warnings/job';
import { networkPolicyWarnings } from '../warnings/network-policy';
import { podWarnings } from '../warnings/pod';
import { secretWarnings } from '../warnings/secret';
import { serviceWarnings } from '../warnings/service';
import { serviceAccountWarnings } from '../warnings/service-account';
import { statefulSetWarnings } from '../warnings/stateful-set';

/** What the API server does with objects of one type. Strict decoding and defaulting have given them the type's shape. */
export interface KindRules {
  readonly validate: (object: ApiObject, version?: string) => FieldError[];
  readonly warnings: (object: ApiObject) => string[];
}

/** By API type. Objects of other types are decoded strictly, and told as not judged. */
export const KIND_RULES: { readonly [type: string]: KindRules } = {
  'apps.v1.DaemonSet': rules(validateDaemonSet, daemonSetWarnings),
  'apps.v1.Deployment': rules(validateDeployment, deploymentWarnings),
  'apps.v1.StatefulSet': rules(validateStatefulSet, statefulSetWarnings),
  'batch.v1.CronJob': rules(validateCronJob, cronJobWarnings),
  'batch.v1.Job': rules(validateJob, jobWarnings),
  'core.v1.ConfigMap': rules(validateConfigMap),
  'core.v1.Endpoints': rules(validateEndpoints, endpointsWarnings),
  'core.v1.LimitRange': rules(validateLimitRange),
  'core.v1.Namespace': rules(validateNamespace),
  'core.v1.Pod': rules(validatePod, podWarnings),
  'core.v1.ResourceQuota': rules(validateResourceQuota),
  'core.v1.Secret': rules(validateSecret, secretWarnings),
  'core.v1.Service': rules(validateService, serviceWarnings),
  'core.v1.ServiceAccount': rules(validateServiceAccount, serviceAccountWarnings),
  'networking.v1.NetworkPolicy': rules(validateNetworkPolicy, networkPolicyWarnings),
  'node.v1.RuntimeClass': rules(validateRuntimeClass),
  'rbac.v1.ClusterRole': rules(validateClusterRole),
  'rbac.v1.ClusterRoleBinding': rules(validateClusterRoleBinding),
  'rbac.v1.Role': rules(validateRole),
  'rbac.v1.RoleBinding': rules(validateRoleBinding),
  'scheduling.v1.PriorityClass': rules(validatePriorityClass),
  'storage.v1.CSIDriver': rules(validateCsiDriver, csiDriverWarnings),
  'storage.v1.StorageClass': rules(validateStorageClass),
};

function rules<T>(validate: (object: T, version?: string) => FieldError[], warnings: (object: T) => string[] = () => []): KindRules {
  return { validate: (object, version) => validate(object as T, version), warnings: (object) => warnings(object as T) };
}
