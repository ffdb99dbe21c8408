import { concat } from '../concat';
import { cidrWarnings } from './ip-address';
import { NetworkPolicy, NetworkPolicyPeer } from '../validation/network-policy';

/** What the API server warns of when it stores a NetworkPolicy. Upstream: networkPolicyWarnings. */
export function networkPolicyWarnings({ spec }: NetworkPolicy): string[] {
  return concat(
    (spec?.ingress ?? []).flatMap((rule, index) => peerWarnings(rule?.from, `spec.ingress[${index}].from`)),
    (spec?.egress ?? []).flatMap((rule, index) => peerWarnings(rule?.to, `spec.egress[${index}].to`)),
  );
}

function peerWarnings(peers: ReadonlyArray<NetworkPolicyPeer | null> | null | undefined, path: string): string[] {
  return (peers ?? []).flatMap((peer, index) => (peer?.ipBlock ? concat(
    cidrWarnings(peer.ipBlock.cidr ?? '', `${path}[${index}].ipBlock.cidr`),
    (peer.ipBlock.except ?? []).flatMap((range, at) => cidrWarnings(range, `${path}[${index}].ipBlock.except[${at}]`)),
  ) : []));
}
