import { ByteSource, wholeText } from './byte-source';
import { Inventory, readInventory } from './inventory';
import { InventoryNode, inventoryNode } from './inventory-node';
import { isNodeGroups, readNodeGroups } from './node-groups';

export type { InventoryNode } from './inventory-node';

/**
 * Hands out nodes one by one, of a list that kubectl gave or of groups that were written by hand. A list may be larger than memory: none of them is kept, only their names, of
 * which each is there once.
 */
export function readNodeList(source: ByteSource, take: (node: InventoryNode) => void): Inventory {
  const names = new Set<string>();
  let hasGroups = false;
  const takeOnce = (node: InventoryNode) => {
    if (names.has(node.name)) {
      return `the node '${node.name}' is there twice; a list has each node once`;
    }
    names.add(node.name);
    take(node);
    return undefined;
  };
  const inventory = readInventory(source, 'Node', (object) => {
    if (isNodeGroups(object)) {
      hasGroups = true;
      return undefined;
    }
    const node = inventoryNode(object);
    return typeof node === 'string' ? node : takeOnce(node);
  });
  if (!hasGroups) {
    return inventory;
  }
  const groups = readNodeGroups(source.file, wholeText(source) ?? '');
  const twice = groups.nodes.flatMap((node) => takeOnce(node) ?? []).map((message) => ({ file: source.file, message }));
  return { ...inventory, diagnostics: [...inventory.diagnostics, ...groups.diagnostics, ...twice] };
}
