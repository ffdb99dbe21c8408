import { DynatraceOneAgentOptions, DynatraceProxy } from './props';
import { DaemonVolume } from '../../daemon/volume';
import { Feature } from '../features';
import { secretFiles } from '../secret-files';

/** Where the agent looks for its proxy, one file for each part of it (upstream: proxy/config.go). */
const PROXY = '/var/lib/dynatrace/secrets/internal-proxy';

/** Where the agent looks for certificate authorities. */
const CERTIFICATES = '/mnt/dynatrace/certs';

/** The parts of the agent that are on, beside its mode. */
export function dynatraceOneAgentFeatures({ proxy, trustedCas }: DynatraceOneAgentOptions): Feature[] {
  return [
    ...(proxy ? [proxyFiles(proxy)] : []),
    ...(trustedCas ? [{ volumes: [DaemonVolume.configMap(CERTIFICATES, trustedCas, { items: { certs: 'certs.pem' } })] }] : []),
  ];
}

/** What is no secret is in the ConfigMap, in one directory with what is. */
function proxyFiles({ host, port, https, username, password }: DynatraceProxy): Feature {
  const files = { scheme: https ? 'https' : 'http', host, port: `${port}` };
  return {
    configFiles: Object.entries(files).map(([name, content]) => ({ path: `${PROXY}/${name}`, content })),
    volumes: secretFiles(PROXY, { username, password }),
  };
}
