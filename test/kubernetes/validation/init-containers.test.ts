import { containerWith, specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('the init containers of a pod', () => {
  test.each<[string, PodSpec, string[]]>([
    ['the name of another container', { initContainers: [containerWith({})] }, [
      'spec.initContainers[0].name: FieldValueDuplicate: Duplicate value: "main"',
    ]],
    ['one name twice', { initContainers: [containerWith({ name: 'a' }), containerWith({ name: 'a' })] }, [
      'spec.initContainers[1].name: FieldValueDuplicate: Duplicate value: "a"',
    ]],
    ['what only sidecars have', {
      initContainers: [
        containerWith({
          name: 'a',
          lifecycle: {},
          livenessProbe: { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
          readinessProbe: { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
          startupProbe: { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
        }),
      ],
    }, [
      'spec.initContainers[0].lifecycle: FieldValueForbidden: Forbidden: may not be set for init containers without restartPolicy=Always',
      'spec.initContainers[0].livenessProbe: FieldValueForbidden: Forbidden: may not be set for init containers without restartPolicy=Always',
      'spec.initContainers[0].readinessProbe: FieldValueForbidden: Forbidden: may not be set for init containers without restartPolicy=Always',
      'spec.initContainers[0].startupProbe: FieldValueForbidden: Forbidden: may not be set for init containers without restartPolicy=Always',
    ]],
    ['a sidecar with a probe that does nothing', {
      initContainers: [
        containerWith({
          name: 'a',
          restartPolicy: 'Always',
          livenessProbe: { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
          lifecycle: { preStop: {} },
        }),
      ],
    }, [
      'spec.initContainers[0].lifecycle.preStop: FieldValueRequired: Required value: must specify a handler type',
      'spec.initContainers[0].livenessProbe: FieldValueRequired: Required value: must specify a handler type',
    ]],
    ['one host port twice', {
      initContainers: [
        containerWith({ name: 'a' }),
        containerWith({
          name: 'b',
          ports: [{ containerPort: 1, hostPort: 80, protocol: 'TCP' }, { containerPort: 2, hostPort: 80, protocol: 'TCP' }],
        }),
      ],
    }, [
      'spec.initContainers[0].ports[1].hostPort: FieldValueDuplicate: Duplicate value: "TCP//80"',
    ]],
    ['a restart where it is resized', {
      initContainers: [
        containerWith({
          name: 'a',
          resizePolicy: [
            { resourceName: 'cpu', restartPolicy: 'NotRequired' },
            { resourceName: 'memory', restartPolicy: 'RestartContainer' },
          ],
        }),
      ],
    }, [
      'spec.initContainers[0].resizePolicy[1].restartPolicy: FieldValueInvalid: Invalid value: "RestartContainer": must not be set to \'RestartContainer\' for non-sidecar initContainers',
    ]],
    ['rules without a policy', { initContainers: [containerWith({ name: 'a', restartPolicyRules: [{ action: 'Nonsense' }] })] }, [
      'spec.initContainers[0].restartPolicy: FieldValueRequired: Required value: must specify restartPolicy when restart rules are used',
    ]],
    ['no names', { initContainers: [containerWith({ name: '' }), containerWith({ name: '' })] }, [
      'spec.initContainers[0].name: FieldValueRequired: Required value',
      'spec.initContainers[1].name: FieldValueRequired: Required value',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['a host port of another container', {
      containers: [containerWith({ ports: [{ containerPort: 1, hostPort: 80, protocol: 'TCP' }] })],
      initContainers: [
        containerWith({ name: 'a', restartPolicy: 'Always', ports: [{ containerPort: 1, hostPort: 80, protocol: 'TCP' }] }),
      ],
    }],
    ['a sidecar that restarts where it is resized', {
      initContainers: [
        containerWith({ name: 'a', restartPolicy: 'Always', resizePolicy: [{ resourceName: 'memory', restartPolicy: 'RestartContainer' }] }),
      ],
    }],
    ['a stop signal, which is taken off', { initContainers: [containerWith({ name: 'a', lifecycle: { stopSignal: 'SIGTERM' } })] }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
