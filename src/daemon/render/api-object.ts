import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { Manifest } from './services';

/** An API object beside the DaemonSets, which the checks read as it will be written. */
export class CompanionObject extends ApiObject {
  private isPatched = false;

  /** The manifest stands as it is: a chart's namespace does not get onto cluster-scoped objects. */
  constructor(scope: Construct, id: string, private readonly content: Manifest) {
    super(scope, id, content);
    if (content.metadata.namespace === undefined && this.metadata.namespace !== undefined) {
      super.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    }
  }

  public addJsonPatch(...ops: JsonPatch[]): void {
    this.isPatched = true;
    super.addJsonPatch(...ops);
  }

  /** Without a patch there is nothing to be learnt from serialising it a second time. */
  public manifest(): Manifest {
    const { namespace } = this.content.metadata;
    return this.isPatched ? this.toJson() : { ...this.content, metadata: { ...this.metadata.toJson(), namespace } };
  }
}
