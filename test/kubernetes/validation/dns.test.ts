import { specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('how a pod resolves names', () => {
  test.each<[string, PodSpec, string[]]>([
    ['an unknown policy', { dnsPolicy: 'Mine' }, [
      'spec.dnsPolicy: FieldValueNotSupported: Unsupported value: "Mine": supported values: "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"',
    ]],
    ['no policy', { dnsPolicy: '' }, [
      'spec.dnsPolicy: FieldValueRequired: Required value',
    ]],
    ['no configuration of its own', { dnsPolicy: 'None' }, [
      'spec.dnsConfig: FieldValueRequired: Required value: must provide `dnsConfig` when `dnsPolicy` is None',
    ]],
    ['no nameserver of its own', { dnsPolicy: 'None', dnsConfig: { searches: ['a'] } }, [
      'spec.dnsConfig.nameservers: FieldValueRequired: Required value: must provide at least one DNS nameserver when `dnsPolicy` is None',
    ]],
    ['four nameservers', { dnsConfig: { nameservers: ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4'] } }, [
      'spec.dnsConfig.nameservers: FieldValueInvalid: Invalid value: ["1.1.1.1","1.1.1.2","1.1.1.3","1.1.1.4"]: must not have more than 3 nameservers',
    ]],
    ['a nameserver that is no address', { dnsConfig: { nameservers: ['a'] } }, [
      'spec.dnsConfig.nameservers[0]: FieldValueInvalid: Invalid value: "a": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ]],
    ['a nameserver with needless zeros', { dnsConfig: { nameservers: ['01.1.1.1'] } }, [
      'spec.dnsConfig.nameservers[0]: FieldValueInvalid: Invalid value: "01.1.1.1": must not have leading 0s',
    ]],
    ['33 domains to search', { dnsConfig: { searches: Array(33).fill('a') } }, [
      'spec.dnsConfig.searches: FieldValueInvalid: Invalid value: ["a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a"]: must not have more than 32 search paths',
    ]],
    ['long domains to search', { dnsConfig: { searches: Array(11).fill('x'.repeat(199)) } }, [
      `spec.dnsConfig.searches: FieldValueInvalid: Invalid value: ["${'x'.repeat(199)}","${'x'.repeat(199)}","${'x'.repeat(199)}","${'x'.repeat(199)}","${'x'.repeat(199)}","${'x'.repeat(199)}","${'x'.repeat(199)}","${'x'.repeat(199)}","${'x'.repeat(199)}","${'x'.repeat(199)}","${'x'.repeat(199)}"]: must not have more than 2048 characters (including spaces) in the search list`,
    ]],
    ['a domain that is none', { dnsConfig: { searches: ['a b'] } }, [
      'spec.dnsConfig.searches[0]: FieldValueInvalid: Invalid value: "a b": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'_\', \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*\')',
    ]],
    ['an option without a name', { dnsConfig: { options: [{ value: 'a' }] } }, [
      'spec.dnsConfig.options[0]: FieldValueRequired: Required value: must not be empty',
    ]],
    ['an alias of no address', { hostAliases: [{ ip: 'a', hostnames: ['B'] }] }, [
      'spec.hostAliases[0].ip: FieldValueInvalid: Invalid value: "a": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
      'spec.hostAliases[0].hostnames[0]: FieldValueInvalid: Invalid value: "B": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['the root to search, and a domain with a dot at its end', { dnsConfig: { searches: ['.', 'a.', '_b.c'] } }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
