import { EXAMPLES, Example } from './examples';
import { evaluatePodSecurity, Violation } from '../../../src/kubernetes/pod-security';
import { CHECKS } from '../../../src/kubernetes/pod-security/registry';

function findingsOf({ check, version }: Example, { metadata, spec }: Example['fails'] | Example['passes']): Violation[] {
  const level = CHECKS.find(({ id }) => id === check)?.level ?? 'privileged';
  return evaluatePodSecurity(metadata, spec, level, version).filter((violation) => violation.check === check);
}

test('every check has an example', () => {
  expect(new Set(EXAMPLES.map((example) => example.check))).toEqual(new Set(CHECKS.map((check) => check.id)));
});

describe.each(EXAMPLES)('$check at $version', (example) => {
  test(`admits ${example.passes.pod}`, () => {
    expect(findingsOf(example, example.passes)).toEqual([]);
  });

  test(`forbids ${example.fails.pod}`, () => {
    const { reason, detail } = example.fails;
    expect(findingsOf(example, example.fails)).toEqual([expect.objectContaining({ reason, detail })]);
  });
});
