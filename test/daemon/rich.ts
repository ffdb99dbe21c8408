import { Chart, Duration, Size } from 'cdk8s';
import { ConfigMap, Cpu, EnvFieldPaths, EnvValue, ImagePullPolicy, NetworkPolicyIpBlock, Protocol, ResourceFieldPaths, Secret } from 'cdk8s-plus-27';
import {
  DaemonProps, DaemonVolume, Discovery, HostPath, KubernetesAccess, Nodes, Placement, Priority, Privileges, Probe, Rollout, Tolerations,
} from '../../src';

/** A daemon that uses every option that goes with the others. */
export function richProps(chart: Chart): DaemonProps {
  const secret = Secret.fromSecretName(chart, 'imported-secret', 'agent-secret');
  const configMap = ConfigMap.fromConfigMapName(chart, 'imported-config-map', 'agent-regions');
  return {
    image: 'registry.example.com/agent:1.4.2',
    imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
    command: ['/bin/agent'],
    args: ['--node=$(NODE_NAME)', '--listen=:9100'],
    workingDir: '/srv',
    ports: [{ name: 'metrics', number: 9100 }, { name: 'statsd', number: 8125, protocol: Protocol.UDP }],
    env: {
      NODE_NAME: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME),
      GOMEMLIMIT: EnvValue.fromResource(ResourceFieldPaths.MEMORY_LIMIT, { divisor: '1' }),
      REGION: EnvValue.fromConfigMap(configMap, 'region'),
      API_KEY: EnvValue.fromSecretValue({ secret, key: 'api-key' }),
      LOG_LEVEL: EnvValue.fromValue('info'),
    },
    resources: {
      cpu: { request: Cpu.millis(50), limit: Cpu.units(0.25) },
      memory: { request: Size.mebibytes(64), limit: Size.gibibytes(1.5) },
      ephemeralStorage: { request: Size.mebibytes(100) },
      extended: { 'example.com/accelerator': 1 },
    },
    hostPaths: [
      HostPath.readOnly('/proc', { mountPath: '/host/proc' }),
      HostPath.readOnly('/sys', { mountPath: '/host/sys' }),
      HostPath.socket('/run/containerd/containerd.sock'),
      HostPath.stateDirectory(),
    ],
    configFiles: [{ path: '/etc/agent/agent.yaml', content: 'interval: 10s\n' }, { path: '/etc/agent/conf.d/disks.yaml', content: 'disks: all\n' }],
    volumes: [
      DaemonVolume.secret('/etc/agent-tls', secret, { items: { 'tls.crt': 'agent.crt' } }),
      DaemonVolume.configMap('/etc/agent-regions', configMap),
      DaemonVolume.emptyDir('/tmp', { sizeLimit: Size.mebibytes(10), inMemory: true, name: 'scratch' }),
    ],
    privileges: Privileges.root().withCapabilities('SYS_PTRACE'),
    liveness: Probe.httpGet('/-/healthy', 'metrics', { period: Duration.seconds(30) }),
    readiness: Probe.tcpSocket('9100', { timeout: Duration.seconds(2), failureThreshold: 5 }),
    startup: Probe.exec(['/bin/agent', 'ready'], { initialDelay: Duration.seconds(1) }),
    program: 'example-agent',
    version: '1.4.2-custom',
    component: 'node-monitor',
    containerName: 'main',
    containers: [{ name: 'helper', image: 'registry.example.com/helper@sha256:0123', volumes: [DaemonVolume.emptyDir('/scratch', { name: 'scratch' })] }],
    initContainers: [{ name: 'prepare', image: 'registry.example.com/prepare:1' }],
    sidecars: [{ name: 'proxy', image: 'registry.example.com/proxy:2', ports: [{ name: 'https', number: 8443 }] }],
    hostPid: true,
    labels: { team: 'platform' },
    annotations: { 'example.com/owner': 'platform@example.com' },
    podLabels: { 'example.com/tier': 'node' },
    podAnnotations: { 'example.com/profile': 'small' },
    placement: Placement.nodes(Nodes.withArchitecture('arm64').intersection(Nodes.withLabel('pool', 'a', 'b')), Nodes.withoutLabel('example.com/edge')),
    tolerations: Tolerations.controlPlane().plus(Tolerations.of({ key: 'pool', value: 'a' })),
    discovery: [Discovery.headless(), Discovery.service(), Discovery.nodeLocalService({ ports: ['statsd'] }), Discovery.podMonitor('metrics')],
    rollout: Rollout.rolling({ minReady: Duration.seconds(10), revisionHistoryLimit: 3 }),
    priority: Priority.nodeCritical(),
    runtimeClassName: 'gvisor',
    networkPolicy: { ingressFrom: [NetworkPolicyIpBlock.ipv4(chart, 'clients', '10.0.0.0/8')] },
    imagePullSecrets: [secret],
    terminationGracePeriod: Duration.minutes(1),
    kubernetesAccess: [
      KubernetesAccess.read('nodes', 'pods'),
      KubernetesAccess.clusterWide({ nonResourceUrls: ['/metrics'], verbs: ['get'] }),
      KubernetesAccess.ownNamespace({ apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'create', 'update'] }),
    ],
  };
}
