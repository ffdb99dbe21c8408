import { ContainerPort, EnvValue } from 'cdk8s-plus-27';
import { ConfigFile, DaemonContainer } from '../daemon/container';
import { DaemonProps } from '../daemon/daemon-props';
import { KubernetesAccess } from '../daemon/kubernetes-access';
import { DaemonVolume } from '../daemon/volume';
import { HostPath } from '../host/host-path';
import { Privileges } from '../host/privileges';

/** What a part of an agent brings along while it is on. */
export interface Feature {
  readonly hostNetwork?: true;
  readonly hostPid?: true;
  readonly ports?: ContainerPort[];
  readonly env?: { [name: string]: EnvValue };
  readonly capabilities?: string[];
  readonly hostPaths?: HostPath[];
  readonly volumes?: DaemonVolume[];
  readonly configFiles?: ConfigFile[];
  readonly kubernetesAccess?: KubernetesAccess[];
  readonly initContainers?: DaemonContainer[];
  readonly containers?: DaemonContainer[];
}

/** A definition with all parts that are on. What two of them bring is there once: a path by where it is seen, a right by its rule. */
export function withFeatures<P extends DaemonProps>(definition: P, features: readonly Feature[]): P & DaemonProps {
  const all = <T>(field: (part: Feature) => T[] | undefined): T[] | undefined => {
    const list = [definition, ...features].flatMap((part) => field(part as Feature) ?? []);
    return list.length > 0 ? list : undefined;
  };
  const capabilities = [...new Set(features.flatMap((feature) => feature.capabilities ?? []))];
  const privileges = definition.privileges ?? Privileges.restricted();
  return {
    ...definition,
    hostNetwork: definition.hostNetwork ?? (features.some(({ hostNetwork }) => hostNetwork) || undefined),
    hostPid: definition.hostPid ?? (features.some(({ hostPid }) => hostPid) || undefined),
    privileges: capabilities.length > 0 ? privileges.withCapabilities(...capabilities) : definition.privileges,
    env: Object.assign({}, ...features.map(({ env }) => env), definition.env),
    ports: all(({ ports }) => ports),
    hostPaths: pathsOnce(all(({ hostPaths }) => hostPaths)),
    volumes: all(({ volumes }) => volumes),
    configFiles: all(({ configFiles }) => configFiles),
    kubernetesAccess: onceBy(all(({ kubernetesAccess }) => kubernetesAccess), (access) => JSON.stringify([access.isClusterWide, access._render()])),
    initContainers: all(({ initContainers }) => initContainers),
    containers: all(({ containers }) => containers),
  };
}

/** Where one part writes and another only reads, it is written. */
function pathsOnce(paths: HostPath[] | undefined): HostPath[] | undefined {
  const idOf = (path: HostPath) => JSON.stringify([path._path(''), path._options.mountPath]);
  return onceBy(paths?.map((path) => paths.find((other) => idOf(other) === idOf(path) && !other.isReadOnly) ?? path), idOf);
}

function onceBy<T>(list: T[] | undefined, idOf: (entry: T) => string): T[] | undefined {
  const ids = list?.map(idOf);
  return list?.filter((_, index) => ids!.indexOf(ids![index]) === index);
}
