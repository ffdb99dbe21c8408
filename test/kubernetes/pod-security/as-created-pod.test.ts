import { asCreatedPod, evaluatePodSecurity, PodSpec } from '../../../src/kubernetes/pod-security';

const template = (): PodSpec => ({
  hostNetwork: true,
  initContainers: [{ name: 'init', ports: [{ containerPort: 1 }] }],
  containers: [{ name: 'main', ports: [{ containerPort: 2, hostPort: 0 }, { containerPort: 3, hostPort: 3 }] }, { name: 'silent' }],
  ephemeralContainers: [{ name: 'debug', ports: [{ containerPort: 4 }] }],
});

test('a pod with host networking gets its container ports as host ports, except in ephemeral containers', () => {
  expect(asCreatedPod(template())).toEqual({
    hostNetwork: true,
    initContainers: [{ name: 'init', ports: [{ containerPort: 1, hostPort: 1 }] }],
    containers: [{ name: 'main', ports: [{ containerPort: 2, hostPort: 2 }, { containerPort: 3, hostPort: 3 }] }, { name: 'silent' }],
    ephemeralContainers: [{ name: 'debug', ports: [{ containerPort: 4 }] }],
  });
});

test('the template itself stays as it was', () => {
  const podSpec = template();
  asCreatedPod(podSpec);
  expect(podSpec).toEqual(template());
});

test('a pod with a network of its own stays as it is', () => {
  const podSpec: PodSpec = { ...template(), hostNetwork: false };
  expect(asCreatedPod(podSpec)).toEqual(podSpec);
});

test('a template can pass the check of host ports that its pods fail', () => {
  const onlyContainerPort: PodSpec = { hostNetwork: true, containers: [{ name: 'main', ports: [{ containerPort: 9100 }] }] };
  const checks = (podSpec: PodSpec) => evaluatePodSecurity({}, podSpec, 'baseline').map((violation) => violation.check);
  expect(checks(onlyContainerPort)).toEqual(['hostNamespaces']);
  expect(checks(asCreatedPod(onlyContainerPort))).toEqual(['hostNamespaces', 'hostPorts']);
});
