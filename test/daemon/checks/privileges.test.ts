import { DaemonProps, Defaults, HostPath, Privileges } from '../../../src';
import { IMAGE, problemsOfDaemon } from '../../util';

const AS_ROOT = 'state a user: privileges: Privileges.root()';

describe('a path that belongs to root', () => {
  test.each([
    ['/var/log', HostPath.readOnly('/var/log')],
    ['/var/log/pods/', HostPath.readOnly('/var/log/pods/')],
    ['/var/lib/docker/containers', HostPath.readOnly('/var/lib/docker/containers')],
    ['/var/lib/kubelet', HostPath.readOnly('/var/lib/kubelet')],
    ['/etc/kubernetes/pki', HostPath.readOnly('/etc/kubernetes/pki')],
    ['/run/some', HostPath.socket('/run/some/thing.sock')],
    ['/srv', HostPath.readWrite('/srv')],
    ['/var/lib/node-agents/agent', HostPath.stateDirectory()],
  ])('fails when nobody asks for %s', (path, hostPath) => {
    const text = (container: string) => [`[chart/agent] container '${container}' runs as nobody (uid 65534), but '${path}' on the node belongs to root; ${AS_ROOT}`];
    expect(problemsOfDaemon({ hostPaths: [hostPath] })).toEqual(text('agent'));
    expect(problemsOfDaemon({ hostPaths: [hostPath], privileges: Privileges.capabilities('DAC_READ_SEARCH') })).toEqual(text('agent'));
    expect(problemsOfDaemon({ containers: [{ name: 'beside', image: IMAGE, hostPaths: [hostPath] }] })).toEqual(text('beside'));
    expect(problemsOfDaemon({ hostPaths: [hostPath], privileges: Privileges.root() })).toEqual([]);
    expect(problemsOfDaemon({ hostPaths: [hostPath], privileges: Privileges.user(1000) })).toEqual([]);
  });

  test('is told with the others of the container', () => {
    expect(problemsOfDaemon({ hostPaths: [HostPath.readOnly('/var/log'), HostPath.stateDirectory()] })).toEqual([
      `[chart/agent] container 'agent' runs as nobody (uid 65534), but '/var/log', '/var/lib/node-agents/agent' on the node belong to root; ${AS_ROOT}`,
    ]);
  });

  test.each(['/proc', '/sys', '/var', '/var/logs', '/etc/kubernetes'])('is not %s, which everybody reads', (path) => {
    expect(problemsOfDaemon({ hostPaths: [HostPath.readOnly(path)] })).toEqual([]);
  });

  test('is left to the image without defaults', () => {
    const labels = { app: 'agent' };
    expect(problemsOfDaemon({ hostPaths: [HostPath.readOnly('/var/log')], defaults: Defaults.none(), selector: labels, podLabels: labels })).toEqual([]);
  });
});

describe('a device', () => {
  test.each([undefined, Privileges.root(), Privileges.capabilities('SYS_RAWIO')])('fails when the container has no full access (case %#)', (privileges) => {
    expect(problemsOfDaemon({ hostPaths: [HostPath.device('/dev/kmsg')], privileges })).toEqual([
      "[chart/agent] container 'agent' asks for the device '/dev/kmsg', which only privileged containers may open: state privileges: Privileges.privileged(reason), "
      + 'or ask for it as an extended resource of a device plugin',
    ]);
  });

  test('is told once, beside paths that the same privileges open', () => {
    expect(problemsOfDaemon({ hostPaths: [HostPath.device('/dev/kmsg'), HostPath.readOnly('/var/log')] })).toHaveLength(1);
  });

  test('may be opened with full access', () => {
    expect(problemsOfDaemon({ hostPaths: [HostPath.device('/dev/kmsg')], privileges: Privileges.privileged('it reads the kernel log') })).toEqual([]);
  });
});

describe('rights', () => {
  test('fail when the container has the capability SYS_ADMIN without escalation', () => {
    const text = ["[chart/agent] container 'agent' has the capability SYS_ADMIN but sets allowPrivilegeEscalation to false, which contradict each other; "
      + 'leave allowPrivilegeEscalation out'];
    const privileges = Privileges.of({ capabilities: ['SYS_ADMIN'], allowPrivilegeEscalation: false });
    const labels = { app: 'agent' };
    expect(problemsOfDaemon({ privileges })).toEqual(text);
    expect(problemsOfDaemon({ privileges, defaults: Defaults.none(), selector: labels, podLabels: labels })).toEqual(text);
  });

  test.each(['CAP_NET_RAW', 'sys_time', 'cap_sys_time'])('fail when they name the capability %s, which is told once', (name) => {
    const right = name.toUpperCase().replace('CAP_', '');
    expect(problemsOfDaemon({ privileges: Privileges.capabilities(name) })).toEqual([
      `[chart/agent] container 'agent': Kubernetes does not know the capability '${name}'; write '${right}', in capitals and without the prefix CAP_`,
    ]);
  });

  test('fail when they name the capability CAP_SYS_ADMIN, of which the server speaks where escalation is off', () => {
    expect(problemsOfDaemon({ privileges: Privileges.capabilities('CAP_SYS_ADMIN') })).toEqual([
      expect.stringMatching(/^\[chart\/agent\] spec\.template\.spec\.containers\[0\]\.securityContext: .*CAP_SYS_ADMIN; write 'SYS_ADMIN', without the prefix CAP_$/),
    ]);
    expect(problemsOfDaemon({ privileges: Privileges.of({ capabilities: ['CAP_SYS_ADMIN'], allowPrivilegeEscalation: true }) })).toEqual([
      "[chart/agent] container 'agent': Kubernetes does not know the capability 'CAP_SYS_ADMIN'; write 'SYS_ADMIN', in capitals and without the prefix CAP_",
    ]);
  });

  test('may be any that Kubernetes takes', () => {
    const all: Partial<DaemonProps>[] = [Privileges.privileged('a test'), Privileges.capabilities('SYS_ADMIN', 'ALL'), Privileges.user(2 ** 31 - 1, 0),
      Privileges.of({ seccompProfile: 'Unconfined' }), Privileges.root().withCapabilities('SYS_TIME')].map((privileges) => ({ privileges }));
    expect(all.flatMap((props) => problemsOfDaemon(props))).toEqual([]);
  });
});
