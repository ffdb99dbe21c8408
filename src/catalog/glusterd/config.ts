import { GlusterdOptions } from './props';

/** Not in `/etc/glusterfs`, where the image has other files. */
export const VOLFILE = '/etc/glusterd/glusterd.vol';

export const GLUSTERD_PORT = 24007;

export function firstBrickPort({ brickPorts = {} }: GlusterdOptions): number {
  return brickPorts.first ?? 49152;
}

export function lastBrickPort({ brickPorts = {} }: GlusterdOptions): number {
  return brickPorts.last ?? 49251;
}

/** `glusterd.vol`: what the package brings (upstream: extras/glusterd.vol.in), with the ports and the family of the definition. */
export function glusterdVol(options: GlusterdOptions): string {
  const lines: [string, string | number][] = [
    ['working-directory', '/var/lib/glusterd'],
    ['transport-type', 'socket'],
    ['transport.socket.keepalive-time', 10],
    ['transport.socket.keepalive-interval', 2],
    ['transport.socket.read-fail-log', 'off'],
    ['transport.socket.listen-port', GLUSTERD_PORT],
    ['ping-timeout', 0],
    ['event-threads', 1],
    ...(options.ipv6 ? [['transport.address-family', 'inet6'] as [string, string]] : []),
    ['base-port', firstBrickPort(options)],
    ['max-port', lastBrickPort(options)],
  ];
  return ['volume management', '    type mgmt/glusterd', ...lines.map(([option, value]) => `    option ${option} ${value}`), 'end-volume', ''].join('\n');
}
