import { EnvValue, MountPropagation } from 'cdk8s-plus-27';
import { Discovery, HostPath, NodeMonitorDaemon, NodeMonitorDaemonProps, Privileges, Rollout } from '../../../src';
import { nodeMonitor } from '../../../src/daemon/roles/node-monitor';
import { DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { expectGolden } from '../../golden';
import { deepFreeze, IMAGE, only, problems, synth, Written } from '../../util';

function written(props: Partial<NodeMonitorDaemonProps> = {}): Written {
  return only('DaemonSet', synth((chart) => new NodeMonitorDaemon(chart, 'monitor', { image: IMAGE, ...props })));
}

function pod(props: Partial<NodeMonitorDaemonProps> = {}): PodSpec {
  return (written(props) as unknown as DaemonSet).spec.template.spec;
}

describe('a node monitor', () => {
  test('is written as its documentation shows it', () => expectGolden('node-monitor', (chart) => new NodeMonitorDaemon(chart, 'process-exporter', {
    image: 'docker.io/ncabatoff/process-exporter:0.8.7',
    args: ['-procfs=/host/proc', '-web.listen-address=:9256'],
    ports: [{ name: 'metrics', number: 9256 }],
    rootFilesystem: false,
    discovery: [Discovery.headless()],
  })));

  test('sees /proc, /sys and / of the node below /host, read-only', () => {
    expect(pod().volumes).toEqual([
      { name: 'proc', hostPath: { path: '/proc', type: 'Directory' } },
      { name: 'sys', hostPath: { path: '/sys', type: 'Directory' } },
      { name: 'root', hostPath: { path: '/', type: 'Directory' } },
    ]);
    expect(pod().containers[0].volumeMounts).toEqual([
      { name: 'proc', mountPath: '/host/proc', readOnly: true },
      { name: 'sys', mountPath: '/host/sys', readOnly: true },
      { name: 'root', mountPath: '/host/root', readOnly: true, mountPropagation: 'HostToContainer' },
    ]);
  });

  test('does without /proc and /sys when it is told to', () => {
    expect(pod({ kernelFilesystems: false }).containers[0].volumeMounts!.map(({ mountPath }) => mountPath)).toEqual(['/host/root']);
    expect(pod({ kernelFilesystems: undefined })).toEqual(pod({ kernelFilesystems: true }));
  });

  test('does without the root file system when it is told to', () => {
    expect(pod({ rootFilesystem: false }).containers[0].volumeMounts!.map(({ mountPath }) => mountPath)).toEqual(['/host/proc', '/host/sys']);
    expect(pod({ rootFilesystem: undefined })).toEqual(pod({ rootFilesystem: true }));
  });

  test('sees later mounts of the node unless the machine cannot tell', () => {
    expect(pod({ rootMountPropagation: MountPropagation.NONE }).containers[0].volumeMounts![2].mountPropagation).toBe('None');
    expect(pod({ rootMountPropagation: undefined })).toEqual(pod());
  });

  test('shares the network and the processes of the node, and still resolves names of Services', () => {
    expect(pod()).toMatchObject({ hostNetwork: true, hostPID: true, dnsPolicy: 'ClusterFirstWithHostNet' });
    expect(pod()).not.toHaveProperty('hostIPC');
    expect(pod({ hostPid: false, hostNetwork: false })).not.toEqual(expect.objectContaining({ hostPID: true }));
    expect(pod({ hostNetwork: false })).not.toHaveProperty('hostNetwork');
  });

  test('is nobody without any capability', () => {
    expect(pod().containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsUser: 65534, runAsGroup: 65534, runAsNonRoot: true,
    });
    expect(pod().automountServiceAccountToken).toBe(false);
    expect(pod({ privileges: Privileges.root() }).containers[0].securityContext?.runAsUser).toBe(0);
  });

  test('knows the name of its node', () => {
    expect(pod().containers[0].env).toEqual([{ name: 'K8S_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }]);
  });

  test('is labelled as what it is', () => {
    expect(written().metadata.labels!['app.kubernetes.io/component']).toBe('node-monitor');
  });

  test('adds paths and variables of the definition to its own', () => {
    const { containers: [main] } = pod({ hostPaths: [HostPath.readOnly('/run/udev')], env: { TZ: EnvValue.fromValue('UTC') } });
    expect(main.volumeMounts!.map(({ mountPath }) => mountPath)).toEqual(['/host/proc', '/host/sys', '/host/root', '/run/udev']);
    expect(main.env!.map(({ name }) => name)).toEqual(['K8S_NODE_NAME', 'TZ']);
  });

  test('does not change its definition, and passes on no option of its own', () => {
    const props = deepFreeze<NodeMonitorDaemonProps>({ image: IMAGE, hostPaths: [HostPath.readOnly('/srv')], env: {}, rootFilesystem: true, rootMountPropagation: MountPropagation.NONE });
    expect(Object.keys(nodeMonitor(props)).sort()).toEqual(['component', 'env', 'hostNetwork', 'hostPaths', 'hostPid', 'image']);
  });

  test('fails when two of it would share a port of the node during a rollout', () => {
    expect(problems((chart) => new NodeMonitorDaemon(chart, 'monitor', { image: IMAGE, rollout: Rollout.surge() })))
      .toEqual([expect.stringContaining('Rollout.surge() with the host network never ends')]);
  });
});
