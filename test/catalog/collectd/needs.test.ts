import { valuesOf } from './parse';
import { config, container, loaded, objects, plugin, pod } from './subject';
import { CollectdOutput, CollectdPlugin, HostPath, Privileges } from '../../../src';

const QUIET = [CollectdPlugin.cpu(), CollectdPlugin.load(), CollectdPlugin.memory(), CollectdPlugin.of('contextswitch')];

describe('plugins that need nothing of the node', () => {
  test('leave collectd in a network of its own, with nothing of the node mounted', () => {
    const { hostNetwork, hostPID, volumes, dnsPolicy } = pod({ plugins: QUIET });
    expect({ hostNetwork, hostPID, dnsPolicy }).toEqual({ hostNetwork: undefined, hostPID: undefined, dnsPolicy: undefined });
    expect(volumes!.filter(({ hostPath }) => hostPath !== undefined)).toEqual([]);
    expect(container({ plugins: QUIET }).securityContext).toMatchObject({ runAsUser: 65534, capabilities: { drop: ['ALL'] } });
  });

  test('are loaded without what names file systems', () => {
    expect(loaded({ plugins: QUIET })).toEqual(['logfile', 'cpu', 'load', 'memory', 'contextswitch', 'write_prometheus']);
    expect(config({ plugins: QUIET }).blocks.map(({ name }) => name)).not.toContain('Chain');
    expect(valuesOf(config({ plugins: QUIET }), 'PreCacheChain')).toEqual([]);
  });
});

describe('what a plugin needs', () => {
  test.each([
    ['ceph', ['DAC_OVERRIDE']], ['dns', ['NET_RAW']], ['exec', ['SETUID', 'SETGID']], ['intel_pmu', ['SYS_ADMIN']], ['iptables', ['NET_ADMIN']], ['ping', ['NET_RAW']],
  ])('%s is root with %s', (name, add) => {
    expect(container({ plugins: [CollectdPlugin.of(name)] }).securityContext).toMatchObject({ runAsUser: 0, capabilities: { add, drop: ['ALL'] } });
  });

  test('SYS_ADMIN comes with the escalation that Kubernetes asks for', () => {
    expect(container({ plugins: [CollectdPlugin.of('intel_pmu')] }).securityContext!.allowPrivilegeEscalation).toBe(true);
    expect(container({ plugins: [CollectdPlugin.of('ping')] }).securityContext!.allowPrivilegeEscalation).toBe(false);
  });

  test.each(['intel_rdt', 'smart', 'turbostat'])('%s is privileged, and says why', (name) => {
    const options = { plugins: [CollectdPlugin.of(name)] };
    expect(container(options).securityContext).toMatchObject({ privileged: true, runAsUser: 0 });
    const [set] = objects(options).filter(({ kind }) => kind === 'DaemonSet');
    expect(set.metadata.annotations!['cdk8s-daemons/allow.privileged.collectd']).toContain(`the plugin ${name} `);
  });

  test.each(['conntrack', 'dns', 'ethstat', 'interface', 'iptables', 'netlink', 'protocols', 'tcpconns'])('%s is on the node\'s network', (name) => {
    expect(pod({ plugins: [CollectdPlugin.of(name)] }).hostNetwork).toBe(true);
  });

  test('processes sees those of the node, and needs more only to ask how long they wait', () => {
    expect(pod({ plugins: [CollectdPlugin.processes()] })).toMatchObject({ hostPID: true });
    expect(pod({ plugins: [CollectdPlugin.processes()] })).not.toHaveProperty('hostNetwork');
    expect(container({ plugins: [CollectdPlugin.processes()] }).securityContext!.runAsUser).toBe(65534);
    expect(container({ plugins: [CollectdPlugin.processes({ delayAccounting: true })] }).securityContext).toMatchObject({ runAsUser: 0, capabilities: { add: ['NET_ADMIN'] } });
  });

  test('ceph reads the sockets of its daemons', () => {
    expect(pod({ plugins: [CollectdPlugin.of('ceph')] }).volumes).toContainEqual({ name: 'run-ceph', hostPath: { path: '/run/ceph', type: 'Directory' } });
  });

  test('may be said, with paths of the node', () => {
    const options = { plugins: [CollectdPlugin.of('virt', { capabilities: [], hostPaths: [HostPath.readOnly('/etc/libvirt')] }), CollectdPlugin.of('exec', { capabilities: ['SETUID'] })] };
    expect(container(options).securityContext!.capabilities!.add).toEqual(['SETUID']);
    expect(pod(options).volumes!.flatMap(({ hostPath }) => hostPath?.path ?? [])).toEqual(['/etc/libvirt']);
  });

  test('gives way to the privileges that are stated', () => {
    expect(container({ plugins: [CollectdPlugin.ping('a')], privileges: Privileges.user(1000) }).securityContext).toMatchObject({ runAsUser: 1000, capabilities: { drop: ['ALL'] } });
  });
});

describe('the file systems', () => {
  const values = (key: string, found: CollectdPlugin) => valuesOf(plugin('df', { plugins: [found] }), key).flat();
  const expressions = (key: string) => values(key, CollectdPlugin.df()).map((text) => new RegExp(text.replace(/^\/|\/$/g, '')));

  test('are by default those of the node alone, without those of its pods', () => {
    const isMeasured = (path: string) => !expressions('MountPoint').some((expression) => expression.test(path));
    expect(values('IgnoreSelected', CollectdPlugin.df())).toEqual(['true']);
    expect(['/host/root', '/host/root/boot', '/host/root/var/lib/kubelet', '/host/root/home'].filter((path) => !isMeasured(path))).toEqual([]);
    expect(['/', '/etc/hosts', '/run/collectd', '/proc', '/dev/shm', '/host/root/proc', '/host/root/var/lib/kubelet/pods/1/volumes/x',
      '/host/root/run/containerd/io.containerd.runtime.v2.task/k8s.io/1/rootfs'].filter(isMeasured)).toEqual([]);
  });

  test('have storage of their own', () => {
    expect(['ext4', 'xfs', 'btrfs', 'nfs4', 'vfat'].filter((type) => expressions('FSType').some((expression) => expression.test(type)))).toEqual([]);
    expect(['tmpfs', 'overlay', 'proc', 'cgroup', 'cgroup2', 'squashfs'].filter((type) => !expressions('FSType').some((expression) => expression.test(type)))).toEqual([]);
  });

  test('may be some, in the words of the node', () => {
    const some = CollectdPlugin.df({ mountPoints: ['/', '/var/lib'] });
    expect(values('MountPoint', some)).toEqual(['/host/root', '/host/root/var/lib']);
    expect(values('IgnoreSelected', some)).toEqual(['false']);
    expect(values('FSType', some)).toEqual([]);
    const types = CollectdPlugin.df({ fsTypes: ['xfs'] });
    expect([values('MountPoint', types), values('FSType', types), values('IgnoreSelected', types)]).toEqual([['/^/host/root($|/)/'], ['xfs'], ['false']]);
  });
});

describe('a collectd that only sends', () => {
  const outputs = [CollectdOutput.graphite({ host: 'carbon' })];

  test('has no port, no probe, no Service and no address', () => {
    const written = container({ outputs });
    expect([written.ports, written.readinessProbe, written.livenessProbe]).toEqual([undefined, undefined, undefined]);
    expect(objects({ outputs }).map(({ kind }) => kind)).not.toContain('Service');
    expect(written.env!.map(({ name }) => name)).toEqual(['K8S_NODE_NAME']);
  });
});
