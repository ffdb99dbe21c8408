import { EmptyDirOptions, DaemonVolume, HostPath } from '../../../src';
import { IMAGE, problemsOfDaemon } from '../../util';

describe('a volume name', () => {
  const ROOT = { mountPath: '/x' };
  const scratch = (name: string, options: EmptyDirOptions = {}) => DaemonVolume.emptyDir('/scratch', { name, ...options });

  test('fails when another volume has it', () => {
    const taken = (of: string) => [`[chart/agent] the volume name 'proc' of '${of}' is taken by another volume; give one of them another name`];
    expect(problemsOfDaemon({ hostPaths: [HostPath.readOnly('/proc'), HostPath.readOnly('/srv', { volumeName: 'proc', ...ROOT })] })).toEqual(taken('/srv'));
    expect(problemsOfDaemon({ hostPaths: [HostPath.readOnly('/proc')], volumes: [scratch('proc')] })).toEqual(taken('/scratch'));
  });

  test('fails when a directory that starts empty has it', () => {
    const containers = [{ name: 'beside', image: IMAGE, hostPaths: [HostPath.readOnly('/srv', { volumeName: 'data' })] }];
    expect(problemsOfDaemon({ volumes: [scratch('data')], containers })).toEqual([
      "[chart/agent] the volume name 'data' of '/srv' is taken by another volume; give one of them another name",
    ]);
  });

  test('may be said again of the same path', () => {
    const proc = (mountPath: string) => HostPath.readOnly('/proc', { volumeName: 'proc-fs', mountPath });
    const volumes = [scratch('tmp')];
    expect(problemsOfDaemon({ hostPaths: [proc('/a'), proc('/b')], volumes, containers: [{ name: 'beside', image: IMAGE, volumes }] })).toEqual([]);
  });
});
