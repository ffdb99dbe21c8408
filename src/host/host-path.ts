import { HostPathVolumeType, MountPropagation } from 'cdk8s-plus-27';
import { directoryOf } from '../kubernetes/paths';

/** Options of a path of the node. */
export interface HostPathOptions {
  /**
   * Where the container sees it (`volumeMounts[].mountPath`).
   *
   * @default - the same path as on the node, so that links and file names in messages stay true
   */
  readonly mountPath?: string;

  /**
   * What must be there on the node before the pod starts (`volumes[].hostPath.type`).
   *
   * @default - `Directory`, so that a missing path is said in an event instead of becoming an empty directory;
   * for a state directory `DirectoryOrCreate`, for a device `CharDevice`. With `Defaults.none()` none is written, and nothing
   * is looked for
   */
  readonly type?: HostPathVolumeType;

  /**
   * Whether mounts made later on the node appear in the container, or the other way round (`volumeMounts[].mountPropagation`).
   *
   * @default - none: neither sees later mounts of the other, as Kubernetes decides
   */
  readonly mountPropagation?: MountPropagation;

  /**
   * Name of the volume (`volumes[].name`). Two mounts of one node path share one volume.
   *
   * @default - made from the path on the node: `/var/log` gives `var-log`
   */
  readonly volumeName?: string;
}

/** Options of a path that the daemon writes. */
export interface WritableHostPathOptions extends HostPathOptions {
  /**
   * Whether other daemons may write here too, as the kubelet's registration directories are meant to be.
   *
   * @default false - two daemons of an app that write one directory of a node are an error at synth
   */
  readonly shared?: boolean;
}

/** Options of a daemon's own directory on the node. */
export interface StateDirectoryOptions extends HostPathOptions {
  /**
   * The directory on the node.
   *
   * @default - `/var/lib/<namespace>/<name of the daemon>`: one for each daemon, the same for all its variants, so that a
   * node that changes its variant keeps its state
   */
  readonly path?: string;
}

/** What a kind of path has in common. */
interface HostPathTraits {
  readonly defaultType: HostPathVolumeType;
  readonly shared?: boolean;
  readonly needsUser?: boolean;
  readonly device?: boolean;
}

/**
 * A path of the node that a container sees.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
 */
export class HostPath {
  /**
   * A directory (or, with `type`, a file) that the container reads.
   *
   * @param path absolute path on the node
   */
  public static readOnly(path: string, options: HostPathOptions = {}): HostPath {
    return new HostPath(path, true, options, { defaultType: HostPathVolumeType.DIRECTORY });
  }

  /**
   * A directory of the daemon's own, kept over restarts and made where it is missing: positions, buffers, databases.
   * It belongs to root, so the daemon needs a stated user (`Privileges.root()`).
   */
  public static stateDirectory(options: StateDirectoryOptions = {}): HostPath {
    return new HostPath(options.path, false, options, { defaultType: HostPathVolumeType.DIRECTORY_OR_CREATE });
  }

  /**
   * A Unix socket of the node, such as the container runtime's. Its directory is mounted, read-only: a socket that is
   * mounted as a file goes stale when its owner restarts. Connecting needs no write access to the directory.
   *
   * @param path absolute path of the socket itself
   */
  public static socket(path: string, options: HostPathOptions = {}): HostPath {
    const mountPath = options.mountPath === undefined ? undefined : directoryOf(options.mountPath);
    return new HostPath(directoryOf(path), true, { ...options, mountPath }, { defaultType: HostPathVolumeType.DIRECTORY, needsUser: true });
  }

  /**
   * A device file of the node, or `/dev` itself with type `DIRECTORY`. The kernel gives access to it only to
   * privileged containers, so the daemon needs `Privileges.privileged`.
   *
   * @param path such as `/dev/kmsg`
   */
  public static device(path: string, options: HostPathOptions = {}): HostPath {
    return new HostPath(path, false, options, { defaultType: HostPathVolumeType.CHAR_DEVICE, shared: true, device: true });
  }

  /**
   * A directory (or, with `type`, a file) that the container reads and writes. For state of the daemon's own use `stateDirectory`.
   *
   * @param path absolute path on the node
   */
  public static readWrite(path: string, options: WritableHostPathOptions = {}): HostPath {
    return new HostPath(path, false, options, { defaultType: HostPathVolumeType.DIRECTORY, shared: options.shared });
  }

  /** @internal */
  public readonly _options: HostPathOptions;

  private constructor(
    private readonly nodePath: string | undefined,
    /** Whether the container may only read. */
    public readonly isReadOnly: boolean,
    options: HostPathOptions,
    private readonly traits: HostPathTraits,
  ) {
    this._options = { ...options };
  }

  /**
   * The path on the node.
   *
   * @param stateDirectory where a state directory lies that says no path of its own
   * @internal
   */
  public _path(stateDirectory: string): string {
    return this.nodePath ?? stateDirectory;
  }

  /**
   * What must be there on the node; undefined leaves it unsaid, and so does the type of that name.
   *
   * @param recommended whether the type that is right for this kind of path is written without being asked for
   * @internal
   */
  public _type(recommended: boolean): HostPathVolumeType | undefined {
    return (this._options.type ?? (recommended ? this.traits.defaultType : undefined)) || undefined;
  }

  /** @internal */
  public get _isDevice(): boolean {
    return this.traits.device ?? false;
  }

  /**
   * Whether only root reaches it although it is not one of the well-known root-owned paths.
   *
   * @internal
   */
  public get _needsUser(): boolean {
    return this.traits.needsUser ?? false;
  }

  /** @internal */
  public get _isExclusive(): boolean {
    return !this.isReadOnly && !this.traits.shared;
  }
}
