import { containerWith, specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('a pod with users of its own', () => {
  test.each<[string, PodSpec, string[]]>([
    ['the network of the host', { hostUsers: false, hostNetwork: true }, [
      'spec.hostNetwork: FieldValueForbidden: Forbidden: when `hostUsers` is false',
    ]],
    ['the processes and the messages of the host', { hostUsers: false, hostPID: true, hostIPC: true }, [
      'spec.HostPID: FieldValueForbidden: Forbidden: when `hostUsers` is false',
      'spec.HostIPC: FieldValueForbidden: Forbidden: when `hostUsers` is false',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['nothing of the host', { hostUsers: false }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});

describe('the containers of a pod with users of its own', () => {
  test.each<[string, PodSpec, string[]]>([
    ['devices', {
      hostUsers: false,
      initContainers: [containerWith({ name: 'a', volumeDevices: [{ name: 'claim', devicePath: '/dev/a' }] })],
    }, [
      'spec.initContainers[0].volumeDevices: FieldValueForbidden: Forbidden: when `hostUsers` is false',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['an open mount of processes', { hostUsers: false, containers: [containerWith({ securityContext: { procMount: 'Unmasked' } })] }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
