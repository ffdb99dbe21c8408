import { EnvValue } from 'cdk8s-plus-27';
import { LICENSE_KEY, logsOptions, logsPipeline, PROXY } from './config/logs';
import { licenseKeyVariable } from './license-key';
import { NewRelicDaemonProps } from './props';
import { proxyCa, proxyUrl } from './proxy';
import { NameAndNamespace } from '../../daemon/render/identity';
import { logCollector, OWN_LOGS, ownPods } from '../../daemon/roles/log-collector';
import { Feature } from '../features';
import { fluentBitContainer, GRACE, RESOURCES } from '../fluent-bit/container';
import { mergeResources } from '../resources';

const IMAGE = 'docker.io/newrelic/newrelic-fluentbit-output:3.8.0';

/** The output is a library of its own beside Fluent Bit. */
const OUTPUT = '/fluent-bit/bin/out_newrelic.so';

const NAME = 'logs';

/** What `logs` brings along: New Relic's Fluent Bit as a container of the pod. */
export function logs(who: NameAndNamespace, props: NewRelicDaemonProps): Feature {
  const { logs: own = {}, lowDataMode, verbose, terminationGracePeriod = GRACE } = props;
  const fluentBit = fluentBitContainer(who, logsOptions(props), logsPipeline(props), terminationGracePeriod);
  const { component, kubernetesAccess, ...container } = logCollector(who, { ...fluentBit, image: own.image ?? IMAGE, docker: own.docker });
  return {
    kubernetesAccess,
    containers: [{
      ...container,
      name: NAME,
      args: [`--plugin=${OUTPUT}`, ...(container.args ?? [])],
      env: {
        ...container.env,
        // what the pod's other containers say may be read
        [OWN_LOGS]: EnvValue.fromValue(`/var/log/containers/${ownPods(who)}_${who.namespace ?? '*'}_${NAME}-*.log`),
        SOURCE: EnvValue.fromValue(lowDataMode ? 'k8s' : 'kubernetes'),
        // of the output; Fluent Bit's own stands in the configuration
        LOG_LEVEL: EnvValue.fromValue(verbose ? 'debug' : 'info'),
        ...licenseKeyVariable(LICENSE_KEY, props),
        ...proxyUrl(PROXY, props),
      },
      resources: mergeResources(RESOURCES, own.resources),
      volumes: proxyCa(props),
    }],
  };
}
