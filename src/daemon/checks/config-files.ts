import { Check, definedContainers } from './subject';
import { normalizePath } from '../../kubernetes/paths';
import { ContainerOptions } from '../container';

/** What a ConfigMap holds at most, all values together (upstream: MaxSecretSize). */
const CONFIG_MAP_MAX = 1024 * 1024;

const KEY_RULE = "at most 253 letters, digits, '-', '_' and '.', not beginning with '..'";

export const checkConfigFiles: Check = (subject) => {
  const size = Object.values(subject.configData).reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  return [
    ...(size > CONFIG_MAP_MAX ? [`the configuration files have ${size} bytes together, and a ConfigMap holds ${CONFIG_MAP_MAX} (1 MiB): `
      + `${largest(subject.configData)}; put large data into the image or on a volume`] : []),
    ...definedContainers(subject).flatMap(({ name, options }) => fileProblems(name, options)),
  ];
};

function largest(data: { [key: string]: string }): string {
  const [key, content] = Object.entries(data).sort(([, a], [, b]) => Buffer.byteLength(b) - Buffer.byteLength(a))[0];
  return `the largest is '${key}' with ${Buffer.byteLength(content)}`;
}

function fileProblems(container: string, { configFiles = [] }: ContainerOptions): string[] {
  return configFiles.map(({ path }, index) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const isTwice = configFiles.slice(0, index).some((other) => normalizePath(other.path) === normalizePath(path));
    const problem = !/^\/.*[^/]$/.test(path) || path.split('/').includes('..') ? 'needs an absolute path that ends with its name'
      : path.lastIndexOf('/') === 0 ? 'cannot stand in the root directory, which its mount would hide; put it into a directory'
        : !/^[-._a-zA-Z0-9]{1,253}$/.test(name) || name.startsWith('..') ? `has the name '${name}', which is no key of a ConfigMap: ${KEY_RULE}`
          : isTwice ? 'is given twice; put both texts into one' : undefined;
    return problem === undefined ? undefined : `container '${container}': the configuration file '${path}' ${problem}`;
  }).filter((problem) => problem !== undefined);
}
