import { Duration } from 'cdk8s';
import { DnsPolicy } from 'cdk8s-plus-27';
import { ConfigFile } from '../../../src';
import { IMAGE, pod, spec } from '../../util';

const CHECKSUM = 'cdk8s-daemons/config-checksum';

describe('a pod', () => {
  test('says nothing of the node that was not asked for', () => {
    expect(Object.keys(pod())).toEqual([
      'affinity', 'automountServiceAccountToken', 'containers', 'nodeSelector', 'priorityClassName', 'securityContext', 'serviceAccountName', 'tolerations',
    ]);
  });

  test('on the host network still knows the names of Services', () => {
    expect(pod({ hostNetwork: true })).toMatchObject({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
    expect(pod({ hostNetwork: true, dnsPolicy: DnsPolicy.DEFAULT }).dnsPolicy).toBe('Default');
    expect(pod({ dnsPolicy: DnsPolicy.CLUSTER_FIRST }).dnsPolicy).toBe('ClusterFirst');
  });

  test.each([
    ['hostPid', { hostPid: true }, { hostPID: true }],
    ['hostIpc', { hostIpc: true }, { hostIPC: true }],
    ['shareProcessNamespace', { shareProcessNamespace: true }, { shareProcessNamespace: true }],
    ['runtimeClassName', { runtimeClassName: 'gvisor' }, { runtimeClassName: 'gvisor' }],
    ['terminationGracePeriod', { terminationGracePeriod: Duration.minutes(2) }, { terminationGracePeriodSeconds: 120 }],
  ])('takes over %s', (_, props, expected) => {
    expect(pod(props)).toMatchObject(expected);
    expect(pod()).not.toHaveProperty(Object.keys(expected)[0]);
  });

  test('does not write what is switched off', () => {
    expect(pod({ hostNetwork: false, hostPid: false, hostIpc: false })).toEqual(pod());
  });
});

describe('the checksum of the configuration', () => {
  const checksum = (...configFiles: ConfigFile[]) => spec({ configFiles }).template.metadata?.annotations?.[CHECKSUM];
  const [a, b] = [{ path: '/etc/agent/a', content: '1' }, { path: '/etc/agent/b', content: '2' }];

  test('is there when there is a configuration, beside other annotations', () => {
    expect(spec().template.metadata).not.toHaveProperty('annotations');
    expect(spec({ configFiles: [a], podAnnotations: { x: 'y' } }).template.metadata?.annotations).toEqual({ x: 'y', [CHECKSUM]: expect.stringMatching(/^[0-9a-f]{16}$/) });
  });

  test('differs when a text or a file differs, and only then', () => {
    expect(checksum(a, b)).toBe(checksum(b, a));
    const others = [checksum(a), checksum(b), checksum(a, { ...b, content: '3' }), checksum({ ...a, content: '2' }, { ...b, content: '1' })];
    expect(new Set([checksum(a, b), ...others]).size).toBe(5);
  });

  test('covers the files of every container', () => {
    const besideWith = (content: string) => spec({ containers: [{ name: 'beside', image: IMAGE, configFiles: [{ path: '/etc/b/b', content }] }] }).template.metadata?.annotations;
    expect(besideWith('1')).not.toEqual(besideWith('2'));
  });
});
