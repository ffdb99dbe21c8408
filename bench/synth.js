// Synthesis of 1, 100 and 1,000 daemons, as a ratio to the same objects written as plain cdk8s.ApiObject, and to
// `helm template` of a chart with the same objects where helm is installed.
//   node bench/synth.js [--runs N]
'use strict';
const { execFileSync, spawnSync } = require('node:child_process');
const { mkdtempSync, mkdirSync, readFileSync, writeFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const MEASURED = { daemons: daemonProgram, plain: plainProgram };
const [, , mode, count, directory] = process.argv;

if (mode in MEASURED) {
  measure(MEASURED[mode], Number(count), directory);
} else {
  main();
}

/** One fresh process: modules are loaded before the clock starts, definition and synthesis count. */
function measure(program, daemons, outdir) {
  const { App, Chart } = require('cdk8s');
  const define = program(daemons, outdir);
  const start = process.hrtime.bigint();
  const app = new App({ outdir });
  define(new Chart(app, 'bench', { namespace: 'bench' }), daemons);
  app.synth();
  process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e6));
}

function daemonProgram() {
  const { Size } = require('cdk8s');
  const { Cpu } = require('cdk8s-plus-27');
  const { Daemon, Discovery, HostPath, Privileges, Probe } = require('..');
  return (chart, daemons) => {
    for (let i = 0; i < daemons; i++) {
      new Daemon(chart, `agent-${i}`, {
        image: 'registry.example.com/agent:1.4.2',
        args: ['--config=/etc/agent/agent.yaml'],
        ports: [{ name: 'metrics', number: 9100 }],
        configFiles: [{ path: '/etc/agent/agent.yaml', content: `listen: "[::]:9100"\nname: agent-${i}\n` }],
        hostPaths: [HostPath.readOnly('/proc', { mountPath: '/host/proc' }), HostPath.readOnly('/var/log'), HostPath.stateDirectory()],
        privileges: Privileges.root(),
        resources: { cpu: { request: Cpu.millis(100) }, memory: { request: Size.mebibytes(100), limit: Size.mebibytes(200) } },
        readiness: Probe.httpGet('/ready', 'metrics'),
        discovery: [Discovery.headless()],
      });
    }
  };
}

/** The very objects that the daemons give, each a plain ApiObject. They are read from a file, so that nothing of cdk8s has run before the clock starts. */
function plainProgram(daemons, work) {
  const { ApiObject } = require('cdk8s');
  const objects = JSON.parse(readFileSync(objectsFile(work), 'utf8'));
  return (chart) => objects.forEach((object, index) => new ApiObject(chart, `object-${index}`, object));
}

function manifests(daemons) {
  const { App, Chart, Testing } = require('cdk8s');
  const chart = new Chart(new App(), 'bench', { namespace: 'bench' });
  daemonProgram()(chart, daemons);
  return Testing.synth(chart);
}

function objectsFile(work) {
  return join(work, 'objects.json');
}

function main() {
  const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 7;
  const work = mkdtempSync(join(tmpdir(), 'bench-'));
  const helm = spawnSync('helm', ['version', '--short'], { encoding: 'utf8' });
  console.log('daemons  objects  this library  plain cdk8s  ratio  helm template  ratio');
  for (const daemons of [1, 100, 1000]) {
    const times = { daemons: [], plain: [], helm: [] };
    const objects = manifests(daemons);
    writeFileSync(objectsFile(work), JSON.stringify(objects));
    for (let run = 0; run < runs; run++) {
      for (const program of Object.keys(MEASURED)) {
        times[program].push(Number(execFileSync(process.execPath, [__filename, program, String(daemons), work], { encoding: 'utf8' })));
      }
      if (helm.status === 0) {
        times.helm.push(helmTemplate(objects, work));
      }
    }
    const [own, plain, template] = [median(times.daemons), median(times.plain), times.helm.length > 0 ? median(times.helm) : undefined];
    console.log([
      String(daemons).padStart(7), String(objects.length).padStart(7), `${own.toFixed(0)} ms`.padStart(12), `${plain.toFixed(0)} ms`.padStart(11),
      (own / plain).toFixed(2).padStart(5), (template === undefined ? 'not installed' : `${template.toFixed(0)} ms`).padStart(13), template === undefined ? '' : (own / template).toFixed(2),
    ].join('  '));
  }
  rmSync(work, { recursive: true });
}

/** helm is one process; its start is part of every use of it. */
function helmTemplate(objects, work) {
  const { Yaml } = require('cdk8s');
  const chart = join(work, 'chart');
  mkdirSync(join(chart, 'templates'), { recursive: true });
  writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: bench\nversion: 0.0.0\n');
  writeFileSync(join(chart, 'templates', 'all.yaml'), Yaml.stringify(...objects));
  const start = process.hrtime.bigint();
  execFileSync('helm', ['template', 'bench', chart], { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1024 ** 3 });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
