import { Duration } from 'cdk8s';
import { EnvValue, HostPathVolumeType, Protocol } from 'cdk8s-plus-27';
import { CONFIG, imageDirectory, socketDirectory, STATE } from './config/paths';
import { asking, OS_RELEASE, KERNEL, PASSWD, program } from './containers';
import { apmOn, apmPort, apmSocketOn, dogstatsdOn, dogstatsdPort, dogstatsdSocketOn, hostPackages, imagesOn, logsOn, processesOn } from './features-on';
import { DatadogDaemonProps, DatadogOptions } from './props';
import { Probe } from '../../daemon/probe';
import { HostPath } from '../../host/host-path';
import { Feature } from '../features';

/** Names of the ports, for probes, Services and the node. */
export const DOGSTATSD = 'dogstatsd';
export const TRACES = 'traces';

/** Metrics that programs send. */
export function dogstatsd(options: DatadogOptions): Feature {
  return !dogstatsdOn(options) ? {} : {
    ports: [{ name: DOGSTATSD, number: dogstatsdPort(options), protocol: Protocol.UDP }],
    hostPaths: dogstatsdSocketOn(options) ? [sockets(options)] : [],
    // the kernel tells the sender's process by its number among those that one sees
    hostPid: options.dogstatsd?.originDetection || undefined,
  };
}

/** Traces of programs. */
export function apm(props: DatadogDaemonProps): Feature {
  return !apmOn(props) ? {} : {
    containers: [program(props, asking(100, 200, 400), {
      name: 'trace-agent',
      command: ['trace-loader', `${CONFIG}/datadog.yaml`, 'trace-agent', `-config=${CONFIG}/datadog.yaml`],
      ports: [{ name: TRACES, number: apmPort(props) }],
      resources: props.containerResources?.traceAgent,
      hostPaths: [...KERNEL, ...(apmSocketOn(props) || dogstatsdSocketOn(props) ? [sockets(props)] : []), ...runtimeSocket(props)],
      liveness: Probe.tcpSocket(TRACES, { initialDelay: Duration.seconds(15), period: Duration.seconds(15), timeout: Duration.seconds(5) }),
    })],
  };
}

/** Logs, and how far they have been read. */
export function logs(options: DatadogOptions): Feature {
  return !logsOn(options) ? {} : {
    hostPaths: [
      ...['/var/log/pods', '/var/log/containers', ...(options.logs?.docker ? ['/var/lib/docker/containers'] : [])].map((path) => HostPath.readOnly(path)),
      HostPath.stateDirectory({ mountPath: STATE }),
    ],
  };
}

/** Names of the users whose processes are listed. */
export function processes(options: DatadogOptions): Feature {
  return processesOn(options) && (options.processes?.userNames ?? true) ? { hostPaths: [PASSWD] } : {};
}

/** Events of the container runtime. */
export function runtime(options: DatadogOptions): Feature {
  return { hostPaths: runtimeSocket(options) };
}

/** What is in images, and what is installed on the node. */
export function sbom(options: DatadogOptions): Feature {
  const packages = hostPackages(options);
  const directories = [...(imagesOn(options) ? [imageDirectory(options)] : []), ...(packages === undefined ? [] : [packages])];
  return {
    hostPaths: directories.map((path) => HostPath.readOnly(path, { mountPath: `/host${path}` })),
    env: packages === undefined ? undefined : { HOST_ROOT: EnvValue.fromValue('/host') },
  };
}

/** NVIDIA's runtime brings the GPUs by the variable or by the mount, whichever it is set up for; the kubelet tells whose they are. */
export function gpu({ gpu: on, kubeletRoot = '/var/lib/kubelet' }: DatadogOptions): Feature {
  return !on ? {} : {
    hostPid: true,
    capabilities: ['MKNOD'],
    env: {
      NVIDIA_VISIBLE_DEVICES: EnvValue.fromValue('all'),
      DD_KUBERNETES_KUBELET_PODRESOURCES_SOCKET: EnvValue.fromValue('/var/lib/kubelet/pod-resources/kubelet.sock'),
    },
    hostPaths: [
      HostPath.socket(`${kubeletRoot}/pod-resources/kubelet.sock`, { mountPath: '/var/lib/kubelet/pod-resources/kubelet.sock' }),
      HostPath.readOnly('/dev/null', { mountPath: '/var/run/nvidia-container-devices/all', type: HostPathVolumeType.CHAR_DEVICE }),
    ],
  };
}

/** What the agent itself always reads. */
export function node(): Feature {
  return { hostPaths: [...KERNEL, OS_RELEASE] };
}

/** A directory that programs of other pods mount as well, and only one agent of a node writes. */
export function sockets(options: DatadogOptions): HostPath {
  return HostPath.readWrite(socketDirectory(options), { type: HostPathVolumeType.DIRECTORY_OR_CREATE });
}

function runtimeSocket({ criSocketPath }: DatadogOptions): HostPath[] {
  return criSocketPath === undefined ? [] : [HostPath.socket(criSocketPath, { mountPath: `/host${criSocketPath}` })];
}
