import { args } from './definition';
import { DynatraceOneAgentDaemonProps, DynatraceOneAgentOptions } from './props';
import { flagOf } from '../go-flags';

/** Arguments that may be given several times. */
const REPEATABLE = ['set-host-property', 'set-host-tag'];

/** What is wrong with the options, one sentence each; with most of it the agent would not start, or be refused by the tenant. */
export function dynatraceOneAgentProblems(props: DynatraceOneAgentDaemonProps): string[] {
  return [...connection(props), ...names(props), ...hostProperties(props), ...proxy(props), ...extraArgs(props), ...installer(props)];
}

function connection({ tenant, communicationEndpoints, clusterId }: DynatraceOneAgentDaemonProps): string[] {
  return [
    ...(/^[A-Za-z0-9-]+$/.test(tenant) ? [] : [`tenant '${tenant}' is no id of a tenant: it is the first part of its name alone, such as abc12345`]),
    ...(communicationEndpoints.length > 0 ? []
      : ['communicationEndpoints is empty, and nothing would be sent; name at least one, such as https://abc12345.live.dynatrace.com:443/communication']),
    ...communicationEndpoints.filter((endpoint) => !/^https:\/\/[^\s/@;{}]+\/[^\s@;{}]*$/.test(endpoint))
      .map((endpoint) => `the communication endpoint '${endpoint}' is no URL with a path, such as https://abc12345.live.dynatrace.com:443/communication`),
    ...(clusterId === '' ? ['clusterId is empty; leave it out, or give the UID of the namespace kube-system'] : []),
  ];
}

function names({ hostGroup, networkZone }: DynatraceOneAgentOptions): string[] {
  return [
    ...(hostGroup === undefined || /^(?!dt\.)[A-Za-z0-9._-]{1,100}$/.test(hostGroup) ? []
      : [`hostGroup '${hostGroup}' is not allowed: at most 100 letters, digits, '-', '_' and '.', not beginning with 'dt.'`]),
    ...(networkZone === undefined || /^[A-Za-z0-9._-]+$/.test(networkZone) ? []
      : [`networkZone '${networkZone}' is not allowed: letters, digits, '-', '_' and '.'`]),
  ];
}

function hostProperties({ hostProperties: all = {} }: DynatraceOneAgentOptions): string[] {
  return Object.entries(all).filter(([name, value]) => !/^[^\s=]+$/.test(name) || /[\r\n]/.test(value) || value === '')
    .map(([name]) => `the host property '${name}' is not allowed: a name has no space and no '=', a value is one line and not empty`);
}

function proxy({ proxy: options }: DynatraceOneAgentOptions): string[] {
  if (options === undefined) {
    return [];
  }
  const { host, port, username, password, noProxy = [] } = options;
  const isSame = username !== undefined && password !== undefined && username.secret.name === password.secret.name && username.key === password.key;
  return [
    ...(/^[^\s/@[\]]+$/.test(host) ? [] : [`proxy.host '${host}' is no name and no address; leave out http://, and the brackets of an IPv6 address`]),
    ...(Number.isInteger(port) && port > 0 && port < 65536 ? [] : [`proxy.port is ${port}; it takes a whole number from 1 to 65535`]),
    ...((username === undefined) !== (password === undefined) ? ['proxy.username and proxy.password are given one without the other; give both or none'] : []),
    ...(isSame ? ['proxy.username and proxy.password are one key of one Secret; the agent reads two files, so give each a key of its own'] : []),
    ...noProxy.filter((name) => /[\s,]/.test(name) || name === '').map((name) => `'${name}' in proxy.noProxy is no name of a host`),
  ];
}

function extraArgs(props: DynatraceOneAgentDaemonProps): string[] {
  const own = args(props, '').map(flagOf);
  const all = props.extraArgs ?? [];
  return [
    ...all.filter((arg) => !arg.startsWith('--')).map((arg) => `extraArgs has '${arg}', which does not begin with '--'`),
    ...all.filter((arg) => arg.startsWith('--') && own.includes(flagOf(arg)) && !REPEATABLE.includes(flagOf(arg)))
      .map((arg) => `extraArgs repeats '--${flagOf(arg)}'; say it by the option that writes it`),
    ...(props.proxy !== undefined && all.some((arg) => flagOf(arg) === 'set-proxy')
      ? ["extraArgs has '--set-proxy', which everybody sees who sees the node's processes; the agent reads proxy from files"] : []),
  ];
}

/** Of the image that installs itself, whose version nobody pins. */
function installer({ env = {} }: DynatraceOneAgentOptions): string[] {
  return Object.keys(env).filter((name) => name.startsWith('ONEAGENT_INSTALLER_'))
    .map((name) => `env has ${name}, which only the image that installs itself reads; give an immutable image, and say tenant, tenantToken and communicationEndpoints`);
}
