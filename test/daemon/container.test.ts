import { EnvValue, ImagePullPolicy, Protocol } from 'cdk8s-plus-27';
import { ContainerOptions, DaemonContainer, HostPath, Privileges, Probe } from '../../src';
import { Container } from '../../src/kubernetes/objects';
import { container, IMAGE, pod, problemsOfDaemon } from '../util';

const OPTIONS: ContainerOptions = {
  image: 'registry.example.com/helper:2',
  imagePullPolicy: ImagePullPolicy.ALWAYS,
  command: ['/bin/helper'],
  args: ['--verbose'],
  workingDir: '/srv',
  ports: [{ name: 'http', number: 8080, hostPort: 18080, hostIp: '10.0.0.1', protocol: Protocol.TCP }],
  hostPaths: [HostPath.readOnly('/proc')],
  privileges: Privileges.user(1000),
};

const WRITTEN: Partial<Container> = {
  image: 'registry.example.com/helper:2',
  imagePullPolicy: 'Always',
  command: ['/bin/helper'],
  args: ['--verbose'],
  workingDir: '/srv',
  ports: [{ name: 'http', containerPort: 8080, hostPort: 18080, hostIP: '10.0.0.1', protocol: 'TCP' }],
  volumeMounts: [{ name: 'proc', mountPath: '/proc', readOnly: true }],
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsUser: 1000, runAsGroup: 1000, runAsNonRoot: true },
};

const HELPER: DaemonContainer = { name: 'helper', ...OPTIONS };

describe('a container of a daemon', () => {
  test('has the daemon\'s name, or one of its own', () => {
    expect(container().name).toBe('agent');
    expect(container({ containerName: 'main' }).name).toBe('main');
  });

  test('says nothing that was not said', () => {
    expect(Object.keys(container())).toEqual(['image', 'name', 'securityContext']);
  });

  test('says everything that was said, wherever it stands', () => {
    expect(container(OPTIONS)).toEqual({ name: 'agent', ...WRITTEN });
    expect(pod({ containers: [HELPER] }).containers[1]).toEqual({ name: 'helper', ...WRITTEN });
    expect(pod({ initContainers: [HELPER] }).initContainers).toEqual([{ name: 'helper', ...WRITTEN }]);
    expect(pod({ sidecars: [HELPER] }).initContainers).toEqual([{ name: 'helper', ...WRITTEN, restartPolicy: 'Always' }]);
  });

  test('may have empty arguments', () => expect(container({ args: [] }).args).toEqual([]));

  test('has its variables in the order of the definition, since one may refer to earlier ones', () => {
    const names = ['Z', 'A', 'M'];
    const env = Object.fromEntries(names.map((name) => [name, EnvValue.fromValue(name)]));
    expect(container({ env }).env?.map(({ name }) => name)).toEqual(names);
  });
});

describe('the containers of a daemon', () => {
  test('come in this order: first those that end, then sidecars, then the main one, then those beside it', () => {
    const named = (name: string) => ({ name, image: IMAGE });
    const { initContainers, containers } = pod({
      sidecars: [named('sidecar-1'), named('sidecar-2')], initContainers: [named('init-1'), named('init-2')], containers: [named('beside-1'), named('beside-2')],
    });
    expect(initContainers?.map(({ name }) => name)).toEqual(['init-1', 'init-2', 'sidecar-1', 'sidecar-2']);
    expect(initContainers?.map(({ restartPolicy }) => restartPolicy)).toEqual([undefined, undefined, 'Always', 'Always']);
    expect(containers.map(({ name }) => name)).toEqual(['agent', 'beside-1', 'beside-2']);
  });

  test('share a volume of one node path', () => {
    const hostPaths = [HostPath.readOnly('/proc', { mountPath: '/host/proc' })];
    const { volumes, containers } = pod({ hostPaths, containers: [{ name: 'beside', image: IMAGE, hostPaths: [HostPath.readOnly('/proc')] }] });
    expect(volumes).toHaveLength(1);
    expect(containers.map(({ volumeMounts }) => volumeMounts?.[0].name)).toEqual(['proc', 'proc']);
  });

  test('may have probes beside the main one and in sidecars', () => {
    const probed = (name: string) => ({ name, image: IMAGE, liveness: Probe.exec(['true']) });
    expect(problemsOfDaemon({ containers: [probed('beside')], sidecars: [probed('sidecar')] })).toEqual([]);
  });
});
