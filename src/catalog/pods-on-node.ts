/**
 * What the exporter's own default leaves out, and what pods bring: volumes (`kubelet/pods`, `kubelet/plugins`), and the shared memory of their
 * sandboxes under containerd, CRI-O and docker. The disks below are measured: `/var/lib/kubelet` and `/var/lib/docker` themselves stay.
 */
export const EXCLUDED_MOUNT_POINTS = '^/(dev|proc|sys|run/credentials/.+|(.+/)?kubelet/(pods|plugins)/.+|(.+/)?run/(.+/)?containerd/.+'
  + '|(run|var/lib)/containers/storage/.+|var/lib/docker/.+)($|/)';

/**
 * The node's end of each pod's cable: `veth…` of the bridge plugins, `cali…` of Calico, `eni…` of AWS, `gke…` of Google, `azv…` of Azure,
 * `lxc…` of Cilium, 15 hexadecimal digits of OVN-Kubernetes. Bridges and tunnels, which carry the sum of them, stay.
 */
export const EXCLUDED_NETWORK_DEVICES = '^(veth.*|(cali|eni|gke|azv)[a-f0-9]{7,11}|lxc(_health|[a-f0-9]{12})|[a-f0-9]{15})$';
