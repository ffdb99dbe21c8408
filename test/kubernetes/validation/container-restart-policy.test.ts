import { containerErrors } from './pod-fixtures';
import { Container } from '../../../src/kubernetes/pod-objects';

describe('the restart policy of a container', () => {
  test.each<[string, Container, string[]]>([
    ['an unknown policy', { restartPolicy: 'Sometimes' }, [
      'spec.containers[0].restartPolicy: FieldValueNotSupported: Unsupported value: "Sometimes": supported values: "Always", "Never", "OnFailure"',
    ]],
    ['rules without a policy', { restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }] }, [
      'spec.containers[0].restartPolicy: FieldValueRequired: Required value: must specify restartPolicy when restart rules are used',
    ]],
    ['a rule without anything', { restartPolicy: 'Never', restartPolicyRules: [{}] }, [
      'spec.containers[0].restartPolicyRules[0].action: FieldValueNotSupported: Unsupported value: "": supported values: "Restart", "RestartAllContainers"',
      'spec.containers[0].restartPolicyRules[0].exitCodes: FieldValueRequired: Required value: must be specified',
    ]],
    ['an unknown operator', {
      restartPolicy: 'Never',
      restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'Gt', values: [1] } }],
    }, [
      'spec.containers[0].restartPolicyRules[0].exitCodes.operator: FieldValueNotSupported: Unsupported value: "Gt": supported values: "In", "NotIn"',
    ]],
    ['many rules', {
      restartPolicy: 'Never',
      restartPolicyRules: Array(21).fill({ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }),
    }, [
      'spec.containers[0].restartPolicyRules: FieldValueTooMany: Too many: 21: must have at most 20 items',
    ]],
    ['many exit codes', {
      restartPolicy: 'Never',
      restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: Array(256).fill(1) } }],
    }, [
      'spec.containers[0].restartPolicyRules[0].exitCodes.values: FieldValueTooMany: Too many: 256: must have at most 255 items',
    ]],
    ['one resource resized twice', {
      resizePolicy: [
        { resourceName: 'cpu', restartPolicy: 'NotRequired' },
        { resourceName: 'cpu', restartPolicy: 'NotRequired' },
      ],
    }, [
      'spec.containers[0].resizePolicy[1]: FieldValueDuplicate: Duplicate value: "cpu"',
    ]],
    ['an unknown resource to resize', { resizePolicy: [{ resourceName: 'gpu', restartPolicy: 'Maybe' }] }, [
      'spec.containers[0].resizePolicy: FieldValueNotSupported: Unsupported value: "gpu": supported values: "cpu", "memory"',
      'spec.containers[0].resizePolicy: FieldValueNotSupported: Unsupported value: "Maybe": supported values: "NotRequired", "RestartContainer"',
    ]],
    ['no resource to resize', { resizePolicy: [{ resourceName: '', restartPolicy: '' }] }, [
      'spec.containers[0].resizePolicy: FieldValueRequired: Required value',
      'spec.containers[0].resizePolicy: FieldValueRequired: Required value',
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['a policy of its own', {
      restartPolicy: 'OnFailure',
      restartPolicyRules: [{ action: 'RestartAllContainers', exitCodes: { operator: 'NotIn', values: [1] } }],
    }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});
