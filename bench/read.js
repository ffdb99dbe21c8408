// How long it takes to read many manifests: as `check` does, with js-yaml, against the package yaml. Prints the ratio of medians.
'use strict';
const { join } = require('node:path');
const { readFileSync } = require('node:fs');
const { gunzipSync } = require('node:zlib');
const yaml = require('yaml');
const { readYaml } = require('../lib/input/read-yaml');

const rows = gunzipSync(readFileSync(join(__dirname, '..', 'test', 'vectors', 'validation.jsonl.gz'))).toString().trim().split('\n');
const texts = rows.map((row) => yaml.stringify(JSON.parse(row).manifest));

const ways = { 'readYaml (js-yaml)': readYaml, 'yaml': (text) => yaml.parse(text, { version: '1.1', merge: true, uniqueKeys: false, logLevel: 'silent' }) };
const medians = Object.entries(ways).map(([name, read]) => [name, median(Array.from({ length: 7 }, () => time(read)))]);
console.log(`${texts.length} manifests, ${texts.join('').length} characters`);
for (const [name, milliseconds] of medians) {
  console.log(`${name}: ${(milliseconds / medians[0][1]).toFixed(2)}`);
}

function time(read) {
  const start = process.hrtime.bigint();
  texts.forEach(read);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
