/** Where Logstash keeps read positions, its queue and its id (`path.data` of the image): always the same path, so that the configuration tells nothing of the daemon's name. */
export const STATE = '/usr/share/logstash/data';

/** Settings, and below them the pipeline. Not the image's own directory, whose JVM options stay. */
export const SETTINGS = '/etc/logstash';

/** Outside of the settings' directory, which is mounted read-only and so cannot hold a mount point. */
export const CERTIFICATES = '/etc/logstash-tls';

/**
 * What the configuration says for an environment variable. Logstash puts the value in when the text is read already, so it may have any signs; only quotes around
 * the whole value are taken away, and brackets around it make a list (upstream: util/substitution_variables.rb).
 */
export function variable(name: string): string {
  return `\${${name}}`;
}
