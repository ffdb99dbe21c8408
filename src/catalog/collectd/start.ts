/** Where the file is that collectd reads. It holds passwords, so it is kept in memory. */
export const RUN = '/run/collectd';

/** Where the file of the ConfigMap is, beside the image's own `/etc/collectd`. */
export const TEMPLATE = '/etc/collectd-template/collectd.conf';

/**
 * Puts the values of environment variables in place of `${NAME}`, as texts within double quotes; collectd itself knows no variables. What is no variable
 * of the container stays.
 */
export const EXPAND = [
  '{ line = $0; out = ""',
  '  while (match(line, /[$][{][A-Za-z_][A-Za-z0-9_]*[}]/)) {',
  '    name = substr(line, RSTART + 2, RLENGTH - 3); text = substr(line, RSTART, RLENGTH)',
  '    if (name in ENVIRON) { text = ENVIRON[name]; gsub(/[\\\\"]/, "\\\\\\\\&", text) }',
  '    out = out substr(line, 1, RSTART - 1) text; line = substr(line, RSTART + RLENGTH)',
  '  }',
  '  print out line }',
].join('\n');

/** What is replaced, as JavaScript sees it. */
export const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** collectd in the foreground, in place of whatever the image starts. Nobody but its own user can read the file. */
export function start(): { readonly command: string[]; readonly args: string[] } {
  return {
    command: ['sh', '-c', 'umask 077 && awk "$1" "$2" > "$3" && exec collectd -f -C "$3"', 'collectd'],
    args: [EXPAND, TEMPLATE, `${RUN}/collectd.conf`],
  };
}
