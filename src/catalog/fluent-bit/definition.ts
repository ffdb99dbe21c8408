import { renderOutputs } from './config/outputs';
import { fluentBitContainer, GRACE, RESOURCES } from './container';
import { FluentBitDaemonProps } from './props';
import { NameAndNamespace } from '../../daemon/render/identity';
import { LogCollectorDaemonProps } from '../../daemon/roles/log-collector';
import { mergeResources } from '../resources';

const IMAGE = 'cr.fluentbit.io/fluent/fluent-bit:5.1.1';

/** Fluent Bit as data: the same for the daemon and, from merged options, for each of its variants. */
export function fluentBit(who: NameAndNamespace, props: FluentBitDaemonProps): LogCollectorDaemonProps {
  const {
    output, sources, metadata, buffer, metrics, logLevel, extraConfig, image = IMAGE, resources, env, volumes,
    terminationGracePeriod = GRACE, ...others
  } = props;
  const { outputs, ...destinations } = renderOutputs(props);
  const container = fluentBitContainer(who, props, { outputs }, terminationGracePeriod);
  return {
    ...others,
    ...container,
    program: 'fluent-bit',
    containerName: 'fluent-bit',
    image,
    env: { ...container.env, ...destinations.env, ...env },
    resources: mergeResources(RESOURCES, resources),
    volumes: [...destinations.volumes, ...(volumes ?? [])],
    // at the end what is in memory is sent once more; what is left stays on the node's disk for the next pod
    terminationGracePeriod,
  };
}
