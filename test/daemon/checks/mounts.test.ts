import { JsonPatch } from 'cdk8s';
import { MountPropagation, Secret } from 'cdk8s-plus-27';
import { Daemon, DaemonProps, DaemonVolume, Defaults, HostPath, Privileges } from '../../../src';
import { IMAGE, problems, problemsOfDaemon } from '../../util';

const CONFIG = [{ path: '/etc/agent/agent.conf', content: '' }];
const OUTSIDE = 'where no mount point can be made; mount it outside of that directory';

function told(props: Partial<DaemonProps>): string[] {
  return problemsOfDaemon({ privileges: Privileges.root(), ...props }).map((line) => line.replace('[chart/agent] ', ''));
}

describe('mounts', () => {
  test.each([
    ['two node paths', { hostPaths: [HostPath.readOnly('/a', { mountPath: '/x' }), HostPath.readOnly('/b', { mountPath: '/x/' })] },
      "the volumes 'a' and 'b' are both mounted at '/x'; give one of them another mountPath"],
    ['one node path', { hostPaths: [HostPath.readOnly('/a', { mountPath: '/x' }), HostPath.readOnly('/a', { mountPath: '/x/' })] },
      "'/x' is mounted twice; leave one of them out"],
  ] as [string, Partial<DaemonProps>, string][])('fails when %s lie at one path', (_, props, text) => expect(told(props)).toEqual([`container 'agent': ${text}`]));

  test('fails once for each mount that is one too many', () => {
    const at = (path: string, mountPath: string) => HostPath.readOnly(path, { mountPath });
    expect(told({ hostPaths: [at('/a', '/x'), at('/b', '/x/'), at('/c', '/x//')] })).toHaveLength(2);
  });

  test('may lie at one path in two containers', () => {
    expect(told({ hostPaths: [HostPath.readOnly('/a')], containers: [{ name: 'beside', image: IMAGE, hostPaths: [HostPath.readOnly('/b', { mountPath: '/a' })] }] })).toEqual([]);
  });

  test.each([
    ['a directory that is written', { hostPaths: [HostPath.readOnly('/srv'), HostPath.readWrite('/srv/agent')] }, '/srv/agent', '/srv'],
    ['a state directory', { hostPaths: [HostPath.stateDirectory(), HostPath.readOnly('/var')] }, '/var/lib/node-agents/agent', '/var'],
    ['an empty directory', { hostPaths: [HostPath.readOnly('/srv')], volumes: [DaemonVolume.emptyDir('/srv/tmp')] }, '/srv/tmp', '/srv'],
  ] as [string, Partial<DaemonProps>, string, string][])('fails when %s lies inside a directory that is only read', (_, props, inner, outer) => {
    expect(told(props)).toEqual([`container 'agent': '${inner}' is written but lies inside '${outer}', which is mounted read-only, ${OUTSIDE}`]);
  });

  test.each([
    ['ConfigMap', { configFiles: CONFIG, volumes: [DaemonVolume.emptyDir('/etc/agent/cache')] }, '/etc/agent/cache'],
    ['ConfigMap', { configFiles: CONFIG, hostPaths: [HostPath.readOnly('/proc', { mountPath: '/etc/agent/proc' })] }, '/etc/agent/proc'],
  ] as [string, Partial<DaemonProps>, string][])('fails when something lies inside the files of a %s, also when it is only read (case %#)', (kind, props, inner) => {
    expect(told(props)).toEqual([`container 'agent': '${inner}' lies inside '/etc/agent', which holds the files of a ${kind}, ${OUTSIDE}`]);
  });

  test('fails when something lies inside the files of a Secret', () => {
    const lines = problems((chart) => new Daemon(chart, 'agent', {
      image: IMAGE, configFiles: CONFIG, volumes: [DaemonVolume.secret('/etc', Secret.fromSecretName(chart, 'secret', 'tls'))],
    }));
    expect(lines).toEqual([`[chart/agent] container 'agent': '/etc/agent' lies inside '/etc', which holds the files of a Secret, ${OUTSIDE}`]);
  });

  test('fails once when it lies inside several', () => {
    const hostPaths = [HostPath.readOnly('/srv'), HostPath.readOnly('/srv/a'), HostPath.readWrite('/srv/a/b')];
    expect(told({ hostPaths })).toEqual([`container 'agent': '/srv/a/b' is written but lies inside '/srv', which is mounted read-only, ${OUTSIDE}`]);
  });

  test('fails when a patch mounts something inside what is read, whatever it mounts', () => {
    const volumeMounts = [{ name: 'a', mountPath: '/srv', readOnly: true }, { name: 'b', mountPath: '/srv/b' }];
    const volumes = [{ name: 'a', emptyDir: {} }, { name: 'b', emptyDir: {} }];
    const lines = problems((chart) => new Daemon(chart, 'agent', { image: IMAGE }).addJsonPatch(
      JsonPatch.add('/spec/template/spec/containers/0/volumeMounts', volumeMounts), JsonPatch.add('/spec/template/spec/volumes', volumes)));
    expect(lines).toEqual([`[chart/agent] container 'agent': '/srv/b' is written but lies inside '/srv', which is mounted read-only, ${OUTSIDE}`]);
  });

  test('may be read inside each other, and written inside what is written', () => {
    expect(told({ hostPaths: [HostPath.readOnly('/var/log'), HostPath.readOnly('/var/log/pods'), HostPath.readWrite('/srv'), HostPath.readWrite('/srv/agent')] })).toEqual([]);
  });

  test.each(['proc', './proc'])('fails when the node path is %j, which is told once', (path) => {
    expect(told({ hostPaths: [HostPath.readOnly(path)] })).toEqual([`the path '${path}' of the node must be absolute`]);
  });

  test.each(['srv', 'a/b', '/a:b'])('fails when the mount path is %j', (mountPath) => {
    expect(told({ hostPaths: [HostPath.readOnly('/proc', { mountPath })] })).toEqual([`container 'agent': the mount path '${mountPath}' must be absolute and without ':'`]);
    expect(told({ volumes: [DaemonVolume.emptyDir(mountPath)] })).toEqual([`container 'agent': the mount path '${mountPath}' must be absolute and without ':'`]);
  });

  test('fails when something is mounted over the image', () => {
    const text = "container 'agent': nothing can be mounted at '/', where the image's own files are; give it a mountPath, such as '/host'";
    expect(told({ hostPaths: [HostPath.readOnly('/')], configFiles: CONFIG, volumes: [DaemonVolume.emptyDir('/tmp')] })).toEqual([text]);
    expect(told({ hostPaths: [HostPath.readOnly('/', { mountPath: '/host' })] })).toEqual([]);
  });
});

describe('mount propagation', () => {
  const bidirectional = (path: string) => ({ hostPaths: [HostPath.readWrite(path, { mountPropagation: MountPropagation.BIDIRECTIONAL })] });

  test('fails without full access when nothing is said of it either', () => {
    const labels = { app: 'agent' };
    expect(problemsOfDaemon({ ...bidirectional('/srv'), defaults: Defaults.none(), selector: labels, podLabels: labels })).toHaveLength(1);
  });

  test('may go both ways with full access, and one way without', () => {
    expect(told({ ...bidirectional('/var/lib/kubelet'), privileges: Privileges.privileged('it mounts volumes') })).toEqual([]);
    expect(told({ hostPaths: [HostPath.readOnly('/srv', { mountPropagation: MountPropagation.HOST_TO_CONTAINER })] })).toEqual([]);
  });
});
