import { ApiObject } from '../kubernetes/decode/decode';
import { FieldError } from '../kubernetes/field-error';
import { PodTemplateSpec } from '../kubernetes/pod-objects';
import { validateConfigMap } from '../kubernetes/validation/config-map';
import { validateCronJob } from '../kubernetes/validation/cron-job';
import { validateCsiDriver } from '../kubernetes/validation/csi-driver';
import { validateDaemonSet } from '../kubernetes/validation/daemon-set';
import { validateDeployment } from '../kubernetes/validation/deployment';
import { validateEndpoints } from '../kubernetes/validation/endpoints';
import { validateJob } from '../kubernetes/validation/job';
import { validateLimitRange } from '../kubernetes/validation/limit-range';
import { validateNamespace } from '../kubernetes/validation/namespace';
import { validateNetworkPolicy } from '../kubernetes/validation/network-policy';
import { validatePod } from '../kubernetes/validation/pod';
import { validatePriorityClass } from '../kubernetes/validation/priority-class';
import { validateClusterRole, validateClusterRoleBinding, validateRole, validateRoleBinding } from '../kubernetes/validation/rbac';
import { validateResourceQuota } from '../kubernetes/validation/resource-quota';
import { validateRuntimeClass } from '../kubernetes/validation/runtime-class';
import { validateSecret } from '../kubernetes/validation/secret';
import { validateService } from '../kubernetes/validation/service';
import { validateServiceAccount } from '../kubernetes/validation/service-account';
import { validateStatefulSet } from '../kubernetes/validation/stateful-set';
import { validateStorageClass } from '../kubernetes/validation/storage-class';
import { csiDriverWarnings } from '../kubernetes/warnings/csi-driver';
import { daemonSetWarnings } from '../kubernetes/warnings/daemon-set';
import { endpointsWarnings } from '../kubernetes/warnings/endpoints';
import { networkPolicyWarnings } from '../kubernetes/warnings/network-policy';
import { podWarnings } from '../kubernetes/warnings/pod';
import { podTemplateWarnings } from '../kubernetes/warnings/pod-template';
import { secretWarnings } from '../kubernetes/warnings/secret';
import { serviceWarnings } from '../kubernetes/warnings/service';
import { serviceAccountWarnings } from '../kubernetes/warnings/service-account';

/** What the API server does with objects of one type. Strict decoding and defaulting have given them the type's shape. */
export interface KindRules {
  readonly validate: (object: ApiObject, version?: string) => FieldError[];
  readonly warnings: (object: ApiObject) => string[];
}

/** By API type. Objects of other types are decoded strictly, and told as not judged. */
export const KIND_RULES: { readonly [type: string]: KindRules } = {
  'apps.v1.DaemonSet': rules(validateDaemonSet, daemonSetWarnings),
  'apps.v1.Deployment': rules(validateDeployment, templateWarnings),
  'apps.v1.StatefulSet': rules(validateStatefulSet, templateWarnings),
  'batch.v1.CronJob': rules(validateCronJob, ({ spec }) => podTemplateWarnings(spec?.jobTemplate?.spec?.template ?? {}, 'spec.jobTemplate.spec.template')),
  'batch.v1.Job': rules(validateJob, templateWarnings),
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

function templateWarnings({ spec }: { readonly spec?: { readonly template?: PodTemplateSpec } }): string[] {
  return podTemplateWarnings(spec?.template ?? {}, 'spec.template');
}
