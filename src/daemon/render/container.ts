import { renderEnv } from './env';
import { renderResources } from './resources';
import { Volumes } from './volumes';
import { Privileges } from '../../host/privileges';
import { parseImage } from '../../kubernetes/image';
import { Container, SecurityContext } from '../../kubernetes/objects';
import { ContainerOptions } from '../container';

/** What the containers of one pod share while they are rendered. */
export interface ContainerContext {
  readonly recommended: boolean;
  /** Whether the pod runs on Windows nodes only. */
  readonly isWindows: boolean;
  readonly volumes: Volumes;
  /** Registry → where its images are taken from instead. */
  readonly registryMirrors: { [registry: string]: string };
  /** Names of ports that are also opened on the node. */
  readonly hostPorts: string[];
}

export function renderContainer(name: string, options: ContainerOptions, context: ContainerContext): Container {
  const { volumes } = context;
  const mounts = [
    ...(options.hostPaths ?? []).map((hostPath) => volumes.mountHostPath(hostPath)),
    ...volumes.mountFiles(name, options.configFiles ?? [], options.volumes ?? []),
  ];
  return {
    name,
    image: mirrored(options.image, context.registryMirrors),
    imagePullPolicy: options.imagePullPolicy,
    command: options.command && [...options.command],
    args: options.args && [...options.args],
    workingDir: options.workingDir,
    ports: options.ports?.map((port) => ({
      name: port.name,
      containerPort: port.number,
      protocol: port.protocol,
      hostIP: port.hostIp,
      hostPort: port.hostPort ?? (port.name !== undefined && context.hostPorts.includes(port.name) ? port.number : undefined),
    })),
    env: renderEnv(options.env),
    resources: renderResources(options.resources),
    volumeMounts: mounts.length > 0 ? mounts : undefined,
    livenessProbe: options.liveness?._render(),
    readinessProbe: options.readiness?._render(),
    startupProbe: options.startup?._render(),
    securityContext: renderSecurityContext(options.privileges, context),
  };
}

function renderSecurityContext(privileges: Privileges | undefined, { recommended, isWindows }: ContainerContext): SecurityContext | undefined {
  if (!recommended) {
    return privileges?._renderVerbatim();
  }
  const rights = privileges ?? Privileges.restricted();
  return isWindows ? rights._renderWindows() : rights._renderRestricted();
}

function mirrored(image: string, mirrors: { [registry: string]: string }): string {
  const { registry, repository, tag, digest } = parseImage(image);
  const mirror = mirrors[registry] ?? mirrors['*'];
  return mirror === undefined ? image : `${mirror.replace(/\/$/, '')}/${repository}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`;
}
