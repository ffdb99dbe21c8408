import { labelKeyErrors } from '../labels';

/** Upstream has two packages with these rules. This one counts "characters", the one behind label keys counts "bytes"; both mean bytes. */
const DNS_LABEL_MAX = 63;
const DNS_SUBDOMAIN_MAX = 253;
const PORT_NAME_MAX = 15;
const ID_MAX = 2147483647;

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const UNDERSCORE_LABEL = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const [SUBDOMAIN, UNDERSCORE_SUBDOMAIN] = [LABEL, UNDERSCORE_LABEL].map((label) => `${label}(\\.${label})*`);

interface Format {
  /** The rule in upstream's words. */
  readonly rule: string;
  readonly pattern: string;
  readonly whole: RegExp;
  readonly examples: readonly string[];
}

const DNS_1123_LABEL: Format = {
  rule: "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
  ...pattern(LABEL),
  examples: ['my-name', '123-abc'],
};

const DNS_1123_SUBDOMAIN: Format = {
  rule: "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an "
    + 'alphanumeric character',
  ...pattern(SUBDOMAIN),
  examples: ['example.com'],
};

const DNS_1123_SUBDOMAIN_WITH_UNDERSCORE: Format = {
  rule: "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an "
    + 'alphanumeric character',
  ...pattern(UNDERSCORE_SUBDOMAIN),
  examples: ['example.com'],
};

const DNS_1035_LABEL: Format = {
  rule: "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an "
    + 'alphanumeric character',
  ...pattern('[a-z]([-a-z0-9]*[a-z0-9])?'),
  examples: ['my-name', 'abc-123'],
};

const PERCENT: Format = {
  rule: "a valid percent string must be a numeric string followed by an ending '%'",
  ...pattern('[0-9]+%'),
  examples: ['1%', '93%'],
};

const HTTP_HEADER: Format = {
  rule: "a valid HTTP header must consist of alphanumeric characters or '-'",
  ...pattern('[-A-Za-z0-9]+'),
  examples: ['X-Header-Name'],
};

const CONFIG_MAP_KEY: Format = {
  rule: "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
  ...pattern('[-._a-zA-Z0-9]+'),
  examples: ['key.name', 'KEY_NAME', 'key-name'],
};

const STRICT_ENV_VAR_NAME: Format = {
  rule: "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit",
  ...pattern('[-._a-zA-Z][-._a-zA-Z0-9]*'),
  examples: ['my.env-name', 'MY_ENV.NAME', 'MyEnvName1'],
};

const HTTP_PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";

const ENV_VAR_NAME_RULE = "a valid environment variable name must consist only of printable ASCII characters other than '='";

/** What is wrong with a DNS label. Upstream: validation.IsDNS1123Label. */
export function dns1123LabelErrors(name: string): string[] {
  // the length is checked already, so what makes a subdomain of it can only be dots
  const format = matches(DNS_1123_SUBDOMAIN, name) && !matches(DNS_1123_LABEL, name) ? ['must not contain dots'] : formatErrors(DNS_1123_LABEL, name);
  return [...lengthErrors(name, DNS_LABEL_MAX), ...format];
}

/** What is wrong with a DNS label that begins with a letter. Upstream: validation.IsDNS1035Label. */
export function dns1035LabelErrors(name: string): string[] {
  return [...lengthErrors(name, DNS_LABEL_MAX), ...formatErrors(DNS_1035_LABEL, name)];
}

/** What is wrong with a DNS subdomain. Upstream: validation.IsDNS1123Subdomain. */
export function dns1123SubdomainErrors(name: string): string[] {
  return [...lengthErrors(name, DNS_SUBDOMAIN_MAX), ...formatErrors(DNS_1123_SUBDOMAIN, name)];
}

/** What is wrong with a DNS search domain. Upstream: validation.IsDNS1123SubdomainWithUnderscore. */
export function dns1123SubdomainWithUnderscoreErrors(name: string): string[] {
  return [...lengthErrors(name, DNS_SUBDOMAIN_MAX), ...formatErrors(DNS_1123_SUBDOMAIN_WITH_UNDERSCORE, name)];
}

/** What is wrong with a qualified name, which is a label key. Upstream: validation.IsQualifiedName. */
export function qualifiedNameErrors(name: string): string[] {
  return labelKeyErrors(name);
}

