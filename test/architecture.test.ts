import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

interface Cruise {
  readonly summary: { readonly violations: { rule: { name: string }; from: string; to: string }[]; readonly totalCruised: number };
}

function cruise(directory: string): Cruise {
  const args = [join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', 'src'];
  return JSON.parse(spawnSync(process.execPath, args, { cwd: directory, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).stdout);
}

describe('the rooms', () => {
  test('import each other along the arrows only', () => {
    const { summary } = cruise(ROOT);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(30);
  });

  test.each([
    ['kubernetes/taint.ts', '../daemon/daemon', 'kubernetes-imports-only-itself'],
    ['kubernetes/size.ts', 'cdk8s', 'only-the-write-half-knows-cdk8s'],
    ['placement/nodes.ts', '../daemon/daemon', 'placement-imports-only-kubernetes'],
    ['analysis/plan.ts', '../daemon/daemon', 'analysis-imports-only-input-kubernetes'],
    ['misc/helper.ts', '../daemon/daemon', 'no-unknown-rooms'],
  ])('an import from %s to %s is caught', (file, target, rule) => {
    const house = mkdtempSync(join(tmpdir(), 'house-'));
    try {
      const files = { 'src/daemon/daemon.ts': 'export const daemon = 1;', [`src/${file}`]: `import * as it from '${target}';\nexport const copy = it;`, 'tsconfig.json': '{}' };
      mkdirSync(join(house, 'node_modules/cdk8s'), { recursive: true });
      writeFileSync(join(house, 'node_modules/cdk8s/package.json'), '{"name":"cdk8s","main":"index.js"}');
      writeFileSync(join(house, 'node_modules/cdk8s/index.js'), '');
      writeFileSync(join(house, 'package.json'), '{"dependencies":{"cdk8s":"*"}}');
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(join(house, path, '..'), { recursive: true });
        writeFileSync(join(house, path), text);
      }
      expect(cruise(house).summary.violations.map((violation) => violation.rule.name)).toContain(rule);
    } finally {
      rmSync(house, { recursive: true });
    }
  });
});
