import { EnvValue, ISecret } from 'cdk8s-plus-27';
import { SysdigOptions } from './props';
import { DaemonVolume } from '../../daemon/volume';
import { Section } from '../extra-config';
import { Feature } from '../features';

/** Below the agent's own directory, from which its configuration names files. */
const ROOT = '/opt/draios';

/** The agent reads user and password of the proxy from files, so that they do not stand in its configuration. */
const PROXY_CREDENTIALS = `${ROOT}/etc/secrets/http_proxy`;

/** Whatever the proxy is for, it is not for the cluster itself. */
const NOT_BY_PROXY = ['$(KUBERNETES_SERVICE_HOST)', 'localhost', '127.0.0.1', '::1', '.svc', '.cluster.local'];

/** Files and variables of a certificate authority of one's own. */
export function ca({ ca: authority }: SysdigOptions): Feature {
  return authority === undefined ? {} : {
    env: { SSL_CERT_FILE: EnvValue.fromValue(`${ROOT}/${caPath(authority.key)}`) },
    volumes: [DaemonVolume.secret(`${ROOT}/certificates`, authority.secret, { items: { [authority.key]: authority.key } })],
  };
}

export function proxy({ proxy: own }: SysdigOptions): Feature {
  return own?.credentials === undefined ? {} : { volumes: [credentials(own.credentials.secret, own.credentials)] };
}

function credentials(secret: ISecret, { userKey = 'proxy_user', passwordKey = 'proxy_password' }: { userKey?: string; passwordKey?: string }): DaemonVolume {
  return DaemonVolume.secret(PROXY_CREDENTIALS, secret, { items: { [userKey]: 'proxy_user', [passwordKey]: 'proxy_password' } });
}

/** For the container that fetches the driver: it knows the proxy by these variables only, which cannot hold a password. */
export function proxyVariables({ proxy: own }: SysdigOptions): { [name: string]: EnvValue } {
  if (own === undefined) {
    return {};
  }
  const url = EnvValue.fromValue(`${own.tls ? 'https' : 'http'}://${own.host.includes(':') ? `[${own.host}]` : own.host}:${own.port}`);
  return { http_proxy: url, https_proxy: url, no_proxy: EnvValue.fromValue([...NOT_BY_PROXY, ...(own.noProxy ?? [])].join(',')) };
}

/** What the agent's configuration says of the way to the collector. */
export function connection(options: SysdigOptions): Section {
  const { ca: authority, proxy: own } = options;
  const certificate = authority === undefined ? {} : { ca_certificate: caPath(authority.key) };
  const tls = own?.tls ?? false;
  return {
    ...certificate,
    ...(own === undefined ? {} : { http_proxy: { proxy_host: own.host, proxy_port: own.port, ssl: tls, ...(tls ? certificate : {}) } }),
  };
}

function caPath(key: string): string {
  return `certificates/${key}`;
}