/** What is wrong with the name of a port. Upstream: validation.IsValidPortName. */
export function portNameErrors(name: string): string[] {
  return [
    ...lengthErrors(name, PORT_NAME_MAX),
    ...(/^[-a-z0-9]+$/.test(name) ? [] : ['must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)']),
    ...(/[a-z]/.test(name) ? [] : ['must contain at least one letter (a-z)']),
    ...(name.includes('--') ? ['must not contain consecutive hyphens'] : []),
    ...(name.startsWith('-') || name.endsWith('-') ? ['must not begin or end with a hyphen'] : []),
  ];
}

/** What is wrong with the number of a port. Upstream: validation.IsValidPortNum. */
export function portNumberErrors(port: number): string[] {
  return rangeErrors(port, 1, 65535);
}

/** What is wrong with the id of a user or of a group. Upstream: validation.IsValidUserID, IsValidGroupID. */
export function userOrGroupIdErrors(id: number): string[] {
  return rangeErrors(id, 0, ID_MAX);
}

/** Whether a number is outside of a range that has both its ends. Upstream: validation.IsInRange. */
export function rangeErrors(value: number, min: number, max: number): string[] {
  return value >= min && value <= max ? [] : [`must be between ${min} and ${max}, inclusive`];
}

/** What is wrong with a percentage. Upstream: validation.IsValidPercent. */
export function percentErrors(text: string): string[] {
  return formatErrors(PERCENT, text);
}

/** What is wrong with the name of an HTTP header. Upstream: validation.IsHTTPHeaderName. */
export function httpHeaderNameErrors(name: string): string[] {
  return formatErrors(HTTP_HEADER, name);
}

/** What is wrong with a key of a ConfigMap or Secret. Upstream: validation.IsConfigMapKey. */
export function configMapKeyErrors(key: string): string[] {
  return [...lengthErrors(key, DNS_SUBDOMAIN_MAX), ...formatErrors(CONFIG_MAP_KEY, key), ...parentDirectoryErrors(key)];
}

/** What is wrong with the name of an environment variable. Upstream: validation.IsRelaxedEnvVarName. */
export function envVarNameErrors(name: string): string[] {
  return [
    ...(name === '' ? ['environment variable name must be non-empty'] : []),
    ...(/^[ -~]*$/.test(name) && !name.includes('=') ? [] : [ENV_VAR_NAME_RULE]),
  ];
}

/** What is wrong with the name of a variable where the rules are not relaxed yet. Upstream: validation.IsEnvVarName. */
export function strictEnvVarNameErrors(name: string): string[] {
  return [...formatErrors(STRICT_ENV_VAR_NAME, name), ...parentDirectoryErrors(name)];
}

/** What is wrong with a path behind a domain, and with which part of it. Upstream: validation.IsDomainPrefixedPath. */
export function domainPrefixedPathErrors(name: string): { readonly value: string; readonly error: string }[] {
  const [, domain, path] = /^([^/]+)\/(.+)$/s.exec(name) ?? [];
  return domain === undefined ? [{ value: name, error: 'must be a domain-prefixed path (such as "acme.io/foo")' }] : [
    ...dns1123SubdomainErrors(domain).map((error) => ({ value: domain, error })),
    ...(new RegExp(`^${HTTP_PATH}$`).test(path) ? [] : [{ value: path, error: `Invalid path (regex used for validation is '${HTTP_PATH}')` }]),
  ];
}

/** The length of a text as the API server counts it. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

/** Upstream: hasChDirPrefix. */
function parentDirectoryErrors(name: string): string[] {
  if (name === '.' || name === '..') {
    return [`must not be '${name}'`];
  }
  return name.startsWith('..') ? ["must not start with '..'"] : [];
}

/** Upstream: MaxLenError. */
function lengthErrors(text: string, max: number): string[] {
  return byteLength(text) > max ? [`must be no more than ${max} characters`] : [];
}

function formatErrors(format: Format, text: string): string[] {
  return matches(format, text) ? [] : [regexError(format)];
}

/** One text for all names that break the rule. */
const REGEX_ERRORS = new Map<Format, string>();

function regexError(format: Format): string {
  const error = REGEX_ERRORS.get(format) ?? describe(format);
  REGEX_ERRORS.set(format, error);
  return error;
}

/** Upstream: RegexError. */
function describe({ rule, pattern: expression, examples }: Format): string {
  return `${rule} (e.g. ${examples.map((example) => `'${example}', `).join(' or ')}regex used for validation is '${expression}')`;
}

function matches({ whole }: Format, text: string): boolean {
  return whole.test(text);
}

function pattern(source: string): Pick<Format, 'pattern' | 'whole'> {
  return { pattern: source, whole: new RegExp(`^${source}$`) };
}
