import { Check, definedContainers } from './subject';
import { isFilePath, normalizePath } from '../../kubernetes/paths';
import { ContainerOptions } from '../container';

export const checkConfigFiles: Check = (subject) => definedContainers(subject).flatMap(({ name, options }) => fileProblems(name, options));

function fileProblems(container: string, { configFiles = [] }: ContainerOptions): string[] {
  return configFiles.map(({ path }, index) => {
    const isTwice = configFiles.slice(0, index).some((other) => normalizePath(other.path) === normalizePath(path));
    const problem = !isFilePath(path) || path.split('/').includes('..') ? 'needs an absolute path that ends with its name'
      : path.lastIndexOf('/') === 0 ? 'cannot stand in the root directory, which its mount would hide; put it into a directory'
        : isTwice ? 'is given twice; put both texts into one' : undefined;
    return problem === undefined ? undefined : `container '${container}': the configuration file '${path}' ${problem}`;
  }).filter((problem) => problem !== undefined);
}
