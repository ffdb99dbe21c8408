import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart, Testing, Yaml } from 'cdk8s';
import { Construct } from 'constructs';

/**
 * The golden manifests in `test/golden`. They are rewritten by `npx projen golden` only, never by a test run.
 *
 * @param name file name without ending
 * @param define what is to be synthesised, in a chart with the namespace `node-agents`
 */
export function expectGolden(name: string, define: (chart: Construct) => void): void {
  const chart = new Chart(new App(), 'golden', { namespace: 'node-agents' });
  define(chart);
  const actual = Yaml.stringify(...Testing.synth(chart));
  const file = join(__dirname, 'golden', `${name}.k8s.yaml`);
  if (process.env.UPDATE_GOLDEN && !process.env.CI) {
    writeFileSync(file, actual);
  }
  expect(existsSync(file) ? actual : `${file} is missing: run 'npx projen golden', read it, commit it`).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
}
