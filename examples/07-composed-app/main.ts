// Daemons as one part of a larger cdk8s app: settings for all of them, kplus objects that refer to them.
import { App, Chart } from 'cdk8s';
import {
  ApiResource, ClusterRole, Deployment, EnvValue, Namespaces, NetworkPolicy, NetworkPolicyPort, NetworkPolicyTrafficDefault, Pods, Service,
  ServiceAccount,
} from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { DaemonNamespace, DaemonSettings, Discovery, FluentdDaemon, LogSource, LogOutput, NodeExporterDaemon } from 'cdk8s-daemons';

class Observability extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'observability', labels: { 'app.kubernetes.io/part-of': 'observability' } });
    DaemonSettings.apply(this, {
      registryMirrors: { 'docker.io': 'mirror.example.com/hub', 'quay.io': 'mirror.example.com/quay' },
      labels: { team: 'platform' },
    });

    new DaemonNamespace(this, 'namespace');

    const account = new ServiceAccount(this, 'fluentd-account', { metadata: { name: 'fluentd-forwarder' } });
    const fluentd = new FluentdDaemon(this, 'fluentd', {
      sources: [LogSource.containerLogs(), LogSource.forward()],
      output: LogOutput.forward({ host: 'aggregator.observability.svc' }),
      serviceAccount: account,
      discovery: [Discovery.nodeLocalService()],
    });
    const exporter = new NodeExporterDaemon(this, 'node-exporter', { port: 9101, discovery: [Discovery.headless()] });

    // a Deployment that sends its own events to the fluentd of its node, and prefers nodes that have one
    const api = new Deployment(this, 'api', {
      metadata: { name: 'api' },
      containers: [{
        image: 'registry.example.com/api:3.2.1',
        portNumber: 8080,
        securityContext: { user: 1000 },
        envVariables: { FLUENTD: EnvValue.fromValue(fluentd.dnsName), NODE_METRICS: EnvValue.fromValue(exporter.dnsName) },
      }],
    });
    api.scheduling.colocate(fluentd);

    // kplus selects a daemon's pods like those of any workload
    new Service(this, 'forward', { metadata: { name: 'fluentd-forward' }, selector: fluentd, ports: [{ name: 'forward', port: 24224 }] });
    new NetworkPolicy(this, 'fluentd-ingress', {
      metadata: { name: 'fluentd-ingress' },
      selector: fluentd,
      ingress: {
        default: NetworkPolicyTrafficDefault.DENY,
        rules: [{ peer: Pods.all(this, 'everybody', { namespaces: Namespaces.all(this, 'everywhere') }), ports: [NetworkPolicyPort.tcp(24224)] }],
      },
    });
    new ClusterRole(this, 'reads-nodes', {
      metadata: { name: 'observability-reads-nodes' },
      rules: [{ verbs: ['get', 'list', 'watch'], endpoints: [ApiResource.NODES] }],
    }).bind(fluentd);
  }
}

const app = new App();
new Observability(app, 'composed-app');
app.synth();
