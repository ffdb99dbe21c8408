import { AppDynamicsLogLevel } from '../log-level';

/** Who says something: the agent's packages, in the names that upstream's manifests give them. */
const LOGGERS = ['com.singularity', 'com.appdynamics'];

/**
 * The configuration of log4j 2. Everything goes to the container's log: upstream's goes to a file in the container, which nobody reads and which grows there.
 * All that is put into it is a word of ours.
 */
export function log4j(level: AppDynamicsLogLevel): string {
  const loggers = LOGGERS.map((name) => [
    `    <Logger name="${name}" level="${level}" additivity="false">`,
    '      <AppenderRef ref="Console"/>',
    '    </Logger>',
  ].join('\n'));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Configuration status="warn">',
    '  <Appenders>',
    '    <Console name="Console" target="SYSTEM_OUT">',
    '      <PatternLayout pattern="%d{ISO8601} %5p [%t] %c{1} - %m%n"/>',
    '    </Console>',
    '  </Appenders>',
    '  <Loggers>',
    ...loggers,
    '    <Root level="error">',
    '      <AppenderRef ref="Console"/>',
    '    </Root>',
    '  </Loggers>',
    '</Configuration>',
    '',
  ].join('\n');
}
