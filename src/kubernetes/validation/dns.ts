import { isEnabled } from '../feature-gates';
import { FieldError, invalid, required } from '../field-error';
import { PodDNSConfig, PodSpec } from '../pod-objects';
import { invalidForEach, isSet, requireText, requireTextOneOf } from './field-checks';
import { validateIp } from './ip-address';
import { byteLength, dns1123SubdomainErrors, dns1123SubdomainWithUnderscoreErrors } from './names';
import { PodValidationOptions } from './pod-validation-options';

const POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const [NAMESERVERS_MAX, SEARCHES_MAX, SEARCH_LIST_MAX] = [3, 32, 2048];

/** How a pod resolves names. Upstream: validateDNSPolicy, validatePodDNSConfig, ValidateHostAliases. */
export function validateDNS({ dnsPolicy, dnsConfig, hostAliases }: PodSpec, path: string, { version }: PodValidationOptions): FieldError[] {
  return [
    ...requireTextOneOf(dnsPolicy, `${path}.dnsPolicy`, POLICIES),
    ...validatePodDNSConfig(dnsConfig, dnsPolicy === 'None', `${path}.dnsConfig`, version),
    ...(hostAliases ?? []).flatMap(({ ip = '', hostnames }, index) => [
      ...validateIp(ip, `${path}.hostAliases[${index}].ip`, { version }),
      ...(hostnames ?? []).flatMap((name, nameIndex) => (
        invalidForEach(`${path}.hostAliases[${index}].hostnames[${nameIndex}]`, name, dns1123SubdomainErrors(name)))),
    ]),
  ];
}

function validatePodDNSConfig(
  config: PodDNSConfig | null | undefined, isAlone: boolean, path: string, version: string | undefined): FieldError[] {
  if (isAlone && !isSet(config)) {
    return [required(path, 'must provide `dnsConfig` when `dnsPolicy` is None')];
  }
  const { nameservers, searches, options } = config ?? {};
  if (isAlone && (nameservers ?? []).length === 0) {
    return [required(`${path}.nameservers`, 'must provide at least one DNS nameserver when `dnsPolicy` is None')];
  }
  return [
    ...validateNameservers(nameservers ?? [], `${path}.nameservers`, version),
    ...validateSearches(searches ?? [], `${path}.searches`, version),
    ...(options ?? []).flatMap(({ name }, index) => requireText(name, `${path}.options[${index}]`, 'must not be empty')),
  ];
}

function validateNameservers(nameservers: readonly string[], path: string, version: string | undefined): FieldError[] {
  return [
    ...(nameservers.length > NAMESERVERS_MAX ? [invalid(path, nameservers, `must not have more than ${NAMESERVERS_MAX} nameservers`)] : []),
    ...nameservers.flatMap((address, index) => validateIp(address, `${path}[${index}]`, { version })),
  ];
}

/** The root domain may be searched where underscores may be in names, and a dot at the end of another does not count. */
function validateSearches(searches: readonly string[], path: string, version: string | undefined): FieldError[] {
  const isRelaxed = isEnabled('RelaxedDNSSearchValidation', version);
  const nameErrors = isRelaxed ? dns1123SubdomainWithUnderscoreErrors : dns1123SubdomainErrors;
  return [
    ...(searches.length > SEARCHES_MAX ? [invalid(path, searches, `must not have more than ${SEARCHES_MAX} search paths`)] : []),
    ...(byteLength(searches.join(' ')) > SEARCH_LIST_MAX
      ? [invalid(path, searches, `must not have more than ${SEARCH_LIST_MAX} characters (including spaces) in the search list`)] : []),
    ...searches.flatMap((search, index) => {
      const domain = search.replace(/\.$/, '');
      return search === '.' && isRelaxed ? [] : invalidForEach(`${path}[${index}]`, domain, nameErrors(domain));
    }),
  ];
}
