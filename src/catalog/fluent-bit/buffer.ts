import { Size } from 'cdk8s';

/** See `FluentBitBuffer.totalLimit`. */
export const TOTAL_LIMIT = Size.gibibytes(1);

/** See `FluentBitBuffer.chunksInMemory`. */
export const CHUNKS_IN_MEMORY = 32;
