import { containerErrors, containerWith, specErrors } from './pod-fixtures';
import { Container, PodSpec } from '../../../src/kubernetes/pod-objects';

describe('the resources of a container', () => {
  test.each<[string, Container, string[]]>([
    ['a negative amount', { resources: { limits: { cpu: '-1' }, requests: { cpu: '-1' } } }, [
      'spec.containers[0].resources.limits[cpu]: FieldValueInvalid: Invalid value: "-1": must be greater than or equal to 0',
      'spec.containers[0].resources.requests[cpu]: FieldValueInvalid: Invalid value: "-1": must be greater than or equal to 0',
    ]],
    ['a request beyond the limit', { resources: { limits: { memory: '1Gi' }, requests: { memory: '2Gi' } } }, [
      'spec.containers[0].resources.requests: FieldValueInvalid: Invalid value: "2Gi": must be less than or equal to memory limit of 1Gi',
    ]],
    ['a request of a device that is not its limit', { resources: { limits: { 'a.com/gpu': '2' }, requests: { 'a.com/gpu': '1' } } }, [
      'spec.containers[0].resources.requests: FieldValueInvalid: Invalid value: "1": must be equal to a.com/gpu limit of 2',
    ]],
    ['a request of a device without a limit', { resources: { requests: { 'a.com/gpu': '1' } } }, [
      'spec.containers[0].resources.limits: FieldValueRequired: Required value: Limit must be set for non overcommitable resources',
    ]],
    ['a part of a device', { resources: { limits: { 'a.com/gpu': '500m' } } }, [
      'spec.containers[0].resources.limits[a.com/gpu]: FieldValueInvalid: Invalid value: "500m": must be an integer',
    ]],
    ['huge pages alone', { resources: { limits: { 'hugepages-2Mi': '2Mi' } } }, [
      'spec.containers[0].resources: FieldValueForbidden: Forbidden: HugePages require cpu or memory',
    ]],
    ['a part of a huge page', { resources: { limits: { 'cpu': '1', 'hugepages-2Mi': '3Mi' } } }, [
      'spec.containers[0].resources.limits[hugepages-2Mi]: FieldValueInvalid: Invalid value: "3Mi": 3Mi is not positive integer multiple of hugepages-2Mi',
    ]],
    ['pages of no size', { resources: { limits: { 'cpu': '1', 'hugepages-x': '2Mi' } } }, [
      'spec.containers[0].resources.limits[hugepages-x]: FieldValueInvalid: Invalid value: "2Mi": 2Mi is not positive integer multiple of hugepages-x',
    ]],
    ['more devices than can be counted', { resources: { limits: { 'a.com/gpu': '1Ei' } } }, [
      'spec.containers[0].resources.limits[a.com/gpu]: FieldValueInvalid: Invalid value: "1Ei": must be an integer',
    ]],
    ['pages of a part of a byte', { resources: { limits: { 'cpu': '1', 'hugepages-1500m': '3' } } }, [
      'spec.containers[0].resources.limits[hugepages-1500m]: FieldValueInvalid: Invalid value: "3": 3 is not positive integer multiple of hugepages-1500m',
    ]],
    ['huge pages whose last byte is a part of one', { resources: { limits: { 'cpu': '1', 'hugepages-2': '2500m' } } }, [
      'spec.containers[0].resources.limits[hugepages-2]: FieldValueInvalid: Invalid value: "2500m": 2500m is not positive integer multiple of hugepages-2',
    ]],
    ['a claim that the pod has not', { resources: { claims: [{ name: 'a' }] } }, [
      'spec.containers[0].resources.claims[0]: FieldValueNotFound: Not found: "a": must be one of the names in pod.spec.resourceClaims which is empty',
    ]],
    ['claims without names', { resources: { claims: [{ name: '' }] } }, [
      'spec.containers[0].resources.claims[0]: FieldValueRequired: Required value',
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['a limit alone', { resources: { limits: { 'a.com/gpu': '1' } } }],
    ['a number of devices that overflows to nothing', { resources: { limits: { 'a.com/gpu': '10E' } } }],
    ['a thousandth of a byte', { resources: { limits: { memory: '100m' } } }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});

describe('the resources of a pod', () => {
  test.each<[string, PodSpec, string[]]>([
    ['another resource', { resources: { limits: { 'ephemeral-storage': '1' } } }, [
      'spec.resources.limits[ephemeral-storage]: FieldValueNotSupported: Unsupported value: "ephemeral-storage": supported values: "cpu", "hugepages-", "memory"',
    ]],
    ['claims', { resources: { claims: [{ name: 'a' }], limits: { cpu: '1' }, requests: { cpu: '1' } } }, [
      'spec.resources.claims: FieldValueForbidden: Forbidden: claims may not be set for Resources at pod-level',
      'spec.resources.claims[0]: FieldValueNotFound: Not found: "a": must be one of the names in pod.spec.resourceClaims which is empty',
    ]],
    ['no claims at all, which are claims all the same', { resources: { claims: [], limits: { cpu: '1' }, requests: { cpu: '1' } } }, [
      'spec.resources.claims: FieldValueForbidden: Forbidden: claims may not be set for Resources at pod-level',
    ]],
    ['overhead of an unknown name', { overhead: { gpu: '1' } }, [
      'spec.overhead.limits[gpu]: FieldValueInvalid: Invalid value: "gpu": must be a standard resource type or fully qualified',
      'spec.overhead.limits[gpu]: FieldValueInvalid: Invalid value: "gpu": must be a standard resource for containers',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['processors and memory', { resources: { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '1', memory: '1Gi' } } }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});

describe('the resources of a pod and of its containers', () => {
  test.each<[string, PodSpec, string[]]>([
    ['requests of the containers beyond those of the pod', {
      resources: { limits: { cpu: '2' }, requests: { cpu: '1' } },
      containers: [
        containerWith({ resources: { requests: { cpu: '500m' } } }),
        containerWith({ name: 'b', resources: { requests: { cpu: '600m' } } }),
      ],
    }, [
      'spec.resources.requests[cpu]: FieldValueInvalid: Invalid value: "1": must be greater than or equal to aggregate container requests of 1100m',
    ]],
    ['a limit of a container beyond that of the pod', {
      resources: { limits: { cpu: '1' }, requests: { cpu: '1' } },
      containers: [containerWith({ resources: { limits: { cpu: '1500m' }, requests: { cpu: '1' } } })],
    }, [
      'spec.resources.containers[0][cpu].limits: FieldValueInvalid: Invalid value: "1500m": must be less than or equal to pod limits of 1',
    ]],
    ['an init container beside a sidecar that need more than the pod has', {
      resources: { limits: { memory: '2Gi' }, requests: { memory: '1Gi' } },
      initContainers: [
        containerWith({ name: 'a', restartPolicy: 'Always', resources: { requests: { memory: '600Mi' } } }),
        containerWith({ name: 'b', resources: { requests: { memory: '600Mi' } } }),
      ],
    }, [
      'spec.resources.requests[memory]: FieldValueInvalid: Invalid value: "1Gi": must be greater than or equal to aggregate container requests of 1200Mi',
    ]],
    ['huge pages of the containers beyond those of the pod', {
      resources: { limits: { 'cpu': '1', 'hugepages-2Mi': '2Mi' }, requests: { 'cpu': '1', 'hugepages-2Mi': '2Mi' } },
      containers: [
        containerWith({ resources: { limits: { 'cpu': '1', 'hugepages-2Mi': '4Mi' }, requests: { 'cpu': '1', 'hugepages-2Mi': '4Mi' } } }),
      ],
    }, [
      'spec.resources.requests[hugepages-2Mi]: FieldValueInvalid: Invalid value: "2Mi": must be greater than or equal to aggregate container requests of 4Mi',
      'spec.resources.limits[hugepages-2Mi]: FieldValueInvalid: Invalid value: "2Mi": must be greater than or equal to aggregate container limits of 4Mi',
      'spec.resources.containers[0][hugepages-2Mi].limits: FieldValueInvalid: Invalid value: "4Mi": must be less than or equal to pod limits of 2Mi',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['an init container before a sidecar', {
      resources: { limits: { memory: '2Gi' }, requests: { memory: '1Gi' } },
      initContainers: [
        containerWith({ name: 'b', resources: { requests: { memory: '600Mi' } } }),
        containerWith({ name: 'a', restartPolicy: 'Always', resources: { requests: { memory: '600Mi' } } }),
      ],
    }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
