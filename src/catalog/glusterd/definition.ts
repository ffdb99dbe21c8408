import { Duration, Size } from 'cdk8s';
import { Cpu, MountPropagation } from 'cdk8s-plus-27';
import { GLUSTERD_PORT, VOLFILE } from './config';
import { features } from './features';
import { GlusterdDaemonProps } from './props';
import { Probe, ProbeOptions } from '../../daemon/probe';
import { DaemonResources } from '../../daemon/resources';
import { StorageDaemonProps } from '../../daemon/roles/storage';
import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';
import { Nodes } from '../../placement/nodes';
import { Placement } from '../../placement/placement';
import { withFeatures } from '../features';
import { mergeResources } from '../resources';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(100) },
  memory: { request: Size.mebibytes(512), limit: Size.gibibytes(2) },
};

/** The trust of the nodes, volumes and their ids; logs; what bricks note of changes. */
const DATA_DIRECTORIES = ['/var/lib/glusterd', '/var/log/glusterfs', '/var/lib/misc/glusterfsd'];

/** glusterd as data: the same for the daemon and, from merged options, for each of its variants. */
export function glusterd(props: GlusterdDaemonProps): StorageDaemonProps {
  const {
    image, nodes, brickDirectories, brickPorts, ipv6, systemd, heketi, block, tls, extraArgs, env, resources, ...others
  } = props;
  return withFeatures<StorageDaemonProps>({
    ...others,
    program: 'glusterd',
    containerName: 'glusterd',
    // without one there is an error that says so
    image: image ?? '',
    ...(systemd ? {} : { command: ['glusterd'], args: [...ARGS, ...(extraArgs ?? [])] }),
    // bricks are children of nobody: somebody has to take note of their end, or glusterd takes them to be running. systemd does so itself
    shareProcessNamespace: systemd ? undefined : true,
    ports: [{ name: 'glusterd', number: GLUSTERD_PORT }],
    env: { ...env },
    resources: mergeResources(RESOURCES, resources),
    // the numbers of bricks' processes are in /run, which has to end with them (gluster/glusterfs#1469)
    privileges: Privileges.privileged('keeps what belongs to files in attributes of the node, and mounts volumes to heal and balance them').withWritableRootFilesystem(),
    placement: Placement.nodes(nodes ?? Nodes.withLabel('storagenode', 'glusterfs')),
    dataDirectories: DATA_DIRECTORIES,
    devices: false,
    hostPaths: (brickDirectories ?? []).map((path) => HostPath.readWrite(path, { mountPropagation: MountPropagation.HOST_TO_CONTAINER })),
    startup: probe(props, 'readiness', { period: Duration.seconds(10), timeout: Duration.seconds(10), failureThreshold: 60 }),
    readiness: probe(props, 'readiness', { period: Duration.seconds(25), timeout: Duration.seconds(10) }),
    // bricks end with it: twenty minutes without an answer, as upstream waits
    liveness: probe(props, 'liveness', { period: Duration.seconds(30), timeout: Duration.seconds(10), failureThreshold: 40 }),
  }, features(props));
}

/** What is always said; its log is that of the container, those of bricks and volumes are files. */
export const ARGS = ['--no-daemon', `--volfile=${VOLFILE}`, '--log-file=/dev/stderr'];

/** What this node knows of its peers: no other one is asked. With systemd the image's own script, where it has one. */
function probe({ systemd }: GlusterdDaemonProps, what: string, options: ProbeOptions): Probe {
  const script = '/usr/local/bin/status-probe.sh';
  return Probe.exec(systemd ? ['sh', '-c', `if [ -x ${script} ]; then exec ${script} ${what}; else exec systemctl status glusterd.service; fi`]
    : ['gluster', '--mode=script', 'pool', 'list'], options);
}
