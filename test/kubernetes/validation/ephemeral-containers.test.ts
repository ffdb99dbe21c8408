import { containerWith, specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('the ephemeral containers of a pod', () => {
  test.each<[string, PodSpec, string[]]>([
    ['the name of another container, which is not their target', { ephemeralContainers: [containerWith({ targetContainerName: 'nobody' })] }, [
      'spec.ephemeralContainers[0].name: FieldValueDuplicate: Duplicate value: "main"',
      'spec.ephemeralContainers[0].targetContainerName: FieldValueNotFound: Not found: "nobody"',
    ]],
    ['spaces around the image', { ephemeralContainers: [containerWith({ name: 'a', image: ' b' })] }, [
      'spec.ephemeralContainers[0].image: FieldValueInvalid: Invalid value: " b": must not have leading or trailing whitespace',
    ]],
    ['what no ephemeral container has', {
      ephemeralContainers: [
        containerWith({
          name: 'a',
          ports: [{ containerPort: 1, protocol: 'TCP' }],
          resources: { limits: { cpu: '1' } },
          resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }],
          restartPolicy: 'Never',
          restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }],
          livenessProbe: { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
          readinessProbe: { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
          startupProbe: { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
          lifecycle: {},
        }),
      ],
    }, [
      'spec.ephemeralContainers[0].ports: FieldValueForbidden: Forbidden: cannot be set for an Ephemeral Container',
      'spec.ephemeralContainers[0].resizePolicy: FieldValueForbidden: Forbidden: cannot be set for an Ephemeral Container',
      'spec.ephemeralContainers[0].restartPolicy: FieldValueForbidden: Forbidden: cannot be set for an Ephemeral Container',
      'spec.ephemeralContainers[0].restartPolicyRules: FieldValueForbidden: Forbidden: cannot be set for an Ephemeral Container',
      'spec.ephemeralContainers[0].livenessProbe: FieldValueForbidden: Forbidden: cannot be set for an Ephemeral Container',
      'spec.ephemeralContainers[0].readinessProbe: FieldValueForbidden: Forbidden: cannot be set for an Ephemeral Container',
      'spec.ephemeralContainers[0].startupProbe: FieldValueForbidden: Forbidden: cannot be set for an Ephemeral Container',
      'spec.ephemeralContainers[0].lifecycle: FieldValueForbidden: Forbidden: cannot be set for an Ephemeral Container',
      'spec.ephemeralContainers[0].resources: FieldValueForbidden: Forbidden: cannot be set for an Ephemeral Container',
    ]],
    ['a path inside of a volume', {
      ephemeralContainers: [
        containerWith({
          name: 'a',
          volumeMounts: [
            { name: 'empty', mountPath: '/a', subPath: 'b' },
            { name: 'empty', mountPath: '/b', subPathExpr: 'c' },
          ],
        }),
      ],
    }, [
      'spec.ephemeralContainers[0].volumeMounts[0].subPath: FieldValueForbidden: Forbidden: cannot be set for an Ephemeral Container',
      'spec.ephemeralContainers[0].volumeMounts[1].subPathExpr: FieldValueForbidden: Forbidden: cannot be set for an Ephemeral Container',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['a target', { ephemeralContainers: [containerWith({ name: 'a', targetContainerName: 'main' })] }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
