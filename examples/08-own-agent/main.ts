// An agent of your own, with everything a daemon may have: configuration, secrets, rights, probes, a sidecar, the node's
// container runtime, a GPU.
import { App, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import { Cpu, EnvFieldPaths, EnvValue, PercentOrAbsolute, Secret } from 'cdk8s-plus-27';
import {
  Daemon, DaemonNamespace, DaemonVolume, Discovery, HostPath, KubernetesAccess, Nodes, Placement, Priority, Privileges, Probe, Rollout,
} from 'cdk8s-daemons';

const app = new App();
const chart = new Chart(app, 'own-agent', { namespace: 'agents' });

new DaemonNamespace(chart, 'namespace', { name: 'agents' });

const token = Secret.fromSecretName(chart, 'token', 'agent-token');
const tls = Secret.fromSecretName(chart, 'tls', 'agent-tls');

const agent = new Daemon(chart, 'agent', {
  program: 'acme-agent',
  image: 'registry.example.com/acme-agent:1.4.2',
  args: ['--config=/etc/acme/agent.yaml', '--node=$(NODE_NAME)'],
  env: {
    NODE_NAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME),
    ACME_TOKEN: EnvValue.fromSecretValue({ secret: token, key: 'token' }),
  },
  configFiles: [{ path: '/etc/acme/agent.yaml', content: 'listen: "[::]:8125"\nruntime: /run/containerd/containerd.sock\nstate: /var/lib/agents/agent\n' }],
  volumes: [DaemonVolume.secret('/etc/acme-tls', tls), DaemonVolume.emptyDir('/tmp', { sizeLimit: Size.mebibytes(64) })],
  hostPaths: [
    HostPath.readOnly('/proc', { mountPath: '/host/proc' }),
    HostPath.socket('/run/containerd/containerd.sock'),
    HostPath.stateDirectory(),
  ],
  hostPid: true,
  privileges: Privileges.root().withCapabilities('SYS_PTRACE'),
  ports: [{ name: 'http', number: 8125 }],
  liveness: Probe.httpGet('/healthz', 'http'),
  readiness: Probe.httpGet('/ready', 'http', { period: Duration.seconds(5) }),
  startup: Probe.tcpSocket('http', { failureThreshold: 30 }),
  resources: {
    cpu: { request: Cpu.millis(100) },
    memory: { request: Size.mebibytes(128), limit: Size.mebibytes(256) },
  },
  sidecars: [{
    name: 'reloader',
    image: 'registry.example.com/reloader:0.9.0',
    resources: { cpu: { request: Cpu.millis(10) }, memory: { request: Size.mebibytes(16), limit: Size.mebibytes(32) } },
  }],
  kubernetesAccess: [
    KubernetesAccess.read('pods', 'nodes'),
    KubernetesAccess.ownNamespace({ apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'create', 'update'] }),
  ],
  placement: Placement.nodes(Nodes.withArchitecture('amd64', 'arm64')),
  priority: Priority.clusterCritical(),
  rollout: Rollout.rolling({ maxUnavailable: PercentOrAbsolute.percent(20), minReady: Duration.seconds(10) }),
  discovery: [Discovery.nodeLocalService()],
  terminationGracePeriod: Duration.seconds(45),
});

// Whatever has no property yet: real field names, on every DaemonSet of the daemon.
agent.addJsonPatch(JsonPatch.add('/spec/template/spec/enableServiceLinks', false));

app.synth();
