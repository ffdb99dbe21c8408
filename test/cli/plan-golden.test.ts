import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main';

const ROOT = join(__dirname, '..', '..');

/** The ten daemons of an example with their variants, on the nodes of six platforms, and beside the pods of two. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ...['aks', 'eks', 'gke', 'k3s-edge', 'kubeadm-onprem', 'openshift'].map((name): [string, string[]] => [name, ['--nodes', `test/data/nodes/${name}.json`]]),
  ...['eks', 'kubeadm-onprem'].map((name): [string, string[]] => (
    [`${name}-with-pods`, ['--nodes', `test/data/nodes/${name}.json`, '--pods', `test/data/pods/${name}.json`]])),
];

describe('the text of a plan', () => {
  const before = process.cwd();

  beforeAll(() => process.chdir(ROOT));
  afterAll(() => process.chdir(before));

  test.each(CASES)('is the one that was read and committed, for %s', (name, argv) => {
    const written: string[] = [];
    const write = (text: string) => written.push(text);
    main(['plan', 'examples/09-platform/dist', ...argv], { out: write, err: write, colour: false });
    const file = join(__dirname, 'golden', `${name}.txt`);
    if (process.env.UPDATE_GOLDEN && !process.env.CI) {
      writeFileSync(file, written.join(''));
    }
    expect(existsSync(file) ? written.join('') : `${file} is missing: run 'npx projen golden', read it, commit it`).toBe(readFileSync(file, 'utf8'));
  });
});
