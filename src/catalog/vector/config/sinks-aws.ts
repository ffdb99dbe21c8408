import { Secrets } from './secrets';
import { Component, literal, variable } from './values';
import { CloudWatchOutputOptions, S3_INTERVAL, S3OutputOptions } from '../../log-output/aws-options';

/** Upstream: src/sinks/aws_s3. Names of objects end with an id that is unique over all nodes. */
export function renderS3(options: S3OutputOptions, secrets: Secrets): Component {
  const { bucket, region, pathPrefix = 'logs/%Y/%m/%d/', interval = S3_INTERVAL, endpoint, credentials } = options;
  return {
    type: 'aws_s3',
    bucket,
    region: literal(region),
    endpoint: endpoint && literal(endpoint),
    key_prefix: literal(pathPrefix.replace(/^\//, '')),
    filename_time_format: '%H%M%S',
    filename_append_uuid: true,
    compression: 'gzip',
    encoding: { codec: 'json' },
    framing: { method: 'newline_delimited' },
    batch: { timeout_secs: Math.round(interval.toMilliseconds() / 1000) },
    auth: secrets.aws(credentials),
    // it would ask for a right on the whole bucket, where writing needs none
    healthcheck: { enabled: false },
  };
}

/** Upstream: src/sinks/aws_cloudwatch_logs. Tags are the same on all nodes, and a stream has one writer. */
export function renderCloudWatch(options: CloudWatchOutputOptions, secrets: Secrets): Component {
  const { region, logGroup, retention, credentials } = options;
  return {
    type: 'aws_cloudwatch_logs',
    region: literal(region),
    group_name: logGroup,
    stream_name: `${variable('K8S_NODE_NAME')}/{{ tag }}`,
    create_missing_group: true,
    retention: retention && { enabled: true, days: retention.toDays({ integral: false }) },
    encoding: { codec: 'json' },
    auth: secrets.aws(credentials),
  };
}
