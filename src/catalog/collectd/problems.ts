import { LOG_PLUGIN } from './config/collectd-conf';
import { collectd, outputsOf, pluginsOf } from './definition';
import { CollectdOutputData } from './output';
import { CollectdHttpOptions, CollectdNetworkOptions, CollectdPrometheusOptions, CollectdSecurityLevel } from './output-options';
import { CollectdDaemonProps, CollectdOptions } from './props';
import { VARIABLE } from './start';

const OUTPUT_PLUGINS = { prometheus: 'write_prometheus', network: 'network', graphite: 'write_graphite', http: 'write_http' };

/** A directive that holds a secret, and its value in plain text. */
const LITERAL_SECRET = /^\s*(\w*(?:password|secret|token|api_?key))\s+"?(?!"|\$\{)\S/i;

/** What is wrong with the options, one sentence each; with most of it collectd would not start, or measure nothing. */
export function collectdProblems(props: CollectdDaemonProps): string[] {
  return [...image(props), ...plugins(props), ...outputs(props), ...numbers(props), ...texts(props), ...variables(props)];
}

function image(props: CollectdDaemonProps): string[] {
  return props.image ? [] : ["image is missing: the collectd project publishes none; give one of yours, with Debian's collectd-core for example"];
}

function plugins(props: CollectdOptions): string[] {
  const all = pluginsOf(props);
  const names = all.map(({ name }) => name);
  const own = [LOG_PLUGIN, ...outputsOf(props).map(({ _data }) => OUTPUT_PLUGINS[_data.kind])];
  return [
    ...(all.length === 0 ? ['plugins is empty, so nothing would be measured; leave it out for those that every node has'] : []),
    ...names.filter((name) => !/^\w+$/.test(name)).map((name) => `the plugin name '${name}' is not allowed: letters, digits and '_', such as contextswitch`),
    ...[...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
      .map((name) => `the plugin '${name}' is there twice, and collectd loads it once; say all of its configuration at once`),
    ...names.filter((name) => own.includes(name)).map((name) => `the plugin '${name}' is loaded already, for ${name === LOG_PLUGIN ? 'the log' : 'an output'}; leave it out of plugins`),
    ...all.flatMap(({ _problems }) => _problems),
  ];
}

function outputs(props: CollectdOptions): string[] {
  const all = outputsOf(props).map(({ _data }) => _data);
  return [
    ...(all.length === 0 ? ['outputs is empty, so nobody would get what is measured; leave it out for a page that Prometheus scrapes'] : []),
    ...(all.filter(({ kind }) => kind === 'prometheus').length > 1 ? ['CollectdOutput.prometheus() is there twice, and collectd has one page; leave one out'] : []),
    ...all.flatMap(destination),
  ];
}

function destination(data: CollectdOutputData): string[] {
  switch (data.kind) {
    case 'prometheus': return staleness(data.options);
    case 'http': return http(data.options);
    case 'network': return [...address(data.kind, data.options), ...credentials(data.kind, data.options), ...security(data.options)];
    case 'graphite': return address(data.kind, data.options);
  }
}

function staleness({ stalenessDelta }: CollectdPrometheusOptions): string[] {
  const milliseconds = stalenessDelta?.toMilliseconds() ?? 1000;
  return milliseconds > 0 && milliseconds % 1000 === 0 ? []
    : [`stalenessDelta of CollectdOutput.prometheus is ${milliseconds} ms; it takes whole seconds from 1 on`];
}

function address(kind: string, { host, port }: { readonly host: string; readonly port?: number }): string[] {
  return [
    ...(/^[\w.:%-]+$/.test(host) && !/^[^:]+:\d+$/.test(host) ? []
      : [`the host '${host}' of CollectdOutput.${kind} is none: a name or an address, IPv6 without brackets; scheme and path have no place here, the port has a field of its own`]),
    ...(port === undefined || (Number.isInteger(port) && port > 0 && port < 65536) ? [] : [`the port ${port} of CollectdOutput.${kind} is none; it takes 1 to 65535`]),
  ];
}

function credentials(kind: string, { user, password }: Pick<CollectdNetworkOptions, 'user' | 'password'>): string[] {
  return (user === undefined) === (password === undefined) ? []
    : [`CollectdOutput.${kind} has a ${user === undefined ? 'password without user' : 'user without password'}; say both, or neither`];
}

function security({ securityLevel, user, password }: CollectdNetworkOptions): string[] {
  const isKnown = user !== undefined && password !== undefined;
  if (securityLevel === CollectdSecurityLevel.NONE && isKnown) {
    return ['CollectdOutput.network has user and password, which securityLevel NONE does not use; leave securityLevel out'];
  }
  return securityLevel !== undefined && securityLevel !== CollectdSecurityLevel.NONE && user === undefined && password === undefined
    ? [`CollectdOutput.network has the securityLevel ${securityLevel}, whose key is made from user and password; say both`] : [];
}

function http(options: CollectdHttpOptions): string[] {
  const { url, ca } = options;
  return [
    ...(/^https?:\/\/[^\s/]/.test(url) ? [] : [`the url '${url}' of CollectdOutput.http is none; it begins with https:// or http://`]),
    ...(/^[^/]*\/\/[^/]*@/.test(url) ? ['the url of CollectdOutput.http holds a user name or password, which everybody sees who may read ConfigMaps; say user and password'] : []),
    ...(ca !== undefined && url.startsWith('http:') ? [`the url '${url}' of CollectdOutput.http is not encrypted, so ca has no effect; begin it with https://, or leave ca out`] : []),
    ...credentials('http', options),
  ];
}

function numbers(props: CollectdOptions): string[] {
  const { readThreads, writeThreads, writeQueueLimit, interval } = props;
  return [
    ...Object.entries({ readThreads, writeThreads, writeQueueLimit })
      .filter(([, value]) => value !== undefined && !(Number.isInteger(value) && value > 0))
      .map(([option, value]) => `${option} is ${value}; it takes a whole number from 1 on`),
    ...(interval !== undefined && interval.toMilliseconds() <= 0 ? ['interval is 0 seconds; it takes more'] : []),
  ];
}

/** Secrets in plain text: the configuration becomes a ConfigMap, which more people may read than Secrets. They are never repeated here. */
function texts(props: CollectdOptions): string[] {
  const all = [
    { option: 'extraConfig', text: props.extraConfig ?? '' },
    ...pluginsOf(props).map(({ name, _config }) => ({ option: `config of the plugin '${name}'`, text: _config ?? '' })),
  ];
  return all.flatMap(({ option, text }) => text.split('\n').flatMap((line, index) => {
    const [, key] = LITERAL_SECRET.exec(line) ?? [];
    return key === undefined ? [] : [`${option}, line ${index + 1}: there is a secret in plain text in '${key}', `
      + 'which everybody sees who may read ConfigMaps; '
      + `use a variable: env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and ${key} "\${NAME}"`];
  }));
}

/** collectd would get the text `${NAME}` itself. */
function variables(props: CollectdDaemonProps): string[] {
  const { configFiles = [], env = {} } = collectd(props);
  const used = configFiles.flatMap(({ content }) => [...content.matchAll(VARIABLE)].map(([, name]) => name));
  return [...new Set(used)].filter((name) => name !== 'K8S_NODE_NAME' && !(name in env))
    .map((name) => `the configuration uses \${${name}}, and there is no such variable; say it in env`);
}
