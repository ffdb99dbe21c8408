import { containerWith, specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('what is asked of a pod and not of a template', () => {
  test.each<[string, PodSpec, string[]]>([
    ['a host port on the network of the host', {
      hostNetwork: true, containers: [containerWith({ ports: [{ containerPort: 80, protocol: 'TCP' }] })],
    }, [
      'spec.containers[0].ports[0].hostPort: FieldValueInvalid: Invalid value: 0: must match `containerPort` when `hostNetwork` is true',
    ]],
    ['the image of a volume', { volumes: [{ name: 'a', image: { pullPolicy: 'Always' } }] }, [
      'spec.volumes[0].image.reference: FieldValueRequired: Required value',
    ]],
  ])('is %s', (_, spec, errors) => {
    expect(specErrors(spec)).toEqual([]);
    expect(specErrors(spec, { resourceIsPod: true })).toEqual(errors);
  });
});
