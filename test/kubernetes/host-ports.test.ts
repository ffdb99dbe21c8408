import { hostPorts, hostPortsConflict } from '../../src/kubernetes/host-ports';
import { PodSpec } from '../../src/kubernetes/objects';

describe('the host ports of a pod', () => {
  const ports = [{ containerPort: 80 }, { containerPort: 81, hostPort: 8081 }, { containerPort: 82, hostPort: 8082, protocol: 'UDP', hostIP: '127.0.0.1' }];

  test('are those that a container names, over TCP and every address where it says nothing else', () => {
    expect(hostPorts({ containers: [{ name: 'main', ports }, { name: 'silent' }] })).toEqual([
      { protocol: 'TCP', hostIP: '0.0.0.0', port: 8081, container: 'main' },
      { protocol: 'UDP', hostIP: '127.0.0.1', port: 8082, container: 'main' },
    ]);
  });

  test('are all declared ports on the host network', () => {
    const declared = [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }, { containerPort: 82, hostPort: 0 }];
    const pod: PodSpec = { hostNetwork: true, containers: [{ name: 'main', ports: declared }] };
    expect(hostPorts(pod).map(({ port }) => port)).toEqual([80, 81, 82]);
  });

  test('are also those of native sidecars, not those of other init containers', () => {
    const initContainers = [{ name: 'sidecar', restartPolicy: 'Always', ports: [{ containerPort: 1, hostPort: 1 }] }, { name: 'init', ports: [{ containerPort: 2, hostPort: 2 }] }];
    expect(hostPorts({ containers: [{ name: 'main' }], initContainers }).map(({ container }) => container)).toEqual(['sidecar']);
  });
});

describe('two host ports', () => {
  const port = { protocol: 'TCP', hostIP: '0.0.0.0', port: 9100, container: 'main' };

  test.each([
    ['the same', {}, true],
    ['every address and one address', { hostIP: '10.0.0.1' }, true],
    ['another protocol', { protocol: 'UDP' }, false],
    ['another number', { port: 9101 }, false],
  ])('%s', (_, change, conflict) => {
    expect(hostPortsConflict(port, { ...port, ...change })).toBe(conflict);
    expect(hostPortsConflict({ ...port, ...change }, port)).toBe(conflict);
  });

  test('of two different addresses do not conflict, of one address they do', () => {
    const local = { ...port, hostIP: '127.0.0.1' };
    expect(hostPortsConflict(local, { ...port, hostIP: '10.0.0.1' })).toBe(false);
    expect(hostPortsConflict(local, { ...local })).toBe(true);
  });
});
