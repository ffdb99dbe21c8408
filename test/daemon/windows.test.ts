import { DnsPolicy } from 'cdk8s-plus-27';
import { Daemon, DaemonNamespace, DaemonProps, Defaults, NodeMonitorDaemon, Nodes, Placement, Privileges, Variant } from '../../src';
import { DaemonSet } from '../../src/kubernetes/objects';
import { container, daemonSet, IMAGE, only, pod, problemsOfDaemon, synth } from '../util';

const WINDOWS: Partial<DaemonProps> = { placement: Placement.windows() };

/** A pod that is a process of its node. */
const HOST_PROCESS: Partial<DaemonProps> = { ...WINDOWS, hostNetwork: true, privileges: Privileges.hostProcess('a test') };

describe('a daemon on Windows nodes', () => {
  test('says its operating system, and no right that only Linux has', () => {
    expect(pod(WINDOWS)).toMatchObject({ os: { name: 'windows' }, nodeSelector: { 'kubernetes.io/os': 'windows' } });
    expect(pod(WINDOWS)).not.toHaveProperty('securityContext');
    expect(container(WINDOWS).securityContext).toEqual({ runAsNonRoot: true, windowsOptions: { runAsUserName: 'ContainerUser' } });
  });

  test('is admitted by the level restricted, as on Linux', () => {
    const levels: string[] = [];
    synth((chart) => {
      new Daemon(chart, 'agent', { image: IMAGE, ...WINDOWS });
      levels.push(new DaemonNamespace(chart, 'namespace').podSecurityLevel);
    });
    expect(levels).toEqual(['restricted']);
  });

  test('may be another user of its image', () => {
    expect(container({ ...WINDOWS, privileges: Privileges.windowsUser('ContainerAdministrator') }).securityContext)
      .toEqual({ windowsOptions: { runAsUserName: 'ContainerAdministrator' } });
  });

  test('may be a process of its node, for a reason that stands on the DaemonSet', () => {
    expect(container(HOST_PROCESS).securityContext).toEqual({ windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' } });
    expect(daemonSet(HOST_PROCESS).metadata.annotations).toEqual({ 'cdk8s-daemons/allow.windows-host-process.agent': 'a test' });
    expect(container({ ...HOST_PROCESS, privileges: Privileges.hostProcess('a test', 'NT AUTHORITY\\Local service') }).securityContext?.windowsOptions?.runAsUserName)
      .toBe('NT AUTHORITY\\Local service');
  });

  test('asks the node\'s resolver on the host network, since Windows knows no ClusterFirstWithHostNet', () => {
    expect(pod(HOST_PROCESS)).toMatchObject({ hostNetwork: true, dnsPolicy: 'Default' });
    expect(pod({ ...HOST_PROCESS, dnsPolicy: DnsPolicy.CLUSTER_FIRST }).dnsPolicy).toBe('ClusterFirst');
    expect(pod(WINDOWS)).not.toHaveProperty('dnsPolicy');
  });

  test('may be meant for some of them', () => {
    expect(pod({ placement: Placement.windowsNodes(Nodes.withLabel('node.kubernetes.io/windows-build', '10.0.20348'), Nodes.withLabel('pool', 'win')) })).toMatchObject({
      os: { name: 'windows' }, nodeSelector: { 'kubernetes.io/os': 'windows' },
    });
    expect(pod({ placement: Placement.windowsNodes() })).toEqual(pod(WINDOWS));
  });

  test('has variants there', () => {
    const objects = synth((chart) => new Daemon(chart, 'agent', {
      image: IMAGE, ...WINDOWS, variants: [Variant.of('ltsc2019', Nodes.withLabel('node.kubernetes.io/windows-build', '10.0.17763'), { image: `${IMAGE}-ltsc2019` })],
    }));
    const pods = objects.filter(({ kind }) => kind === 'DaemonSet').map((set) => (set as unknown as DaemonSet).spec.template.spec);
    expect(pods.map(({ os, nodeSelector }) => [os?.name, nodeSelector?.['kubernetes.io/os']])).toEqual([['windows', 'windows'], ['windows', 'windows']]);
  });

  test('is written without the operating system where nothing is added', () => {
    const labels = { app: 'agent' };
    const own = { ...HOST_PROCESS, defaults: Defaults.none(), selector: labels, podLabels: labels };
    expect(pod(own)).not.toHaveProperty('os');
    expect(pod(own)).not.toHaveProperty('dnsPolicy');
    expect(container(own).securityContext).toEqual({ windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' } });
    expect(problemsOfDaemon({ ...own, placement: undefined })).toEqual([]);
  });

  test('may not have rights of Linux', () => {
    const instead = 'state Privileges.windowsUser(name) or Privileges.hostProcess(reason)';
    expect(problemsOfDaemon({ ...WINDOWS, privileges: Privileges.root().withCapabilities('SYS_TIME') }))
      .toEqual([`[chart/agent] container 'agent' has privileges that nodes with Windows do not know (user, capabilities); ${instead}`]);
    expect(problemsOfDaemon({ ...WINDOWS, containers: [{ name: 'beside', image: IMAGE, privileges: Privileges.of({ writableRootFilesystem: true }) }] }))
      .toEqual([`[chart/agent] container 'beside' has privileges that nodes with Windows do not know (writableRootFilesystem); ${instead}`]);
  });

  test('is a process of its node with all containers or none, and on its network', () => {
    expect(problemsOfDaemon({ ...HOST_PROCESS, hostNetwork: false })).toEqual([expect.stringContaining('hostNetwork must be true')]);
    expect(problemsOfDaemon({ ...HOST_PROCESS, containers: [{ name: 'beside', image: IMAGE }] })).toEqual([expect.stringContaining('all containers must be HostProcess')]);
  });
});

describe('a daemon on Linux nodes', () => {
  test.each([undefined, Placement.linux(), Placement.everyNode()])('may not have rights of Windows (case %#)', (placement) => {
    expect(problemsOfDaemon({ placement, privileges: Privileges.hostProcess('a test') })).toEqual([
      "[chart/agent] container 'agent' has privileges that nodes with Linux do not know (windowsUser, hostProcess); state placement: Placement.windows(), or leave it out",
    ]);
  });

  test.each([undefined, Placement.linux(), Placement.everyNode()])('does not say its operating system (case %#)', (placement) => {
    expect(pod({ placement, hostNetwork: true })).not.toHaveProperty('os');
    expect(pod({ placement, hostNetwork: true })).toMatchObject({ dnsPolicy: 'ClusterFirstWithHostNet', securityContext: { seccompProfile: { type: 'RuntimeDefault' } } });
  });
});

describe('a node monitor on Windows nodes', () => {
  test('has the node\'s network and name, and none of the paths and processes of Linux', () => {
    const set = only('DaemonSet', synth((chart) => new NodeMonitorDaemon(chart, 'monitor', { image: IMAGE, placement: Placement.windows() }))) as unknown as DaemonSet;
    const { containers: [main], ...spec } = set.spec.template.spec;
    expect(spec).toMatchObject({ hostNetwork: true, os: { name: 'windows' } });
    expect(spec).not.toHaveProperty('hostPID');
    expect(spec).not.toHaveProperty('volumes');
    expect(main).not.toHaveProperty('volumeMounts');
    expect(main.env!.map(({ name }) => name)).toEqual(['K8S_NODE_NAME']);
  });
});
