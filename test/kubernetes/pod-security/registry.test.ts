import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from '../../../src/kubernetes/pod-security/registry';

const baseline = CHECKS.filter((check) => check.level === 'baseline').map((check) => check.id);
const restricted = CHECKS.filter((check) => check.level === 'restricted').map((check) => check.id);

/** `hostPorts` → `host-ports.ts`, `capabilities_baseline` → `capabilities-baseline.ts` */
function fileOf(id: string): string {
  return `${id.replace(/_/g, '-').replace(/[A-Z]/g, '-$&').toLowerCase()}.ts`;
}

test('the registry has every check of the folder, and each file is named after its check', () => {
  const files = readdirSync(join(__dirname, '../../../src/kubernetes/pod-security/checks'));
  expect(files.sort()).toEqual(CHECKS.map((check) => fileOf(check.id)).sort());
});

test('no two checks share an id', () => {
  expect(new Set(CHECKS.map((check) => check.id)).size).toBe(CHECKS.length);
});

test('baseline checks come first, and those of a level are in the order of their ids', () => {
  expect(CHECKS.map((check) => check.id)).toEqual([...baseline].sort().concat([...restricted].sort()));
});

test('the versions of every check rise', () => {
  for (const { id, versions } of CHECKS) {
    const since = versions.map((version) => version.since);
    expect([id, since]).toEqual([id, [...new Set(since)].sort((a, b) => a - b)]);
    expect(since).not.toEqual([]);
  }
});

test('only restricted checks override, and only baseline checks are overridden', () => {
  for (const check of CHECKS.filter(({ overrides }) => overrides !== undefined)) {
    expect(check.level).toBe('restricted');
    expect(baseline).toEqual(expect.arrayContaining([...check.overrides ?? []]));
  }
});
