import type { Example } from './examples';

const windows = { name: 'windows' };
const openKinds = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'];

export const RESTRICTED_EXAMPLES: readonly Example[] = [
  {
    check: 'allowPrivilegeEscalation',
    version: 'latest',
    passes: { pod: 'a Windows pod', spec: { os: windows, containers: [{ name: 'a' }] } },
    fails: {
      pod: 'containers that do not rule it out',
      spec: {
        containers: [
          { name: 'a' },
          { name: 'b', securityContext: { allowPrivilegeEscalation: true } },
          { name: 'c', securityContext: { allowPrivilegeEscalation: false } },
        ],
      },
      reason: 'allowPrivilegeEscalation != false',
      detail: 'containers "a", "b" must set securityContext.allowPrivilegeEscalation=false',
    },
  },
  {
    check: 'capabilities_restricted',
    version: 'latest',
    passes: {
      pod: 'a container that keeps only the binding to low ports',
      spec: { containers: [{ securityContext: { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } } }] },
    },
    fails: {
      pod: 'containers that keep more',
      spec: {
        containers: [
          { name: 'a', securityContext: { capabilities: { drop: ['NET_RAW'] } } },
          { name: 'b', securityContext: { capabilities: { drop: ['ALL'], add: ['CHOWN'] } } },
        ],
      },
      reason: 'unrestricted capabilities',
      detail: 'container "a" must set securityContext.capabilities.drop=["ALL"];'
        + ' container "b" must not include "CHOWN" in securityContext.capabilities.add',
    },
  },
  {
    check: 'procMount_restricted',
    version: 'latest',
    passes: { pod: 'a masked /proc', spec: { containers: [{ securityContext: { procMount: 'Default' } }] } },
    fails: {
      pod: 'an unmasked /proc even in a user namespace',
      spec: { hostUsers: false, containers: [{ name: 'a', securityContext: { procMount: 'Unmasked' } }] },
      reason: 'procMount',
      detail: 'container "a" must not set securityContext.procMount to "Unmasked"',
    },
  },
  {
    check: 'restrictedVolumes',
    version: 'latest',
    passes: {
      pod: 'volumes of allowed kinds, whatever else they are, and of no kind',
      spec: { volumes: [...openKinds.map((kind) => ({ name: kind, [kind]: {}, hostPath: {} })), { name: 'none' }] },
    },
    fails: {
      pod: 'volumes of other kinds',
      spec: { volumes: [{ name: 'a', nfs: {} }, { name: 'b', hostPath: {}, nfs: {} }, { name: 'c', portworxVolume: {}, photonPersistentDisk: {} }] },
      reason: 'restricted volume types',
      detail: 'volumes "a", "b", "c" use restricted volume types "hostPath", "nfs", "photonPersistentDisk"',
    },
  },
  {
    check: 'runAsNonRoot',
    version: 'latest',
    passes: {
      pod: 'a pod that speaks for its containers',
      spec: { securityContext: { runAsNonRoot: true }, containers: [{ name: 'a' }] },
    },
    fails: {
      pod: 'a container that contradicts its pod',
      spec: {
        securityContext: { runAsNonRoot: true },
        containers: [{ name: 'a', securityContext: { runAsNonRoot: false } }],
      },
      reason: 'runAsNonRoot != true',
      detail: 'container "a" must not set securityContext.runAsNonRoot=false',
    },
  },
  {
    check: 'runAsNonRoot',
    version: 'v1.36',
    passes: { pod: 'root in a user namespace', spec: { hostUsers: false, securityContext: { runAsNonRoot: false } } },
    fails: {
      pod: 'a container that leaves it open',
      spec: { containers: [{ name: 'a', securityContext: { runAsNonRoot: true } }, { name: 'b' }] },
      reason: 'runAsNonRoot != true',
      detail: 'pod or container "b" must set securityContext.runAsNonRoot=true',
    },
  },
  {
    check: 'runAsUser',
    version: 'latest',
    passes: { pod: 'a user other than root', spec: { securityContext: { runAsUser: 1 } } },
    fails: {
      pod: 'root by number',
      spec: { securityContext: { runAsUser: 0 }, containers: [{ name: 'a', securityContext: { runAsUser: 0 } }] },
      reason: 'runAsUser=0',
      detail: 'pod and container "a" must not set runAsUser=0',
    },
  },
  {
    check: 'seccompProfile_restricted',
    version: 'latest',
    passes: {
      pod: 'a profile on every container',
      spec: { containers: [{ securityContext: { seccompProfile: { type: 'Localhost' } } }] },
    },
    fails: {
      pod: 'a container without a profile',
      spec: { containers: [{ name: 'a', securityContext: { seccompProfile: { type: 'RuntimeDefault' } } }, { name: 'b' }] },
      reason: 'seccompProfile',
      detail: 'pod or container "b" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"',
    },
  },
];
