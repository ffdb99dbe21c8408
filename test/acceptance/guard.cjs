// Loaded before the command line: whatever would speak to a network, start a program or need cdk8s fails. At the end it tells what was used.
'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const { Socket } = require('node:net');

const FORBIDDEN = /^(node:)?(child_process|cluster|dgram|dns|http|https|http2|inspector|net|tls|worker_threads)(\/|$)|^(cdk8s|cdk8s-plus-\d+|constructs)(\/|$)/;

const load = Module._load;
Module._load = function (request, ...rest) {
  if (FORBIDDEN.test(request)) {
    throw new Error(`${request} must not be loaded`);
  }
  return load.call(this, request, ...rest);
};

Socket.prototype.connect = () => { throw new Error('nothing must be connected to'); };
globalThis.fetch = globalThis.WebSocket = () => { throw new Error('nothing must be fetched'); };

if (process.env.NOT_READY) {
  const read = fs.readSync;
  let refusals = 3;
  fs.readSync = (...args) => {
    if (args[0] === 0 && refusals-- > 0) {
      throw Object.assign(new Error('not ready'), { code: 'EAGAIN' });
    }
    return read(...args);
  };
}

if (process.env.TERMINAL) {
  Object.defineProperty(process.stdout, 'isTTY', { value: true });
}

/** Linux begins to count the maximum of a process with that of the one that started it, and has another count beside it. */
function peakMebibytes() {
  const status = fs.existsSync('/proc/self/status') ? fs.readFileSync('/proc/self/status', 'utf8') : '';
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kibibytes ?? process.resourceUsage().maxRSS) / 1024;
}

/** What the program itself took, without what Node compiles and clears away beside it where there are more processors. Linux alone tells it of one thread. */
function cpuSeconds() {
  const thread = `/proc/self/task/${process.pid}/schedstat`;
  const { user, system } = process.cpuUsage();
  return fs.existsSync(thread) ? Number(fs.readFileSync(thread, 'utf8').split(' ')[0]) / 1e9 : (user + system) / 1e6;
}

if (process.env.MEASURE) {
  process.on('exit', () => {
    fs.writeSync(3, JSON.stringify({ cpuSeconds: cpuSeconds(), mebibytes: peakMebibytes() }));
  });
}
