// Why the known daemons differ from upstream, by program and then by what differs; `every` holds where a program says nothing of its own.
'use strict';

const ROOT_FILES = 'log files belong to root; that it runs as root is said here, so that another image does not change it';
const ROOT_SOCKET = 'the kubelet\'s directory of sockets belongs to root; that it runs as root is said here, so that another image does not change it';
const OWN_STATE = 'read positions and buffers in a directory of its own: upstream needs all of /var/log writable for them';
const ONLY_READS = 'it only reads there; state has a directory of its own (fluent/helm-charts#222)';
const DOCKER = 'with containerd and CRI-O there is none, and the runtime would make an empty one (fluent/helm-charts#76); `docker: true` mounts it';
const OWN_LOGS = 'its own log files, which it does not read: what it says of an error would come back as a further event';
const NO_SERVICE = 'a Service of this kind gives the metrics of any one node; with `discovery` there is one that names them all, or a PodMonitor';
const MISSING_MADE = 'what is missing is an error that names it; without a type the runtime makes an empty directory';
const EVERY_NODE_LOGS = 'every node writes logs, those with taints too';
const EVERY_NODE_MEASURED = 'every node is measured; upstream leaves a node with a taint NoExecute';
const DEVICES_TAINTED = 'nodes with devices are mostly tainted, each vendor and each cloud with a key of its own';

