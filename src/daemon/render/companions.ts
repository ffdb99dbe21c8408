import { objectMeta, Identity } from './identity';
import { renderRbac, renderServiceAccount } from './rbac';
import { Manifest, renderMonitors, renderServices } from './services';
import { Container } from '../../kubernetes/objects';
import { DaemonProps } from '../daemon-props';
import { ResolvedSettings } from '../settings';

/** Name of the ServiceAccount under which the pods run; undefined leaves it to Kubernetes. */
export function serviceAccountNameOf(identity: Identity, props: DaemonProps): string | undefined {
  return props.serviceAccount?.name ?? (needsOwnAccount(identity, props) ? identity.name : undefined);
}

/** What a daemon needs beside its DaemonSets, by construct id. */
export function renderCompanions(
  identity: Identity,
  props: DaemonProps,
  settings: ResolvedSettings,
  containers: Container[],
  configData: { [key: string]: string },
): Map<string, Manifest> {
  const companions: Manifest[] = [];
  if (needsOwnAccount(identity, props)) {
    companions.push(renderServiceAccount(identity, settings.serviceAccountAnnotations));
  }
  if (props.kubernetesAccess !== undefined && identity.namespace !== undefined) {
    companions.push(...renderRbac(identity, props.kubernetesAccess, serviceAccountNameOf(identity, props)!));
  }
  if (Object.keys(configData).length > 0) {
    companions.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: objectMeta(identity, identity.name), data: { ...configData } });
  }
  companions.push(...renderServices(identity, props.discovery ?? [], containers), ...renderMonitors(identity, props.discovery ?? []));
  return new Map(companions.map((manifest) => [manifest.kind === 'Service' ? `Service-${manifest.metadata.name}` : manifest.kind, manifest]));
}

function needsOwnAccount(identity: Identity, props: DaemonProps): boolean {
  return props.serviceAccount === undefined && (identity.recommended || (props.kubernetesAccess ?? []).length > 0);
}
