import { readExtraConfig } from './extra-config';
import { apiPort, metricsSink, metricsSources } from './metrics';
import { STATE } from './paths';
import { renderTransforms, TIME_KEY } from './remaps';
import { listenOn, renderSource, sourcesOf } from './sources';
import { Components, said } from './values';
import { mergeSections, Section } from '../../extra-config';
import { sourceId } from '../../log-source/resolve';
import { VectorDaemonProps } from '../props';

/** The configuration, with what `extraConfig` says merged into it. */
export function vectorConfig(props: VectorDaemonProps, sinks: Components): Section {
  return mergeSections(ownConfig(props, sinks), readExtraConfig(props.extraConfig));
}

function ownConfig(props: VectorDaemonProps, sinks: Components): Section {
  const port = apiPort(props);
  const transforms = renderTransforms(props);
  return said({
    data_dir: STATE,
    log_schema: { timestamp_key: TIME_KEY },
    api: port === undefined ? undefined : { enabled: true, address: listenOn(port, props) },
    sources: {
      ...Object.fromEntries(sourcesOf(props).map((source) => [sourceId(source), renderSource(source, props)])),
      ...metricsSources(props),
    },
    transforms: Object.keys(transforms).length > 0 ? transforms : undefined,
    sinks: { ...sinks, ...metricsSink(props) },
  }) as Section;
}
