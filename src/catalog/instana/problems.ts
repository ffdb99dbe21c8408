import { CORE_SCHEMA } from 'js-yaml';
import { OWN_PARTS } from './config';
import { InstanaConfiguration } from './configuration';
import { InstanaDaemonProps, InstanaEndpoint, InstanaOptions } from './props';
import { readYaml, Section } from '../extra-config';
import { literalSecrets } from '../literal-secrets';

/** Says that a value is taken from elsewhere, such as from a vault. */
const REFERENCE = /^\$\{\w[^}]*\}$/;

/** What is wrong with the options, one sentence each; with most of it the agent would not start, or be found under no name. */
export function instanaProblems(props: InstanaDaemonProps): string[] {
  const { clusterName, endpoint, image } = props;
  return [
    ...(image ? [] : ['image is missing: upstream names no version of icr.io/instana/agent but latest; give one, with tag or digest']),
    ...(clusterName ? [] : ['clusterName is empty, and Instana would know the nodes of no cluster; name it']),
    ...(props.zone === '' ? ['zone is empty; name it, or leave it out'] : []),
    ...address('endpoint', endpoint),
    ...proxy(props), ...tags(props), ...openTelemetry(props), ...configuration(props),
  ];
}

function address(option: string, { host, port }: InstanaEndpoint): string[] {
  return [
    ...(/^[^\s/@]+$/.test(host) && !host.includes('[') ? []
      : [`${option}.host '${host}' is no name and no address; leave out https:// and whatever follows the name, and the brackets of an IPv6 address`]),
    ...(/^[^:]+:\d+$/.test(host) ? [`${option}.host '${host}' has a port in it; say it by ${option}.port`] : []),
    ...(port === undefined || (Number.isInteger(port) && port > 0 && port < 65536) ? [] : [`${option}.port is ${port}; it takes a whole number from 1 to 65535`]),
  ];
}

function proxy(options: InstanaOptions): string[] {
  if (options.proxy === undefined) {
    return [];
  }
  const { user, password } = options.proxy;
  return [
    ...address('proxy', options.proxy),
    ...((user === undefined) !== (password === undefined) ? ['proxy.user and proxy.password are given one without the other; give both or none'] : []),
  ];
}

function tags({ tags: all = [] }: InstanaOptions): string[] {
  return all.filter((tag) => tag === '' || tag.includes(',')).map((tag) => `the tag '${tag}' is not allowed: it may not be empty, nor have a ',', which parts tags`);
}

function openTelemetry({ openTelemetry: options }: InstanaOptions): string[] {
  return options?.grpc === false && options.http === false && (options.enabled ?? true)
    ? ['openTelemetry takes nothing, since grpc and http are both false; leave openTelemetry out'] : [];
}

function configuration({ configuration: parts = {} }: InstanaOptions): string[] {
  const keys = Object.values(parts).flatMap(({ _data }) => ('secret' in _data ? [`'${_data.secret.key}' of the Secret '${_data.secret.secret.name}'`] : []));
  return [
    ...keys.filter((key, index) => keys.indexOf(key) < index).map((key) => `two parts of configuration are the key ${key}; leave one of them out`),
    ...Object.entries(parts).flatMap(([name, part]) => partProblems(name, part)),
  ];
}

function partProblems(name: string, { _data }: InstanaConfiguration): string[] {
  return [
    ...(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name) ? [] : [`the name '${name}' in configuration is not allowed: lower-case letters, digits and '-', since it becomes part of a file's name`]),
    ...(OWN_PARTS.includes(name) ? [`the name '${name}' in configuration is that of a part which options write; choose another name`] : []),
    ...('text' in _data ? text(`configuration.${name}`, _data.text) : []),
  ];
}

/** The agent reads what is no YAML as nothing, and says so in its log only. */
function text(option: string, yaml: string): string[] {
  const read = readYaml(yaml, CORE_SCHEMA, ['com.instana.plugin.host', 'com.instana.plugin.generic.hardware', 'and so on'], option);
  return typeof read === 'string' ? [read] : [...literalSecrets(read, {
    option, reference: REFERENCE, advice: 'InstanaConfiguration.fromSecret for this part, or configuration_from with a vault',
  }), ...sections(option, read)];
}

function sections(option: string, read: Section): string[] {
  return Object.keys(read).filter((section) => !section.startsWith('com.instana.'))
    .map((section) => `${option} has a section '${section}', which the agent does not know: each begins with com.instana., such as com.instana.plugin.host`);
}