module.exports = {
  every: {
    'API token': 'it asks the Kubernetes API for nothing; a token would only be there to be taken',
    'object ServiceAccount': 'an account of its own: rights that others of its namespace get by `default` are not its own too',
    'capabilities dropped': 'what root owns, root reads without a capability (komodorio/helm-charts#610)',
    'privilege escalation': 'no program in it needs more than it has',
    'root file system': 'what it writes has a place of its own; everything else stays as the image is',
    'seccomp': 'system calls that no container needs are refused',
    'priority': 'without one a full node keeps it Pending for ever',
    'requests': 'where memory is short, the kubelet ends first what takes more than it asked for',
    'limits': 'a leak must cost the daemon and not its node; there is no limit of CPU, which makes it slow when its node is busy',
    'startup probe': 'a slow start is waited for, and nothing is restarted in it',
    'liveness probe': 'a busy node answers late: a restart after three seconds would make it busier',
    'readiness probe': 'a busy node answers late',
    'grace period': 'what is read is sent or written before it ends, within a minute; Kubernetes\' own 30 s are short for it',
    'update': 'one node at a time is a day for a thousand nodes; a tenth of them is watched just as well',
    'environment K8S_NODE_NAME': 'the name of its node is always there, for whatever asks or says something for this node',
  },
  'fluentd': {
    'image': 'the image follows `output` and its `majorVersion`, which is 8: the one of 7 speaks to servers that are no longer kept',
    'mount /var/log': ONLY_READS,
    'mount /var/lib/node-agents/fluentd': OWN_STATE,
    'mount /var/lib/docker/containers': DOCKER,
    'empty directory /tmp': 'Ruby wants a temporary directory, and the root file system is read-only',
    'environment FLUENTD_CONF': 'its configuration is named by an argument; upstream\'s path climbs out of the image\'s own directory',
    'environment K8S_OWN_LOGS': OWN_LOGS,
    'environment K8S_POD_IPS': 'metrics are served on IPv6 where the pod has it',
    'environment TMPDIR': 'below /tmp, for its own user only: Ruby refuses one that everybody may write',
    'user': ROOT_FILES,
    'nodes': 'the image is for Linux, and a virtual node has no log files',
    'tolerations': EVERY_NODE_LOGS,
    'Service port 24231/TCP': NO_SERVICE,
    'object ConfigMap': 'one file, written for this definition; upstream\'s third is a dashboard of Grafana',
  },
  'fluent-bit': {
    'mount /var/log': ONLY_READS,
    'mount /var/lib/node-agents/fluent-bit': `${OWN_STATE}, and has none: after a restart it loses or repeats (fluent-bit#1330, #3702)`,
    'mount /var/lib/docker/containers': DOCKER,
    'mount /etc/machine-id': 'upstream finds the journal by it; here its directory is said, with `LogSource.systemd`, and the default is the containers\' logs only',
    'right pods list': 'the filter asks for one pod at a time by its name',
    'right pods watch': 'the filter asks for one pod at a time by its name',
    'right namespaces get': 'only labels of namespaces need it, and they are off, as in upstream\'s configuration',
    'right namespaces list': 'the filter asks for one namespace at a time, and only for labels, which are off',
    'right namespaces watch': 'the filter asks for one namespace at a time, and only for labels, which are off',
    'environment K8S_OWN_LOGS': OWN_LOGS,
    'environment K8S_POD_IP': 'it serves metrics on the pod\'s own address, IPv6 too; upstream\'s 0.0.0.0 has none',
    'user': ROOT_FILES,
    'nodes': 'the image is for Linux, and a virtual node has no log files',
    'tolerations': EVERY_NODE_LOGS,
    'readiness probe': 'upstream\'s page fails after a few errors of a destination, on all nodes at once: an update would stand still for a fault of another; `metrics.health` asks for it',
    'Service port 2020/TCP': NO_SERVICE,
  },
  'node-exporter': {
    'mount /': MISSING_MADE,
    'mount /proc': MISSING_MADE,
    'mount /sys': MISSING_MADE,
    'environment HOST_IP': 'it answers where Kubernetes knows the node, by IPv6 too; upstream answers on every IPv4 address, those of public networks too',
    'capabilities dropped': 'none of the default collectors needs one',
    'file system group': 'it has no volume that a group could own: paths of the node keep theirs',
    'tolerations': EVERY_NODE_MEASURED,
    'DNS': 'pods on the network of the node find Services only by it; a container beside it may need one',
    'annotation cluster-autoscaler.kubernetes.io/safe-to-evict': 'the autoscaler does not wait for pods of a DaemonSet; `podAnnotations` can say it',
    'Service port 9100/TCP': 'each node must be asked: a headless Service names them all, one with an address answers for any one of them',
  },
  'windows-exporter': {
    'environment HOST_IP': 'it answers where Kubernetes knows the node; upstream answers on every address, those of public networks too (`allInterfaces`)',
    'hostPID': 'Windows has no such namespace: as a process of the node it sees all of them',
    'user': 'the same account, as Windows writes it',
    'nodes': 'a virtual node is no node of Windows to measure',
    'operating system': 'the API server then refuses what Windows does not know, and fills in nothing of Linux',
    'tolerations': EVERY_NODE_MEASURED,
    'DNS': 'Windows does not know ClusterFirstWithHostNet, and without it a process of the node asks the node\'s DNS anyway',
    'annotation cluster-autoscaler.kubernetes.io/safe-to-evict': 'the autoscaler does not wait for pods of a DaemonSet; `podAnnotations` can say it',
    'limits': 'Windows ends nothing when memory is short: a leak would slow down the whole node',
    'Service port 9182/TCP': 'each node must be asked: a headless Service names them all, one with an address answers for any one of them',
  },
  'nvidia-device-plugin': {
    'mount /run/nvidia/mps': 'for MPS, which is not offered: it needs a privileged daemon beside the plugin that shares its processes with the node',
    'mount /run/nvidia/mps/shm': 'for MPS, which is not offered: it needs a privileged daemon beside the plugin that shares its processes with the node',
    'environment MPS_ROOT': 'for MPS, which is not offered',
    'object DaemonSet': 'the daemon of MPS, which upstream makes for everybody, with the selector of the plugin (NVIDIA/k8s-device-plugin#1177, #982)',
    'mount /var/run/cdi': 'with `deviceListStrategies` of CDI only',
    'object ConfigMap': 'options are written into the plugin\'s own configuration; upstream has environment variables until there is more than one',
    'user': ROOT_SOCKET,
    'nodes': 'cards are labelled with their class too where node-feature-discovery keeps its own defaults; a virtual node has none',
    'tolerations': DEVICES_TAINTED,
  },
  'dcgm-exporter': {
    'mount /var/lib/kubelet/pod-resources': MISSING_MADE,
    'empty directory /tmp': 'DCGM\'s library puts its own files aside there, and the root file system is read-only',
    'environment DCGM_EXPORTER_KUBERNETES': 'said by the argument `--kubernetes`',
    'environment DCGM_EXPORTER_LISTEN': 'said by the argument `--address`',
    'environment NVIDIA_VISIBLE_DEVICES': 'NVIDIA\'s runtime then brings all GPUs, whatever the image says',
    'environment NVIDIA_DRIVER_CAPABILITIES': 'NVIDIA\'s runtime then brings the libraries that DCGM needs, whatever the image says',
    'capabilities added': 'counters of profiling need it; they are off, until `profiling` turns them on',
    'right configmaps get': 'counters are a file; upstream\'s exporter could read them by the API, but its chart mounts them too',
    'nodes': 'without a GPU it ends at once, again and again (NVIDIA/dcgm-exporter#131)',
    'tolerations': 'nodes with GPUs are mostly tainted; upstream has no pod there (NVIDIA/dcgm-exporter#731)',
    'priority': 'pods run without its metrics: it gives way to what they do not run without',
    'startup probe': 'DCGM starts slowly: it is waited for as long as it needs, and no longer, where upstream waits 45 s each time',
    'Service port 9400/TCP': 'each node must be asked: a headless Service names them all, one with an address answers for any one of them',
    'object ServiceMonitor': 'refused where the Prometheus operator is not; `discovery` says it where it is',
    'limits': 'upstream\'s memory; a limit of CPU would make scrapes late',
  },
  'amd-gpu-device-plugin': {
    'mount /var/lib/kubelet/device-plugins': MISSING_MADE,
    'mount /sys': 'it only reads there',
    'mount /var/lib/amd-metrics-exporter': 'with `metricsExporter` only: upstream makes the directory on every node, with and without that exporter',
    'user': ROOT_SOCKET,
    'nodes': 'upstream\'s own selector is switched off and knows one class of cards of three; the image is for amd64',
    'tolerations': DEVICES_TAINTED,
  },
};
