import { CephCsiCluster, CephCsiDaemon, CephCsiDaemonProps, CephCsiDriver } from '../../../src';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { problems as problemsOf, synth, Written } from '../../util';

export const CLUSTER: CephCsiCluster = {
  clusterId: 'b9127830-b0cc-4e34-aa47-9d1a2e9949a8', monitors: ['10.0.0.11:6789', '[2001:db8::12]:3300', 'mon-c.ceph.svc'],
};

type Props = Partial<CephCsiDaemonProps>;

function propsOf(props: Props): CephCsiDaemonProps {
  return { driver: CephCsiDriver.rbd(), clusters: [CLUSTER], ...props };
}

export function objects(props: Props = {}): Written[] {
  return synth((chart) => new CephCsiDaemon(chart, 'csi', propsOf(props)));
}

export function daemonSets(props?: Props): DaemonSet[] {
  return objects(props).filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

export function pod(props?: Props): PodSpec {
  return daemonSets(props)[0].spec.template.spec;
}

export function container(name: string, props?: Props): Container {
  return pod(props).containers.find((one) => one.name === name)!;
}

/** Rules of the ClusterRole and of the Role: verbs of resources, and of which names. */
export function rights(props?: Props): string[] {
  return objects(props).filter(({ kind }) => kind.endsWith('Role')).flatMap(({ kind, rules }) => (
    (rules as { verbs: string[]; resources: string[]; resourceNames?: string[] }[]).map(({ verbs, resources, resourceNames }) => (
      `${kind}: ${verbs.join(',')} ${resources.join(',')}${resourceNames ? ` ${resourceNames.join(',')}` : ''}`))));
}

/** Paths of the node that a container sees: where, where on the node, and how. */
export function hostMounts(name: string, props?: Props): string[] {
  const { volumes = [] } = pod(props);
  return container(name, props).volumeMounts!.flatMap((mount) => {
    const hostPath = volumes.find((volume) => volume.name === mount.name)?.hostPath;
    return hostPath === undefined ? [] : [[
      `${hostPath.path} at ${mount.mountPath}`, hostPath.type, mount.readOnly ? 'read-only' : 'read-write', ...(mount.mountPropagation ? [mount.mountPropagation] : []),
    ].join(', ')];
  });
}

export function problems(props: Props): string[] {
  return problemsOf((chart) => new CephCsiDaemon(chart, 'csi', propsOf(props))).map((problem) => problem.replace('[chart/csi] ', ''));
}
