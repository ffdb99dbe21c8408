import { isIPv4, isIPv6 } from 'node:net';
import { analyticsOn } from './definition';
import { netvizOn } from './netviz';
import { AppDynamicsDaemonProps, AppDynamicsOptions } from './props';
import { hostProblems, portProblems } from '../address-problems';

/** What is wrong with the options, one sentence each; with most of it the agent would not start, or nobody would get what it measures. */
export function appDynamicsProblems(props: AppDynamicsDaemonProps): string[] {
  return [image, controller, names, properties, proxy, analytics, netviz].flatMap((problems) => problems(props));
}

function image(props: AppDynamicsDaemonProps): string[] {
  return props.image ? []
    : ['image is missing: upstream names no version of docker.io/appdynamics/machine-agent but latest; give one of yours, with tag or digest'];
}

function controller({ controller: { host, port, account } }: AppDynamicsDaemonProps): string[] {
  return [
    ...hostProblems('controller', host),
    ...portProblems('controller', port),
    ...(account ? wordProblems('controller.account', account) : ["controller.account is empty; it is 'customer1' with a controller of one's own"]),
  ];
}

function names({ hierarchyPath, metricLimit = 1 }: AppDynamicsOptions): string[] {
  return [
    ...(hierarchyPath === undefined ? [] : wordProblems('hierarchyPath', hierarchyPath)),
    ...(Number.isInteger(metricLimit) && metricLimit > 0 ? [] : [`metricLimit is ${metricLimit}; it takes a whole number from 1 on`]),
  ];
}

function properties({ properties: own = {} }: AppDynamicsOptions): string[] {
  return Object.entries(own).flatMap(([name, value]) => [
    ...(/^\w[\w.-]*$/.test(name) ? [] : [`the property '${name}' is not allowed: letters, digits, '.', '_' and '-', without -D`]),
    ...wordProblems(`the value of the property '${name}'`, value),
    ...(/password|accountAccessKey/i.test(name) && !/file(name)?$/i.test(name)
      ? [`the property '${name}' would hold a secret in plain text; the access key and the proxy's password have options of their own`] : []),
  ]);
}

function proxy({ proxy: own }: AppDynamicsOptions): string[] {
  return own === undefined ? [] : [
    ...hostProblems('proxy', own.host),
    ...portProblems('proxy', own.port),
    ...(own.user === undefined ? [] : wordProblems('proxy.user', own.user)),
    ...((own.user === undefined) === (own.password === undefined) ? [] : ['proxy.user and proxy.password belong together; give both, or leave both out']),
    ...(own.password !== undefined && !(own.password.secret?.name && own.password.key)
      ? ["proxy.password names no Secret and key; AppDynamics' operator calls the key 'proxy-password'"] : []),
  ];
}

function analytics(options: AppDynamicsOptions): string[] {
  if (!analyticsOn(options)) {
    return [];
  }
  const { globalAccount, eventEndpoint } = options.analytics!;
  return [
    ...(globalAccount ? [] : ["analytics.globalAccount is empty; the controller's page of licences says it"]),
    ...(eventEndpoint === undefined || /^https?:\/\/[^\s/]+(\/\S*)?$/.test(eventEndpoint) ? []
      : [`analytics.eventEndpoint '${eventEndpoint}' is no URL; it begins with https://`]),
  ];
}

function netviz(props: AppDynamicsDaemonProps): string[] {
  if (!netvizOn(props)) {
    return [];
  }
  const { image: own, listenAddress } = props.netviz!;
  return [
    ...(own ? [] : ['netviz.image is missing: upstream names no version of docker.io/appdynamics/machine-agent-netviz but latest; give one of yours']),
    ...(props.hostNetwork === false ? ['netviz sees the network of its node, and hostNetwork is false; leave one of the two out'] : []),
    ...(listenAddress === undefined || isIPv4(listenAddress) || isIPv6(listenAddress) ? []
      : [`netviz.listenAddress '${listenAddress}' is no address: IPv4, or IPv6 without brackets; the port has a field of its own`]),
  ];
}

/** The image's start script divides what it is told at spaces, and looks for files of a name with a star. */
function wordProblems(what: string, value: string): string[] {
  return /[\s*?[\]'"\\]/.test(value) ? [`${what} '${value}' has a space, a quote or a pattern in it, which the image's start script does not keep together`] : [];
}
