import { FieldError } from '../../../src/kubernetes/field-error';
import { vectors } from '../vectors';

export interface Manifest {
  readonly kind: string;
  readonly metadata?: { readonly namespace?: string };
  readonly spec?: object;
}

interface Template {
  metadata?: { labels?: Record<string, string> };
}

interface Row {
  readonly name: string;
  readonly manifest: Manifest;
  readonly strictDecodeError: string | null;
  readonly fieldErrors: readonly { readonly field: string; readonly type: string; readonly detail: string }[];
  readonly warnings: readonly string[] | null;
  readonly defaultedSpec: { template?: Template } | null;
}

export interface JudgedObject {
  readonly name: string;
  /** As the API server has it when it validates. */
  readonly object: Manifest;
  /** What it said. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** The objects of a kind that the API server could read, and what it said. */
export function judgedObjects(kind: string): JudgedObject[] {
  return vectors<Row>('validation').filter(({ manifest, strictDecodeError }) => manifest.kind === kind && !strictDecodeError).map((row) => ({
    name: row.name,
    object: { ...row.manifest, metadata: { ...row.manifest.metadata, namespace: row.manifest.metadata?.namespace || 'default' }, spec: specOf(row) },
    errors: row.fieldErrors.map(({ field, type, detail }) => printed({ path: field, type, detail })).sort(),
    warnings: row.warnings ?? [],
  }));
}

export function printed({ path, type, detail }: Omit<FieldError, 'type'> & { readonly type: string }): string {
  return `${path} ${type} ${detail}`;
}

/** One row has no completed spec, and Go leaves labels out of it that are there and empty. */
function specOf({ manifest, defaultedSpec }: Row): object | undefined {
  if (defaultedSpec === null) {
    return manifest.kind === 'Service' ? { allocateLoadBalancerNodePorts: true, ...manifest.spec } : manifest.spec;
  }
  const written = (manifest.spec as { template?: Template } | undefined)?.template?.metadata?.labels;
  return written !== undefined && defaultedSpec.template !== undefined && Object.keys(written).length === 0
    ? { ...defaultedSpec, template: { ...defaultedSpec.template, metadata: { ...defaultedSpec.template.metadata, labels: {} } } } : defaultedSpec;
}
