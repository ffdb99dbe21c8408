import { html, Markup } from './markup';
import { Overhead } from '../../analysis/plan/plan-report';

/** What daemons take of one resource of a node. */
export interface ResourceRow {
  readonly name: string;
  readonly requested: string;
  readonly limit: string;
  readonly allocatable: string;
  /** Of what there is; null where that is not known. */
  readonly share: number | null;
  readonly percent: string;
}

/** Every resource that is requested or limited, by name. */
export function resourceRows({ requests, limits, allocatable, share }: Overhead): ResourceRow[] {
  // maps, since a resource may have the name of what every object has
  const [requested, limited, available] = [requests, limits, allocatable ?? {}].map((quantities) => new Map(Object.entries(quantities)));
  const shares = new Map(Object.entries(share ?? {}));
  return [...new Set([...requested.keys(), ...limited.keys()])].sort().map((name) => {
    const part = shares.get(name) ?? null;
    return {
      name,
      requested: String(requested.get(name) ?? '0'),
      limit: String(limited.get(name) ?? 'not limited'),
      allocatable: allocatable === null ? 'unknown' : String(available.get(name) ?? '0'),
      share: part,
      percent: part === null ? 'share unknown' : `${(part * 100).toFixed(1)}%`,
    };
  });
}

/** Parts of a whole, side by side: the numbers stand beside it as text. Widths are attributes, since the page allows no inline styles. */
export function bar(parts: readonly { readonly kind: string; readonly share: number }[]): Markup {
  let from = 0;
  const rects = parts.map(({ kind, share }) => {
    const width = Math.min(share * 100, 100 - from);
    const rect = html`<rect class="${kind}" x="${rounded(from)}" width="${rounded(width)}" height="6"/>`;
    from += width;
    return rect;
  });
  const track = html`<rect class="track" width="100" height="6"/>`;
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">${track}${rects}</svg>`;
}

function rounded(number: number): string {
  return String(Number(number.toFixed(3)));
}
