import { ContainerPort, EnvValue, ImagePullPolicy } from 'cdk8s-plus-27';
import { Probe } from './probe';
import { DaemonResources } from './resources';
import { DaemonVolume } from './volume';
import { HostPath } from '../host/host-path';
import { Privileges } from '../host/privileges';

/** A file of the daemon's configuration, kept in its ConfigMap. */
export interface ConfigFile {
  /**
   * Absolute path in the container. The whole directory is mounted (a file mounted with `subPath` never changes), so it
   * hides what the image has there.
   */
  readonly path: string;

  /** The text. A change of it restarts the pods, through a checksum on the pod template. All files of a daemon have 1 MiB together. */
  readonly content: string;
}

/** A container without its name. */
export interface ContainerOptions {
  /** Image with tag or digest, such as `quay.io/prometheus/node-exporter:v1.12.1`. */
  readonly image: string;

  /**
   * When the image is pulled (`imagePullPolicy`).
   *
   * @default - `Always` for the tag `latest` and without a tag, else `IfNotPresent`, as Kubernetes decides
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * The program, in place of the image's entrypoint.
   *
   * @default - the image's
   */
  readonly command?: string[];

  /**
   * Arguments of the program. `$(NAME)` is replaced by the variable of that name.
   *
   * @default - the image's
   */
  readonly args?: string[];

  /**
   * Directory in which the program starts (`workingDir`).
   *
   * @default - the image's
   */
  readonly workingDir?: string;

  /**
   * Ports that the program opens. Give each a name: Services, probes and discovery refer to it.
   *
   * @default - none
   */
  readonly ports?: ContainerPort[];

  /**
   * Environment variables. What is secret comes from a Secret: `EnvValue.fromSecretValue`.
   *
   * @default - none
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What the container asks of its node.
   *
   * @default - nothing is asked; daemons of the catalog ask for what they need
   */
  readonly resources?: DaemonResources;

  /**
   * Paths of the node.
   *
   * @default - none
   */
  readonly hostPaths?: HostPath[];

  /**
   * Configuration files.
   *
   * @default - none
   */
  readonly configFiles?: ConfigFile[];

  /**
   * Files from Secrets and ConfigMaps, and empty directories.
   *
   * @default - none
   */
  readonly volumes?: DaemonVolume[];

  /**
   * What the container may do on the node.
   *
   * @default Privileges.restricted() - least privilege; with `Defaults.none()` nothing is written
   */
  readonly privileges?: Privileges;

  /**
   * When the container is restarted (`livenessProbe`).
   *
   * @default - only when its process ends
   */
  readonly liveness?: Probe;

  /**
   * When the container counts as ready (`readinessProbe`): Services list it, and a rollout goes on.
   *
   * @default - as soon as it runs
   */
  readonly readiness?: Probe;

  /**
   * When the container has started, for slow starters (`startupProbe`); the other probes wait for it.
   *
   * @default - at once
   */
  readonly startup?: Probe;
}

/** A further container of a daemon. */
export interface DaemonContainer extends ContainerOptions {
  /** Name of the container: a DNS label of at most 63 characters, unique in the pod. */
  readonly name: string;
}
