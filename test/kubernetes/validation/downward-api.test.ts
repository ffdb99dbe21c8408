import { containerErrors } from './pod-fixtures';
import { Container } from '../../../src/kubernetes/pod-objects';

describe('the fields and resources that a variable holds', () => {
  test.each<[string, Container, string[]]>([
    ['an unknown version', { env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } } }] }, [
      'spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: FieldValueInvalid: Invalid value: "metadata.name": error converting fieldPath: unsupported pod version: v2',
    ]],
    ['no field', { env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v1' } } }] }, [
      'spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: FieldValueRequired: Required value',
    ]],
    ['no version', { env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: '', fieldPath: 'metadata.name' } } }] }, [
      'spec.containers[0].env[0].valueFrom.fieldRef.apiVersion: FieldValueRequired: Required value',
    ]],
    ['an unknown field', { env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'spec.hostname' } } }] }, [
      'spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: FieldValueInvalid: Invalid value: "spec.hostname": error converting fieldPath: field label not supported: spec.hostname',
    ]],
    ['a field that no variable can hold', {
      env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.phase' } } }],
    }, [
      'spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: FieldValueNotSupported: Unsupported value: "status.phase": supported values: "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs"',
    ]],
    ['all labels', { env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.labels' } } }] }, [
      'spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: FieldValueNotSupported: Unsupported value: "metadata.labels": supported values: "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs"',
    ]],
    ['a label whose key is none', {
      env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: "metadata.labels['a b']" } } }],
    }, [
      'spec.containers[0].env[0].valueFrom.fieldRef: FieldValueInvalid: Invalid value: "a b": name part must consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character (e.g. \'MyName\',  or \'my.name\',  or \'123-abc\', regex used for validation is \'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\')',
    ]],
    ['a part of a field that has none', {
      env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: "metadata.name['a']" } } }],
    }, [
      'spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: FieldValueInvalid: Invalid value: "metadata.name[\'a\']": error converting fieldPath: field label does not support subscript: metadata.name[\'a\']',
    ]],
    ['no resource', { env: [{ name: 'A', valueFrom: { resourceFieldRef: { divisor: '0' } } }] }, [
      'spec.containers[0].env[0].valueFrom.resourceFieldRef.resource: FieldValueRequired: Required value',
    ]],
    ['an unknown resource', { env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.gpu', divisor: '0' } } }] }, [
      'spec.containers[0].env[0].valueFrom.resourceFieldRef.resource: FieldValueNotSupported: Unsupported value: "limits.gpu": supported values: "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage", "requests.memory"',
    ]],
    ['a divisor of CPU that is none', {
      env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1k' } } }],
    }, [
      'spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor: FieldValueInvalid: Invalid value: "limits.cpu": only divisor\'s values 1m and 1 are supported with the cpu resource',
    ]],
    ['a divisor of memory in another spelling', {
      env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'requests.memory', divisor: '1024' } } }],
    }, [
      'spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor: FieldValueInvalid: Invalid value: "requests.memory": only divisor\'s values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with the memory resource',
    ]],
    ['a divisor of memory that is none', {
      env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'requests.memory', divisor: '2' } } }],
    }, [
      'spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor: FieldValueInvalid: Invalid value: "requests.memory": only divisor\'s values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with the memory resource',
    ]],
    ['a divisor of storage that is none', {
      env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.ephemeral-storage', divisor: '1m' } } }],
    }, [
      'spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor: FieldValueInvalid: Invalid value: "limits.ephemeral-storage": only divisor\'s values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with the local ephemeral storage resource',
    ]],
    ['a divisor of huge pages that is none', {
      env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.hugepages-2Mi', divisor: '10' } } }],
    }, [
      'spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor: FieldValueInvalid: Invalid value: "limits.hugepages-2Mi": only divisor\'s values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with the hugepages resource',
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['the key of an annotation in upper case', {
      env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: "metadata.annotations['A/B']" } } }],
    }],
    ['the old name of the node', { env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'spec.host' } } }] }],
    ['a container that is not there', {
      env: [
        { name: 'A', valueFrom: { resourceFieldRef: { containerName: 'nobody', resource: 'limits.cpu', divisor: '1m' } } },
      ],
    }],
    ['a divisor in another spelling', {
      env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1000m' } } }],
    }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});
