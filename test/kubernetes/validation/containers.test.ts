import { containerErrors, containerWith, specErrors } from './pod-fixtures';
import { Container, PodSpec } from '../../../src/kubernetes/pod-objects';

describe('a container', () => {
  test.each<[string, Container, string[]]>([
    ['no name', { name: '' }, [
      'spec.containers[0].name: FieldValueRequired: Required value',
    ]],
    ['a name with a dot', { name: 'a.b' }, [
      'spec.containers[0].name: FieldValueInvalid: Invalid value: "a.b": must not contain dots',
    ]],
    ['a name of 64 characters', { name: 'x'.repeat(64) }, [
      `spec.containers[0].name: FieldValueInvalid: Invalid value: "${'x'.repeat(64)}": must be no more than 63 characters`,
    ]],
    ['no image', { image: '' }, [
      'spec.containers[0].image: FieldValueRequired: Required value',
    ]],
    ['an unknown pull policy', { imagePullPolicy: 'Sometimes' }, [
      'spec.containers[0].imagePullPolicy: FieldValueNotSupported: Unsupported value: "Sometimes": supported values: "Always", "IfNotPresent", "Never"',
    ]],
    ['an unknown source of its last words', { terminationMessagePolicy: 'Log' }, [
      'spec.containers[0].terminationMessagePolicy: FieldValueNotSupported: Unsupported value: "Log": supported values: "File", "FallbackToLogsOnError"',
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['spaces around its image', { image: ' a ' }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});

describe('the containers of a pod', () => {
  test.each<[string, PodSpec, string[]]>([
    ['one name twice', { containers: [containerWith({}), containerWith({})] }, [
      'spec.containers[1].name: FieldValueDuplicate: Duplicate value: "main"',
    ]],
    ['one host port twice', {
      containers: [
        containerWith({ ports: [{ containerPort: 1, hostPort: 80, protocol: 'TCP' }] }),
        containerWith({ name: 'b', ports: [{ containerPort: 2, hostPort: 80, protocol: 'TCP' }] }),
      ],
    }, [
      'spec.containers[1].ports[0].hostPort: FieldValueDuplicate: Duplicate value: "TCP//80"',
    ]],
    ['an invalid volume, which is not there for them', {
      volumes: [{ name: 'a', hostPath: { path: '', type: '' } }],
      containers: [containerWith({ volumeMounts: [{ name: 'a', mountPath: '/a' }] })],
    }, [
      'spec.volumes[0].hostPath.path: FieldValueRequired: Required value',
      'spec.containers[0].volumeMounts[0].name: FieldValueNotFound: Not found: "a"',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['one name of a port twice', {
      containers: [
        containerWith({ ports: [{ name: 'p', containerPort: 1, protocol: 'TCP' }] }),
        containerWith({ name: 'b', ports: [{ name: 'p', containerPort: 1, protocol: 'TCP' }] }),
      ],
    }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
