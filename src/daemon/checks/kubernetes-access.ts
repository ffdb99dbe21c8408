import { Check } from './subject';

export const checkKubernetesAccess: Check = ({ identity, props: { kubernetesAccess = [] } }) => (
  kubernetesAccess.length > 0 && identity.namespace === undefined ? ['kubernetesAccess needs a namespace, since a binding names the namespace of its ServiceAccount; '
    + 'give the daemon one (namespace) or its chart (new Chart(app, id, { namespace }))'] : []);
