import { EnvValue } from 'cdk8s-plus-27';
import { PROXY_CA } from './config/paths';
import { NewRelicOptions } from './props';
import { DaemonVolume } from '../../daemon/volume';

/** The proxy's URL as environment variable. */
export function proxyUrl(variable: string, { proxy: { url, urlSecret } = {} }: NewRelicOptions): { [name: string]: EnvValue } {
  const value = urlSecret === undefined ? url && EnvValue.fromValue(url) : EnvValue.fromSecretValue(urlSecret);
  return value ? { [variable]: value } : {};
}

/** The proxy's certificate authorities as a file. */
export function proxyCa({ proxy: { ca } = {} }: NewRelicOptions): DaemonVolume[] {
  return ca === undefined ? [] : [DaemonVolume.secret(PROXY_CA, ca.secret, { items: { [ca.key]: ca.key } })];
}
