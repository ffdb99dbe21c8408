export { byteSource, textSource } from '../../input/byte-source';
export type { ByteSource } from '../../input/byte-source';
