import { evaluatePodSecurity, lowestLevel, PodSpec } from '../../../src/kubernetes/pod-security';

const hardened: PodSpec = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [{ name: 'agent', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }],
};
const withHostPath: PodSpec = { ...hardened, volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] };

function violated(podSpec: PodSpec, level: 'privileged' | 'baseline' | 'restricted', version?: string): string[] {
  return evaluatePodSecurity(undefined, podSpec, level, version).map((violation) => violation.check);
}

describe('evaluatePodSecurity', () => {
  test('has nothing against any pod at the privileged level', () => {
    expect(violated({ hostNetwork: true }, 'privileged')).toEqual([]);
  });

  test('reports what the check, its level, the reason and the detail are', () => {
    expect(evaluatePodSecurity({}, withHostPath, 'baseline')).toEqual([
      { check: 'hostPathVolumes', level: 'baseline', reason: 'hostPath volumes', detail: 'volume "logs"' },
    ]);
  });

  test('replaces a baseline check by the restricted check that overrides it', () => {
    expect(violated(withHostPath, 'restricted')).toEqual(['restrictedVolumes']);
  });

  test('reports at the restricted level what baseline forbids as well', () => {
    expect(violated({ ...hardened, hostPID: true, securityContext: {} }, 'restricted'))
      .toEqual(['hostNamespaces', 'runAsNonRoot', 'seccompProfile_restricted']);
  });

  test('overrides a baseline check only from the version on in which the restricted check exists', () => {
    const rawSockets: PodSpec = { containers: [{ securityContext: { capabilities: { add: ['NET_RAW'] } } }] };
    expect(violated(rawSockets, 'restricted', 'v1.21')).toContain('capabilities_baseline');
    expect(violated(rawSockets, 'restricted', 'v1.22')).not.toContain('capabilities_baseline');
  });

  test('judges by the rules of the version', () => {
    const probe: PodSpec = { containers: [{ livenessProbe: { httpGet: { host: 'h' } } }] };
    expect(violated(probe, 'baseline', 'v1.33')).toEqual([]);
    expect(violated(probe, 'baseline', 'v1.34')).toEqual(['hostProbesAndHostLifecycle']);
  });

  test('takes 1.36 for the latest version', () => {
    const since37: PodSpec = { securityContext: { sysctls: [{ name: 'net.ipv4.tcp_notsent_lowat' }] } };
    expect(violated(since37, 'baseline')).toEqual(['sysctls']);
    expect(violated(since37, 'baseline', 'latest')).toEqual(['sysctls']);
    expect(violated(since37, 'baseline', 'v1.37')).toEqual([]);
  });

  test('judges by the newest rules at a version newer than all of them', () => {
    expect(violated({ hostIPC: true }, 'baseline', 'v1.99')).toEqual(['hostNamespaces']);
  });

  test.each(['1.36', 'v1', 'v1.036', 'v2.0', ''])('rejects "%s" as a version', (version) => {
    expect(() => violated(hardened, 'baseline', version)).toThrow(`Pod Security version "${version}" must be "latest" or "v1.x"`);
  });
});

describe('lowestLevel', () => {
  test('is restricted for a hardened pod', () => {
    expect(lowestLevel({}, hardened)).toEqual({ level: 'restricted', violations: [] });
  });

  test('is baseline for a pod that only restricted forbids, with what restricted minds', () => {
    expect(lowestLevel({}, { ...hardened, securityContext: { runAsNonRoot: true } })).toEqual({
      level: 'baseline',
      violations: [expect.objectContaining({ check: 'seccompProfile_restricted', level: 'restricted' })],
    });
  });

  test('is privileged for a pod that baseline forbids, with what baseline minds and what restricted minds besides', () => {
    const { level, violations } = lowestLevel(null, { ...withHostPath, hostNetwork: true });
    expect(level).toBe('privileged');
    expect(violations.map((violation) => violation.check)).toEqual(['hostNamespaces', 'hostPathVolumes', 'restrictedVolumes']);
  });

  test('is restricted for a Windows pod that only an overridden baseline check minds', () => {
    const windows: PodSpec = { ...hardened, os: { name: 'windows' }, containers: [{ securityContext: { capabilities: { add: ['NET_RAW'] } } }] };
    expect(violated(windows, 'baseline')).toEqual(['capabilities_baseline']);
    expect(lowestLevel({}, windows)).toEqual({ level: 'restricted', violations: [] });
  });

  test('depends on the version', () => {
    const rootInUserNamespace: PodSpec = { ...hardened, hostUsers: false, securityContext: { ...hardened.securityContext, runAsUser: 0 } };
    expect(lowestLevel({}, rootInUserNamespace, 'v1.34').level).toBe('baseline');
    expect(lowestLevel({}, rootInUserNamespace, 'v1.35').level).toBe('restricted');
  });
});
