import { isDnsSubdomain } from './names';

const NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

/** Upstream: validation.IsQualifiedName. An optional DNS subdomain and a slash, then at most 63 characters. */
export function isLabelKey(key: string): boolean {
  const parts = key.split('/');
  const name = parts[parts.length - 1];
  return parts.length <= 2 && name.length <= 63 && NAME.test(name) && (parts.length === 1 || isDnsSubdomain(parts[0]));
}

/** Upstream: validation.IsValidLabelValue. */
export function isLabelValue(value: string): boolean {
  return value.length <= 63 && VALUE.test(value);
}

/** Whether an equality selector takes a set of labels; upstream: labels.Set.AsSelector().Matches. */
export function matchesLabels(selector: Record<string, string>, labels: Record<string, string>): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}
