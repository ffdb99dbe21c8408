import { SecurityContext } from '../kubernetes/objects';

/** User and group of a container that states none: "nobody", which owns no file. */
export const NOBODY = 65534;

/** User of a Windows container that states none; it is in every image, and is no administrator. */
export const CONTAINER_USER = 'ContainerUser';

/** The rights that only Linux knows, and those that only Windows knows; each pod has those of its own system only. */
const LINUX_ONLY = ['user', 'group', 'capabilities', 'privileged', 'allowPrivilegeEscalation', 'writableRootFilesystem', 'seccompProfile', 'appArmorProfile'] as const;
const WINDOWS_ONLY = ['windowsUser', 'hostProcess'] as const;

/** What a container may do, each right said on its own (`containers[].securityContext`). */
export interface PrivilegeOptions {
  /**
   * User id of the process (`runAsUser`).
   *
   * @default 65534 - nobody; with `Defaults.none()` the image decides
   */
  readonly user?: number;

  /**
   * Group id of the process (`runAsGroup`).
   *
   * @default - the same number as `user`
   */
  readonly group?: number;

  /**
   * Linux capabilities beyond none, in Kubernetes' spelling: without the prefix `CAP_` (`capabilities.add`).
   *
   * @default - none; all others are dropped
   */
  readonly capabilities?: string[];

  /**
   * Full access to the node: every capability, every device (`privileged`).
   *
   * @default false - least privilege
   */
  readonly privileged?: boolean;

  /**
   * Whether a process may gain more rights than its parent (`allowPrivilegeEscalation`).
   *
   * @default false - but true for privileged containers and with `SYS_ADMIN`, where Kubernetes does not take false
   */
  readonly allowPrivilegeEscalation?: boolean;

  /**
   * Whether the container may write to its own image's files (the opposite of `readOnlyRootFilesystem`).
   *
   * @default false - what is written belongs in a state directory or an emptyDir
   */
  readonly writableRootFilesystem?: boolean;

  /**
   * Seccomp profile (`seccompProfile.type`): `RuntimeDefault` or `Unconfined`.
   *
   * @default - `RuntimeDefault` for the pod
   */
  readonly seccompProfile?: string;

  /**
   * AppArmor profile (`appArmorProfile.type`, Kubernetes 1.30 and newer): `RuntimeDefault` or `Unconfined`.
   *
   * @default - the runtime's own, on nodes that have AppArmor
   */
  readonly appArmorProfile?: string;

  /**
   * User name of the process on Windows nodes (`windowsOptions.runAsUserName`): of the image, or, with `hostProcess`, of the node.
   *
   * @default - `ContainerUser`, which is no administrator
   */
  readonly windowsUser?: string;

  /**
   * Whether the container is a process of the Windows node itself, with its files, devices and services (`windowsOptions.hostProcess`). Kubernetes
   * asks for it in all containers of a pod or in none, and for the host network.
   *
   * @default false - least privilege
   */
  readonly hostProcess?: boolean;
}

/**
 * What a container may do on its node. It starts with nothing (uid 65534, every capability dropped, no escalation,
 * read-only root file system, the runtime's seccomp profile) and is opened one named step at a time.
 *
 * On Windows nodes (`Placement.windows`) none of these rights exist: there a container is `ContainerUser`, another user of its image
 * (`Privileges.windowsUser`), or a process of the node (`Privileges.hostProcess`).
 *
 * @example
 * const readsLogs = Privileges.root();
 * const setsTheClock = Privileges.capabilities('SYS_TIME');
 * const tracesProcesses = Privileges.root().withCapabilities('SYS_PTRACE');
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
 */
export class Privileges {
  /** Nothing beyond an ordinary process of nobody. The default. */
  public static restricted(): Privileges {
    return new Privileges({});
  }

  /**
   * Uid 0 without a capability: reads and writes what root owns (log files, sockets, state directories) and nothing more.
   */
  public static root(): Privileges {
    return new Privileges({ user: 0 });
  }

  /**
   * A user of the image's own.
   *
   * @param user user id
   * @param group group id; by default the same number
   */
  public static user(user: number, group?: number): Privileges {
    return new Privileges({ user, group });
  }

  /**
   * Nobody with some capabilities.
   *
   * @param names without the prefix `CAP_`, such as `SYS_TIME`
   */
  public static capabilities(...names: string[]): Privileges {
    return new Privileges({ capabilities: names });
  }

  /**
   * Root with full access to the node, devices included.
   *
   * @param reason why nothing less will do; written on the DaemonSet as annotation `cdk8s-daemons/allow.privileged.<container>`
   */
  public static privileged(reason: string): Privileges {
    return new Privileges({ user: 0, privileged: true }, reason);
  }

