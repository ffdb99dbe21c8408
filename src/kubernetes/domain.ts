import { ABSENT_OR_INTEGER } from './label-values';
import { NodeTerm } from './node-set';

/** Annotations of DaemonSets that divide nodes among them: for which nodes they are together, and what that takes for granted. */
export const DOMAIN = 'cdk8s-daemons/domain';
export const ASSUMPTIONS = 'cdk8s-daemons/assumptions';

/** Labels that are integers where they are set, as an annotation says it. */
export function printAssumptions(integerLabels: readonly string[]): string {
  return [...new Set(integerLabels)].sort().map((key) => `integerLabel(${key})`).join(' ');
}

export function parseAssumptions(text: string): string[] {
  return [...text.matchAll(/integerLabel\(([^()\s]+)\)/g)].map((match) => match[1]);
}

/** What labels can be that are assumed to be integers. */
export function possibleLabels(integerLabels: readonly string[]): NodeTerm {
  return new Map(integerLabels.map((key) => [key, ABSENT_OR_INTEGER]));
}
