import { renderBuffer } from './buffer';
import type { Plugin } from './outputs';
import { INJECT } from './outputs-stream';
import { Secrets } from './secrets';
import { AwsCredentials, CloudWatchOutputOptions, S3_INTERVAL, S3OutputOptions } from '../../log-output/aws-options';
import { FluentdBuffer } from '../props';

/**
 * Upstream: fluent-plugin-s3 lib/fluent/plugin/out_s3.rb. Keys end with the chunk's id, which is unique over all nodes and stays the same when it is sent
 * again: the plugin's own numbers would have two nodes write one object. So nothing has to be read, listed or made.
 */
export function renderS3(options: S3OutputOptions, id: string, buffer: FluentdBuffer, secrets: Secrets): Plugin {
  const { bucket, region, pathPrefix = 'logs/%Y/%m/%d/', interval = S3_INTERVAL, endpoint, credentials } = options;
  return {
    params: {
      '@type': 's3',
      '@id': id,
      's3_bucket': bucket,
      's3_region': region,
      's3_endpoint': endpoint,
      'force_path_style': endpoint === undefined ? undefined : true,
      ...keys(credentials, secrets),
      'path': pathPrefix,
      's3_object_key_format': '%{path}%{time_slice}_${chunk_id}.%{file_extension}',
      'store_as': 'gzip',
      'check_object': false,
      'check_bucket': false,
      'auto_create_bucket': false,
      'check_apikey_on_start': false,
    },
    sections: [{ name: 'format', params: { '@type': 'json' } }, INJECT, renderBuffer(id, 's3', buffer, { keys: 'time', timeSlice: interval })],
  };
}

/** Upstream: fluent-plugin-cloudwatch-logs lib/fluent/plugin/out_cloudwatch_logs.rb. */
export function renderCloudWatch(options: CloudWatchOutputOptions, id: string, buffer: FluentdBuffer, secrets: Secrets): Plugin {
  const { region, logGroup, retention, credentials } = options;
  return {
    params: {
      '@type': 'cloudwatch_logs',
      '@id': id,
      region,
      'log_group_name': logGroup,
      'use_tag_as_stream': true,
      'auto_create_stream': true,
      'retention_in_days': retention && retention.toDays({ integral: false }),
      ...keys(credentials, secrets),
    },
    sections: [renderBuffer(id, 'cloudwatch', buffer, {})],
  };
}

/** Without keys the SDK looks for an identity itself. */
function keys(credentials: AwsCredentials | undefined, secrets: Secrets): Plugin['params'] {
  return {
    aws_key_id: secrets.variable('access_key_id', credentials?.accessKeyId),
    aws_sec_key: secrets.variable('secret_access_key', credentials?.secretAccessKey),
  };
}
