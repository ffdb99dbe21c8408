/** A value of Lua; a table has either names or numbers. */
type Lua = string | number | readonly Lua[] | { readonly [name: string]: Lua };

/** What stands in it word by word: the agent's own functions and places. */
const HEAD = [
  "package.path = './?.lua;' .. package.path",
  'require "config_helper"',
  '',
  'ROOT_DIR = "/opt/appdynamics/netviz"',
  'INSTALL_DIR = ROOT_DIR',
];

const TAIL = ['system_metadata = {', '  unique_host_id = UNIQUE_HOST_ID,', '  install_dir = INSTALL_DIR,', '  install_time = get_last_update_time(),', '}', ''];

/** What AppDynamics' own manifests say, and no more (upstream: CiscoDevNet/appdynamics-charts, netviz-config.yaml). */
const TABLES: { readonly [name: string]: Lua } = {
  capture: [{ cap_module: 'pcap', cap_type: 'device', ifname: 'any', thinktime: 25, buflen: 48 }],
  ip_config: { expire_interval: 20, retry_count: 5 },
  dpi_config: { max_flows: 10, max_data: 4, max_depth: 4096, max_callchains_in_fg: 32, max_callchains_in_flow: 2 },
  export_config: [{
    exporttype: 'file',
    statsfile: 'agent-stats.log',
    metricsfile: 'agent-metrics.log',
    eventsfile: 'agent-events.log',
    snapshotsfile: 'agent-snapshots.log',
    metadatafile: 'agent-metadata.log',
  }],
  plugin_if_config: [],
  plugin_proc_config: [{ process: 'appd-netagent' }],
};

/** `agent_config.lua` of the network agent: where it answers the agents of applications. */
export function agentConfig(host: string, port: number): string {
  const npm = {
    log_destination: 'file',
    log_file: 'appd-netagent.log',
    debug_log_file: 'agent-debug.log',
    disable_filter: 1,
    mode: 'Advanced',
    enable_netlib: 0,
    enable_fqdn: 1,
    backoff_enable: 1,
    backoff_time: 300,
  };
  return [
    ...HEAD,
    assignment('UNIQUE_HOST_ID', ''),
    assignment('WEBSERVICE_IP', host),
    '',
    assignment('npm_config', npm),
    'npm_config.lua_scripts_path = ROOT_DIR .. "/scripts/netagent/lua"',
    assignment('webserver_config', { host, port, request_timeout: 10000, threads: 4 }),
    ...Object.entries(TABLES).map(([name, table]) => assignment(name, table)),
    ...TAIL,
  ].join('\n');
}

function assignment(name: string, value: Lua): string {
  return `${name} = ${print(value)}`;
}

/** Quotes and backslashes are escaped; nothing else has a meaning in a text of one line. */
function print(value: Lua): string {
  if (typeof value === 'number') {
    return String(value);
  }
  if (typeof value === 'string') {
    return `"${value.replace(/["\\]/g, '\\$&').replace(/\r/g, '\\r').replace(/\n/g, '\\n')}"`;
  }
  const entries = Array.isArray(value) ? value.map(print) : Object.entries(value).map(([name, inner]) => `${name} = ${print(inner)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
