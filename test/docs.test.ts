import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cdk8s from 'cdk8s';
import * as ts from 'typescript';
import * as library from '../src';

const ROOT = join(__dirname, '..');
interface ReadmeScript {
  generate(markdown: string, lib: object, assembly: object): string;
  samples(markdown: string): string[];
}

interface DaemonsScript {
  catalog(assembly: object): string[];
  generate(lib: object, assembly: object): string;
  program(name: string): string;
}

const { generate, samples } = jest.requireActual<ReadmeScript>('../scripts/readme');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const documents = [...readdirSync(ROOT), ...readdirSync(join(ROOT, 'docs'), { recursive: true }).map((file) => join('docs', String(file)))]
  .filter((file) => file.endsWith('.md') && file !== 'API.md');

/** Runs a sample of the README; what its apps would write is kept instead. */
function run(sample: string): cdk8s.App[] {
  const apps: cdk8s.App[] = [];
  class App extends cdk8s.App {
    constructor(props?: cdk8s.AppProps) {
      super(props);
      apps.push(this);
    }

    public synth(): void {
      this.synthYaml();
    }
  }
  const modules: { [name: string]: unknown } = { 'cdk8s': { ...cdk8s, App }, 'cdk8s-daemons': library };
  const code = ts.transpileModule(sample, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } }).outputText;
  const expectButNoSnapshot = (value: unknown) => ({ ...expect(value), toMatchSnapshot: () => undefined });
  new Function('require', 'exports', 'console', 'test', 'expect', code)(
    (name: string) => modules[name] ?? jest.requireActual(name), {}, { log: () => undefined },
    (_: string, body: () => void) => body(), expectButNoSnapshot,
  );
  return apps;
}

describe('the README', () => {
  test('has generated parts that are what the library gives', () => {
    expect(generate(readme, library, JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')))).toBe(readme);
  });

  test.each(samples(readme).map((sample, index) => [index + 1, sample] as const))('has a sample %i that runs', (_, sample) => {
    expect(() => run(sample)).not.toThrow();
  });

  test('begins with at most ten lines that give a DaemonSet', () => {
    expect(samples(readme)[0].trim().split('\n').length).toBeLessThanOrEqual(10);
    expect(run(samples(readme)[0])[0].synthYaml()).toContain('kind: DaemonSet');
  });

  test('quotes the messages that a wrong definition gets', () => {
    const sample = samples(readme).find((text) => text.includes('app.synth() throws'))!;
    const quoted = [...sample.matchAll(/^\/\/ {3}(\[.*) …$/gm)].map((match) => match[1]);
    expect(quoted).toHaveLength(3);
    const app = run(sample)[0];
    for (const line of quoted) {
      expect(() => app.synthYaml()).toThrow(line);
    }
  });
});

describe('the known daemons in docs/daemons.md', () => {
  const { catalog, generate: generateDaemons, program } = jest.requireActual<DaemonsScript>('../scripts/daemons');
  const assembly = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8'));

  test('are all there, as they are', () => {
    expect(generateDaemons(library, assembly)).toBe(readFileSync(join(ROOT, 'docs', 'daemons.md'), 'utf8'));
    expect(catalog(assembly)).toEqual(expect.arrayContaining(['FluentdDaemon', 'NodeExporterDaemon']));
  });

  test('have examples that compile', () => {
    const examples = new Map(catalog(assembly).map((name) => [join(ROOT, 'examples', `daemons-${name}.ts`), program(name)]));
    const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(ROOT, 'examples', 'tsconfig.json'), ts.sys.readFile).config, ts.sys, join(ROOT, 'examples'));
    const host = ts.createCompilerHost({ ...options, noEmit: true });
    const { fileExists, readFile } = host;
    host.fileExists = (file) => examples.has(file) || fileExists(file);
    host.readFile = (file) => examples.get(file) ?? readFile(file);
    const found = ts.getPreEmitDiagnostics(ts.createProgram([...examples.keys()], { ...options, noEmit: true }, host));
    expect(found.map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)).toEqual([]);
  }, 60_000);
});

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');

  test('links to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1]);
    expect(links.filter((link) => !existsSync(join(ROOT, document, '..', link)))).toEqual([]);
  });

  test('names tasks that exist', () => {
    const { tasks } = JSON.parse(readFileSync(join(ROOT, '.projen', 'tasks.json'), 'utf8'));
    const named = [...text.matchAll(/npx projen ([a-z:-]+)/g)].map((match) => match[1]);
    expect(named.filter((task) => !(task in tasks))).toEqual([]);
  });
});
