import { Duration } from 'cdk8s';

/** How often certificates are read again: by itself the collector would show one that is over until it is restarted. */
export const RELOAD = '1h';

/** In Go's words. */
export function durationText(duration: Duration): string {
  const milliseconds = duration.toMilliseconds({ integral: false });
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}

/** What the collector reads from its environment. */
export function variable(name: string): string {
  return `\${env:${name}}`;
}

/** A text in which the collector fills nothing in. */
export function literal(text: string): string {
  return text.replace(/\$/g, '$$$$');
}

/** What listens on the pod's address: brackets are right for both families where an address is listened on. */
export function listenOn(port: number): string {
  return `[${variable('K8S_POD_IP')}]:${port}`;
}
