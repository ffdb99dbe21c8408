import { renderCompanions, serviceAccountNameOf } from './companions';
import { renderExceptions } from './exceptions';
import { NameAndNamespace, objectMeta, resolveIdentity } from './identity';
import { Manifest } from './services';
import { Tolerations } from '../../placement/tolerations';
import { DaemonProps } from '../daemon-props';
import { renderMembers } from '../members';
import { Reasons } from '../reasons';
import { ResolvedSettings } from '../settings';

/**
 * A program that runs once and not on every node, by construct id: a Deployment and all that belongs to it. It is defined as a daemon is, and gets the same
 * labels, rights, configuration and Services; only that it has no node which it must get onto, and so tolerates no taint by itself.
 *
 * @param reasons why programs of its kind need what linters flag
 */
export function renderDeployment(
  who: NameAndNamespace, definition: DaemonProps, settings: ResolvedSettings, reasons: Reasons,
): Map<string, Manifest> {
  const props = { tolerations: Tolerations.none(), ...definition };
  const identity = resolveIdentity(who, props, settings);
  const members = renderMembers(identity, props, settings, serviceAccountNameOf(identity, props));
  const { spec } = members.base.rendered;
  const metadata = objectMeta(identity, identity.name, { annotations: renderExceptions(identity, props, reasons, spec) });
  const { selector, template } = spec;
  return new Map([
    ...renderCompanions(identity, members, settings),
    // two at a time would share what is sent to one
    ['Deployment', { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { replicas: 1, strategy: { type: 'Recreate' }, selector, template } }],
  ]);
}
