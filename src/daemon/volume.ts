import { Size } from 'cdk8s';
import { EnvFieldPaths, IConfigMap, ISecret } from 'cdk8s-plus-27';

/** Options of files that come from a Secret or a ConfigMap. */
export interface FilesOptions {
  /**
   * Which keys become files: key → file name in the mount path.
   *
   * @default - every key, as a file of its name
   */
  readonly items?: { [key: string]: string };
}

/** Options of an empty directory. */
export interface EmptyDirOptions {
  /**
   * How much it may hold before the pod is evicted (`sizeLimit`).
   *
   * @default - no limit of its own, as Kubernetes decides
   */
  readonly sizeLimit?: Size;

  /**
   * Keep it in memory, where it counts towards the container's memory (`medium: Memory`).
   *
   * @default false - on the node's disk
   */
  readonly inMemory?: boolean;

  /**
   * Name of the volume. Containers that say the same name share the directory.
   *
   * @default - a directory of this container's own
   */
  readonly name?: string;
}

/** @internal */
export interface DaemonVolumeSource {
  readonly secretName?: string;
  readonly configMapName?: string;
  readonly items?: { [key: string]: string };
  readonly emptyDir?: EmptyDirOptions;
  readonly podInfo?: { [file: string]: EnvFieldPaths };
}

/**
 * Files of a container that come neither from the node (`HostPath`) nor from the daemon's own configuration (`configFiles`).
 *
 * Secrets, ConfigMaps and `configFiles` of one directory lie there together (a `projected` volume), so that a configuration of several files can be half
 * secret. Each says by `items` which files it brings.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export class DaemonVolume {
  /**
   * The keys of a Secret as files, read-only. The whole directory is mounted, so a changed Secret reaches the running pod.
   *
   * @param mountPath directory in the container
   * @param secret such as `Secret.fromSecretName(this, 'tls', 'fluentd-tls')` of cdk8s-plus
   */
  public static secret(mountPath: string, secret: ISecret, options: FilesOptions = {}): DaemonVolume {
    return new DaemonVolume(mountPath, { secretName: secret.name, items: options.items && { ...options.items } });
  }

  /**
   * The keys of a ConfigMap as files, read-only. A change of it restarts nothing: for the daemon's own configuration use `configFiles`.
   *
   * @param mountPath directory in the container
   * @param configMap of cdk8s-plus, defined or imported by name
   */
  public static configMap(mountPath: string, configMap: IConfigMap, options: FilesOptions = {}): DaemonVolume {
    return new DaemonVolume(mountPath, { configMapName: configMap.name, items: options.items && { ...options.items } });
  }

  /**
   * A directory that starts empty and is gone with the pod: scratch space, never state.
   *
   * @param mountPath directory in the container
   */
  public static emptyDir(mountPath: string, options: EmptyDirOptions = {}): DaemonVolume {
    return new DaemonVolume(mountPath, { emptyDir: { ...options } });
  }

  /**
   * What Kubernetes knows of the pod as files, read-only (`downwardAPI`): for programs that look for it there, and not in their environment.
   *
   * @param mountPath directory in the container
   * @param files name of the file → what it says: the pod's name, namespace or uid; Kubernetes takes no other field in files
   */
  public static podInfo(mountPath: string, files: { [file: string]: EnvFieldPaths }): DaemonVolume {
    return new DaemonVolume(mountPath, { podInfo: { ...files } });
  }

  private constructor(
    /** Directory in the container. */
    public readonly mountPath: string,
    /** @internal */
    public readonly _source: DaemonVolumeSource,
  ) {
  }
}
