import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { DaemonSet, DaemonSetSpec, ObjectMeta } from '../../kubernetes/objects';

/** A JSON patch that cannot be applied. */
export class PatchError extends Error {
}

/** The API object of a DaemonSet, which the checks read as it will be written. */
export class DaemonSetObject extends ApiObject {
  private readonly ops: JsonPatch[] = [];

  constructor(scope: Construct, id: string, metadata: ObjectMeta, private readonly spec: DaemonSetSpec) {
    super(scope, id, { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata, spec });
  }

  public addJsonPatch(...ops: JsonPatch[]): void {
    this.ops.push(...ops);
    super.addJsonPatch(...ops);
  }

  /**
   * Without a patch there is nothing to be learnt from serialising it a second time, which would be a tenth of a synthesis.
   *
   * @throws if a patch does not fit, with a sentence that names it
   */
  public manifest(): DaemonSet {
    const unpatched = { apiVersion: this.apiVersion, kind: this.kind, metadata: this.metadata.toJson(), spec: this.spec };
    if (this.ops.length === 0) {
      return unpatched;
    }
    const manifest = this.ops.reduce((before, op) => patched(before, op), JSON.parse(JSON.stringify(unpatched)));
    if (!Array.isArray(manifest.spec?.template?.spec?.containers) || manifest.spec.selector === undefined) {
      throw new PatchError('JSON patches leave a DaemonSet without a selector or without containers; patch the fields inside of them');
    }
    return this.toJson();
  }
}

function patched(manifest: DaemonSet, op: JsonPatch): DaemonSet {
  const { operation } = JSON.parse(JSON.stringify(op)) as { operation: { op: string; path: string } };
  const patch = `the JSON patch ${operation.op} '${operation.path}' does not fit`;
  if (!/^(\/.*)?$/.test(operation.path)) {
    throw new PatchError(`${patch}: a path begins with '/'`);
  }
  try {
    return JsonPatch.apply(manifest, op);
  } catch {
    const isTest = operation.op === 'test';
    throw new PatchError(isTest ? `${patch}: the field has another value` : `${patch}: what it goes into is not there; add that first, or begin with a path that exists`);
  }
}
