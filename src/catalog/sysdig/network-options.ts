import { ISecret } from 'cdk8s-plus-27';

/** User and password of a proxy, from a Secret: the agent reads them as files. */
export interface SysdigProxyCredentials {
  /** The Secret. */
  readonly secret: ISecret;

  /**
   * Key of the user's name.
   *
   * @default proxy_user - as upstream's chart names it
   */
  readonly userKey?: string;

  /**
   * Key of the password.
   *
   * @default proxy_password - as upstream's chart names it
   */
  readonly passwordKey?: string;
}

/** A proxy on the way to the collector (`http_proxy`), by which the driver is fetched too. What goes to the cluster itself does not take it. */
export interface SysdigProxy {
  /** Host name or address, IPv6 without brackets. */
  readonly host: string;

  /** Port. */
  readonly port: number;

  /**
   * Whether the proxy itself is spoken to by TLS. What goes through it to the collector is encrypted anyway.
   *
   * @default false - as the agent decides
   */
  readonly tls?: boolean;

  /**
   * Who one is to the proxy. The container that fetches a driver does not know it: its proxy stands in environment variables, where a password would be read by
   * everybody who may read the pod.
   *
   * @default - the proxy asks for nobody
   */
  readonly credentials?: SysdigProxyCredentials;

  /**
   * Further hosts, domains and networks that the container which fetches a driver reaches without the proxy.
   *
   * @default - those of the cluster: its API, its Services, the node itself
   */
  readonly noProxy?: string[];
}