  /**
   * A user of a Windows image.
   *
   * @param name such as `ContainerAdministrator`
   */
  public static windowsUser(name: string): Privileges {
    return new Privileges({ windowsUser: name });
  }

  /**
   * A process of the Windows node itself: what `privileged` is on Linux. It needs the host network.
   *
   * @param reason why nothing less will do; written on the DaemonSet as annotation `cdk8s-daemons/allow.windows-host-process.<container>`
   * @param user a user of the node; by default `NT AUTHORITY\\SYSTEM`, who may do everything
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/
   */
  public static hostProcess(reason: string, user: string = 'NT AUTHORITY\\SYSTEM'): Privileges {
    return new Privileges({ windowsUser: user, hostProcess: true }, reason);
  }

  /** Exactly these rights. */
  public static of(options: PrivilegeOptions): Privileges {
    return new Privileges(structuredClone(options));
  }

  private constructor(
    private readonly options: PrivilegeOptions,
    /**
     * Why the container is privileged, or a process of its node.
     *
     * @internal
     */
    public readonly _reason?: string,
  ) {
  }

  /**
   * The same with further capabilities.
   *
   * @param names without the prefix `CAP_`
   */
  public withCapabilities(...names: string[]): Privileges {
    return new Privileges({ ...this.options, capabilities: [...(this.options.capabilities ?? []), ...names] }, this._reason);
  }

  /** The same with a root file system that can be written: for images that write beside their state. */
  public withWritableRootFilesystem(): Privileges {
    return new Privileges({ ...this.options, writableRootFilesystem: true }, this._reason);
  }

  /** @internal */
  public get _hasUser(): boolean {
    return this.options.user !== undefined;
  }

  /** @internal */
  public get _isPrivileged(): boolean {
    return this.options.privileged ?? false;
  }

  /** @internal */
  public get _isHostProcess(): boolean {
    return this.options.hostProcess ?? false;
  }

  /**
   * The options that nodes of the other system do not know.
   *
   * @internal
   */
  public _foreignTo(isWindows: boolean): string[] {
    return (isWindows ? LINUX_ONLY : WINDOWS_ONLY).filter((option) => this.options[option] !== undefined);
  }

  /**
   * Every field that keeps the container small is written out.
   *
   * @internal
   */
  public _renderRestricted(): SecurityContext {
    const { user = NOBODY, group = user, capabilities = [], privileged, seccompProfile, appArmorProfile, writableRootFilesystem } = this.options;
    const escalates = privileged || capabilities.includes('SYS_ADMIN');
    return {
      allowPrivilegeEscalation: this.options.allowPrivilegeEscalation ?? escalates,
      capabilities: privileged && capabilities.length === 0 ? undefined : { add: capabilities.length > 0 ? [...capabilities] : undefined, drop: ['ALL'] },
      privileged,
      readOnlyRootFilesystem: !writableRootFilesystem,
      runAsUser: user,
      runAsGroup: group,
      runAsNonRoot: user === 0 ? undefined : true,
      seccompProfile: seccompProfile === undefined ? undefined : { type: seccompProfile },
      appArmorProfile: appArmorProfile === undefined ? undefined : { type: appArmorProfile },
    };
  }

  /**
   * On Windows: the server takes no other field there.
   *
   * @internal
   */
  public _renderWindows(): SecurityContext {
    const { windowsUser = CONTAINER_USER, hostProcess } = this.options;
    return { runAsNonRoot: windowsUser === CONTAINER_USER ? true : undefined, windowsOptions: { hostProcess, runAsUserName: windowsUser } };
  }

  /**
   * Only what was said.
   *
   * @internal
   */
  public _renderVerbatim(): SecurityContext {
    const { user, group, capabilities, privileged, allowPrivilegeEscalation, writableRootFilesystem, seccompProfile, appArmorProfile } = this.options;
    const { windowsUser, hostProcess } = this.options;
    return {
      allowPrivilegeEscalation,
      capabilities: capabilities === undefined ? undefined : { add: [...capabilities] },
      privileged,
      readOnlyRootFilesystem: writableRootFilesystem === undefined ? undefined : !writableRootFilesystem,
      runAsUser: user,
      runAsGroup: group,
      seccompProfile: seccompProfile === undefined ? undefined : { type: seccompProfile },
      appArmorProfile: appArmorProfile === undefined ? undefined : { type: appArmorProfile },
      windowsOptions: this._foreignTo(false).length > 0 ? { hostProcess, runAsUserName: windowsUser } : undefined,
    };
  }
}
