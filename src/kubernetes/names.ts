import { createHash } from 'node:crypto';
import { concat } from './concat';

/** Longest DNS label (RFC 1123), longest label value, and so the longest name that can also be a label value. */
export const DNS_LABEL_MAX = 63;

/** Longest DNS subdomain: what the API server takes as `metadata.name` of most kinds. */
export const DNS_SUBDOMAIN_MAX = 253;

/** Longest IANA service name: what the API server takes as a container port's name. */
export const PORT_NAME_MAX = 15;

const DNS_LABEL_FORMAT = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const DNS_SUBDOMAIN_FORMAT = `${DNS_LABEL_FORMAT}(\\.${DNS_LABEL_FORMAT})*`;
const DNS_LABEL = new RegExp(`^${DNS_LABEL_FORMAT}$`);
const DNS_SUBDOMAIN = new RegExp(`^${DNS_SUBDOMAIN_FORMAT}$`);

/** Upstream: validation.IsDNS1123Label. */
export function isDnsLabel(name: string): boolean {
  return name.length <= DNS_LABEL_MAX && DNS_LABEL.test(name);
}

/** Upstream: validation.IsDNS1123Subdomain. */
export function isDnsSubdomain(name: string): boolean {
  return name.length <= DNS_SUBDOMAIN_MAX && DNS_SUBDOMAIN.test(name);
}

/** What is wrong with a DNS subdomain, in upstream's words. */
export function dnsSubdomainErrors(name: string): string[] {
  return concat(
    isLongerThan(DNS_SUBDOMAIN_MAX, name) ? [`must be no more than ${DNS_SUBDOMAIN_MAX} bytes`] : [],
    DNS_SUBDOMAIN.test(name) ? [] : ["a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an "
      + `alphanumeric character (e.g. 'example.com', regex used for validation is '${DNS_SUBDOMAIN_FORMAT}')`],
  );
}

/** Whether a text has more bytes than that. A UTF-16 unit has at most three, so that those of a short text need not be counted. */
export function isLongerThan(bytes: number, text: string): boolean {
  return text.length * 3 > bytes && Buffer.byteLength(text) > bytes;
}

/** Upstream: validation.IsValidPortName. */
export function isPortName(name: string): boolean {
  return name.length <= PORT_NAME_MAX && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name) && /[a-z]/.test(name) && !name.includes('--');
}

/** Lower case, every run of other characters one dash; not cut. */
export function toDnsLabel(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}

/**
 * The name itself where it fits, else its beginning and a hash of the whole name. The hash is of the name and of
 * nothing else (no construct path), so that moving a construct renames nothing.
 */
export function fitName(name: string, max: number): string {
  if (name.length <= max) {
    return name;
  }
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, max - hash.length - 1).replace(/[-.]+$/, '')}-${hash}`;
}
