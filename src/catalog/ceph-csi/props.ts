import { EnvValue, IConfigMap } from 'cdk8s-plus-27';
import { CephCsiCluster } from './cluster';
import { CephCsiDriver } from './driver';
import { DaemonOptions } from '../../daemon/daemon-props';
import { DaemonResources } from '../../daemon/resources';
import { VariantOptions } from '../../daemon/variant';

/** The container that makes the driver known to the kubelet (Kubernetes' `csi-node-driver-registrar`). */
export interface CephCsiRegistrar {
  /**
   * Image with tag or digest.
   *
   * @default registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.17.0 - the release that this driver is tested with
   */
  readonly image?: string;

  /**
   * What it asks of the node. What is not said keeps its default, made to fit.
   *
   * @default - CPU request 10m; memory request 32Mi and limit 128Mi: it answers the kubelet once, and waits
   */
  readonly resources?: DaemonResources;
}

/** Metrics that tell whether the driver answers (`csi_liveness`), from a container beside it. */
export interface CephCsiMetrics {
  /**
   * Whether they are there: for a variant that has none.
   *
   * @default true - who says something of them wants them
   */
  readonly enabled?: boolean;

  /**
   * Port on the node.
   *
   * @default - 8680 for block devices, 8681 for CephFS, as in upstream's manifests; Rook has 9080 and 9081
   */
  readonly port?: number;

  /**
   * What the container asks of the node. What is not said keeps its default, made to fit.
   *
   * @default - CPU request 10m; memory request 64Mi and limit 256Mi
   */
  readonly resources?: DaemonResources;
}

/**
 * Volumes that are encrypted, with keys from a service that keeps them. Volumes whose passphrase is in their own Secret need nothing of this.
 *
 * Rights are given for the Secrets, ConfigMaps and ServiceAccounts that are named, and for no other: upstream's let each node read every Secret of the
 * cluster, and take a token of every ServiceAccount. AWS's tokens by STS are not offered, which need a token volume of their own.
 *
 * @see https://github.com/ceph/ceph-csi/tree/v3.17.0/examples/kms
 */
export interface CephCsiEncryption {
  /** ConfigMap with the services, by the names that StorageClasses say (`encryptionKMSID`), in its key `config.json`. */
  readonly kmsConfig: IConfigMap;

  /**
   * Names of the Secrets in the daemon's own namespace that the services are asked with, such as AWS's or Vault's.
   *
   * @default - none
   */
  readonly secretNames?: string[];

  /**
   * Names of the Secrets in the namespaces of volumes, such as `ceph-csi-kms-token` with a token of Vault for each of them.
   *
   * @default - none: namespaces have no keys of their own
   */
  readonly tenantSecretNames?: string[];

  /**
   * Name of the ConfigMaps in the namespaces of volumes that change the configuration for them, such as `ceph-csi-kms-config`.
   *
   * @default - none
   */
  readonly tenantConfigMapName?: string;

  /**
   * Name of the ServiceAccounts in the namespaces of volumes as which Vault is asked, such as `ceph-csi-vault-sa`; the driver takes a token of them.
   *
   * @default - none
   */
  readonly tenantServiceAccountName?: string;
}

/** The CSIDriver, which tells Kubernetes what the driver can do. */
export interface CephCsiDriverObject {
  /**
   * Whether it is made with the daemon.
   *
   * @default true - it says what the kubelet does before it calls this daemon, and volumes wait without it. Where the chart or the operator of the
   * provisioner makes it, it is false here: two would write one object.
   */
  readonly enabled?: boolean;

  /**
   * Whether volumes are attached before they are mounted (`attachRequired`), for which the provisioner brings an attacher. It cannot be changed later.
   *
   * @default - true for block devices, so that one is not mapped by two nodes; false for CephFS, which many may mount
   */
  readonly attachRequired?: boolean;
}

/** What the driver does on its node. */
export interface CephCsiOptions {
  /**
   * Image with tag or digest.
   *
   * @default quay.io/cephcsi/cephcsi:v3.17.0 - the release that these options were written for
   */
  readonly image?: string;

  /**
   * The container that makes the driver known to the kubelet.
   *
   * @default - of the release that this driver is tested with
   */
  readonly registrar?: CephCsiRegistrar;

  /**
   * Root directory of the kubelet on the node: `/var/snap/microk8s/common/var/lib/kubelet` with MicroK8s, `/var/lib/k0s/kubelet` with k0s. With a wrong one
   * volumes are mounted where no pod sees them.
   *
   * @default /var/lib/kubelet - the kubelet's own default
   */
  readonly kubeletRoot?: string;

  /**
   * Labels of nodes that tell in which domain a node is (`--domainlabels`), such as `topology.kubernetes.io/zone`: pods are then placed where their volumes
   * can be reached.
   *
   * @default - none: every volume can be reached from every node
   */
  readonly domainLabels?: string[];

  /**
   * Whether the nodes enforce SELinux (Red Hat's systems, Fedora CoreOS). The policy of the node is then mounted, and the containers beside the driver are
   * privileged too: no other one may use its socket there.
   *
   * @default false - least privilege; where SELinux is enforced, the registrar ends with "permission denied" without it
   */
  readonly selinux?: boolean;

  /**
   * Metrics that tell whether the driver answers.
   *
   * @default - none, as in Rook: they take a port of the node
   */
  readonly metrics?: CephCsiMetrics;

  /**
   * How much is logged (`--v`), from 0 to 5.
   *
   * @default 0 - what fails, as in Rook; upstream's manifests have 5, which writes each request
   */
  readonly logLevel?: number;

  /**
   * Further arguments of the driver. A flag that the options above write is refused here.
   *
   * @default - none
   */
  readonly extraArgs?: string[];

  /**
   * Further environment variables of the driver.
   *
   * @default - only K8S_NODE_NAME and POD_NAMESPACE
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What the driver asks of the node. What is not said keeps its default, made to fit: a limit below the default request lowers the request.
   *
   * @default - CPU request 250m; memory request 512Mi and limit 1Gi, as in Rook's examples: programs that it mounts with run in it; no CPU limit, which
   * would make pods wait for their volumes
   */
  readonly resources?: DaemonResources;
}

/** What is different on the nodes of a variant. */
export interface CephCsiVariantOptions extends CephCsiOptions, VariantOptions {
}

/** A driver of Ceph CSI on every node. */
export interface CephCsiDaemonProps extends CephCsiOptions, DaemonOptions {
  /** Which driver: block devices or CephFS. */
  readonly driver: CephCsiDriver;

  /**
   * The clusters that volumes come from. Who may use them is in Secrets that StorageClasses name (keys `userID` and `userKey`); the kubelet hands them over
   * with each volume.
   */
  readonly clusters: CephCsiCluster[];

  /**
   * A configuration of Ceph for the driver's programs, in place of its own (`/etc/ceph/ceph.conf`).
   *
   * @default - the driver's own: authentication by cephx, and what `ceph-fuse` needs
   */
  readonly cephConf?: string;

  /**
   * Volumes that are encrypted with keys from a service.
   *
   * @default - none
   */
  readonly encryption?: CephCsiEncryption;

  /**
   * The CSIDriver, which tells Kubernetes what the driver can do.
   *
   * @default - made with the daemon
   */
  readonly csiDriver?: CephCsiDriverObject;
}
