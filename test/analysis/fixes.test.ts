import { check } from '../../src/analysis/check';
import { readDocuments } from '../../src/input/documents';

function fixes(spec: string, selector = '{matchLabels: {app: a}}', labels = '{app: a}'): (string | null)[] {
  return check(readDocuments('file.yaml', `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: ${selector}
  template:
    metadata: {labels: ${labels}}
    spec: {${spec}}
`)).findings.map(({ fix }) => fix);
}

describe('what to do about an error of the API server', () => {
  test.each([
    ['a field that is mistyped', 'nodeSelectors: {a: b}, containers: [{name: a, image: a}]', 'did you mean nodeSelector?'],
    ['one deep inside', 'containers: [{name: a, image: a, livenessProbe: {httpget: {port: 1}}}]', 'did you mean httpGet?'],
    ['one that is like none', 'containers: [{name: a, image: a, kubernetes: 1}]', null],
    ['a text that YAML reads as something else', 'containers: [{name: a, image: a, env: [{name: DEBUG, value: on}]}]', 'write the value in quotes'],
    ['a list where a text belongs', 'containers: [{name: a, image: [a]}]', null],
    ['a quantity with a wrong unit', 'containers: [{name: a, image: a, resources: {limits: {memory: 1GB}}}]', 'write a number, with a unit where it is meant: 500m, 2, 128Mi, 1G'],
    ['a mount without its volume', 'containers: [{name: a, image: a, volumeMounts: [{name: b, mountPath: /b}]}], volumes: [{name: c}, {name: d}]',
      'add a volume of that name, or use one of these: c, d'],
    ['a mount where there is no volume at all', 'containers: [{name: a, image: a, volumeMounts: [{name: b, mountPath: /b}]}]', 'add a volume of that name'],
  ])('%s', (_, spec, fix) => {
    expect(fixes(spec)).toEqual([fix]);
  });

  test('a mount whose volume is there and refused', () => {
    const spec = 'containers: [{name: a, image: a, volumeMounts: [{name: b, mountPath: /b}]}], volumes: [{name: b, hostPath: {path: /b, type: DirOrCreate}}, {name: c}]';
    expect(fixes(spec)).toEqual(['put the volume of that name right: one that is refused does not count', null]);
  });

  const POD = 'containers: [{name: a, image: a}]';

  test('a selector that its own pods do not have', () => {
    expect(fixes(POD, '{matchLabels: {app: a, tier: b}}', '{app: c}')).toEqual(['give the template the labels of the selector: app: a, tier: b']);
    expect(fixes(POD, 'null')).toEqual(['write a selector, and its labels on the template']);
  });

  test('a surge beside the default of maxUnavailable', () => {
    expect(fixes(`${POD}}\n  updateStrategy: {rollingUpdate: {maxSurge: 1}`)).toEqual(['write maxUnavailable: 0 beside it; left out, it is 1']);
  });
});
