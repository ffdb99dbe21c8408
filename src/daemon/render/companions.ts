import { objectMeta, Identity } from './identity';
import { renderRbac, renderServiceAccount } from './rbac';
import { Manifest, renderMonitors, renderServices } from './services';
import { Container, ContainerPort } from '../../kubernetes/objects';
import { DaemonProps } from '../daemon-props';
import { KubernetesAccess } from '../kubernetes-access';
import { Member, Members } from '../members';
import { ResolvedSettings } from '../settings';

/** Name of the ServiceAccount under which the pods run; undefined leaves it to Kubernetes. */
export function serviceAccountNameOf(identity: Identity, props: DaemonProps): string | undefined {
  return props.serviceAccount?.name ?? (needsOwnAccount(identity, props) ? identity.name : undefined);
}

/** What a daemon needs beside its DaemonSets, by construct id. They share it, but for configuration that differs. */
export function renderCompanions(identity: Identity, { base, list }: Members, settings: ResolvedSettings): Map<string, Manifest> {
  const { props } = base;
  const all = list.includes(base) ? list : [base, ...list];
  const companions: [string, Manifest][] = [];
  if (needsOwnAccount(identity, props)) {
    companions.push(['ServiceAccount', renderServiceAccount(identity, settings.serviceAccountAnnotations)]);
  }
  const access = all.flatMap((member) => member.props.kubernetesAccess ?? []);
  if (access.length > 0 && identity.namespace !== undefined) {
    companions.push(...keyed(renderRbac(identity, differing(access), serviceAccountNameOf(identity, props)!), ({ kind }) => kind));
  }
  const ports = differingPorts(all.map(({ rendered }) => rendered.spec.template.spec.containers));
  return new Map([
    ...companions,
    ...configMaps(identity, list),
    ...keyed(renderServices(identity, props.discovery ?? [], ports), ({ metadata }) => `Service-${metadata.name}`),
    ...keyed(renderMonitors(identity, props.discovery ?? []), ({ kind }) => kind),
  ]);
}

function keyed(manifests: Manifest[], key: (manifest: Manifest) => string): [string, Manifest][] {
  return manifests.map((manifest) => [key(manifest), manifest]);
}

/** The ports of several pods, each name once: under another number it is still the same port. */
export function differingPorts(pods: readonly Container[][]): ContainerPort[] {
  const [first = [], ...others] = pods.map((containers) => containers.flatMap((container) => container.ports ?? []));
  const key = ({ name, protocol, containerPort }: ContainerPort) => name ?? `${protocol ?? 'TCP'}/${containerPort}`;
  return others.reduce((known, ports) => [...known, ...ports.filter((port) => !known.some((other) => key(other) === key(port)))], first);
}

/** One for the definition that most share, under the daemon's name, and one for each variant that differs. */
function configMaps(daemon: Identity, members: readonly Member[]): [string, Manifest][] {
  const configured = members.filter(({ rendered }) => Object.keys(rendered.configData).length > 0);
  const byName = new Map(configured.map((member) => [member.configMapName, member]));
  return [...byName].map(([name, { identity, rendered }]) => {
    const isShared = name === daemon.name;
    const metadata = objectMeta(isShared ? daemon : identity, name);
    return [isShared ? 'ConfigMap' : `ConfigMap-${name}`, { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { ...rendered.configData } }];
  });
}

function differing(access: KubernetesAccess[]): KubernetesAccess[] {
  const text = (rule: KubernetesAccess) => JSON.stringify([rule.isClusterWide, rule._render()]);
  return access.filter((rule, index) => access.findIndex((other) => text(other) === text(rule)) === index);
}

function needsOwnAccount(identity: Identity, props: DaemonProps): boolean {
  return props.serviceAccount === undefined && (identity.recommended || (props.kubernetesAccess ?? []).length > 0);
}
