import { CORE_SCHEMA } from 'js-yaml';
import { extraConfigProblems, readExtraConfig } from './config/extra-config';
import { HEALTH_PORT } from './config/paths';
import { apmOn, apmPort, dogstatsdOn, dogstatsdPort, hostPackages, imagesOn, sbomOn } from './features-on';
import { DatadogDaemonProps, DatadogOptions } from './props';
import { readYaml } from '../extra-config';
import { regexpProblem } from '../go-regexp';
import { literalSecrets } from '../literal-secrets';

/** What refers to a secret that is not in the configuration itself: a variable in a check, or a secret backend. */
const REFERENCE = /%%env_\w+%%|^ENC\[.+\]$/;

/** What is wrong with the options, one sentence each. */
export function datadogProblems(props: DatadogDaemonProps): string[] {
  return [destination, cluster, containers, ports, paths, integrations, extraConfig].flatMap((check) => check(props));
}

function destination({ site, clusterName, tags = [] }: DatadogOptions): string[] {
  return [
    ...(site !== undefined && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(site)
      ? [`site '${site}' is no domain of Datadog, such as datadoghq.com, datadoghq.eu or us5.datadoghq.com; leave out https:// and paths`] : []),
    ...(site?.startsWith('app.') ? [`site '${site}' is where people look; data goes to '${site.slice('app.'.length)}'`] : []),
    ...(clusterName !== undefined && !/^(?=.{1,80}$)[a-z]([a-z0-9_.-]*[a-z0-9])?$/.test(clusterName)
      ? [`clusterName '${clusterName}' is not allowed: at most 80 characters, lower-case letters, digits, '-', '_' and '.', a letter first`] : []),
    ...tags.filter((tag) => !/^[a-z][^,\s]*$/i.test(tag)).map((tag) => `the tag '${tag}' is not allowed: it begins with a letter, and has neither spaces nor commas, such as env:production`),
  ];
}

function cluster({ clusterAgent, kubernetesEvents }: DatadogOptions): string[] {
  return [
    ...(clusterAgent !== undefined && kubernetesEvents ? ['kubernetesEvents is for clusters without a cluster agent, which collects them itself; leave one of the two out'] : []),
    ...(clusterAgent !== undefined && !/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(clusterAgent.serviceName ?? '')
      ? [`clusterAgent.serviceName '${clusterAgent.serviceName ?? ''}' is no name of a Service of the daemon's own namespace, such as datadog-cluster-agent`] : []),
  ];
}

/** One that the agent does not understand is left out by it, with a line in its log. */
function containers({ containerInclude = [], containerExclude = [] }: DatadogOptions): string[] {
  const problem = (option: string, filter: string): string[] => {
    const [, regexp] = /^(?:image|name|kube_namespace):(.+)$/.exec(filter) ?? [];
    const wrong = regexp === undefined ? undefined : regexpProblem(regexp);
    return regexp === undefined ? [`'${filter}' in ${option} begins with none of image:, name: and kube_namespace:, each with a regular expression behind it`]
      : wrong === undefined ? [] : [`'${filter}' in ${option} has no regular expression of Go (RE2): ${wrong}`];
  };
  return [...containerInclude.flatMap((filter) => problem('containerInclude', filter)), ...containerExclude.flatMap((filter) => problem('containerExclude', filter))];
}

/** The programs of a pod share its ports. */
function ports(options: DatadogOptions): string[] {
  const taken = [
    ...(dogstatsdOn(options) ? [['dogstatsd.port', dogstatsdPort(options)] as const] : []), ...(apmOn(options) ? [['apm.port', apmPort(options)] as const] : []),
  ];
  return taken.filter(([, port]) => [HEALTH_PORT, 5000, 5001].includes(port)).map(([option, port]) => `${option} is ${port}, which the agent itself has; take another`);
}

function paths(options: DatadogOptions): string[] {
  const { criSocketPath, kubelet, kubeletRoot, socketDirectory, sbom } = options;
  const given = { criSocketPath, 'kubelet.caPath': kubelet?.caPath, kubeletRoot, socketDirectory, 'sbom.imageDirectory': sbom?.imageDirectory };
  return [
    ...Object.entries(given).filter(([, path]) => path !== undefined && !/^\/[^/]/.test(path)).map(([option, path]) => `${option} '${path}' is no absolute path of the node`),
    ...(/docker\.sock$/.test(criSocketPath ?? '') ? [`criSocketPath '${criSocketPath}' is docker's own socket, which speaks another language; containerd has one beside it, `
      + 'and cri-dockerd is /run/cri-dockerd.sock'] : []),
    ...(imagesOn(options) && criSocketPath === undefined
      ? ['sbom looks into images, which only the container runtime knows; give criSocketPath, such as /run/containerd/containerd.sock, or say containerImages: false'] : []),
    ...(sbomOn(options) && !imagesOn(options) && hostPackages(options) === undefined ? ['sbom looks into nothing; say containerImages or hostPackages, or leave sbom out'] : []),
  ];
}

function integrations({ integrations: all = {} }: DatadogOptions): string[] {
  return Object.entries(all).flatMap(([name, text]) => {
    const option = `integrations.${name}`;
    const config = readYaml(text, CORE_SCHEMA, ['init_config', 'instances', 'logs'], option);
    return [
      ...(/^[a-z][a-z0-9_]*$/.test(name) ? [] : [`the integration '${name}' is not allowed: lower-case letters, digits and '_', such as redisdb, without .yaml`]),
      ...(typeof config === 'string' ? [config]
        : Array.isArray(config.instances) || Array.isArray(config.logs) ? literalSecrets(config, {
          reference: REFERENCE, option, advice: "a variable: env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and '%%env_NAME%%'",
        }) : [`${option} has a list neither of 'instances' nor of 'logs', so that nothing would be checked`]),
    ];
  });
}

/** The environment wins over the file. */
function extraConfig({ extraConfig: text, env = {} }: DatadogOptions): string[] {
  const config = readExtraConfig(text);
  return [
    ...extraConfigProblems(text),
    ...literalSecrets(config, { reference: REFERENCE, advice: "the agent's variable for it: env: { DD_… : EnvValue.fromSecretValue({ secret, key }) }" }),
    ...Object.keys(config).filter((key) => env[`DD_${key.toUpperCase()}`] !== undefined)
      .map((key) => `extraConfig.${key} has no effect, since env has DD_${key.toUpperCase()}, which wins; leave one of the two out`),
  ];
}
