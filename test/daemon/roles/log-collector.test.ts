import { App, Chart } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { HostPath, KubernetesAccess, LogCollectorDaemon, LogCollectorDaemonProps, Privileges } from '../../../src';
import { logCollector } from '../../../src/daemon/roles/log-collector';
import { DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { expectGolden } from '../../golden';
import { deepFreeze, IMAGE, only, problems, synth, Written } from '../../util';

function written(props: Partial<LogCollectorDaemonProps> = {}, namespace: string | undefined = 'logging'): Written[] {
  return synth((chart) => new LogCollectorDaemon(chart, 'collector', { image: IMAGE, ...props }), { namespace });
}

function pod(props: Partial<LogCollectorDaemonProps> = {}): PodSpec {
  return (only('DaemonSet', written(props)) as unknown as DaemonSet).spec.template.spec;
}

function env(name: string, props: Partial<LogCollectorDaemonProps> = {}, namespace?: string): object | undefined {
  return (only('DaemonSet', written(props, namespace)) as unknown as DaemonSet).spec.template.spec.containers[0].env!.find((variable) => variable.name === name);
}

function problemsOf(props: Partial<LogCollectorDaemonProps>): string[] {
  return problems((chart) => new LogCollectorDaemon(chart, 'collector', { image: IMAGE, ...props }));
}

/** Whether a log file of the node is taken by the daemon's glob, as a shell would. */
function isOwn(daemon: { name: string; namespace?: string }, file: string): boolean {
  const chart = new Chart(new App(), 'chart', { namespace: daemon.namespace });
  const glob = new LogCollectorDaemon(chart, 'x', { image: IMAGE, name: daemon.name }).ownLogs;
  return new RegExp(`^${glob.replace(/[.]/g, '\\.').replace(/\*/g, '[^/]*').replace(/\?/g, '[^/]')}$`).test(file);
}

describe('a log collector', () => {
  test('is written as its documentation shows it', () => expectGolden('log-collector', (chart) => new LogCollectorDaemon(chart, 'promtail', {
    image: 'docker.io/grafana/promtail:3.5.5',
    args: ['-config.file=/etc/promtail/promtail.yaml', '-config.expand-env=true'],
    configFiles: [{ path: '/etc/promtail/promtail.yaml', content: 'server: { http_listen_port: 3101 }' }],
    stateMountPath: '/run/promtail',
    kubernetesMetadata: true,
  })));

  test('reads /var/log, under the path that links there lead to', () => {
    expect(pod().volumes).toContainEqual({ name: 'var-log', hostPath: { path: '/var/log', type: 'Directory' } });
    expect(pod().containers[0].volumeMounts).toContainEqual({ name: 'var-log', mountPath: '/var/log', readOnly: true });
  });

  test('keeps its state in a directory of its own outside of /var/log', () => {
    expect(pod().volumes).toContainEqual({ name: 'var-lib-logging-collector', hostPath: { path: '/var/lib/logging/collector', type: 'DirectoryOrCreate' } });
    expect(pod().containers[0].volumeMounts).toContainEqual({ name: 'var-lib-logging-collector', mountPath: '/var/lib/logging/collector' });
  });

  test('sees its state where stateMountPath says', () => {
    expect(pod({ stateMountPath: '/data' }).containers[0].volumeMounts).toContainEqual({ name: 'var-lib-logging-collector', mountPath: '/data' });
  });

  test('is root without any capability, and with a root file system that cannot be written', () => {
    expect(pod().containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsUser: 0, runAsGroup: 0,
    });
    expect(pod()).not.toHaveProperty('hostNetwork');
    expect(pod()).not.toHaveProperty('hostPID');
  });

  test('knows the name of its node', () => {
    expect(env('K8S_NODE_NAME')).toEqual({ name: 'K8S_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } });
  });

  test('knows its own log files, and tells them', () => {
    expect(env('K8S_OWN_LOGS')).toEqual({ name: 'K8S_OWN_LOGS', value: '/var/log/containers/collector-?????_logging_*.log' });
    synth((chart) => expect(new LogCollectorDaemon(chart, 'collector', { image: IMAGE }).ownLogs).toBe('/var/log/containers/collector-?????_node-agents_*.log'));
    synth((chart) => expect(new LogCollectorDaemon(chart, 'collector', { image: IMAGE }).ownLogs).toBe('/var/log/containers/collector-?????_*_*.log'), {});
  });

  test.each([
    [{ name: 'collector', namespace: 'logging' }, '/var/log/containers/collector-x7k2p_logging_collector-0a1b2c.log', true],
    [{ name: 'collector', namespace: 'logging' }, '/var/log/containers/collector-gpu-x7k2p_logging_collector-0a1b2c.log', false],
    [{ name: 'collector', namespace: 'logging' }, '/var/log/containers/collector-x7k2p_logging_sidecar-0a1b2c.log', true],
    [{ name: 'collector', namespace: 'logging' }, '/var/log/containers/collector-x7k2p_default_collector-0a1b2c.log', false],
    [{ name: 'collector', namespace: 'logging' }, '/var/log/containers/my-collector-x7k2p_logging_collector-0a1b2c.log', false],
    [{ name: 'collector' }, '/var/log/containers/collector-x7k2p_default_collector-0a1b2c.log', true],
    // a pod's name is cut to 58 characters before its five random ones
    [{ name: 'a'.repeat(63), namespace: 'logging' }, `/var/log/containers/${'a'.repeat(58)}x7k2p_logging_main-0a1b2c.log`, true],
    [{ name: 'a'.repeat(57), namespace: 'logging' }, `/var/log/containers/${'a'.repeat(57)}-x7k2p_logging_main-0a1b2c.log`, true],
  ])('%j: is %s its own? %s', (daemon, file, own) => {
    expect(isOwn(daemon, file)).toBe(own);
  });

  test('asks the Kubernetes API nothing', () => {
    expect(written().map(({ kind }) => kind)).toEqual(['ServiceAccount', 'DaemonSet']);
    expect(pod().automountServiceAccountToken).toBe(false);
  });

  test('reads pods and namespaces with kubernetesMetadata, beside what it is allowed otherwise', () => {
    const rules = (props: Partial<LogCollectorDaemonProps>) => only('ClusterRole', written(props)).rules;
    const metadata = { apiGroups: [''], resources: ['pods', 'namespaces'], verbs: ['get', 'list', 'watch'] };
    expect(rules({ kubernetesMetadata: true })).toEqual([metadata]);
    expect(rules({ kubernetesMetadata: true, kubernetesAccess: [KubernetesAccess.read('nodes')] })).toEqual([metadata, { ...metadata, resources: ['nodes'] }]);
    expect(rules({ kubernetesAccess: [KubernetesAccess.read('nodes')] })).toEqual([{ ...metadata, resources: ['nodes'] }]);
    expect(pod({ kubernetesMetadata: true }).automountServiceAccountToken).toBe(true);
  });

  test('follows the links of Docker only where Docker is said', () => {
    expect(JSON.stringify(pod())).not.toContain('docker');
    expect(pod({ docker: true }).volumes).toContainEqual({ name: 'var-lib-docker-containers', hostPath: { path: '/var/lib/docker/containers', type: 'Directory' } });
    expect(pod({ docker: true }).containers[0].volumeMounts).toContainEqual({ name: 'var-lib-docker-containers', mountPath: '/var/lib/docker/containers', readOnly: true });
  });

  test('is labelled as what it is, unless it says otherwise', () => {
    const component = (props: Partial<LogCollectorDaemonProps>) => only('DaemonSet', written(props)).metadata.labels!['app.kubernetes.io/component'];
    expect([component({}), component({ component: undefined }), component({ component: 'audit' })]).toEqual(['log-collector', 'log-collector', 'audit']);
  });

  test('adds paths and variables of the definition to its own', () => {
    const { containers: [main] } = pod({ hostPaths: [HostPath.readOnly('/run/log/journal')], env: { TZ: EnvValue.fromValue('UTC'), K8S_OWN_LOGS: EnvValue.fromValue('none') } });
    expect(main.volumeMounts!.map(({ mountPath }) => mountPath)).toEqual(['/var/log', '/var/lib/logging/collector', '/run/log/journal']);
    expect(main.env!.map(({ name }) => name)).toEqual(['K8S_NODE_NAME', 'K8S_OWN_LOGS', 'TZ']);
    expect(main.env![1].value).toBe('none');
  });

  test('does not change its definition', () => {
    const props = deepFreeze<LogCollectorDaemonProps>({ image: IMAGE, hostPaths: [HostPath.readOnly('/srv')], env: {}, kubernetesMetadata: true, kubernetesAccess: [] });
    expect(Object.keys(logCollector({ name: 'x' }, props))).not.toEqual(expect.arrayContaining(['kubernetesMetadata']));
  });

  test('fails when it is nobody, whom the log files do not belong to', () => {
    expect(problemsOf({ privileges: Privileges.restricted() })).toEqual(["[chart/collector] container 'collector' runs as nobody (uid 65534), but '/var/log', "
      + "'/var/lib/node-agents/collector' on the node belong to root; state a user: privileges: Privileges.root()"]);
  });

  test('fails when its state would lie inside the logs that it reads', () => {
    expect(problemsOf({ stateMountPath: '/var/log/positions' })).toEqual([expect.stringContaining("'/var/log/positions' is written but lies inside '/var/log'")]);
  });
});
