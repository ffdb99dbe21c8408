import { containerErrors } from './pod-fixtures';
import { Container } from '../../../src/kubernetes/pod-objects';

describe('the probes of a container', () => {
  test.each<[string, Container, string[]]>([
    ['nothing that they do', { livenessProbe: { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 } }, [
      'spec.containers[0].livenessProbe: FieldValueRequired: Required value: must specify a handler type',
    ]],
    ['two things that they do', {
      readinessProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
        exec: { command: ['a'] },
        httpGet: { path: '/', port: 80, scheme: 'HTTP' },
      },
    }, [
      'spec.containers[0].readinessProbe.httpGet: FieldValueForbidden: Forbidden: may not specify more than 1 handler type',
    ]],
    ['no command', { startupProbe: { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3, exec: {} } }, [
      'spec.containers[0].startupProbe.exec.command: FieldValueRequired: Required value',
    ]],
    ['negative numbers', {
      readinessProbe: {
        timeoutSeconds: -2,
        periodSeconds: -3,
        successThreshold: -4,
        failureThreshold: -5,
        exec: { command: ['a'] },
        initialDelaySeconds: -1,
      },
    }, [
      'spec.containers[0].readinessProbe.initialDelaySeconds: FieldValueInvalid: Invalid value: -1: must be greater than or equal to 0',
      'spec.containers[0].readinessProbe.timeoutSeconds: FieldValueInvalid: Invalid value: -2: must be greater than or equal to 0',
      'spec.containers[0].readinessProbe.periodSeconds: FieldValueInvalid: Invalid value: -3: must be greater than or equal to 0',
      'spec.containers[0].readinessProbe.successThreshold: FieldValueInvalid: Invalid value: -4: must be greater than or equal to 0',
      'spec.containers[0].readinessProbe.failureThreshold: FieldValueInvalid: Invalid value: -5: must be greater than or equal to 0',
    ]],
    ['a liveness probe that has to succeed twice', {
      livenessProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 2,
        failureThreshold: 3,
        exec: { command: ['a'] },
      },
    }, [
      'spec.containers[0].livenessProbe.successThreshold: FieldValueInvalid: Invalid value: 2: must be 1',
    ]],
    ['a startup probe that has to succeed twice', {
      startupProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 2,
        failureThreshold: 3,
        exec: { command: ['a'] },
      },
    }, [
      'spec.containers[0].startupProbe.successThreshold: FieldValueInvalid: Invalid value: 2: must be 1',
    ]],
    ['a grace period of nothing', {
      livenessProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
        exec: { command: ['a'] },
        terminationGracePeriodSeconds: 0,
      },
    }, [
      'spec.containers[0].livenessProbe.terminationGracePeriodSeconds: FieldValueInvalid: Invalid value: 0: must be greater than 0',
    ]],
    ['a grace period of a readiness probe', {
      readinessProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
        exec: { command: ['a'] },
        terminationGracePeriodSeconds: 5,
      },
    }, [
      'spec.containers[0].readinessProbe.terminationGracePeriodSeconds: FieldValueInvalid: Invalid value: 5: must not be set for readinessProbes',
    ]],
    ['a port of a gRPC probe that is 0', {
      livenessProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
        grpc: { port: 0, service: '' },
      },
    }, [
      'spec.containers[0].livenessProbe.grpc.port: FieldValueInvalid: Invalid value: 0: must be between 1 and 65535, inclusive',
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['a readiness probe that has to succeed twice', {
      readinessProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 2,
        failureThreshold: 3,
        exec: { command: ['a'] },
      },
    }],
    ['the name of a port that is not there', {
      livenessProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
        tcpSocket: { port: 'web' },
      },
    }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});
