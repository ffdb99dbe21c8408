import { ByteSource } from './byte-source';
import { Inventory, readInventory } from './inventory';
import { Mapping, mappingAt, mappingsAt, quantitiesAt, textAt } from './mapping';
import { Value } from './read-yaml';
import { Quantities } from '../kubernetes/objects';
import { PodSpec } from '../kubernetes/pod-objects';

/** What of a pod matters for the node that has it. */
export interface InventoryPod {
  readonly namespace: string;
  readonly name: string;
  readonly nodeName: string;
  /** The controller that made it. */
  readonly owner?: { readonly kind: string; readonly name: string };
  readonly priority?: number;
  readonly startTime?: string;
  /** As it is, without what is null. */
  readonly spec: PodSpec;
  /** Of containers and init containers. */
  readonly containerStatuses: readonly ContainerStatus[];
}

/** What a container has been given, which is another thing than it asks for while that is changed in place. */
export interface ContainerStatus {
  readonly name: string;
  readonly resources?: { readonly requests?: Quantities; readonly limits?: Quantities };
  readonly allocatedResources?: Quantities;
}

const ENDED: readonly (string | undefined)[] = ['Succeeded', 'Failed'];

/** Hands out the pods that take something of a node one by one, those that are being deleted too; none of them is kept. */
export function readPodList(source: ByteSource, take: (pod: InventoryPod) => void): Inventory {
  return readInventory(source, 'Pod', (object) => {
    const [nodeName, phase] = [textAt(mappingAt(object, 'spec'), 'nodeName'), textAt(mappingAt(object, 'status'), 'phase')];
    if (nodeName === undefined || ENDED.includes(phase)) {
      return undefined;
    }
    const pod = inventoryPod(object, nodeName);
    if (typeof pod === 'string') {
      return pod;
    }
    take(pod);
    return undefined;
  });
}

function inventoryPod(pod: Mapping, nodeName: string): InventoryPod | string {
  const [metadata, spec, status] = ['metadata', 'spec', 'status'].map((field) => mappingAt(pod, field));
  const name = textAt(metadata, 'name');
  if (name === undefined) {
    return 'there is a pod without a name (metadata.name)';
  }
  dropNulls(spec as Value);
  return {
    namespace: textAt(metadata, 'namespace') ?? 'default',
    name,
    nodeName,
    owner: ownerOf(metadata),
    priority: typeof spec.priority === 'number' ? spec.priority : undefined,
    startTime: textAt(status, 'startTime'),
    spec: spec as unknown as PodSpec,
    containerStatuses: [...mappingsAt(status, 'containerStatuses'), ...mappingsAt(status, 'initContainerStatuses')].map(statusOf),
  };
}

function ownerOf(metadata: Mapping): InventoryPod['owner'] {
  const owner = mappingsAt(metadata, 'ownerReferences').find(({ controller }) => controller === true);
  return owner && { kind: textAt(owner, 'kind') ?? '', name: textAt(owner, 'name') ?? '' };
}

function statusOf(status: Mapping): ContainerStatus {
  const resources = mappingAt(status, 'resources');
  return {
    name: textAt(status, 'name') ?? '',
    resources: 'resources' in status ? { requests: quantitiesAt(resources, 'requests'), limits: quantitiesAt(resources, 'limits') } : undefined,
    allocatedResources: quantitiesAt(status, 'allocatedResources'),
  };
}

/** To the API server a field that is null is not there. */
function dropNulls(value: Value): void {
  if (Array.isArray(value)) {
    value.splice(0, value.length, ...value.filter((item) => item !== null));
    value.forEach(dropNulls);
  } else if (typeof value === 'object' && value !== null) {
    Object.keys(value).forEach((field) => (value[field] === null ? delete value[field] : dropNulls(value[field])));
  }
}
