import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** Every field of Kubernetes 1.28 to 1.36 by type, with the version that brought it or took it away. */
const FIELDS: { [type: string]: { [field: string]: { type: string; since?: string; until?: string } } } =
  JSON.parse(readFileSync(join(__dirname, 'vectors', 'kubernetes-fields.json'), 'utf8'));

const CUSTOM_RESOURCES = ['PodMonitor', 'ServiceMonitor'];

/** Of 1.30; whoever needs it says what to do before. */
const SAID_TO_BE_YOUNGER = /\.containers\[\d+\]\.securityContext\.appArmorProfile$/;

const EXAMPLES = join(__dirname, '..', 'examples');
const files = [
  ...readdirSync(join(__dirname, 'golden')).map((file) => join(__dirname, 'golden', file)),
  ...readdirSync(EXAMPLES, { recursive: true }).map(String).filter((file) => file.endsWith('.k8s.yaml')).map((file) => join(EXAMPLES, file)),
];

/** The fields of a value that some version from 1.28 on does not have, each with its path. */
function unknownFields(value: unknown, type: string, path: string): string[] {
  if (type.startsWith('[]')) {
    return (value as unknown[]).flatMap((item, index) => unknownFields(item, type.slice(2), `${path}[${index}]`));
  }
  if (type.startsWith('map:')) {
    return Object.entries(value as object).flatMap(([key, item]) => unknownFields(item, type.slice(4), `${path}.${key}`));
  }
  const fields = FIELDS[type];
  return fields === undefined ? [] : Object.entries(value as object).flatMap(([name, item]) => {
    const field = fields[name];
    return field === undefined || field.since !== undefined || field.until !== undefined ? [`${path}.${name}`] : unknownFields(item, field.type, `${path}.${name}`);
  });
}

function typeOf({ apiVersion, kind }: { apiVersion: string; kind: string }): string {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['core', apiVersion];
  return `${group.split('.')[0]}.${version}.${kind}`;
}

describe('manifests', () => {
  test.each(files.map((file) => [file.slice(join(__dirname, '..').length + 1), file]))('%s has only fields that Kubernetes has had since 1.28', (_, file) => {
    const objects = parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS()).filter(({ kind }) => !CUSTOM_RESOURCES.includes(kind));
    expect(objects.length).toBeGreaterThan(0);
    expect(objects.filter((object) => !(typeOf(object) in FIELDS)).map(typeOf)).toEqual([]);
    // native sidecars are said to need 1.29, where they are on by default; the field is older
    const younger = objects.flatMap((object) => unknownFields(object, typeOf(object), object.kind));
    expect(younger.filter((path) => !SAID_TO_BE_YOUNGER.test(path))).toEqual([]);
  });

  test('are looked at field by field', () => {
    expect(unknownFields({ spec: { template: { spec: { containers: [{ nam: 'x', stopSignal: 'SIGTERM', env: [{ name: 'a' }] }] } } } }, 'apps.v1.DaemonSet', 'DaemonSet'))
      .toEqual(['DaemonSet.spec.template.spec.containers[0].nam', 'DaemonSet.spec.template.spec.containers[0].stopSignal']);
  });
});
