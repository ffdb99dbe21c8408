export { asCreatedPod } from './as-created-pod';
export { isPodSecurityLevel, violationText } from './check';
export type { PodSecurityLevel, Violation } from './check';
export { evaluatePodSecurity, lowestLevel } from './evaluate';
export type { LowestLevel } from './evaluate';
export type { PodMetadata, PodSpec } from './pod';
