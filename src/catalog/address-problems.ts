/** What is wrong with a host that a product takes apart from its port. */
export function hostProblems(option: string, host: string): string[] {
  const isHost = /^[\w.:%-]+$/.test(host) && !/^[^:]+:\d+$/.test(host);
  return isHost ? [] : [`${option}.host '${host}' is none: a name or an address without a scheme, IPv6 without brackets; the port has a field of its own`];
}

/** What is wrong with a port; nothing with one that is left out. */
export function portProblems(option: string, port = 1): string[] {
  return Number.isInteger(port) && port > 0 && port < 65536 ? [] : [`${option}.port is ${port}; it takes 1 to 65535`];
}
