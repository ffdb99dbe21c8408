import { Duration, Size } from 'cdk8s';
import { STATE } from './paths';
import { sizeText, timeText } from './units';
import { Section } from './writer';
import { LogDestination } from '../../log-output/log-output';
import { FluentdBuffer, FluentdOverflow } from '../props';

export const FLUSH_THREADS = 2;
export const TOTAL_LIMIT = Size.mebibytes(512);

/** See `FluentdBuffer.chunkLimit`. */
export function chunkLimit(buffer: FluentdBuffer, kind: LogDestination['kind']): Size {
  return buffer.chunkLimit ?? { s3: Size.mebibytes(64), kafka: Size.kibibytes(512) }[kind as string] ?? Size.mebibytes(8);
}

/** How a destination groups events into chunks, and when they are sent. */
export interface Grouping {
  /** Chunk keys: the argument of `<buffer>`. */
  readonly keys?: string;

  /** Time slice of a chunk; without it chunks are sent at an interval. */
  readonly timeSlice?: Duration;
}

export function renderBuffer(id: string, kind: LogDestination['kind'], buffer: FluentdBuffer, { keys, timeSlice }: Grouping): Section {
  const sent = timeSlice === undefined
    ? { flush_mode: 'interval', flush_interval: timeText(buffer.flushInterval ?? Duration.seconds(5)) }
    : { timekey: timeText(timeSlice), timekey_wait: '30s', timekey_use_utc: true };
  const tried = buffer.retryTimeout === undefined ? { retry_forever: true } : { retry_timeout: timeText(buffer.retryTimeout) };
  return {
    name: 'buffer',
    argument: keys,
    params: {
      '@type': 'file',
      'path': `${STATE}/buffer/${id}`,
      ...sent,
      'flush_thread_count': buffer.flushThreads ?? FLUSH_THREADS,
      // files outlive the pod, but not a node that is taken away
      'flush_at_shutdown': true,
      'chunk_limit_size': sizeText(chunkLimit(buffer, kind)),
      'total_limit_size': sizeText(buffer.totalLimit ?? TOTAL_LIMIT),
      'overflow_action': buffer.overflow ?? FluentdOverflow.BLOCK,
      'retry_max_interval': timeText(buffer.retryMaxInterval ?? Duration.seconds(30)),
      ...tried,
      // what a destination refuses for good would be copied to /tmp, without any limit
      'disable_chunk_backup': true,
    },
  };
}
