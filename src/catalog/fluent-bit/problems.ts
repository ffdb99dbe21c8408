import { CHUNKS_IN_MEMORY } from './buffer';
import { metricsPort } from './config/config';
import { extraConfigProblems, readExtraConfig } from './config/extra-config';
import { containerTags, metadataEnabled } from './config/filters';
import { STATE } from './config/paths';
import { sourcesOf } from './config/sources';
import { FluentBitDaemonProps, FluentBitOptions } from './props';
import { literalSecrets } from '../literal-secrets';
import { AwsCredentials } from '../log-output/aws-options';
import { outputProblems } from '../log-output/output-problems';
import { pathsOf } from '../log-source/resolve';
import { sourceProblems } from '../log-source/source-problems';

/** What is wrong with the options, one sentence each; with most of it Fluent Bit would not start, or collect nothing. */
export function fluentBitProblems(props: FluentBitDaemonProps): string[] {
  return [
    ...outputProblems(props.output),
    ...awsIdentities(props),
    ...sources(props),
    ...metadata(props),
    ...numbers(props),
    ...extraConfigProblems(props.extraConfig ?? ''),
    ...literalSecrets(readExtraConfig(props.extraConfig)),
  ];
}

/** The plugins take keys from the environment, which has one of each name. */
function awsIdentities({ output }: FluentBitDaemonProps): string[] {
  const credentials = output._destinations.flatMap((destination) => (destination.kind === 's3' || destination.kind === 'cloudwatch' ? [destination.options.credentials] : []));
  const said = (keys: AwsCredentials | undefined) => keys && [keys.accessKeyId, keys.secretAccessKey].map(({ secret, key }) => `${secret.name}/${key}`).join();
  return new Set(credentials.map(said)).size > 1
    ? ['destinations of AWS have different credentials, and Fluent Bit has one identity for all of them; give all the same, or a FluentBitDaemon for each'] : [];
}

function sources(props: FluentBitOptions): string[] {
  const said = sourcesOf(props);
  return [
    ...(said.length === 0 && readExtraConfig(props.extraConfig).pipeline?.inputs === undefined
      ? ['sources is empty, so nothing would be collected; leave it out for the logs of containers'] : []),
    ...sourceProblems(said, props, STATE, metricsPort(props)),
    ...(props.metrics?.health !== undefined && metricsPort(props) === undefined
      ? ['metrics.health has no effect with metrics.enabled: false, since nobody would answer; leave one of the two out'] : []),
  ];
}

/** The filter finds namespace, pod and container in the name of the file, behind a beginning that it is told. */
function metadata(props: FluentBitOptions): string[] {
  const strangers = pathsOf(sourcesOf(props).filter(({ kind }) => kind === 'containers')).map((path) => path.trim())
    .filter((path) => !path.startsWith('/var/log/containers/'));
  return [
    ...(props.metadata !== undefined && (props.metadata.enabled ?? true) && containerTags(props).length === 0
      ? ['metadata has no effect, since no source reads container logs; add LogSource.containerLogs(), or leave metadata out'] : []),
    ...(!metadataEnabled(props) ? [] : [
      ...containerTags(props).filter((tag) => !tag.endsWith('*'))
        .map((tag) => `the tag '${tag}' of container logs does not end with '*' for the file's path, from which the Kubernetes metadata are found; `
          + `write '${tag.replace('*', '')}.*', or say metadata: { enabled: false }`),
      ...strangers.map((path) => `container logs are read from '${path}', where names of files do not say which pod and container wrote them; `
        + 'read them in /var/log/containers, or say metadata: { enabled: false }'),
    ]),
  ];
}

function numbers({ buffer = {}, metrics: { health = {} } = {} }: FluentBitOptions): string[] {
  const { chunksInMemory = CHUNKS_IN_MEMORY, retries = 1 } = buffer;
  const whole = {
    'buffer.chunksInMemory': chunksInMemory,
    'buffer.retries': retries,
    'metrics.health.errors': health.errors ?? 1,
    'metrics.health.retryFailures': health.retryFailures ?? 1,
  };
  return Object.entries(whole).filter(([, number]) => !Number.isInteger(number) || number < 1)
    .map(([option, number]) => `${option} is ${number}; it takes a whole number from 1 on`);
}
