import { Size } from 'cdk8s';
import { EnvFieldPaths, ISecret } from 'cdk8s-plus-27';
import { ConfigFile, Daemon, DaemonVolume, HostPath } from '../../../src';
import { only, pod, problems, problemsOfDaemon, synthDaemon, IMAGE } from '../../util';

function file(path: string, content: string = path): ConfigFile {
  return { path, content };
}

/** Where each file of the configuration comes to lie, read as the kubelet reads it: mount path + item path → text. */
function filesIn(configFiles: ConfigFile[], beside?: ConfigFile[]): Record<string, string> {
  const objects = synthDaemon({ configFiles, containers: beside && [{ name: 'beside', image: IMAGE, configFiles: beside }] });
  const { data } = only('ConfigMap', objects);
  const { volumes, containers } = only('DaemonSet', objects).spec.template.spec;
  const entries: [string, string][] = [];
  for (const { name, volumeMounts = [] } of containers) {
    for (const mount of volumeMounts) {
      expect(mount.readOnly).toBe(true);
      const volume = volumes.find((each: { name: string }) => each.name === mount.name);
      volume.configMap.items.forEach(({ key, path }: { key: string; path: string }) => entries.push([`${name}:${mount.mountPath}/${path}`, data[key]]));
    }
  }
  return Object.fromEntries(entries);
}

describe('configuration files', () => {
  test('lie where they were asked for, a directory being mounted once', () => {
    expect(filesIn([file('/etc/agent/a.conf'), file('/etc/agent/b.conf'), file('/opt/c.conf')])).toEqual({
      'agent:/etc/agent/a.conf': '/etc/agent/a.conf',
      'agent:/etc/agent/b.conf': '/etc/agent/b.conf',
      'agent:/opt/c.conf': '/opt/c.conf',
    });
    expect(pod({ configFiles: [file('/etc/agent/a.conf'), file('/etc/agent/b.conf')] }).containers[0].volumeMounts).toEqual([
      { name: 'config-etc-agent', mountPath: '/etc/agent', readOnly: true },
    ]);
  });

  test('of a directory inside another come with it, whichever is named first', () => {
    const files = [file('/etc/agent/conf.d/deep/c.conf'), file('/etc/agent/conf.d/b.conf'), file('/etc/agent/a.conf')];
    const expected = Object.fromEntries(files.map(({ path }) => [`agent:${path}`, path]));
    expect(filesIn(files)).toEqual(expected);
    expect(filesIn([...files].reverse())).toEqual(expected);
    expect(pod({ configFiles: files }).containers[0].volumeMounts).toHaveLength(1);
  });

  test('of one name keep their own texts', () => {
    expect(filesIn([file('/etc/one/agent.conf', 'one'), file('/etc/two/agent.conf', 'two'), file('/etc/three/agent.conf', 'three')])).toEqual({
      'agent:/etc/one/agent.conf': 'one', 'agent:/etc/two/agent.conf': 'two', 'agent:/etc/three/agent.conf': 'three',
    });
  });

  test('of two containers keep their own texts, and share what is equal', () => {
    expect(filesIn([file('/etc/a.d/a.conf', 'one')], [file('/etc/a.d/a.conf', 'two')])).toEqual({ 'agent:/etc/a.d/a.conf': 'one', 'beside:/etc/a.d/a.conf': 'two' });
    const shared = synthDaemon({ configFiles: [file('/etc/a.d/a.conf')], containers: [{ name: 'beside', image: IMAGE, configFiles: [file('/etc/a.d/a.conf')] }] });
    expect(Object.keys(only('ConfigMap', shared).data)).toEqual(['a.conf']);
  });

  test('may be empty', () => expect(filesIn([file('/etc/agent/empty', '')])).toEqual({ 'agent:/etc/agent/empty': '' }));
});

