/** What a pod and its containers may do, in wire format. */
type Maybe<T> = T | null;

export interface SecurityProfile {
  type?: string;
  localhostProfile?: Maybe<string>;
}

export interface SELinuxOptions {
  user?: string;
  role?: string;
  type?: string;
  level?: string;
}

export interface WindowsOptions {
  gmsaCredentialSpecName?: Maybe<string>;
  gmsaCredentialSpec?: Maybe<string>;
  runAsUserName?: Maybe<string>;
  hostProcess?: Maybe<boolean>;
}

interface CommonSecurityContext {
  runAsUser?: Maybe<number>;
  runAsGroup?: Maybe<number>;
  runAsNonRoot?: Maybe<boolean>;
  seLinuxOptions?: Maybe<SELinuxOptions>;
  windowsOptions?: Maybe<WindowsOptions>;
  seccompProfile?: Maybe<SecurityProfile>;
  appArmorProfile?: Maybe<SecurityProfile>;
}

export interface SecurityContext extends CommonSecurityContext {
  allowPrivilegeEscalation?: Maybe<boolean>;
  capabilities?: Maybe<{ add?: Maybe<string[]>; drop?: Maybe<string[]> }>;
  privileged?: Maybe<boolean>;
  procMount?: Maybe<string>;
  readOnlyRootFilesystem?: Maybe<boolean>;
}

export interface PodSecurityContext extends CommonSecurityContext {
  fsGroup?: Maybe<number>;
  fsGroupChangePolicy?: Maybe<string>;
  seLinuxChangePolicy?: Maybe<string>;
  supplementalGroups?: Maybe<number[]>;
  supplementalGroupsPolicy?: Maybe<string>;
  sysctls?: Maybe<{ name?: string; value?: string }[]>;
}
