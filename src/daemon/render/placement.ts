import { PodSpec } from '../../kubernetes/objects';
import { Placement } from '../../placement/placement';
import { Tolerations } from '../../placement/tolerations';
import { DaemonProps } from '../daemon-props';
import { ResolvedSettings } from '../settings';

/** On which nodes pods run. */
export type Placed = Pick<PodSpec, 'nodeSelector' | 'affinity' | 'tolerations'>;

/** The nodes that a daemon is for, all its variants together, and the taints that all of them tolerate. */
export function renderPlacement(props: DaemonProps, tolerations: Tolerations): Placed {
  const recommended = props.defaults?._recommended ?? true;
  const nodes = placementOf(props)._render(recommended && tolerations._tolerateEveryTaint());
  return { ...nodes, tolerations: renderTolerations(tolerations, recommended) };
}

export function placementOf({ placement, defaults }: DaemonProps): Placement {
  return placement ?? (defaults?._recommended ?? true ? Placement.linux() : Placement.everyNode());
}

export function renderTolerations(tolerations: Tolerations, recommended: boolean): Placed['tolerations'] {
  const rendered = tolerations._render(recommended);
  return rendered.length > 0 ? rendered : undefined;
}

export function tolerationsOf(props: DaemonProps, settings: ResolvedSettings): Tolerations {
  const own = props.tolerations ?? (props.defaults?._recommended ?? true ? Tolerations.everyTaint() : Tolerations.none());
  return own.plus(settings.tolerations);
}
