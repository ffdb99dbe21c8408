import { containerErrors } from './pod-fixtures';
import { Container } from '../../../src/kubernetes/pod-objects';

describe('the lifecycle of a container', () => {
  test.each<[string, Container, string[]]>([
    ['a hook that does nothing', { lifecycle: { preStop: {} } }, [
      'spec.containers[0].lifecycle.preStop: FieldValueRequired: Required value: must specify a handler type',
    ]],
    ['a sleep longer than the grace period', { lifecycle: { preStop: { sleep: { seconds: 31 } } } }, [
      'spec.containers[0].lifecycle.preStop.sleep: FieldValueInvalid: Invalid value: 31: must be non-negative and less than terminationGracePeriodSeconds (30)',
    ]],
    ['a negative sleep', { lifecycle: { postStart: { sleep: { seconds: -1 } } } }, [
      'spec.containers[0].lifecycle.postStart.sleep: FieldValueInvalid: Invalid value: -1: must be non-negative and less than terminationGracePeriodSeconds (30)',
    ]],
    ['two things to do', { lifecycle: { postStart: { exec: { command: ['a'] }, sleep: { seconds: 1 } } } }, [
      'spec.containers[0].lifecycle.postStart.sleep: FieldValueForbidden: Forbidden: may not specify more than 1 handler type',
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['a sleep of nothing', { lifecycle: { preStop: { sleep: { seconds: 0 } } } }],
    ['a sleep as long as the grace period', { lifecycle: { preStop: { sleep: { seconds: 30 } } } }],
    ['a stop signal, which is taken off', { lifecycle: { stopSignal: 'Nonsense' } }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});
