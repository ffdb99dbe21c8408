import { ApiObject } from '../decode/decode';
import { applyDefaults, setDefaults } from '../defaults/apply-defaults';
import { dropDisabledFields } from '../defaults/disabled-fields';
import { NEWEST_KUBERNETES } from '../feature-gates';
import { FieldError } from '../field-error';
import { validateConfigMapUpdate } from './config-map';
import { validateCronJobUpdate } from './cron-job-update';
import { validateCsiDriverUpdate } from './csi-driver';
import { validateDaemonSetUpdate } from './daemon-set-update';
import { validateDeploymentUpdate } from './deployment-update';
import { validateEndpointsUpdate } from './endpoints';
import { unique } from './field-checks';
import { validateJobUpdate } from './job-update';
import { validateLimitRangeUpdate } from './limit-range';
import { validateNamespaceUpdate } from './namespace';
import { validateNetworkPolicyUpdate } from './network-policy';
import { validatePodUpdate } from './pod-update';
import { validatePriorityClassUpdate } from './priority-class';
import {
  validateClusterRoleBindingUpdate, validateClusterRoleUpdate, validateRoleBindingUpdate, validateRoleUpdate,
} from './rbac';
import { validateResourceQuotaUpdate } from './resource-quota';
import { validateRuntimeClassUpdate } from './runtime-class';
import { validateSecretUpdate } from './secret';
import { validateServiceAccountUpdate } from './service-account';
import { validateServiceUpdate } from './service-update';
import { validateStatefulSetUpdate } from './stateful-set-update';
import { validateStorageClassUpdate } from './storage-class';
import { withUniqueOwners } from '../owner-references';
import { typeOfObject } from '../schema/kinds';

type Rule = (object: ApiObject, old: ApiObject) => FieldError[];

/** By API type, what the API server says of an object that replaces a stored one. Both have the type's shape. */
export const UPDATE_RULES: { readonly [type: string]: Rule } = {
  'apps.v1.DaemonSet': validateDaemonSetUpdate,
  'apps.v1.Deployment': validateDeploymentUpdate,
  'apps.v1.StatefulSet': validateStatefulSetUpdate,
  'batch.v1.CronJob': validateCronJobUpdate,
  'batch.v1.Job': validateJobUpdate,
  'core.v1.ConfigMap': validateConfigMapUpdate,
  'core.v1.Endpoints': validateEndpointsUpdate,
  'core.v1.LimitRange': validateLimitRangeUpdate,
  'core.v1.Namespace': validateNamespaceUpdate,
  'core.v1.Pod': validatePodUpdate,
  'core.v1.ResourceQuota': validateResourceQuotaUpdate,
  'core.v1.Secret': validateSecretUpdate,
  'core.v1.Service': validateServiceUpdate,
  'core.v1.ServiceAccount': validateServiceAccountUpdate,
  'networking.v1.NetworkPolicy': validateNetworkPolicyUpdate,
  'node.v1.RuntimeClass': validateRuntimeClassUpdate,
  'rbac.v1.ClusterRole': validateClusterRoleUpdate,
  'rbac.v1.ClusterRoleBinding': validateClusterRoleBindingUpdate,
  'rbac.v1.Role': validateRoleUpdate,
  'rbac.v1.RoleBinding': validateRoleBindingUpdate,
  'scheduling.v1.PriorityClass': validatePriorityClassUpdate,
  'storage.v1.CSIDriver': validateCsiDriverUpdate,
  'storage.v1.StorageClass': validateStorageClassUpdate,
};

/**
 * What the API server says when an object replaces a stored one of the same type, undefined where the rules of the type are not known. Both
 * are decoded and have their defaults; the stored one may lack what the server makes of a new one. Nothing is said of a resource version:
 * who applies sends that of the stored object. Upstream: Store.Update, BeforeUpdate.
 */
export function validateUpdate(object: ApiObject, old: ApiObject): FieldError[] | undefined {
  const type = typeOfObject(object) ?? '';
  if (!Object.hasOwn(UPDATE_RULES, type)) {
    return undefined;
  }
  const { generation: _, ...metadata } = (object.metadata ?? {}) as ApiObject;
  const requested = withUniqueOwners(dropDisabledFields({ ...object, metadata }, NEWEST_KUBERNETES));
  return unique(UPDATE_RULES[type](requested, setDefaults(applyDefaults(old))));
}
