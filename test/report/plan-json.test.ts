import * as fc from 'fast-check';
import { anyPlan } from './any-plan';
import { FINE, TYPICAL } from './plan-cases';
import { jsonErrors } from './schemas';
import { planJson } from '../../src/report/plan-json';

describe('the JSON of a plan', () => {
  test('is what the schema says, key by key, of anything', () => {
    fc.assert(fc.property(anyPlan(), (report) => expect(jsonErrors('plan.json', planJson(report))).toEqual([])));
  });

  test.each([['all is well', FINE], ['one of each kind is wrong', TYPICAL]])('is what the schema says where %s', (_, report) => {
    expect(jsonErrors('plan.json', planJson(report))).toEqual([]);
  });

  test.each<[string, (text: string) => string]>([
    ['an outcome that is none', (text) => text.replace('"keep-only"', '"keepOnly"')],
    ['a key too many', (text) => text.replace('"nodeClass"', '"more": 1, "nodeClass"')],
    ['a key too few', (text) => text.replace('"whatIf"', '"what"')],
    ['keys in another order', (text) => text.replace(/("daemonSet": "[^"]*"),\s*("desired": \d+)/, '$2, $1')],
    ['a counter-example without its labels', (text) => text.replace(/"gap": \{\s*"labels"/, '"gap": { "label"')],
    ['a share that is a text', (text) => text.replace('0.089', '"0.089"')],
    ['a quantity that is a number', (text) => text.replace('"350m"', '350')],
    ['an outcome before that is none', (text) => text.replace('"from": "runs"', '"from": "ran"')],
  ])('would not be with %s', (_, change) => {
    const text = planJson(TYPICAL);
    expect(change(text)).not.toBe(text);
    expect(jsonErrors('plan.json', change(text))).not.toEqual([]);
  });

  test('says all that the report says', () => {
    fc.assert(fc.property(anyPlan(), (report) => {
      const { schemaVersion, ...said } = JSON.parse(planJson(report));
      expect(schemaVersion).toBe(1);
      const withTexts = report.overhead.map(({ requests, limits, allocatable, ...others }) => (
        { ...others, requests: asTexts(requests), limits: asTexts(limits), allocatable: allocatable && asTexts(allocatable) }));
      expect(said).toEqual(JSON.parse(JSON.stringify({ ...report, overhead: withTexts })));
    }));
  });

  test('begins with what readers look at first, and what came later stands at the end', () => {
    const { partitions: [first], ...others } = JSON.parse(planJson(TYPICAL));
    expect(Object.keys(others)).toEqual([
      'schemaVersion', 'kubernetesVersion', 'nodeClasses', 'daemonSets', 'placements', 'overhead', 'hostPorts', 'warnings', 'whatIf',
    ]);
    expect(Object.keys(first)).toEqual(['daemonSets', 'over', 'domain', 'gap', 'overlap', 'tolerations', 'assumptions', 'outside']);
    expect(Object.keys(first.gap)).toEqual(['labels', 'taints', 'fix', 'node', 'missingLabels']);
  });

  test('is one line after the other, and ends with a line break', () => expect(planJson(TYPICAL)).toMatch(/^\{\n[^]*\n\}\n$/));
});

function asTexts(quantities: { readonly [resource: string]: string | number }) {
  return Object.fromEntries(Object.entries(quantities).map(([resource, quantity]) => [resource, String(quantity)]));
}
