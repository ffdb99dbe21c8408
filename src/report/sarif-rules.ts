import { titleOf } from '../analysis/rules/ids';

/** What code scanning shows of a rule. */
export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly defaultConfiguration: { readonly level: 'error' | 'warning' | 'note' };
  readonly properties: { readonly tags: readonly string[] };
}

type Family = readonly [level: SarifRule['defaultConfiguration']['level'], short: string, full: string, help: string];

/** By what stands before the slash. */
const FAMILIES: { readonly [family: string]: Family } = {
  'api': ['error', 'The API server would refuse the object',
    'What the API server answers when the object is created: the field, its cause and its text are those of Kubernetes. Files that cannot be read are told here too.',
    'Change the field as the message says. `kubectl explain KIND.FIELD` tells what it takes.'],
  'api-warning': ['warning', 'The API server would take the object with a warning',
    'Warnings of the API server, such as `kubectl apply` shows: deprecated fields and labels, and values that do not do what they seem to.',
    'Change the field as the message says; a later Kubernetes may refuse it.'],
  'pod-security': ['warning', 'Pod Security admission would refuse the pods',
    'The Pod Security Standards that the namespace enforces do not admit the pods, though the object that makes them is taken.',
    'Take back what the message names, or lower the level of the namespace (pod-security.kubernetes.io/enforce).'],
  'runtime': ['error', 'The object is taken, and does not work',
    'The API server takes the object, and its pods could not be made, started or kept running.',
    'Change what the message names, or accept the finding with a reason in the manifest.'],
  'practice': ['note', 'It works, and is not done so',
    'The object is taken and works; experience says that it should be written otherwise.',
    'Change what the message names, or accept the finding with a reason in the manifest.'],
};

export function sarifRule(id: string): SarifRule {
  const [family] = id.split('/');
  const [level, short, full, help] = FAMILIES[family] ?? FAMILIES.practice;
  return {
    id,
    name: id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${titleOf(id) ?? short}.` },
    fullDescription: { text: full },
    help: { text: help },
    defaultConfiguration: { level },
    properties: { tags: ['kubernetes', family] },
  };
}
