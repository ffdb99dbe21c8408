import { html, Markup } from './markup';
import { DaemonSetTotals, Outcome } from '../../analysis/plan/plan-report';

/** How an outcome is shown: never by its colour alone. */
export interface OutcomeLook {
  readonly mark: string;
  readonly meaning: string;
  /** Where its number stands in the totals. */
  readonly total: keyof DaemonSetTotals;
}

export const LOOKS: { readonly [outcome in Outcome]: OutcomeLook } = {
  'runs': { mark: '✓', meaning: 'a pod runs on the node', total: 'runs' },
  'pending': { mark: '…', meaning: 'a pod is made, and waits for room', total: 'pending' },
  'rejected': { mark: '✕', meaning: 'a pod is wanted, and refused', total: 'rejected' },
  'unknown': { mark: '?', meaning: 'a pod is made, and the input does not tell whether it fits', total: 'unknown' },
  'keep-only': { mark: '◦', meaning: 'a pod that is there stays, but none is made', total: 'keepOnly' },
  'not-desired': { mark: '–', meaning: 'no pod is wanted on the node', total: 'notDesired' },
};

export function mark(outcome: Outcome): Markup {
  return html`<span class="mark" aria-hidden="true">${LOOKS[outcome].mark}</span>`;
}

/** The mark for those who see it, the word for everybody. */
export function outcomeBadge(outcome: Outcome): Markup {
  return html`<span class="badge" data-outcome="${outcome}">${mark(outcome)} ${outcome}</span>`;
}
