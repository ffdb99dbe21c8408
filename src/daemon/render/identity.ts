import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { parseImage } from '../../kubernetes/image';
import { isLabelValue } from '../../kubernetes/labels';
import { DNS_LABEL_MAX, fitName, toDnsLabel } from '../../kubernetes/names';
import { ObjectMeta } from '../../kubernetes/objects';
import { DaemonProps } from '../daemon-props';
import { ResolvedSettings } from '../settings';

/** Label that all DaemonSets of one daemon carry on their pods: what Services select. */
export const DAEMON_LABEL = 'cdk8s-daemons/daemon';

/** Label of the pods of a daemon that has variants: which of them they are. */
const VARIANT_LABEL = 'cdk8s-daemons/variant';

/** What the DaemonSet of a daemon with variants is called that has the nodes which no variant names. */
export const REST = 'rest';

/** Who a daemon is, or one of its DaemonSets. Nothing here depends on where in the construct tree it stands. */
export interface Identity {
  /** Of the daemon: of what all its DaemonSets share. */
  readonly name: string;
  /** Of the DaemonSet. */
  readonly setName: string;
  readonly namespace?: string;
  readonly recommended: boolean;
  /** `spec.selector.matchLabels`, fixed for the life of a DaemonSet. */
  readonly selector: { [key: string]: string };
  readonly podLabels: { [key: string]: string };
  /** What the pods of all variants have in common. */
  readonly commonLabels: { [key: string]: string };
  /** Labels of every object's own metadata. */
  readonly labels: { [key: string]: string };
}

/** Name and namespace of a daemon before it is made: what a known daemon may need to write its configuration. */
export interface NameAndNamespace {
  readonly name: string;
  readonly namespace?: string;
}

export function nameAndNamespace(scope: IConstruct, id: string, props: Pick<DaemonProps, 'name' | 'namespace'> | undefined): NameAndNamespace {
  return { name: props?.name ?? fitName(toDnsLabel(id) || 'daemon', DNS_LABEL_MAX), namespace: props?.namespace ?? Chart.of(scope).namespace };
}

/** Name of a variant's DaemonSet. */
export function setNameOf(daemon: string, variant: string): string {
  return fitName(`${daemon}-${variant}`, DNS_LABEL_MAX);
}

/** @param variant which DaemonSet of a daemon with variants it is; undefined for what all share, and for a daemon without any */
export function resolveIdentity({ name, namespace }: NameAndNamespace, props: DaemonProps, settings: ResolvedSettings, variant?: string): Identity {
  const recommended = props.defaults?._recommended ?? true;
  const own = { ...settings.labels, ...props.labels };
  const isNamed = variant !== undefined && variant !== REST;
  const setName = isNamed ? setNameOf(name, variant) : name;
  if (!recommended) {
    const selector = { ...props.selector };
    const podLabels = { ...props.podLabels };
    return { name, setName, namespace, recommended, selector, podLabels, commonLabels: selector, labels: own };
  }
  const program = props.program ?? name;
  const common = present({ [DAEMON_LABEL]: name });
  const recommendedPodLabels = present({
    'app.kubernetes.io/name': program,
    'app.kubernetes.io/instance': setName,
    'app.kubernetes.io/component': props.component,
    ...common,
    [VARIANT_LABEL]: variant,
  });
  // a selector that was given is that of a DaemonSet which exists, and so of the rest
  const given = isNamed ? undefined : props.selector;
  const selector = given ?? { 'app.kubernetes.io/name': program, 'app.kubernetes.io/instance': setName };
  return {
    name,
    setName,
    namespace,
    recommended,
    selector: { ...selector },
    podLabels: { ...recommendedPodLabels, ...props.podLabels, ...selector },
    commonLabels: common,
    labels: {
      ...recommendedPodLabels,
      ...present({ 'app.kubernetes.io/managed-by': 'cdk8s', 'app.kubernetes.io/version': version(props) }),
      ...own,
    },
  };
}

export function objectMeta(identity: Identity, name: string, extra: Pick<ObjectMeta, 'labels' | 'annotations'> = {}): ObjectMeta & { name: string } {
  const labels = { ...identity.labels, ...extra.labels };
  return {
    name,
    namespace: identity.namespace,
    labels: Object.keys(labels).length > 0 ? labels : undefined,
    annotations: extra.annotations && Object.keys(extra.annotations).length > 0 ? extra.annotations : undefined,
  };
}

function version(props: DaemonProps): string | undefined {
  const { tag } = parseImage(props.image);
  return props.version ?? (tag !== undefined && isLabelValue(tag) ? tag : undefined);
}

function present(labels: { [key: string]: string | undefined }): { [key: string]: string } {
  return Object.fromEntries(Object.entries(labels).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
