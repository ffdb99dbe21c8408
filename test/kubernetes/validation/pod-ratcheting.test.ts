import { containerWith, specErrors, specWith } from './pod-fixtures';
import { PodSpec, PodTemplateSpec } from '../../../src/kubernetes/pod-objects';
import { podValidationOptions } from '../../../src/kubernetes/validation/pod-ratcheting';
import { validatePodTemplateSpec } from '../../../src/kubernetes/validation/pod-template';
import { PodValidationOptions } from '../../../src/kubernetes/validation/pod-validation-options';

const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const requirement = { key: 'a', operator: 'In', values: ['b c'] };
const spread = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' };

describe('a template that replaces a stored one', () => {
  test.each<[string, keyof PodValidationOptions, PodSpec]>([
    ['pods whose labels no pod has', 'allowInvalidLabelValueInSelector',
      { affinity: { podAntiAffinity: { [required]: [{ topologyKey: 'zone', labelSelector: { matchExpressions: [requirement] } }] } } }],
    ['nodes whose labels no node has', 'allowInvalidLabelValueInRequiredNodeAffinity',
      { affinity: { nodeAffinity: { [required]: { nodeSelectorTerms: [{ matchExpressions: [requirement] }] } } } }],
    ['a spread of pods whose labels no pod has', 'allowInvalidTopologySpreadConstraintLabelSelector',
      { topologySpreadConstraints: [{ ...spread, labelSelector: { matchExpressions: [requirement] } }] }],
    ['huge pages in part', 'allowIndivisibleHugePagesValues',
      { containers: [containerWith({ resources: { limits: { 'cpu': '1', 'hugepages-2Mi': '3Mi' } } })] }],
    ['overhead of huge pages in part', 'allowIndivisibleHugePagesValues', { overhead: { 'cpu': '1', 'hugepages-2Mi': '3Mi' } }],
    ['a token above its directory', 'allowNonLocalProjectedTokenPath',
      { volumes: [{ name: 'a', projected: { sources: [{ serviceAccountToken: { path: '../b', expirationSeconds: 600 } }] } }] }],
    ['parameters of the network of the host', 'allowNamespacedSysctlsForHostNetAndHostIPC',
      { hostNetwork: true, securityContext: { sysctls: [{ name: 'net.a', value: '1' }] } }],
    ['a toleration that compares', 'allowTaintTolerationComparisonOperators', { tolerations: [{ key: 'a', operator: 'Gt', value: '5' }] }],
    ['a policy behind a feature gate', 'allowAnySELinuxChangePolicy', { securityContext: { seLinuxChangePolicy: 'MountOption' } }],
    ['an init container that restarts where it is resized', 'allowExistingRestartContainerForNonSidecarInitContainer',
      { initContainers: [containerWith({ name: 'a', resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }] })] }],
    ['devices of a pod with users of its own', 'allowUserNamespacesWithVolumeDevices',
      { hostUsers: false, containers: [containerWith({ volumeDevices: [{ name: 'claim', devicePath: '/dev/a' }] })] }],
    ['the network of the host in a pod with users of its own', 'allowUserNamespacesHostNetworkSupport', { hostUsers: false, hostNetwork: true }],
  ])('may keep %s', (_, option, change) => {
    const options = podValidationOptions({ spec: specWith(change) });
    expect(specErrors(change)).not.toEqual([]);
    expect(Object.entries(options).filter(([, isAllowed]) => isAllowed).map(([name]) => name)).toEqual([option]);
    expect(specErrors(change, options)).toEqual([]);
    expect(podValidationOptions({ spec: specWith({}) })[option]).toBe(false);
  });

  test('may keep a cost of deletion that is none', () => {
    const template: PodTemplateSpec = { metadata: { annotations: { 'controller.kubernetes.io/pod-deletion-cost': 'much' } }, spec: specWith({}) };
    expect(validatePodTemplateSpec(template, 'template')).toHaveLength(1);
    expect(validatePodTemplateSpec(template, 'template', podValidationOptions(template))).toEqual([]);
  });

  test('is judged by the older rule for keys that the selector repeats, where the stored one repeats them', () => {
    const labelSelector = { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] };
    const change: PodSpec = { topologySpreadConstraints: [{ ...spread, matchLabelKeys: ['a'], labelSelector }] };
    expect(specErrors(change, podValidationOptions({ spec: specWith(change) }))).toEqual([
      'spec.topologySpreadConstraints[0].matchLabelKeys[0]: FieldValueInvalid: Invalid value: "a": exists in both matchLabelKeys and labelSelector',
    ]);
    const unselected: PodSpec = { topologySpreadConstraints: [{ ...spread, matchLabelKeys: ['a b'] }] };
    expect(specErrors(unselected, { oldPodViolatesMatchLabelKeysValidation: true }).map((text) => text.split(': ')[0])).toEqual([
      'spec.topologySpreadConstraints[0].matchLabelKeys', 'spec.topologySpreadConstraints[0].matchLabelKeys[0]',
    ]);
  });

  test.each([
    ['5', []],
    ['-5', []],
    ['05', ['must be a valid decimal integer in canonical form']],
    ['', ['must be non-empty', 'strconv.ParseInt: parsing "": invalid syntax']],
    ['many', ['must be a valid decimal integer in canonical form', 'strconv.ParseInt: parsing "many": invalid syntax']],
    ['9223372036854775808', ['strconv.ParseInt: parsing "9223372036854775808": value out of range']],
  ])('compares with the number %j', (value, errors) => {
    expect(specErrors({ tolerations: [{ key: 'a', operator: 'Lt', value }] }, { allowTaintTolerationComparisonOperators: true }))
      .toEqual(errors.map((error) => `spec.tolerations[0].value: FieldValueInvalid: Invalid value: "${value}": ${error}`));
  });
});
