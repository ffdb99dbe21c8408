import { firstBrickPort, GLUSTERD_PORT, lastBrickPort } from './config';
import { ARGS } from './definition';
import { heketiOn } from './features';
import { GlusterdDaemonProps } from './props';
import { isInside, normalizePath } from '../../kubernetes/paths';
import { flagOf } from '../go-flags';

/** Where it keeps what it knows, which is no place for bricks. */
const OWN = ['/etc/glusterfs', '/var/lib/glusterd', '/var/log/glusterfs', '/var/lib/misc/glusterfsd', '/var/lib/heketi'];

/** What is wrong with the options, one sentence each; with most of it volumes would not be served. */
export function glusterdProblems(props: GlusterdDaemonProps): string[] {
  return [
    ...image(props), ...bricks(props), ...brickPorts(props), ...systemd(props), ...extraArgs(props),
    ...(props.placement === undefined ? [] : ['placement and nodes both say on which nodes the bricks are; say it by nodes alone, and leave placement out']),
  ];
}

function image({ image: name }: GlusterdDaemonProps): string[] {
  return name ? [] : ['image is missing, and there is no official one that is kept: name one of your own, such as registry.example.com/glusterd:11.1'];
}

function bricks(props: GlusterdDaemonProps): string[] {
  const { brickDirectories = [] } = props;
  const paths = brickDirectories.map(normalizePath);
  return [
    ...(paths.length === 0 && !heketiOn(props)
      ? ['there is no place for bricks: name the directories of the node below which they are in brickDirectories, such as /srv/bricks'] : []),
    ...[...new Set(paths.filter((path, index) => paths.indexOf(path) !== index))].map((path) => `brickDirectories names '${path}' twice`),
    ...paths.filter((path) => path === '/' || OWN.some((own) => path === own || isInside(path, own) || isInside(own, path)))
      .map((path) => `brickDirectories names '${path}', where the node or glusterd itself keeps its files; give bricks a file system of their own`),
  ];
}

function brickPorts(props: GlusterdDaemonProps): string[] {
  const [first, last] = [firstBrickPort(props), lastBrickPort(props)];
  const isPort = (port: number) => Number.isInteger(port) && port > 0 && port < 65536;
  return [
    ...(props.systemd && props.brickPorts !== undefined
      ? ['brickPorts have no effect with systemd, which reads /etc/glusterfs/glusterd.vol of the node (base-port, max-port); leave them out'] : []),
    ...(isPort(first) && isPort(last) && first <= last ? [] : [`brickPorts go from ${first} to ${last}; they are ports from 1 to 65535, the first not above the last`]),
    ...(first <= GLUSTERD_PORT && GLUSTERD_PORT <= last ? [`brickPorts go from ${first} to ${last}, and ${GLUSTERD_PORT} among them is glusterd's own`] : []),
  ];
}

function systemd(props: GlusterdDaemonProps): string[] {
  if (props.systemd) {
    return props.ipv6 ? ['ipv6 has no effect with systemd, which reads /etc/glusterfs/glusterd.vol of the node (transport.address-family); leave it out'] : [];
  }
  return [
    ...(heketiOn(props) ? ['heketi needs systemd: true, since bricks that it has made are mounted again by it when the container starts'] : []),
    ...(props.block ? ['block needs systemd: true, since it consists of several programs that are started by it'] : []),
  ];
}

function extraArgs({ extraArgs: all = [], systemd: isOn }: GlusterdDaemonProps): string[] {
  const own = ARGS.map(flagOf);
  return [
    ...(isOn && all.length > 0 ? ['extraArgs have no effect with systemd, which starts glusterd by itself; leave them out'] : []),
    ...all.filter((arg) => own.includes(flagOf(arg))).map((arg) => `extraArgs repeats '--${flagOf(arg)}', which is said already; leave it out`),
  ];
}
