import { Size } from 'cdk8s';
import { TIME_KEY } from './outputs-network';
import { STATE } from './paths';
import { Secrets } from './secrets';
import { Properties, variable } from './values';
import { bytes } from '../../bytes';
import { CloudWatchOutputOptions, S3_INTERVAL, S3OutputOptions } from '../../log-output/aws-options';
import { TOTAL_LIMIT } from '../buffer';
import { FluentBitBuffer } from '../feature-options';

/** An object is made in memory, which upstream's 100 MB would not leave. */
const LARGEST_OBJECT = Size.mebibytes(32);

/** The plugin knows no `no_limits`: it makes 5 of it (MAX_UPLOAD_ERRORS). */
const FOR_EVER = 1000000000;

/**
 * Upstream: plugins/out_s3. It keeps a buffer of its own, so the limit of the disk has another name. Each tag has objects of its own; their keys end with an id that is
 * unique over all nodes. They are written whole (`PutObject`), so that nothing else has to be allowed.
 */
export function renderS3(options: S3OutputOptions, id: string, buffer: FluentBitBuffer, secrets: Secrets): Properties {
  const { bucket, region, pathPrefix = 'logs/%Y/%m/%d/', interval = S3_INTERVAL, endpoint, credentials } = options;
  secrets.aws(credentials);
  return {
    'name': 's3',
    bucket,
    region,
    endpoint,
    's3_key_format': `/${pathPrefix.replace(/^\//, '')}%H%M%S-$UUID.gz`,
    'compression': 'gzip',
    'use_put_object': true,
    'total_file_size': bytes(LARGEST_OBJECT),
    'upload_timeout': `${Math.round(interval.toMilliseconds() / 1000)}s`,
    'store_dir': `${STATE}/${id}`,
    'store_dir_limit_size': bytes(buffer.totalLimit ?? TOTAL_LIMIT),
    'storage.total_limit_size': undefined,
    'retry_limit': buffer.retries ?? FOR_EVER,
    'json_date_key': TIME_KEY,
    'json_date_format': 'iso8601',
  };
}

/** Upstream: plugins/out_cloudwatch_logs. The same tag may come from several nodes, and a stream has one writer best. */
export function renderCloudWatch(options: CloudWatchOutputOptions, secrets: Secrets): Properties {
  const { region, logGroup, retention, credentials } = options;
  secrets.aws(credentials);
  return {
    name: 'cloudwatch_logs',
    region,
    log_group_name: logGroup,
    log_stream_prefix: `${variable('K8S_NODE_NAME')}/`,
    auto_create_group: true,
    log_retention_days: retention && retention.toDays({ integral: false }),
  };
}
