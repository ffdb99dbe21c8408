import { printedPodSpec, printedPodTemplate } from '../../../src/kubernetes/validation/internal-pod';

describe("a pod in the server's own form", () => {
  test('says of everything what it is, in the order of the type', () => {
    const printed = printedPodSpec({ containers: [{ name: 'a', image: 'i' }] }) as { Containers: object[] };
    expect(Object.keys(printed).slice(0, 4)).toEqual(['Volumes', 'InitContainers', 'Containers', 'EphemeralContainers']);
    expect(printed).toMatchObject({ Volumes: null, RestartPolicy: '', TerminationGracePeriodSeconds: null, SecurityContext: { HostNetwork: false } });
    expect(printed.Containers[0]).toMatchObject({ Name: 'a', Image: 'i', Stdin: false, Resources: { Limits: null, Requests: null, Claims: null } });
  });

  test('has what it says of its host in its security context', () => {
    expect(printedPodSpec({ hostNetwork: true, hostUsers: false, securityContext: { runAsUser: 1 } })).toMatchObject({
      SecurityContext: { HostNetwork: true, HostUsers: false, RunAsUser: 1 },
    });
  });

  test('has one name for its account', () => {
    expect(printedPodSpec({ serviceAccount: 'a' })).toMatchObject({ ServiceAccountName: 'a' });
    expect(printedPodSpec({ serviceAccount: 'a', serviceAccountName: 'b' })).toMatchObject({ ServiceAccountName: 'b' });
  });

  test('finds fields that have another name in the API', () => {
    const volumes = [{ name: 'v', rbd: { monitors: ['m'], image: 'i' } }, { name: 'w', emptyDir: { sizeLimit: '1024Mi' } }];
    expect(printedPodSpec({ volumes })).toMatchObject({
      Volumes: [{ Name: 'v', RBD: { CephMonitors: ['m'], RBDImage: 'i', RBDPool: '' } }, { EmptyDir: { Medium: '', SizeLimit: '1Gi' } }],
    });
  });

  test('leaves out of metadata and selectors what is empty, and sorts maps', () => {
    const labels = { b: '1', a: '2' };
    const spread = { maxSkew: 1, topologyKey: 'z', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: labels, matchExpressions: [] } };
    const printed = JSON.stringify(printedPodTemplate({ metadata: { name: '', labels }, spec: { topologySpreadConstraints: [spread] } }));
    expect(printed.startsWith('{"labels":{"a":"2","b":"1"},"Spec":{"Volumes":null,')).toBe(true);
    expect(printed).toContain('"LabelSelector":{"matchLabels":{"a":"2","b":"1"}},');
  });
});
