import { Diagnostic, readDocuments } from './documents';
import { InventoryNode } from './inventory-node';
import { nodeGroupProblems } from './node-group-problems';
import { Value } from './read-yaml';
import { Quantities } from '../kubernetes/objects';
import { parseTaint, Taint } from '../kubernetes/taints';

/** A group of equal nodes, as a person writes it. The JSON Schema is `schemas/node-groups.json`. */
export interface NodeGroup {
  readonly name: string;
  readonly count?: number;
  readonly os?: string;
  readonly arch?: string;
  readonly kubeletVersion?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly spread?: { readonly [key: string]: readonly string[] };
  readonly taints?: readonly (string | Taint)[];
  readonly allocatable?: Quantities;
  readonly reserved?: Quantities;
  readonly ready?: boolean;
  readonly unschedulable?: boolean;
}

/** Nodes of groups, or all that is wrong with these. */
export interface NodesOfGroups {
  readonly nodes: readonly InventoryNode[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the node lifecycle controller adds to a node on which no pod can start. Upstream: doNoScheduleTaintingPass, doNoExecuteTaintingPass. */
const NOT_READY: readonly Taint[] = ['NoSchedule', 'NoExecute'].map((effect) => ({ key: 'node.kubernetes.io/not-ready', effect }));
const UNSCHEDULABLE: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };

/** So many a kubelet takes where nobody says otherwise. Upstream: KubeletConfiguration.maxPods. */
const PODS = 110;

export function isNodeGroups(value: Value): value is { nodeGroups: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'nodeGroups' in value;
}

/** Nodes of groups that are written by hand; none at all where something of them is wrong, so that nobody plans with half of them. */
export function readNodeGroups(file: string, content: string): NodesOfGroups {
  const { documents, diagnostics } = readDocuments(file, content);
  const problems: Diagnostic[] = [...diagnostics, ...documents.flatMap(({ line, value, duplicates }) => [
    ...duplicates.map((path) => ({ file, line, message: `${path} is there twice; say it once` })),
    ...nodeGroupProblems(value).map((message) => ({ file, line, message })),
  ])];
  if (problems.length > 0) {
    return { nodes: [], diagnostics: problems };
  }
  const groups = documents.flatMap(({ value }) => (value as unknown as { nodeGroups: NodeGroup[] }).nodeGroups);
  return { nodes: groups.map(withoutNulls).flatMap(nodesOf), diagnostics: [] };
}

function withoutNulls(group: NodeGroup): NodeGroup {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== null)) as unknown as NodeGroup;
}

/** The nodes of a group: `<name>-1`, `<name>-2` and so on. */
export function nodesOf(group: NodeGroup): InventoryNode[] {
  return Array.from({ length: group.count ?? 1 }, (_, index) => nodeOf(group, `${group.name}-${index + 1}`, index));
}

function nodeOf(group: NodeGroup, name: string, index: number): InventoryNode {
  const { os = 'linux', arch = 'amd64', labels = {}, spread = {}, taints = [], ready = true, unschedulable = false } = group;
  return {
    name,
    labels: {
      'kubernetes.io/hostname': name,
      ...(os === 'none' ? {} : { 'kubernetes.io/os': os }),
      ...(arch === 'none' ? {} : { 'kubernetes.io/arch': arch }),
      ...Object.fromEntries(Object.entries(spread).map(([key, values]) => [key, values[index % values.length]])),
      ...labels,
    },
    taints: [...taints.map((taint) => (typeof taint === 'string' ? parseTaint(taint)! : taint)), ...(ready ? [] : NOT_READY), ...(unschedulable ? [UNSCHEDULABLE] : [])],
    allocatable: group.allocatable && { pods: PODS, ...group.allocatable },
    reserved: group.reserved,
    kubeletVersion: group.kubeletVersion,
    group: group.name,
  };
}
