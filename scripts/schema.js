// The Kubernetes API types as one text that loads quickly, src/kubernetes/schema/fields.ts.
//   node scripts/schema.js --write   rewrites it
// Made from what was read off the Go types of k8s.io/api by reflection: test/vectors/kubernetes-fields.json says which
// fields there are, test/kubernetes/schema/go-types.json how Go names, nests and writes them.
'use strict';
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const FIELDS = join(ROOT, 'test', 'vectors', 'kubernetes-fields.json');
const GO_TYPES = join(ROOT, 'test', 'kubernetes', 'schema', 'go-types.json');
const OUTPUT = join(ROOT, 'src', 'kubernetes', 'schema', 'fields.ts');

const HEADER = `/*
 * Made by \`node scripts/schema.js --write\` from test/vectors/kubernetes-fields.json and test/kubernetes/schema/go-types.json.
 * One line a type: its name, then its fields as \`name:type\`. A field goes on with \`*\` (unset is not the same as zero), \`!\` (written even
 * where it is zero) and with what is special of it: \`,>=\` since and \`,<=\` until which version, \`,#\` its merge key, \`,=\` its Go type,
 * \`,@\` the embedded Go struct that has it.
 */

/** Every field of the API types of Kubernetes 1.28 to 1.36. */
`;

/** The text of src/kubernetes/schema/fields.ts. */
function generate() {
  const [types, goTypes] = [FIELDS, GO_TYPES].map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const lines = Object.entries(types).map(([type, fields]) => [type, ...Object.entries(fields).map(([name, field]) => word(name, field, goTypes[type][name] ?? {}))].join(' '));
  return `${HEADER}export const FIELDS = \`\n${lines.join('\n')}\n\`;\n`;
}

function word(name, { type, since, until, mergeKey }, { pointer, always, go, embedded }) {
  const special = { '>=': since, '<=': until, '#': mergeKey, '=': go, '@': embedded };
  const parts = Object.entries(special).flatMap(([sign, value]) => (value === undefined ? [] : [`,${sign}${value}`]));
  return `${name}:${type}${pointer ? '*' : ''}${always ? '!' : ''}${parts.join('')}`;
}

module.exports = { generate };

if (require.main === module && process.argv.includes('--write')) {
  writeFileSync(OUTPUT, generate());
}
