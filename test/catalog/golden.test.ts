import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { Container, DaemonSet, PodSpec } from '../../src/kubernetes/objects';
import { isInside } from '../../src/kubernetes/paths';
import { Written } from '../util';

const FOLDER = join(__dirname, '..', 'golden');

/** Of the roles, whose image is anybody's. */
const ROLES = ['daemon', 'device-plugin', 'log-collector', 'node-monitor', 'storage'];

const FILES = readdirSync(FOLDER).filter((file) => !ROLES.includes(file.split('.')[0]));

/** `${NAME}` and `${env:NAME}` of most products, `ENV['NAME']` of Fluentd, `$(NAME)` of Kubernetes. */
const REFERENCE = /\$\{(?:env:)?([A-Z][A-Z0-9_]*)\}|ENV\['([A-Z0-9_]+)'\]|\$\(([A-Z][A-Z0-9_]*)\)/g;

function objectsOf(file: string): Written[] {
  return loadAll(readFileSync(join(FOLDER, file), 'utf8')) as Written[];
}

function podsOf(objects: Written[]): PodSpec[] {
  return objects.filter(({ kind }) => kind === 'DaemonSet').map((set) => (set as unknown as DaemonSet).spec.template.spec);
}

function containersOf({ initContainers = [], containers }: PodSpec): Container[] {
  return [...initContainers, ...containers];
}

/** What a container is told: its arguments, and the files of ConfigMaps that it sees. */
function textsOf(container: Container, { volumes = [] }: PodSpec, objects: Written[]): string[] {
  const seen = volumes.filter(({ name }) => container.volumeMounts?.some((mount) => mount.name === name));
  const sources = seen.flatMap((volume) => [volume, ...(volume.projected?.sources ?? [])]);
  const mounted = sources.flatMap(({ configMap }) => configMap ?? []);
  const files = mounted.flatMap(({ name, items }) => {
    const written = objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name);
    const data = (written?.data ?? {}) as { [key: string]: string };
    return items?.map(({ key }) => data[key] ?? '') ?? Object.values(data);
  });
  return [...(container.command ?? []), ...(container.args ?? []), ...files];
}

describe.each(FILES)('the containers of %s', (file) => {
  const objects = objectsOf(file);
  const pods = podsOf(objects);
  const all = pods.flatMap((pod) => containersOf(pod).map((container) => ({ container, pod })));

  test('have each variable that they are told of', () => {
    const missing = all.flatMap(({ container, pod }) => {
      const references = textsOf(container, pod, objects).flatMap((text) => [...text.matchAll(REFERENCE)]);
      return references.map(([, ...groups]) => groups.find(Boolean)!).filter((name) => !container.env?.some((variable) => variable.name === name));
    });
    expect(missing).toEqual([]);
  });

  test('ask for CPU and memory, and have a limit of memory', () => {
    const careless = all.filter(({ container: { resources: { requests, limits } = {} } }) => !(requests?.cpu && requests.memory && limits?.memory));
    expect(careless.map(({ container: { name } }) => name)).toEqual([]);
  });

  test('write into nothing below what they see read-only', () => {
    const nested = all.flatMap(({ container: { volumeMounts = [] } }) => volumeMounts.filter(({ readOnly }) => !readOnly)
      .filter(({ mountPath }) => volumeMounts.some((parent) => parent.readOnly && isInside(mountPath, parent.mountPath))));
    expect(nested).toEqual([]);
  });

  test('see paths of the node of a known type only', () => {
    const paths = pods.flatMap(({ volumes = [] }) => volumes).flatMap(({ hostPath }) => hostPath ?? []);
    expect(paths.filter(({ type }) => !type)).toEqual([]);
  });

  test('have passwords, tokens and keys from Secrets only', () => {
    const secrets = all.flatMap(({ container: { env = [] } }) => env)
      .filter(({ name }) => /(PASSWORD|TOKEN|SECRET|PASSPHRASE|API_KEY|SHARED_KEY|LICENSE_KEY)/.test(name));
    expect(secrets.filter(({ valueFrom }) => valueFrom?.secretKeyRef === undefined)).toEqual([]);
  });
});
