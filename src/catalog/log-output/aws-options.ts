import { Duration } from 'cdk8s';
import { SecretValue } from 'cdk8s-plus-27';

/** An access key of AWS. A cloud identity of the ServiceAccount is better: nothing to keep, nothing to rotate. */
export interface AwsCredentials {
  /** Access key id. */
  readonly accessKeyId: SecretValue;

  /** Secret access key. */
  readonly secretAccessKey: SecretValue;
}

/** Default of `S3OutputOptions.interval`. */
export const S3_INTERVAL = Duration.minutes(10);

/** An S3 bucket as destination. Writing it needs the permission `s3:PutObject` and no other. */
export interface S3OutputOptions {
  /** Bucket. It must be there. */
  readonly bucket: string;

  /** Region of the bucket, such as `eu-central-1`. */
  readonly region: string;

  /**
   * Beginning of the objects' keys, with its slash. `%Y`, `%m`, `%d`, `%H` stand for the time (UTC) of what an object holds.
   *
   * @default logs/%Y/%m/%d/ - a day can be found, queried and expired by its prefix
   */
  readonly pathPrefix?: string;

  /**
   * For how much time one object holds logs. As long a piece waits on the node before it is written.
   *
   * @default Duration.minutes(10) - what is lost with a node is at most that; shorter gives many small objects, each of which costs
   */
  readonly interval?: Duration;

  /**
   * Address of a store that speaks S3, such as `https://minio.storage.svc:9000`; the bucket is then part of the path.
   *
   * @default - AWS, found by region
   */
  readonly endpoint?: string;

  /**
   * Access key.
   *
   * @default - the cloud identity of the daemon's ServiceAccount (IRSA, EKS Pod Identity), else of the node: annotate the ServiceAccount by
   * `DaemonSettings` with `serviceAccountAnnotations`
   */
  readonly credentials?: AwsCredentials;
}

/**
 * A log group of Amazon CloudWatch Logs as destination; each source has a stream of its own. Streams are made as needed, the group too if it is
 * missing: `logs:PutLogEvents`, `logs:CreateLogStream`, `logs:DescribeLogStreams`, `logs:DescribeLogGroups`, `logs:CreateLogGroup`, and
 * with `retention` `logs:PutRetentionPolicy`.
 */
export interface CloudWatchOutputOptions {
  /** Region, such as `eu-central-1`. */
  readonly region: string;

  /** Log group. */
  readonly logGroup: string;

  /**
   * For how long logs are kept, where the group is made by the daemon: one of the numbers of days that CloudWatch knows (1, 3, 5, 7, 14, 30, 60,
   * 90, …).
   *
   * @default - for ever, as CloudWatch decides; a group that is there keeps what it says
   */
  readonly retention?: Duration;

  /**
   * Access key.
   *
   * @default - the cloud identity of the daemon's ServiceAccount (IRSA, EKS Pod Identity), else of the node: annotate the ServiceAccount by
   * `DaemonSettings` with `serviceAccountAnnotations`
   */
  readonly credentials?: AwsCredentials;
}
