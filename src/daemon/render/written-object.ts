import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { Manifest } from './services';

/** A JSON patch that cannot be applied. */
export class PatchError extends Error {
}

/** An API object of ours, which the checks read as it will be written. It is serialised for them, and that is then written. */
export class WrittenObject extends ApiObject {
  private readonly ops: JsonPatch[] = [];
  private read?: { readonly state: string; readonly manifest: Manifest };

  /**
   * A chart's namespace does not get onto an object that has none of its own.
   *
   * @param lookedUp everything outside of the object that it is written from
   */
  constructor(scope: Construct, id: string, private readonly content: Manifest, private readonly lookedUp = () => '') {
    super(scope, id, content);
    if (content.metadata.namespace === undefined && this.metadata.namespace !== undefined) {
      this.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    }
  }

  public addJsonPatch(...ops: JsonPatch[]): void {
    this.ops.push(...ops);
    super.addJsonPatch(...ops);
  }

  /** Everything that can change about the object. cdk8s validates an app once more for each chart, and mostly nothing has changed since. */
  public state(): string {
    const metadata = Object.values(this.metadata).filter((value) => !Construct.isConstruct(value));
    return `${this.ops.length} ${JSON.stringify(metadata)} ${this.lookedUp()}`;
  }

  /**
   * What will be written. It is not to be changed.
   *
   * @throws if a patch does not fit, with a sentence that names it
   */
  public manifest(): Manifest {
    const state = this.state();
    if (this.read?.state !== state) {
      this.tryPatches();
      this.read = { state, manifest: super.toJson() };
    }
    return this.read.manifest;
  }

  /** What the checks have read is given away, since whoever gets it may change it. */
  public toJson(): Manifest {
    const { read } = this;
    this.read = undefined;
    return read?.state === this.state() ? read.manifest : super.toJson();
  }

  private tryPatches(): void {
    if (this.ops.length > 0) {
      this.ops.reduce((before, op) => patched(before, op), JSON.parse(JSON.stringify({ ...this.content, metadata: this.metadata.toJson() })));
    }
  }
}

function patched(manifest: unknown, op: JsonPatch): unknown {
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
