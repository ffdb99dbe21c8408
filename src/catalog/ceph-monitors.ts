const HOST = '(\\[[0-9a-f:.]+\\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:\\d+)?';

const MONITOR = new RegExp(`^((v[12]:)?${HOST}|\\[v[12]:${HOST}(,v[12]:${HOST})*\\])$`, 'i');

/** What is wrong with the address of a monitor: a name or an address, IPv6 in brackets, with a port or without, of one protocol (`v2:`) or of several. */
export function monitorProblem(monitor: string, what: string): string[] {
  return MONITOR.test(monitor) ? []
    : [`the monitor '${monitor}'${what} is no address: a name or an address, IPv6 in brackets, and a port, such as [2001:db8::11]:6789`];
}

/** Whether an address is one of IPv6; a name tells nothing. */
export function isIpv6(address: string): boolean {
  return /^\[?(v[12]:)?\[?[0-9a-f]*:[0-9a-f]*:/i.test(address);
}
