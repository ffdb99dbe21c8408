import { Daemon, KubernetesAccess } from '../../../src';
import { IMAGE, problems, problemsOfDaemon } from '../../util';

describe('access to the Kubernetes API', () => {
  test.each([KubernetesAccess.read('pods'), KubernetesAccess.ownNamespace({ resources: ['pods'], verbs: ['get'] })])('fails without a namespace (case %#)', (access) => {
    expect(problems((chart) => new Daemon(chart, 'agent', { image: IMAGE, kubernetesAccess: [access, KubernetesAccess.read('nodes')] }), {})).toEqual([
      '[chart/agent] kubernetesAccess needs a namespace, since a binding names the namespace of its ServiceAccount; '
      + 'give the daemon one (namespace) or its chart (new Chart(app, id, { namespace }))',
    ]);
  });

  test.each([
    ['allows nothing', KubernetesAccess.clusterWide({ resources: ['pods', 'nodes'], verbs: [] }),
      "the rule of kubernetesAccess for 'pods', 'nodes' allows no verb; name at least one, such as 'get'"],
    ['is for nothing', KubernetesAccess.clusterWide({ verbs: ['get', 'list'] }), 'a rule of kubernetesAccess (get, list) is for nothing; name resources or nonResourceUrls'],
    ['reads nothing', KubernetesAccess.read(), 'a rule of kubernetesAccess (get, list, watch) is for nothing; name resources or nonResourceUrls'],
    ['is empty', KubernetesAccess.clusterWide({ verbs: [] }), 'a rule of kubernetesAccess (no verb) is for nothing; name resources or nonResourceUrls'],
    ['is for paths in a namespace', KubernetesAccess.ownNamespace({ nonResourceUrls: ['/metrics'], verbs: ['get'] }),
      "the rule of kubernetesAccess for '/metrics' is for the own namespace, to which nonResourceUrls do not belong; use KubernetesAccess.clusterWide"],
    ['is for paths and resources', KubernetesAccess.clusterWide({ resources: ['pods'], nonResourceUrls: ['/metrics'], verbs: ['get'] }),
      "the rule of kubernetesAccess for 'pods', '/metrics' has resources and nonResourceUrls; make two rules of it"],
  ])('fails when a rule %s', (_, access, text) => expect(problemsOfDaemon({ kubernetesAccess: [access] })).toEqual([`[chart/agent] ${text}`]));
});
