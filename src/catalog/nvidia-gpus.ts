import { Nodes } from '../placement/nodes';

/**
 * Nodes with an NVIDIA card, as node-feature-discovery labels them: by vendor alone, as NVIDIA's charts set it up, or by class and vendor, as it does
 * by itself (0300 is a VGA controller, 0302 a 3D controller).
 */
const CARDS = ['pci-10de.present', 'pci-0300_10de.present', 'pci-0302_10de.present'].map((label) => Nodes.withLabel(`feature.node.kubernetes.io/${label}`, 'true'));

/** Nodes with an NVIDIA card, by the labels above or by that of the GPU operator and of node pools, which is also set by hand. */
export const NVIDIA_CARDS: Nodes = CARDS.reduce((all, nodes) => all.union(nodes), Nodes.withLabel('nvidia.com/gpu.present', 'true'));

/** Those, and Tegra boards, whose GPU is part of the processor. */
export const NVIDIA_GPUS: Nodes = NVIDIA_CARDS.union(Nodes.withLabel('feature.node.kubernetes.io/cpu-model.vendor_id', 'NVIDIA'));
