import { grouped } from '../grouped';
import { isBroken } from '../plan-facts';
import { html, Markup, NOTHING } from './markup';
import { allNames } from './names';
import { Section, table, titles } from './section';
import { ContestedToleration, CounterExample, PartitionReport, PlanReport } from '../../analysis/plan/plan-report';
import { taintText } from '../../analysis/plan/reason';

/** Whether variants take each node of their domain exactly once, and a node that shows it where they do not. */
export function partitions({ partitions: all }: PlanReport): Section | undefined {
  const groups = [...grouped(all, ({ daemonSets }) => JSON.stringify(daemonSets)).values()];
  const broken = groups.filter((group) => group.some(isBroken)).length;
  return groups.length === 0 ? undefined : {
    id: 'partitions',
    title: 'Partitions',
    note: broken === 0 ? `${groups.length} hold` : `${broken} of ${groups.length} broken`,
    body: html`<p class="lead">Variants of a daemon should take each node of their domain exactly once.</p>${groups.map(card)}`,
  };
}

function card(group: readonly PartitionReport[]): Markup {
  const [{ daemonSets }] = group;
  return html`<article class="card"><h3>${daemonSets.join(', ')}</h3>${group.map(proof)}</article>`;
}

function proof(partition: PartitionReport): Markup {
  const { over, domain, gap, overlap, outside, tolerations, assumptions } = partition;
  return html`
<h4>${over === 'domain' ? 'Over all labels and taints that nodes could have' : 'Over the given nodes'}</h4>
<p>Domain: ${domain === '' ? 'every node' : html`<code>${domain}</code>`}</p>
${isBroken(partition) ? NOTHING : judged('holds', '✓', 'Holds', 'each node of the domain is taken by exactly one')}
${gap === null ? NOTHING : breach('gap', 'Gap', 'a node of the domain that none of them takes', gap)}
${overlap === null ? NOTHING : breach('overlap', 'Overlap', `a node of the domain that ${overlap.daemonSets.join(' and ')} take`, overlap)}
${outside === null ? NOTHING : breach('outside', 'Outside', `a node outside of the domain that ${outside.daemonSets.join(' and ')} takes`, outside)}
${tolerations.length === 0 ? NOTHING : contested(tolerations)}
${assumptions.length === 0 ? NOTHING : html`<p>Assumed:</p><ul>${assumptions.map((one) => html`<li>${one}</li>`)}</ul>`}`;
}

function breach(kind: string, word: string, text: string, by: CounterExample): Markup {
  return html`${judged(kind, '✕', word, text)}${example(by)}`;
}

function judged(kind: string, mark: string, word: string, text: string): Markup {
  return html`<p><span class="badge" data-proof="${kind}"><span class="mark" aria-hidden="true">${mark}</span> ${word}</span> ${text}</p>`;
}

/** The node that shows it, and what mends it. */
function example({ node, labels, missingLabels, taints, fix }: CounterExample): Markup {
  const facts: [string, readonly string[]][] = [
    ['Node', node === null ? [] : [node]],
    ['Labels', Object.entries(labels).map(([key, value]) => `${key}=${value}`)],
    ['Without labels', missingLabels],
    ['Taints', taints.map(taintText)],
  ];
  const known = facts.filter(([, values]) => values.length > 0);
  return html`<dl class="facts">
${known.length === 0 ? html`<div><dt>Node</dt><dd>any, whatever its labels</dd></div>` : NOTHING}
${known.map(([name, values]) => html`<div><dt>${name}</dt><dd>${values.map((value) => html`<code>${value}</code> `)}</dd></div>`)}
${fix === null ? NOTHING : html`<div><dt>Fix</dt><dd>${fix}</dd></div>`}
</dl>`;
}

function contested(tolerations: readonly ContestedToleration[]): Markup {
  const head = titles('Taint', 'Tolerated by', 'Not tolerated by', 'Nodes that have it');
  const rows = tolerations.map(({ taint, toleratedBy, notToleratedBy, nodes }) => html`
<tr><th scope="row">${taint}</th><td>${toleratedBy.join(', ')}</td><td>${notToleratedBy.join(', ')}</td>
<td>${nodes.length === 0 ? 'none' : allNames(nodes, 'node')}</td></tr>`);
  return html`<p>Nothing is proved of nodes with a taint that some tolerate and others do not:</p>${table('Contested taints', head, rows)}`;
}
