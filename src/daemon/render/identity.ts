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

/** Who a daemon is. Nothing here depends on where in the construct tree it stands. */
export interface Identity {
  readonly name: string;
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

export function nameAndNamespace(scope: IConstruct, id: string, props: Pick<DaemonProps, 'name' | 'namespace'>): NameAndNamespace {
  return { name: props.name ?? fitName(toDnsLabel(id) || 'daemon', DNS_LABEL_MAX), namespace: props.namespace ?? Chart.of(scope).namespace };
}

export function resolveIdentity({ name, namespace }: NameAndNamespace, props: DaemonProps, settings: ResolvedSettings): Identity {
  const recommended = props.defaults?._recommended ?? true;
  const own = { ...settings.labels, ...props.labels };
  if (!recommended) {
    const selector = { ...props.selector };
    const podLabels = { ...props.podLabels };
    return { name, namespace, recommended, selector, podLabels, commonLabels: selector, labels: own };
  }
  const program = props.program ?? name;
  const common = present({ [DAEMON_LABEL]: name });
  const recommendedPodLabels = present({
    'app.kubernetes.io/name': program,
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/component': props.component,
    ...common,
  });
  const selector = props.selector ?? { 'app.kubernetes.io/name': program, 'app.kubernetes.io/instance': name };
  return {
    name,
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
