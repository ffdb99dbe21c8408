import { cdk, cdk8s, javascript, JsonFile } from 'projen';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-daemons',
  description: 'Typed cdk8s constructs for Kubernetes node daemons: every node, exactly one right daemon',
  author: 'cdk8s-daemons authors',
  authorAddress: 'authors@example.com',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/example/cdk8s-daemons.git',
  keywords: ['cdk8s', 'kubernetes', 'daemonset', 'daemon', 'logging', 'monitoring'],
  license: 'Apache-2.0',
  copyrightOwner: 'cdk8s-daemons authors',
  defaultReleaseBranch: 'main',
  sampleCode: false,

  // The lowest versions that the suite runs against; the suite also runs against cdk8s-plus-34.
  cdk8sVersion: '2.68.12',
  constructsVersion: '10.5.0',
  peerDeps: ['cdk8s-plus-27@^2.9.5'],
  // The command line reads YAML.
  bundledDeps: ['js-yaml@^4.3.2'],
  devDeps: [
    '@types/js-yaml@^4.0.9', 'cdk8s-plus-34@^2.0.54', 'dependency-cruiser@^17.4.3', 'fast-check@^4.10.2',
    // What the command line writes is validated against the schemas of its formats.
    'ajv@^8.20.0', 'ajv-formats@^3.0.1', 'xmllint-wasm@^5.3.0',
    // Another reader of YAML, to hold ours against.
    'yaml@^2.9.0',
    // Makes one file of the command line.
    'esbuild@^0.28.2',
    // The page of a plan is tried in a real browser: puppeteer-core drives the one of the system and downloads none. 24 is the last that runs on Node 20.
    'puppeteer-core@^24.43.1', 'axe-core@^4.14.1',
  ],

  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  projenVersion: '^0.103.25',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  validateTsconfig: cdk.ValidateTsconfig.STRICT,
  minNodeVersion: '20.16.0',
  typecheckTests: true,

  github: false,
  release: false,
  depsUpgrade: false,
  vscode: false,
  publishTasks: false,

  jestOptions: {
    jestVersion: '^30',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    junitReporting: false,
    jestConfig: { collectCoverage: false },
  },
  eslintOptions: { dirs: ['src'], devdirs: ['test', 'examples', 'bench', 'scripts'], commandOptions: { fix: false } },
});

// 1.13.0 lists platform packages that not every registry mirror has: `npm ci` then refuses the lock file.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

// Language bindings are opt-in: `projen package` packs the JavaScript package only.
project.packageTask.reset('npx projen package:js');
project.npmignore?.addPatterns('/bench/', '/docs/', '/examples/', '/scripts/', '/.ci/', '/.dependency-cruiser.cjs');

// Node finds, reads and compiles a file sooner than some two hundred of them.
project.compileTask.exec('esbuild lib/cli/main.js --bundle --packages=external --platform=node --target=node20 --outfile=lib/bundle/main.js --log-level=warning');

project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
project.tasks.addEnvironment('JSII_SILENCE_SUPPORT_WARNING', '1');

project.package.addField('sideEffects', false);
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './testing': { types: './lib/testing/index.d.ts', default: './lib/testing/index.js' },
  './schemas/*': './schemas/*',
  './package.json': './package.json',
  './.jsii': './.jsii',
});

// README and @example code must compile.
project.gitignore.addPatterns('.jsii.tabl.json');
const samples = project.addTask('samples', { description: 'Compile the code of the README and of every @example', exec: 'jsii-rosetta extract --strict' });

// `npm start` and `npm test` work alone on a fresh clone, with Node and npm and nothing else.
project.package.setScript('prestart', 'node scripts/install-when-stale.js');
project.package.setScript('pretest', 'node scripts/install-when-stale.js');

const start = project.addTask('start', { description: 'Build, synthesise every example and say what came out' });
start.spawn(project.compileTask);
start.exec('node scripts/examples.js --write --describe');

