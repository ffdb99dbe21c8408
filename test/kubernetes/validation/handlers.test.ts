import { containerErrors } from './pod-fixtures';
import { Container } from '../../../src/kubernetes/pod-objects';

describe('the handlers of a container', () => {
  test.each<[string, Container, string[]]>([
    ['an unknown scheme', {
      livenessProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
        httpGet: { path: '/', port: 80, scheme: 'ftp' },
      },
    }, [
      'spec.containers[0].livenessProbe.httpGet.scheme: FieldValueNotSupported: Unsupported value: "ftp": supported values: "HTTP", "HTTPS"',
    ]],
    ['a port of 0', {
      livenessProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
        httpGet: { path: '/', port: 0, scheme: 'HTTP' },
      },
    }, [
      'spec.containers[0].livenessProbe.httpGet.port: FieldValueInvalid: Invalid value: 0: must be between 1 and 65535, inclusive',
    ]],
    ['a port whose name is none', {
      livenessProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
        tcpSocket: { port: 'a b' },
      },
    }, [
      'spec.containers[0].livenessProbe.tcpSocket.port: FieldValueInvalid: Invalid value: "a b": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
    ]],
    ['a header whose name is none', {
      livenessProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
        httpGet: { path: '/', port: 80, scheme: 'HTTP', httpHeaders: [{ name: 'A_B', value: '' }] },
      },
    }, [
      'spec.containers[0].livenessProbe.httpGet.httpHeaders: FieldValueInvalid: Invalid value: "A_B": a valid HTTP header must consist of alphanumeric characters or \'-\' (e.g. \'X-Header-Name\', regex used for validation is \'[-A-Za-z0-9]+\')',
    ]],
    ['a scheme with a sign of HTML', {
      livenessProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
        httpGet: { path: '/', port: 80, scheme: 'a<b' },
      },
    }, [
      'spec.containers[0].livenessProbe.httpGet.scheme: FieldValueNotSupported: Unsupported value: "a\\u003cb": supported values: "HTTP", "HTTPS"',
    ]],
  ])('may not be with %s', (_, container, errors) => expect(containerErrors(container)).toEqual(errors));

  test.each<[string, Container]>([
    ['HTTPS', {
      livenessProbe: {
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
        httpGet: { path: '/', port: 80, scheme: 'HTTPS', httpHeaders: [{ name: 'X-A', value: 'b' }] },
      },
    }],
  ])('may be with %s', (_, container) => expect(containerErrors(container)).toEqual([]));
});
