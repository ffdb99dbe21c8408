import { Daemon, KubernetesAccess } from '../../../src';
import { IMAGE, problems } from '../../util';

describe('access to the Kubernetes API', () => {
  test.each([KubernetesAccess.read('pods'), KubernetesAccess.ownNamespace({ resources: ['pods'], verbs: ['get'] })])('fails without a namespace (case %#)', (access) => {
    expect(problems((chart) => new Daemon(chart, 'agent', { image: IMAGE, kubernetesAccess: [access, KubernetesAccess.read('nodes')] }), {})).toEqual([
      '[chart/agent] kubernetesAccess needs a namespace, since a binding names the namespace of its ServiceAccount; '
      + 'give the daemon one (namespace) or its chart (new Chart(app, id, { namespace }))',
    ]);
  });
});
