import type { Example } from './examples';

export const BASELINE_EXAMPLES: readonly Example[] = [
  {
    check: 'appArmorProfile',
    version: 'latest',
    passes: {
      pod: 'the profiles of the runtime and of the node',
      metadata: {
        annotations: {
          'container.apparmor.security.beta.kubernetes.io/a': 'runtime/default',
          'container.apparmor.security.beta.kubernetes.io/b': 'localhost/strict',
          'container.apparmor.security.beta.kubernetes.io/c': '',
        },
      },
      spec: { securityContext: { appArmorProfile: { type: 'RuntimeDefault' } }, containers: [{ securityContext: { appArmorProfile: { type: 'Localhost' } } }] },
    },
    fails: {
      pod: 'unconfined containers, by field and by annotation',
      metadata: { annotations: { 'container.apparmor.security.beta.kubernetes.io/a': 'un"confined\u0007\u00ad' } },
      spec: {
        securityContext: { appArmorProfile: { type: 'Unconfined' } },
        containers: [{ name: 'a', securityContext: { appArmorProfile: {} } }],
      },
      reason: 'forbidden AppArmor profiles',
      detail: 'pod and container "a" and annotation must not set AppArmor profile type to'
        + ' "", "Unconfined", "container.apparmor.security.beta.kubernetes.io/a="un\\"confined\\a\\u00ad""',
    },
  },
  {
    check: 'capabilities_baseline',
    version: 'latest',
    passes: {
      pod: 'a container that adds capabilities of the default set',
      spec: { containers: [{ securityContext: { capabilities: { add: ['CHOWN', 'NET_BIND_SERVICE'] } } }] },
    },
    fails: {
      pod: 'containers that add others, init containers first',
      spec: {
        containers: [{ name: 'agent', securityContext: { capabilities: { add: ['SYS_ADMIN', 'NET_RAW'] } } }],
        initContainers: [{ name: 'mount', securityContext: { capabilities: { add: ['SYS_ADMIN', 'CHOWN'] } } }],
      },
      reason: 'non-default capabilities',
      detail: 'containers "mount", "agent" must not include "NET_RAW", "SYS_ADMIN" in securityContext.capabilities.add',
    },
  },
  {
    check: 'hostNamespaces',
    version: 'latest',
    passes: { pod: 'a pod with namespaces of its own', spec: { hostNetwork: false } },
    fails: {
      pod: 'a pod in the namespaces of its node',
      spec: { hostIPC: true, hostPID: true, hostNetwork: true },
      reason: 'host namespaces',
      detail: 'hostNetwork=true, hostPID=true, hostIPC=true',
    },
  },
  {
    check: 'hostPathVolumes',
    version: 'latest',
    passes: { pod: 'a hostPath that is null', spec: { volumes: [{ name: 'v', hostPath: null }] } },
    fails: {
      pod: 'a hostPath volume',
      spec: { volumes: [{ name: 'root', hostPath: { path: '/' } }, { name: 'tmp', emptyDir: {} }] },
      reason: 'hostPath volumes',
      detail: 'volume "root"',
    },
  },
  {
    check: 'hostPorts',
    version: 'latest',
    passes: { pod: 'a container port', spec: { containers: [{ name: 'a', ports: [{ containerPort: 80, hostPort: 0 }] }] } },
    fails: {
      pod: 'host ports, named in the order of text',
      spec: { containers: [{ name: 'a', ports: [{ hostPort: 80 }, { hostPort: 10250 }] }] },
      reason: 'hostPort',
      detail: 'container "a" uses hostPorts 10250, 80',
    },
  },
  {
    check: 'hostProbesAndHostLifecycle',
    version: 'latest',
    passes: { pod: 'a probe of the pod itself', spec: { containers: [{ livenessProbe: { httpGet: { host: '' } } }] } },
    fails: {
      pod: 'probes and lifecycle handlers of other hosts',
      spec: {
        containers: [
          { name: 'b', readinessProbe: { tcpSocket: { host: 'h2' } }, startupProbe: { httpGet: { host: 'h1' } } },
          { name: 'a', lifecycle: { postStart: { httpGet: { host: 'h3' } }, preStop: { tcpSocket: { host: 'h4' } } } },
        ],
      },
      reason: 'probe or lifecycle host',
      detail: 'containers "a", "b" use probe or lifecycle hosts "h1", "h2", "h3", "h4"',
    },
  },
  {
    check: 'privileged',
    version: 'latest',
    passes: { pod: 'a container that is not privileged', spec: { containers: [{ securityContext: { privileged: false } }] } },
    fails: {
      pod: 'privileged containers of every kind',
      spec: {
        ephemeralContainers: [{ name: 'debug', securityContext: { privileged: true } }],
        containers: [{ name: 'driver', securityContext: { privileged: true } }, null],
        initContainers: [{ name: 'install', securityContext: { privileged: true } }],
      },
      reason: 'privileged',
      detail: 'containers "install", "driver", "debug" must not set securityContext.privileged=true',
    },
  },
  {
    check: 'procMount',
    version: 'latest',
    passes: {
      pod: 'an unmasked /proc in a user namespace',
      spec: { hostUsers: false, containers: [{ securityContext: { procMount: 'Unmasked' } }] },
    },
    fails: {
      pod: 'an unmasked /proc otherwise',
      spec: { containers: [{ name: 'a', securityContext: { procMount: 'Unmasked' } }, { name: 'b', securityContext: { procMount: 'Default' } }] },
      reason: 'procMount',
      detail: 'container "a" must not set securityContext.procMount to "Unmasked"',
    },
  },
  {
    check: 'seLinuxOptions',
    version: 'latest',
    passes: {
      pod: 'a type for containers',
      spec: { securityContext: { seLinuxOptions: { type: 'container_engine_t' } } },
    },
    fails: {
      pod: 'other types, users and roles',
      spec: {
        securityContext: { seLinuxOptions: { user: 'u', role: 'r' } },
        containers: [{ name: 'a', securityContext: { seLinuxOptions: { type: 'spc_t' } } }],
      },
      reason: 'seLinuxOptions',
      detail: 'pod and container "a" set forbidden securityContext.seLinuxOptions: type "spc_t"; user may not be set; role may not be set',
    },
  },
  {
    check: 'seccompProfile_baseline',
    version: 'latest',
    passes: { pod: 'a profile of the runtime', spec: { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } } },
    fails: {
      pod: 'no profile by choice',
      spec: {
        securityContext: { seccompProfile: { type: 'Unconfined' } },
        containers: [{ name: 'a', securityContext: { seccompProfile: {} } }],
      },
      reason: 'seccompProfile',
      detail: 'pod and container "a" must not set securityContext.seccompProfile.type to "", "Unconfined"',
    },
  },
  {
    check: 'seccompProfile_baseline',
    version: 'v1.18',
    passes: {
      pod: 'annotations with the profile of the runtime',
      metadata: { annotations: { 'container.seccomp.security.alpha.kubernetes.io/a': 'docker/default' } },
      spec: { containers: [{ name: 'a' }] },
    },
    fails: {
      pod: 'annotations without a profile',
      metadata: {
        annotations: {
          'seccomp.security.alpha.kubernetes.io/pod': 'unconfined',
          'container.seccomp.security.alpha.kubernetes.io/a': '',
          'container.seccomp.security.alpha.kubernetes.io/none-such': 'unconfined',
        },
      },
      spec: { containers: [{ name: 'a' }] },
      reason: 'seccompProfile',
      detail: 'forbidden annotations container.seccomp.security.alpha.kubernetes.io/a="", seccomp.security.alpha.kubernetes.io/pod="unconfined"',
    },
  },
  {
    check: 'sysctls',
    version: 'latest',
    passes: { pod: 'a safe sysctl', spec: { securityContext: { sysctls: [{ name: 'net.ipv4.tcp_wmem' }] } } },
    fails: {
      pod: 'sysctls that are not (yet) safe, in their own order',
      spec: { securityContext: { sysctls: [{ name: 'net.ipv4.tcp_notsent_lowat' }, { name: 'kernel.msgmax' }] } },
      reason: 'forbidden sysctls',
      detail: 'net.ipv4.tcp_notsent_lowat, kernel.msgmax',
    },
  },
  {
    check: 'windowsHostProcess',
    version: 'latest',
    passes: { pod: 'a Windows container', spec: { securityContext: { windowsOptions: { hostProcess: false } } } },
    fails: {
      pod: 'a process on the Windows node',
      spec: {
        securityContext: { windowsOptions: { hostProcess: true } },
        containers: [{ name: 'a', securityContext: { windowsOptions: { hostProcess: true } } }],
      },
      reason: 'hostProcess',
      detail: 'pod and container "a" must not set securityContext.windowsOptions.hostProcess=true',
    },
  },
];
