import { Yaml } from 'cdk8s';
import { CORE_SCHEMA } from 'js-yaml';
import { PROXY_CA, SINK_PORT } from './paths';
import { mergeSections, readYaml, Section } from '../../extra-config';
import { hostMetricsOn, processesOn } from '../parts';
import { NewRelicDaemonProps, NewRelicOptions, NewRelicRegion } from '../props';

/** `newrelic-infra.yml` (upstream: pkg/config/config.go). The license key and all that is told from node to node stand in the environment. */
export function agentYaml(props: NewRelicDaemonProps): string {
  const { clusterName, customAttributes, extraConfig, region, verbose } = props;
  const config = {
    http_server_enabled: true,
    http_server_port: SINK_PORT,
    features: { docker_enabled: false },
    ...(hostMetricsOn(props) ? { enable_process_metrics: processesOn(props) } : { is_secure_forward_only: true }),
    ...(region === NewRelicRegion.FEDRAMP ? { fedramp: true } : {}),
    ...(verbose ? { log: { level: 'debug' } } : {}),
    ...proxy(props),
    custom_attributes: { ...customAttributes, clusterName },
  };
  return Yaml.stringify(mergeSections(config, readAgentConfig(extraConfig)));
}

/** The proxy itself may have a password in its URL, and stands in the environment. */
function proxy({ proxy: { verify = true, ca } = {}, proxy: given }: NewRelicOptions): Section {
  return given === undefined ? {} : {
    proxy_validate_certificates: verify,
    ...(ca && { ca_bundle_file: `${PROXY_CA}/${ca.key}` }),
  };
}

/** What the text says; nothing where it cannot be understood. */
export function readAgentConfig(text: string | undefined): Section {
  const config = text === undefined ? {} : parseYaml(text);
  return typeof config === 'string' ? {} : config;
}

/** A problem in its place where it cannot be understood. */
export function parseYaml(text: string): Section | string {
  return readYaml(text, CORE_SCHEMA, ['custom_attributes', 'log', 'features']);
}