describe('volumes', () => {
  const volumesOf = (hostPaths: HostPath[], volumes: DaemonVolume[] = []) => {
    const { volumes: written = [], containers } = pod({ hostPaths, volumes });
    return { names: written.map(({ name }) => name), mounts: (containers[0].volumeMounts ?? []).map(({ name, mountPath }) => `${name} ${mountPath}`) };
  };

  test('of one node path are one, mounted where each says', () => {
    expect(volumesOf([HostPath.readOnly('/proc'), HostPath.readOnly('/proc', { mountPath: '/host/proc' })]))
      .toEqual({ names: ['proc'], mounts: ['proc /proc', 'proc /host/proc'] });
  });

  test('of paths that would give one name are told apart', () => {
    const { names } = volumesOf([HostPath.readOnly('/srv/a-b'), HostPath.readOnly('/srv/a.b')]);
    expect(names[0]).toBe('srv-a-b');
    expect(names[1]).toMatch(/^srv-a-b-[0-9a-f]{8}$/);
  });

  test('of long paths have names that fit', () => {
    const { names } = volumesOf([HostPath.readOnly(`/srv/${'x'.repeat(80)}`)]);
    expect(names[0]).toMatch(/^srv-x{50}-[0-9a-f]{8}$/);
  });

  test('that start empty belong to one container, or to all that say the same name', () => {
    const scratch = DaemonVolume.emptyDir('/tmp', { name: 'scratch' });
    const { volumes, containers } = pod({
      volumes: [DaemonVolume.emptyDir('/cache'), scratch],
      containers: [{ name: 'beside', image: IMAGE, volumes: [DaemonVolume.emptyDir('/cache'), scratch] }],
    });
    expect(volumes?.map(({ name }) => name.replace(/[0-9a-f]{8}$/, 'HASH'))).toEqual(['empty-cache', 'scratch', 'empty-cache-HASH']);
    expect(containers[0].volumeMounts?.[1]).toEqual(containers[1].volumeMounts?.[1]);
  });

  test('that start empty may have a size and lie in memory', () => {
    const [plain, limited, fast] = [{}, { sizeLimit: Size.gibibytes(1) }, { inMemory: true }].map((options, index) => DaemonVolume.emptyDir(`/${index}`, options));
    const { volumes } = pod({ volumes: [plain, limited, fast] });
    expect(volumes?.map(({ emptyDir }) => emptyDir)).toEqual([{}, { sizeLimit: '1Gi' }, { medium: 'Memory' }]);
  });

  test('that tell of the pod are files of its fields, once for all containers that ask the same', () => {
    const info = DaemonVolume.podInfo('/etc/podinfo', { namespace: EnvFieldPaths.POD_NAMESPACE, name: EnvFieldPaths.POD_NAME });
    const { volumes, containers } = pod({ volumes: [info], containers: [{ name: 'beside', image: IMAGE, volumes: [info] }] });
    expect(volumes).toEqual([{
      name: 'pod-info',
      downwardAPI: {
        items: [
          { path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }, { path: 'name', fieldRef: { fieldPath: 'metadata.name' } },
        ],
      },
    }]);
    expect(containers.map(({ volumeMounts }) => volumeMounts)).toEqual(Array(2).fill([{ name: 'pod-info', mountPath: '/etc/podinfo', readOnly: true }]));
  });

  test('that would tell what Kubernetes tells only in the environment are refused', () => {
    const node = DaemonVolume.podInfo('/etc/podinfo', { node: EnvFieldPaths.NODE_NAME });
    expect(problems((chart) => new Daemon(chart, 'agent', { image: IMAGE, volumes: [node] }))).toEqual([expect.stringContaining('spec.nodeName')]);
  });

  test('of several sources in one directory are one, each with its files', () => {
    const secret = (path: string, name: string) => DaemonVolume.secret(path, { name } as ISecret, { items: { key: `${name}.conf` } });
    const props = {
      configFiles: [file('/etc/agent/a.conf')],
      volumes: [secret('/etc/agent/', 'db'), secret('/etc/agent', 'mq'), secret('/etc/tls', 'db')],
    };
    const { volumes, containers } = pod(props);
    expect(containers[0].volumeMounts).toEqual([
      { name: 'files-etc-agent', mountPath: '/etc/agent', readOnly: true }, { name: 'secret-db', mountPath: '/etc/tls', readOnly: true },
    ]);
    expect(volumes).toEqual([
      {
        name: 'files-etc-agent',
        projected: {
          sources: [
            { configMap: { name: 'agent', items: [{ key: 'a.conf', path: 'a.conf' }] } },
            { secret: { name: 'db', items: [{ key: 'key', path: 'db.conf' }] } },
            { secret: { name: 'mq', items: [{ key: 'key', path: 'mq.conf' }] } },
          ],
        },
      },
      { name: 'secret-db', secret: { secretName: 'db', items: [{ key: 'key', path: 'db.conf' }] } },
    ]);
    expect(problemsOfDaemon(props)).toEqual([]);
  });

  test('of one directory stay apart where they cannot be one, and are told', () => {
    const secret = DaemonVolume.secret('/etc/agent', { name: 'db' } as ISecret);
    expect(problemsOfDaemon({ volumes: [secret, secret] })).toHaveLength(1);
    expect(problemsOfDaemon({ volumes: [secret, DaemonVolume.emptyDir('/etc/agent')] })).toHaveLength(1);
    expect(problemsOfDaemon({
      configFiles: [file('/etc/agent/a.conf')], volumes: [secret, DaemonVolume.emptyDir('/etc/agent/run')],
    }).join()).toContain("inside '/etc/agent', which holds the files of a Secret");
  });
});
