// The ways to talk to a daemon: it pushes; node IP and known port; DNS lists all of them; a Service leads to any of
// them; a Service leads to the one on the caller's own node.
import { App, Chart } from 'cdk8s';
import { Deployment, EnvValue } from 'cdk8s-plus-27';
import { Daemon, Discovery } from 'cdk8s-daemons';

const app = new App();
const chart = new Chart(app, 'ways-to-talk', { namespace: 'node-agents' });

// Push: nothing to declare. Where it sends to is the daemon's own configuration.
new Daemon(chart, 'pusher', {
  image: 'registry.example.com/pusher:1.0.0',
  args: ['--send-to=https://collector.example.com'],
});

// Node IP and known port: http://<node>:9273 on every node.
new Daemon(chart, 'known-port', {
  image: 'registry.example.com/agent:1.0.0',
  ports: [{ name: 'metrics', number: 9273 }],
  discovery: [Discovery.hostPort('metrics')],
});

const agent = new Daemon(chart, 'agent', {
  image: 'registry.example.com/agent:1.0.0',
  ports: [{ name: 'api', number: 8080 }],
  discovery: [
    Discovery.headless(), // agent.node-agents.svc: every pod's address
    Discovery.service(), // agent-cluster.node-agents.svc: a daemon on any node
    Discovery.nodeLocalService(), // agent-local.node-agents.svc: the daemon on the caller's node
  ],
});

new Deployment(chart, 'caller', {
  metadata: { name: 'caller' },
  containers: [{
    image: 'registry.example.com/caller:1.0.0',
    envVariables: {
      ALL_AGENTS: EnvValue.fromValue(agent.dnsName),
      MY_AGENT: EnvValue.fromValue('agent-local.node-agents.svc'),
    },
    securityContext: { user: 1000 },
  }],
});

app.synth();
