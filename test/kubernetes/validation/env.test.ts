import { containerErrors, containerWith, specErrors } from './pod-fixtures';
import { Container, PodSpec } from '../../../src/kubernetes/pod-objects';

describe('the variables of a container', () => {
  test.each<[string, Container, string[]]>([
    ['no name', { env: [{ value: 'a' }] }, [
      'spec.containers[0].env[0].name: FieldValueRequired: Required value',
    ]],
    ['an equals sign in a name', { env: [{ name: 'a=b' }] }, [
      'spec.containers[0].env[0].name: FieldValueInvalid: Invalid value: "a=b": a valid environment variable name must consist only of printable ASCII characters other than \'=\'',
    ]],
    ['a sign beyond ASCII in a name', { env: [{ name: 'é' }] }, [
      'spec.containers[0].env[0].name: FieldValueInvalid: Invalid value: "é": a valid environment variable name must consist only of printable ASCII characters other than \'=\'',
    ]],
    ['no source', { env: [{ name: 'A', valueFrom: {} }] }, [
      'spec.containers[0].env[0].valueFrom: FieldValueInvalid: Invalid value: "": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`',
    ]],
    ['a value beside a source', { env: [{ name: 'A', value: 'b', valueFrom: { configMapKeyRef: { name: 'a', key: 'b' } } }] }, [
      'spec.containers[0].env[0].valueFrom: FieldValueInvalid: Invalid value: "": may not be specified when `value` is not empty',
    ]],
    ['two sources', {
      env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'a', key: 'b' }, secretKeyRef: { name: 'a', key: 'b' } } }],
    }, [
      'spec.containers[0].env[0].valueFrom: FieldValueInvalid: Invalid value: "": may not have more than one field specified at a time',
    ]],
    ['a key that is none', { env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'a', key: 'a b' } } }] }, [
      'spec.containers[0].env[0].valueFrom.configMapKeyRef.key: FieldValueInvalid: Invalid value: "a b": a valid config key must consist of alphanumeric characters, \'-\', \'_\' or \'.\' (e.g. \'key.name\',  or \'KEY_NAME\',  or \'key-name\', regex used for validation is \'[-._a-zA-Z0-9]+\')',
    ]],
    ['no name of a Secret', { env: [{ name: 'A', valueFrom: { secretKeyRef: { key: 'b' } } }] }, [
      'spec.containers[0].env[0].valueFrom.secretKeyRef.name: FieldValueInvalid: Invalid value: "": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
    ['no key', { env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'b' } } }] }, [
      'spec.containers[0].env[0].valueFrom.secretKeyRef.key: FieldValueRequired: Required value',
    ]],
    ['a key that goes up', { env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'b', key: '..' } } }] }, [
      'spec.containers[0].env[0].valueFrom.secretKeyRef.key: FieldValueInvalid: Invalid value: "..": must not be \'..\'',
    ]],
    ['a file without anything', { env: [{ name: 'A', valueFrom: { fileKeyRef: {} } }] }, [
      'spec.containers[0].env[0].valueFrom.fileKeyRef.key: FieldValueRequired: Required value',
      'spec.containers[0].env[0].valueFrom.fileKeyRef.volumeName: FieldValueRequired: Required value',
      'spec.containers[0].env[0].valueFrom.fileKeyRef.path: FieldValueRequired: Required value',
      'spec.containers[0].env[0].valueFrom.fileKeyRef.volumeName: FieldValueNotFound: Not found: ""',
    ]],
    ['a file that goes up in a volume that is not there', {
      env: [{ name: 'A', valueFrom: { fileKeyRef: { key: 'k', volumeName: 'v', path: '../x' } } }],
    }, [
      'spec.containers[0].env[0].valueFrom.fileKeyRef.path: FieldValueInvalid: Invalid value: "../x": must not contain \'..\'',
      'spec.containers[0].env[0].valueFrom.fileKeyRef.volumeName: FieldValueNotFound: Not found: "v"',
    ]],
    ['a ConfigMap as a whole whose name is none', { envFrom: [{ configMapRef: { name: 'A' } }] }, [
      'spec.containers[0].envFrom[0].configMapRef.name: FieldValueInvalid: Invalid value: "A": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
    ['no source of many', { envFrom: [{ prefix: 'a=b' }] }, [
      'spec.containers[0].envFrom[0].prefix: FieldValueInvalid: Invalid value: "a=b": a valid environment variable name must consist only of printable ASCII characters other than \'=\'',
      'spec.containers[0].envFrom: FieldValueInvalid: Invalid value: "": must specify one of: `configMapRef` or `secretRef`',
    ]],
    ['two sources of many', { envFrom: [{ configMapRef: { name: 'a' }, secretRef: { name: 'b' } }] }, [
      'spec.containers[0].envFrom: FieldValueInvalid: Invalid value: "": may not have more than one field specified at a time',
    ]],
    ['no name of a source of many', { envFrom: [{ secretRef: {} }] }, [
      'spec.containers[0].envFrom[0].secretRef.name: FieldValueRequired: Required value',
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['a name with spaces that begins with a digit', { env: [{ name: '1 a' }] }],
    ['one name twice', { env: [{ name: 'a' }, { name: 'a' }] }],
    ['a dash at the end of a source of many', { envFrom: [{ secretRef: { name: 'a-' } }] }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});

describe('the files of variables', () => {
  test.each<[string, PodSpec, string[]]>([
    ["a volume that is not the pod's own", {
      containers: [
        containerWith({ env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'claim', key: 'k', path: 'p' } } }] }),
      ],
    }, [
      'spec.containers[0].env[0].valueFrom.fileKeyRef.volumeName: FieldValueInvalid: Invalid value: "claim": referenced volume must be of type emptyDir',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['a volume of the pod alone', {
      containers: [
        containerWith({ env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'empty', key: 'k', path: 'p' } } }] }),
      ],
    }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
