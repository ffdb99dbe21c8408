/** From which importance on the agent tells something in its log. */
export enum AppDynamicsLogLevel {
  /** What cannot go on. */
  ERROR = 'error',
  /** What may be wrong. */
  WARN = 'warn',
  /** What it does. */
  INFO = 'info',
  /** Every step. */
  DEBUG = 'debug',
}
