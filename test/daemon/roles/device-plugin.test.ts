import { EnvValue } from 'cdk8s-plus-27';
import { DevicePluginDaemon, DevicePluginDaemonProps, HostPath, Nodes, Placement, Priority, Privileges, Tolerations } from '../../../src';
import { devicePlugin } from '../../../src/daemon/roles/device-plugin';
import { DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { expectGolden } from '../../golden';
import { deepFreeze, IMAGE, only, problems, synth, Written } from '../../util';

const nodes = Nodes.withLabel('example.com/fpga', 'true');

function written(props: Partial<DevicePluginDaemonProps> = {}): Written {
  return only('DaemonSet', synth((chart) => new DevicePluginDaemon(chart, 'plugin', { image: IMAGE, nodes, ...props })));
}

function pod(props: Partial<DevicePluginDaemonProps> = {}): PodSpec {
  return (written(props) as unknown as DaemonSet).spec.template.spec;
}

describe('a device plugin', () => {
  test('is written as its documentation shows it', () => expectGolden('device-plugin', (chart) => new DevicePluginDaemon(chart, 'fpga-plugin', {
    image: 'registry.example.com/fpga-plugin:0.3.0',
    nodes: Nodes.withLabel('example.com/fpga', 'true'),
  })));

  test('runs only on Linux nodes that have the device', () => {
    const required = (props?: Partial<DevicePluginDaemonProps>) => pod(props).affinity!.nodeAffinity!.requiredDuringSchedulingIgnoredDuringExecution!;
    const terms = (props?: Partial<DevicePluginDaemonProps>) => required(props).nodeSelectorTerms.map(({ matchExpressions }) => matchExpressions![0]);
    expect(terms()).toEqual([{ key: 'example.com/fpga', operator: 'In', values: ['true'] }]);
    expect(terms({ nodes: nodes.union(Nodes.withLabel('example.com/asic')) })).toEqual([
      { key: 'example.com/fpga', operator: 'In', values: ['true'] }, { key: 'example.com/asic', operator: 'Exists' },
    ]);
    expect(pod().nodeSelector).toEqual({ 'kubernetes.io/os': 'linux' });
  });

  test('tolerates every taint of theirs, unless it says which', () => {
    expect(pod().tolerations).toEqual([{ operator: 'Exists' }]);
    expect(pod({ tolerations: Tolerations.none() })).not.toHaveProperty('tolerations');
  });

  test('writes into the kubelet\'s directory of device plugins, which others write too', () => {
    expect(pod().volumes).toEqual([{ name: 'var-lib-kubelet-device-plugins', hostPath: { path: '/var/lib/kubelet/device-plugins', type: 'Directory' } }]);
    expect(pod().containers[0].volumeMounts).toEqual([{ name: 'var-lib-kubelet-device-plugins', mountPath: '/var/lib/kubelet/device-plugins' }]);
    expect(problems((chart) => {
      new DevicePluginDaemon(chart, 'one', { image: IMAGE, nodes });
      new DevicePluginDaemon(chart, 'two', { image: IMAGE, nodes });
    })).toEqual([]);
  });

  test('finds the directory where another kubelet has it, under the path that plugins know', () => {
    const { volumes, containers: [{ volumeMounts }] } = pod({ kubeletRoot: '/var/lib/k0s/kubelet' });
    expect(volumes![0].hostPath!.path).toBe('/var/lib/k0s/kubelet/device-plugins');
    expect(volumeMounts![0].mountPath).toBe('/var/lib/kubelet/device-plugins');
    expect(pod({ kubeletRoot: undefined })).toEqual(pod());
  });

  test('is root without any capability', () => {
    expect(pod().containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsUser: 0, runAsGroup: 0,
    });
    expect(pod({ privileges: Privileges.privileged('loads firmware') }).containers[0].securityContext?.privileged).toBe(true);
    expect(pod()).not.toHaveProperty('hostNetwork');
    expect(pod().automountServiceAccountToken).toBe(false);
  });

  test('is critical for its node, unless it says otherwise', () => {
    expect(pod().priorityClassName).toBe('system-node-critical');
    expect(pod({ priority: Priority.none() })).not.toHaveProperty('priorityClassName');
  });

  test('knows the name of its node', () => {
    expect(pod().containers[0].env).toEqual([{ name: 'K8S_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }]);
  });

  test('is labelled as what it is', () => {
    expect(written().metadata.labels!['app.kubernetes.io/component']).toBe('device-plugin');
  });

  test('adds paths and variables of the definition to its own', () => {
    const { containers: [main] } = pod({ hostPaths: [HostPath.readOnly('/sys')], env: { TZ: EnvValue.fromValue('UTC') } });
    expect(main.volumeMounts!.map(({ mountPath }) => mountPath)).toEqual(['/var/lib/kubelet/device-plugins', '/sys']);
    expect(main.env!.map(({ name }) => name)).toEqual(['K8S_NODE_NAME', 'TZ']);
  });

  test('does not change its definition, and passes on no option of its own', () => {
    const props = deepFreeze<DevicePluginDaemonProps>({ image: IMAGE, nodes, kubeletRoot: '/srv/kubelet', hostPaths: [], env: {} });
    expect(Object.keys(devicePlugin(props)).sort()).toEqual(['component', 'env', 'hostPaths', 'image', 'placement', 'priority', 'privileges']);
  });

  test('fails when a placement says it otherwise, instead of leaving the nodes aside', () => {
    expect(problems((chart) => new DevicePluginDaemon(chart, 'plugin', { image: IMAGE, nodes, placement: Placement.linux() })))
      .toEqual(['[chart/plugin] placement and nodes both say on which nodes the device plugin runs; say it by nodes alone, and leave placement out']);
  });

  test('fails when it is nobody, who cannot write there', () => {
    expect(problems((chart) => new DevicePluginDaemon(chart, 'plugin', { image: IMAGE, nodes, privileges: Privileges.restricted() })))
      .toEqual([expect.stringContaining("'/var/lib/kubelet/device-plugins' on the node belongs to root; state a user: privileges: Privileges.root()")]);
  });
});
