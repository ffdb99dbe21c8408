import { containerErrors, containerWith, specErrors } from './pod-fixtures';
import { Container, PodSpec } from '../../../src/kubernetes/pod-objects';

describe('the ports of a container', () => {
  test.each<[string, Container, string[]]>([
    ['no number', { ports: [{ protocol: 'TCP' }] }, [
      'spec.containers[0].ports[0].containerPort: FieldValueRequired: Required value',
    ]],
    ['a number beyond 65535', { ports: [{ containerPort: 65536, protocol: 'TCP' }] }, [
      'spec.containers[0].ports[0].containerPort: FieldValueInvalid: Invalid value: 65536: must be between 1 and 65535, inclusive',
    ]],
    ['a negative host port', { ports: [{ containerPort: 1, hostPort: -1, protocol: 'TCP' }] }, [
      'spec.containers[0].ports[0].hostPort: FieldValueInvalid: Invalid value: -1: must be between 1 and 65535, inclusive',
    ]],
    ['a protocol in lower case', { ports: [{ containerPort: 1, protocol: 'tcp' }] }, [
      'spec.containers[0].ports[0].protocol: FieldValueNotSupported: Unsupported value: "tcp": supported values: "SCTP", "TCP", "UDP"',
    ]],
    ['a name with a dot', { ports: [{ name: 'a.b', containerPort: 1, protocol: 'TCP' }] }, [
      'spec.containers[0].ports[0].name: FieldValueInvalid: Invalid value: "a.b": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
    ]],
    ['a name of digits', { ports: [{ name: '80', containerPort: 1, protocol: 'TCP' }] }, [
      'spec.containers[0].ports[0].name: FieldValueInvalid: Invalid value: "80": must contain at least one letter (a-z)',
    ]],
    ['a name that is everything but right', { ports: [{ name: '-1--2-3-4-5-6-7-', containerPort: 1, protocol: 'TCP' }] }, [
      'spec.containers[0].ports[0].name: FieldValueInvalid: Invalid value: "-1--2-3-4-5-6-7-": must be no more than 15 characters',
      'spec.containers[0].ports[0].name: FieldValueInvalid: Invalid value: "-1--2-3-4-5-6-7-": must contain at least one letter (a-z)',
      'spec.containers[0].ports[0].name: FieldValueInvalid: Invalid value: "-1--2-3-4-5-6-7-": must not contain consecutive hyphens',
      'spec.containers[0].ports[0].name: FieldValueInvalid: Invalid value: "-1--2-3-4-5-6-7-": must not begin or end with a hyphen',
    ]],
    ['one name twice', { ports: [{ name: 'a', containerPort: 1, protocol: 'TCP' }, { name: 'a', containerPort: 2, protocol: 'TCP' }] }, [
      'spec.containers[0].ports[1].name: FieldValueDuplicate: Duplicate value: "a"',
    ]],
    ['one host port twice', {
      ports: [{ containerPort: 1, hostPort: 80, protocol: 'TCP' }, { containerPort: 2, hostPort: 80, protocol: 'TCP' }],
    }, [
      'spec.containers[0].ports[1].hostPort: FieldValueDuplicate: Duplicate value: "TCP//80"',
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['a host address that is none', {
      ports: [
        { containerPort: 1, hostPort: 80, hostIP: 'nope', protocol: 'TCP' },
        { containerPort: 2, hostPort: 80, protocol: 'TCP' },
      ],
    }],
    ['one container port twice', { ports: [{ containerPort: 1, protocol: 'TCP' }, { containerPort: 1, protocol: 'TCP' }] }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});

describe('the ports of a pod on the network of its host', () => {
  test.each<[string, PodSpec, string[]]>([
    ['another host port than their own', {
      hostNetwork: true,
      containers: [containerWith({ ports: [{ containerPort: 80, hostPort: 81, protocol: 'TCP' }] })],
    }, [
      'spec.containers[0].ports[0].hostPort: FieldValueInvalid: Invalid value: 81: must match `containerPort` when `hostNetwork` is true',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['no host port', { hostNetwork: true, containers: [containerWith({ ports: [{ containerPort: 80, protocol: 'TCP' }] })] }],
    ['another host port of an init container', {
      hostNetwork: true,
      initContainers: [containerWith({ name: 'a', ports: [{ containerPort: 80, hostPort: 81, protocol: 'TCP' }] })],
    }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