const examples = project.addTask('examples', { description: 'Write the YAML of every example beside its program' });
examples.spawn(project.compileTask);
examples.exec('node scripts/examples.js --write');

project.addTask('golden', {
  description: 'Rewrite the golden manifests of test/golden and the golden plans of test/cli/golden: read the diff as a reviewer before you commit it',
  env: { UPDATE_GOLDEN: '1' },
  exec: 'jest test/catalog test/daemon/roles test/cli/plan-golden --coverage=false --selectProjects cdk8s-plus-27',
});

const bench = project.addTask('bench', { description: 'Measure every figure that the documents name' });
bench.spawn(project.compileTask);
bench.exec('node bench/check.js');
bench.exec('node bench/plan.js');
bench.exec('node bench/plan.js --pods --nodes 100,1000,10000');
bench.exec('node bench/read.js');
bench.exec('node bench/synth.js');
bench.exec('node bench/variants.js');

// Tests: the suite runs once per supported major of cdk8s-plus.
const jest = project.jest!;
const shared = {
  clearMocks: true,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'], // they have a runner of their own
  setupFiles: ['<rootDir>/test/setup.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json' }] },
};
delete jest.config.preset;
delete jest.config.transform;
delete jest.config.testMatch;
jest.config.projects = [
  { displayName: 'cdk8s-plus-27', moduleNameMapper: { '^cdk8s-daemons$': '<rootDir>/src' }, ...shared },
  {
    displayName: 'cdk8s-plus-34',
    moduleNameMapper: { '^cdk8s-daemons$': '<rootDir>/src', '^cdk8s-plus-27$': 'cdk8s-plus-34' },
    ...shared,
    testPathIgnorePatterns: [...shared.testPathIgnorePatterns, '<rootDir>/test/(acceptance|analysis|cli|input|kubernetes|report)/', '<rootDir>/test/(api|architecture|compatibility|docs)\\.test\\.ts$'], // nothing of cdk8s-plus in them
  },
];
project.testTask.prependSpawn(samples);
project.testTask.prependSpawn(project.compileTask);

new javascript.TypescriptConfig(project, {
  fileName: 'examples/tsconfig.json',
  extends: javascript.TypescriptConfigExtends.fromTypescriptConfigs([project.tsconfig!]),
  compilerOptions: { rootDir: '..', noEmit: true, types: ['node'] },
  include: ['**/*.ts'],
});
project.testTask.exec('tsc --noEmit -p examples/tsconfig.json');

// The page of a plan, in a real browser. It has a task of its own, so that the suite needs none, and this task fails where there is none.
const browser = 'test/browser';
project.tsconfigDev.addExclude('browser');
new javascript.TypescriptConfig(project, {
  fileName: `${browser}/tsconfig.json`,
  extends: javascript.TypescriptConfigExtends.fromTypescriptConfigs([project.tsconfigDev]),
  compilerOptions: {
    rootDir: '../..',
    lib: ['es2022', 'dom', 'dom.iterable'],
    // the scripts of the page are no modules: they see each other, in the page as well as here
    allowJs: true,
    checkJs: true,
    moduleDetection: javascript.TypeScriptModuleDetection.LEGACY,
  },
  include: ['**/*.ts', '../../assets/plan/*.js'],
  exclude: ['node_modules'],
});
const { testPathIgnorePatterns: _, ...inBrowser } = shared;
new JsonFile(project, `${browser}/jest.json`, {
  obj: {
    ...inBrowser,
    rootDir: '../..',
    testMatch: [`<rootDir>/${browser}/**/*.test.ts`],
    testTimeout: 60_000,
    transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: `${browser}/tsconfig.json` }] },
  },
});
const browserTask = project.addTask('test:browser', { description: 'Try the HTML report in Chromium: that of CHROMIUM_PATH, or the one of the system' });
browserTask.exec(`tsc --noEmit -p ${browser}/tsconfig.json`);
browserTask.exec(`jest --config ${browser}/jest.json --ci`);
project.package.setScript('pretest:browser', 'node scripts/install-when-stale.js');

project.synth();
