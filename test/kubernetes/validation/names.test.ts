import {
  byteLength, configMapKeyErrors, dns1123LabelErrors, dns1123SubdomainErrors, dns1123SubdomainWithUnderscoreErrors,
  envVarNameErrors, httpHeaderNameErrors, percentErrors, portNameErrors, portNumberErrors, qualifiedNameErrors, rangeErrors, userOrGroupIdErrors,
} from '../../../src/kubernetes/validation/names';

const LABEL = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character "
  + "(e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const SUBDOMAIN = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an "
  + "alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const CONFIG_KEY = "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', "
  + "regex used for validation is '[-._a-zA-Z0-9]+')";
const PERCENT = "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";
const ENV_VAR = "a valid environment variable name must consist only of printable ASCII characters other than '='";

describe('a DNS label', () => {
  test.each<[string, string[]]>([
    ['my-name', []],
    ['a'.repeat(63), []],
    ['a'.repeat(64), ['must be no more than 63 characters']],
    ['a.b', ['must not contain dots']],
    ['', [LABEL]],
    ['A', [LABEL]],
    ['a..b', [LABEL]],
    [`${'a'.repeat(63)}_`, ['must be no more than 63 characters', LABEL]],
    ['é'.repeat(32), ['must be no more than 63 characters', LABEL]],
  ])('%j', (name, errors) => expect(dns1123LabelErrors(name)).toEqual(errors));
});

describe('a DNS subdomain', () => {
  test.each<[string, string[]]>([
    ['a.b', []],
    ['a'.repeat(253), []],
    ['a'.repeat(254), ['must be no more than 253 characters']],
    ['', [SUBDOMAIN]],
    ['a_b', [SUBDOMAIN]],
  ])('%j', (name, errors) => expect(dns1123SubdomainErrors(name)).toEqual(errors));

  test.each<[string, string[]]>([
    ['_sip._tcp.example.com', []],
    ['a'.repeat(254), ['must be no more than 253 characters']],
    ['a b', ["a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric "
      + "character (e.g. 'example.com', regex used for validation is '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*')"]],
  ])('with underscores: %j', (name, errors) => expect(dns1123SubdomainWithUnderscoreErrors(name)).toEqual(errors));
});

describe('a qualified name', () => {
  test.each<[string, string[]]>([
    ['example.com/MyName', []],
    [`example.com/${'a'.repeat(64)}`, ['name part must be no more than 63 bytes']],
    ['/a', ['prefix part must be non-empty']],
  ])('%j', (name, errors) => expect(qualifiedNameErrors(name)).toEqual(errors));
});

describe('a port name', () => {
  test.each<[string, string[]]>([
    ['http', []],
    ['a'.repeat(15), []],
    ['a'.repeat(16), ['must be no more than 15 characters']],
    ['80', ['must contain at least one letter (a-z)']],
    ['a--b', ['must not contain consecutive hyphens']],
    ['-a', ['must not begin or end with a hyphen']],
    ['a-', ['must not begin or end with a hyphen']],
    ['a_b', ['must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)']],
    ['', ['must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)', 'must contain at least one letter (a-z)']],
  ])('%j', (name, errors) => expect(portNameErrors(name)).toEqual(errors));
});

describe('a number', () => {
  test.each([1, 65535])('%d is a port', (port) => expect(portNumberErrors(port)).toEqual([]));
  test.each([0, -1, 65536])('%d is no port', (port) => expect(portNumberErrors(port)).toEqual(['must be between 1 and 65535, inclusive']));
  test.each([0, 2147483647])('%d is an id', (id) => expect(userOrGroupIdErrors(id)).toEqual([]));
  test.each([-1, 2147483648])('%d is no id', (id) => expect(userOrGroupIdErrors(id)).toEqual(['must be between 0 and 2147483647, inclusive']));
  test('is in a range with both its ends', () => {
    expect([4, 5, 6, 7].map((value) => rangeErrors(value, 5, 6))).toEqual([['must be between 5 and 6, inclusive'], [], [], ['must be between 5 and 6, inclusive']]);
  });
});

describe('other texts', () => {
  test.each(['0%', '101%', '007%'])('%s is a percentage', (text) => expect(percentErrors(text)).toEqual([]));
  test.each(['', '%', '5', '1.5%', '-1%', ' 5%', '5% '])('%j is no percentage', (text) => expect(percentErrors(text)).toEqual([PERCENT]));
  test('are the name of an HTTP header', () => expect(httpHeaderNameErrors('X-Agent')).toEqual([]));
  test('are no name of an HTTP header', () => {
    expect(httpHeaderNameErrors('X_Agent')).toEqual(["a valid HTTP header must consist of alphanumeric characters or '-' "
      + "(e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')"]);
  });
  test.each<[string, string[]]>([
    ['fluent-bit.conf', []],
    ['.hidden', []],
    ['...', ["must not start with '..'"]],
    ['.', ["must not be '.'"]],
    ['..', ["must not be '..'"]],
    ['..a', ["must not start with '..'"]],
    ['a/b', [CONFIG_KEY]],
    ['', [CONFIG_KEY]],
    ['a'.repeat(254), ['must be no more than 253 characters']],
  ])('%j as the key of a ConfigMap', (key, errors) => expect(configMapKeyErrors(key)).toEqual(errors));
  test.each<[string, string[]]>([
    ['a b~!', []],
    ['1', []],
    ['a=b', [ENV_VAR]],
    ['é', [ENV_VAR]],
    ['a\n', [ENV_VAR]],
    ['', ['environment variable name must be non-empty']],
  ])('%j as the name of an environment variable', (name, errors) => expect(envVarNameErrors(name)).toEqual(errors));
  test('are as long as their bytes', () => expect([byteLength('aé'), byteLength('')]).toEqual([3, 0]));
});
