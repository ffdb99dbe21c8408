import { parseYaml } from './config/agent';
import { integrationProblems } from './integrations';
import { hostMetricsOn, intervalOf, logsOn, processesOn } from './parts';
import { NewRelicDaemonProps, NewRelicOptions } from './props';
import { literalSecrets } from '../literal-secrets';

/** What New Relic's pages still show without gaps (upstream: values.yaml, common.config.interval). */
const LONGEST_INTERVAL = 40;

/** What is wrong with the options, one sentence each; with most of it the agent would not start, or send nothing. */
export function newRelicProblems(props: NewRelicDaemonProps): string[] {
  return [
    ...clusterName(props),
    ...interval(props),
    ...customAttributes(props),
    ...namespaceSelector(props),
    ...proxy(props),
    ...kubelet(props),
    ...hostMetrics(props),
    ...logs(props),
    ...integrationProblems(props.integrations, props.env),
    ...extraConfig(props),
  ];
}

function clusterName({ clusterName: name }: NewRelicDaemonProps): string[] {
  return /^[\w.:/-]+( +[\w.:/-]+)*$/.test(name ?? '') ? [] : [`clusterName ${name ? `'${name}' is not allowed` : 'is missing'}; `
    + "it takes letters, digits, spaces, and '.', '_', ':', '/' and '-', and New Relic tells clusters apart by it"];
}

function interval(options: NewRelicOptions): string[] {
  const seconds = intervalOf(options).toMilliseconds() / 1000;
  return seconds >= 1 && seconds <= LONGEST_INTERVAL ? []
    : [`interval is ${seconds} seconds; it takes from 1 to ${LONGEST_INTERVAL}, since New Relic's pages have gaps where samples are further apart`];
}

function customAttributes({ customAttributes: attributes = {} }: NewRelicOptions): string[] {
  return [
    ...Object.keys(attributes).filter((name) => name === '' || name.includes('/')).map((name) => `customAttributes: '${name}' is no name of an attribute; leave out '/'`),
    ...('clusterName' in attributes ? ['customAttributes has clusterName, which is said by the option of that name; leave it out'] : []),
  ];
}

function namespaceSelector({ namespaceSelector: selector }: NewRelicOptions): string[] {
  const { labels = {}, expressions = [] } = selector ?? {};
  return [
    ...(selector !== undefined && Object.keys(labels).length + expressions.length === 0
      ? ['namespaceSelector is empty and selects nothing in particular; leave it out for all namespaces'] : []),
    ...expressions.filter(({ operator, values = [] }) => !['In', 'NotIn'].includes(operator) || values.length === 0)
      .map(({ key, operator }) => `namespaceSelector: the expression about '${key}' is '${operator}', and the integration knows LabelExpression.in and `
        + 'LabelExpression.notIn with at least one value'),
  ];
}

function proxy({ proxy: given }: NewRelicOptions): string[] {
  const { url, urlSecret } = given ?? {};
  return given === undefined ? [] : [
    ...((url === undefined) === (urlSecret === undefined) ? [`proxy has ${url === undefined ? 'neither url nor' : 'both url and'} urlSecret; give one of the two`] : []),
    ...(url === undefined || /^https?:\/\/[^/\s]+\/?$/.test(url) ? [] : ['proxy.url is no URL of a proxy, such as https://proxy.example.com:3128']),
    ...(url !== undefined && /@/.test(url) ? ['proxy.url names a user, and everybody sees it who may read pods; keep the URL in a Secret: proxy.urlSecret'] : []),
  ];
}

function kubelet({ kubelet: { ca, verify = true, retries = 1 } = {} }: NewRelicOptions): string[] {
  return [
    ...(ca !== undefined && !verify ? ['kubelet.ca has no effect with kubelet.verify: false; leave one of the two out'] : []),
    ...(Number.isInteger(retries) && retries >= 0 ? [] : [`kubelet.retries is ${retries}; it takes a whole number from 0 on`]),
  ];
}

function hostMetrics(options: NewRelicOptions): string[] {
  const { containerdSocket } = options.hostMetrics ?? {};
  return !hostMetricsOn(options) || containerdSocket === undefined ? [] : [
    ...(processesOn(options) ? [] : ['hostMetrics.containerdSocket is only for processes, which are off; say hostMetrics.processes: true, or leave it out']),
    ...(/^\/.+\/containerd\.sock$/.test(containerdSocket) ? []
      : [`hostMetrics.containerdSocket '${containerdSocket}' is not allowed: the agent knows a socket of the name containerd.sock only; give its absolute path`]),
  ];
}

function logs(options: NewRelicOptions): string[] {
  const { endpoint, excludePaths = [] } = options.logs ?? {};
  return !logsOn(options) ? [] : [
    ...(endpoint === undefined || /^https:\/\/\S+$/.test(endpoint) ? [] : [`logs.endpoint '${endpoint}' is no URL that begins with https://`]),
    ...excludePaths.filter((path) => !path.startsWith('/var/log/containers/'))
      .map((path) => `logs.excludePaths: '${path}' leaves out nothing, since logs are read in /var/log/containers`),
  ];
}

function extraConfig({ extraConfig: text }: NewRelicOptions): string[] {
  const config = text === undefined ? {} : parseYaml(text);
  const sink = typeof config === 'string' ? [] : Object.keys(config).filter((name) => name.startsWith('http_server_'));
  const advice = "the agent's variable of that setting: env: { NRIA_…: EnvValue.fromSecretValue({ secret, key }) }";
  return typeof config === 'string' ? [config] : [
    ...literalSecrets(config, { advice }),
    ...sink.map((name) => `extraConfig.${name} is said for the scraper, which sends there and to no other place; leave it out`),
  ];
}
