import { IConfigMap } from 'cdk8s-plus-27';
import { container, files, LEAST, objects, pod, problems, RICH, sets, value } from './subject';
import { DynatraceOneAgentDaemon, DynatraceOneAgentDaemonProps, DynatraceOneAgentMode } from '../../../src';
import { expectGolden } from '../../golden';
import { differences } from '../differences';

const CLASSIC = { mode: DynatraceOneAgentMode.CLASSIC_FULL_STACK };
const PROXY = '/var/lib/dynatrace/secrets/internal-proxy';

/** Of the table in upstream's sources, the same in both modes. */
const CAPABILITIES = [
  'CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'KILL', 'NET_ADMIN', 'NET_RAW', 'SETFCAP', 'SETGID', 'SETUID', 'SYS_ADMIN', 'SYS_CHROOT',
  'SYS_PTRACE', 'SYS_RESOURCE',
];

describe('what is written', () => {
  test('of a definition that says no more than it must', () => {
    expectGolden('dynatrace-oneagent', (chart) => new DynatraceOneAgentDaemon(chart, 'oneagent', LEAST));
  });

  test('of everything', () => {
    expectGolden('dynatrace-oneagent.rich', (chart) => new DynatraceOneAgentDaemon(chart, 'oneagent', RICH));
  });

  test.each([['the least', LEAST], ['classic full stack', CLASSIC], ['everything', RICH]])('is accepted: %s', (_, props) => expect(problems(props)).toEqual([]));
});

/** Everything that a mode decides. */
function modeOf(props: Partial<DynatraceOneAgentDaemonProps>): object {
  const { volumes = [], containers: [{ args = [], env = [], volumeMounts = [], securityContext }] } = pod(props);
  return {
    mounts: volumeMounts.flatMap(({ name, mountPath, readOnly }) => {
      const { hostPath } = volumes.find((volume) => volume.name === name)!;
      return hostPath ? [`${hostPath.path} ${hostPath.type} ${mountPath} ${readOnly ? 'ro' : 'rw'}`] : [];
    }),
    hostIdSource: args.find((arg) => arg.startsWith('--set-host-id-source=')),
    env: env.filter(({ name }) => name.startsWith('ONEAGENT_')).map(({ name, value: said }) => `${name}=${said}`),
    securityContext,
  };
}

describe('a mode', () => {
  test('host monitoring is uid 1000, and writes into its state directory only', () => {
    expect(modeOf({})).toEqual({
      mounts: ['/ Directory /mnt/root ro', '/var/lib/node-agents/oneagent DirectoryOrCreate /mnt/volume_storage_mount rw'],
      hostIdSource: '--set-host-id-source=k8s-node-name',
      env: ['ONEAGENT_READ_ONLY_MODE=true', 'ONEAGENT_DISABLE_CONTAINER_INJECTION=true'],
      securityContext: {
        appArmorProfile: { type: 'Unconfined' },
        allowPrivilegeEscalation: true,
        capabilities: { add: CAPABILITIES, drop: ['ALL'] },
        readOnlyRootFilesystem: true,
        runAsUser: 1000,
        runAsGroup: 1000,
        runAsNonRoot: true,
      },
    });
    expect(modeOf({ mode: DynatraceOneAgentMode.HOST_MONITORING })).toEqual(modeOf({}));
  });

  test('classic full stack is root, and installs itself on the node', () => {
    expect(modeOf(CLASSIC)).toEqual({
      mounts: ['/ Directory /mnt/root rw'],
      hostIdSource: '--set-host-id-source=auto',
      env: [],
      securityContext: {
        appArmorProfile: { type: 'Unconfined' },
        allowPrivilegeEscalation: true,
        capabilities: { add: CAPABILITIES, drop: ['ALL'] },
        readOnlyRootFilesystem: false,
        runAsUser: 0,
        runAsGroup: 0,
      },
    });
  });

  test.each([['host monitoring', {}], ['classic full stack', CLASSIC]])('shares network and processes of the node, and is not privileged: %s', (_, props) => {
    const { containers: [{ securityContext }], ...spec } = pod(props);
    expect(spec).toMatchObject({
      hostNetwork: true, hostPID: true, dnsPolicy: 'ClusterFirstWithHostNet', terminationGracePeriodSeconds: 80, automountServiceAccountToken: false,
    });
    expect([spec.hostIPC, securityContext!.privileged]).toEqual([undefined, undefined]);
    expect(objects(props).map(({ kind }) => kind)).toEqual(['ServiceAccount', 'DaemonSet']);
  });
});

/** What options change of the container and of the files that it sees, in one line each. */
function lines(props: Partial<DynatraceOneAgentDaemonProps>): string[] {
  const { args = [], env = [], startupProbe, livenessProbe, readinessProbe } = container(props);
  return [
    ...args, ...env.map(({ name, value: said }) => `env ${name}=${said ?? 'from elsewhere'}`),
    ...Object.entries(files(props)).map(([path, source]) => `${path} ← ${source}`),
    ...new Set([startupProbe, livenessProbe, readinessProbe].map((probe) => `asks ${probe!.exec!.command!.join(' ')}`)),
  ];
}

/** Of what the lines tell. */
const TOLD = /^. DaemonSet\.spec\.template\.spec\.(volumes|containers\[dynatrace-oneagent\]\.(args|env|volumeMounts|(startup|liveness|readiness)Probe\.exec))\b|^. ConfigMap\./;

test.each<[string, Partial<DynatraceOneAgentDaemonProps>, string[], string[]]>([
  ['hostGroup', { hostGroup: 'a' }, ['--set-host-group=a'], []],
  ['networkZone', { networkZone: 'a' }, ['--set-network-zone=a'], []],
  ['hostProperties', { hostProperties: { a: 'b c', d: 'e=f' } }, ['--set-host-property=a=b c', '--set-host-property=d=e=f'], []],
  ['clusterId', { clusterId: 'uid' }, ['env DT_K8S_CLUSTER_ID=uid'], []],
  ['extraArgs', { extraArgs: ['--set-host-tag=a'] }, ['--set-host-tag=a'], []],
  ['trustedCas', { trustedCas: { name: 'cas' } as IConfigMap }, ['/mnt/dynatrace/certs/certs.pem ← cas/certs'], []],
  ['healthCheckCommand', { healthCheckCommand: ['/check', '-x'] }, ['asks /check -x'], ['asks /usr/bin/watchdog-healthcheck64']],
  ['proxy', { proxy: { host: 'proxy', port: 3128 } }, [`${PROXY}/scheme ← http`, `${PROXY}/host ← proxy`, `${PROXY}/port ← 3128`], ['--set-proxy=']],
  ['proxy with a password', { proxy: { host: 'proxy', port: 3128, https: true, username: value('p', 'u'), password: value('q', 'w') } }, [
    `${PROXY}/scheme ← https`, `${PROXY}/host ← proxy`, `${PROXY}/port ← 3128`, `${PROXY}/username ← p/u`, `${PROXY}/password ← q/w`,
  ], ['--set-proxy=']],
  ['proxy with exceptions', { proxy: { host: 'proxy', port: 3128, noProxy: ['a', 'b'] } }, [
    `${PROXY}/scheme ← http`, `${PROXY}/host ← proxy`, `${PROXY}/port ← 3128`, '--set-no-proxy=a,b',
  ], ['--set-proxy=', '--set-no-proxy=']],
  ['several endpoints', { communicationEndpoints: ['https://a/c', 'https://b/c'] }, ['env DT_SERVER=https://a/c;https://b/c'], [
    'env DT_SERVER=https://abc12345.live.dynatrace.com:443/communication',
  ]],
])('%s brings exactly what it needs', (_, props, brings, takes) => {
  const [without, with_] = [lines({}), lines(props)];
  expect(with_.filter((line) => !without.includes(line)).sort()).toEqual([...brings].sort());
  expect(without.filter((line) => !with_.includes(line)).sort()).toEqual([...takes].sort());
  expect(differences(objects(), objects(props)).filter((line) => !TOLD.test(line))).toEqual([]);
  expect(problems(props)).toEqual([]);
});

describe('the agent', () => {
  test('reads the tenant token from the file that it knows, whatever the key is called, and sees no other key', () => {
    expect(files({ tenantToken: value('dynatrace', 'other') })).toEqual({ '/var/lib/dynatrace/secrets/tokens/tenant-token': 'dynatrace/other' });
    expect(JSON.stringify(container())).not.toMatch(/secretKeyRef/);
  });

  test('is told of its tenant by variables, as upstream\'s is', () => {
    expect(container().args!.slice(0, 2)).toEqual(['--set-tenant=$(DT_TENANT)', '--set-server={$(DT_SERVER)}']);
    expect(container().env).toContainEqual({ name: 'DT_TENANT', value: 'abc12345' });
  });

  test('runs where its image can', () => {
    const architectures = (image: string) => JSON.stringify(pod({ image }).affinity).match(/"kubernetes.io\/arch","operator":"In","values":\[([^\]]*)\]/)![1];
    expect(architectures('public.ecr.aws/dynatrace/dynatrace-oneagent:1.2.3')).toBe('"amd64","arm64","ppc64le","s390x"');
    ['abc.live.dynatrace.com/linux/oneagent:1.2.3-raw', `abc.live.dynatrace.com/linux/oneagent@sha256:${'0'.repeat(64)}`]
      .forEach((image) => expect(architectures(image)).toBe('"amd64"'));
  });

  test('is not confined by AppArmor, which is said with a reason, and is left alone by what would end or inject it', () => {
    const [{ metadata, spec }] = sets({ podAnnotations: { 'example.com/owner': 'platform' } });
    expect(spec.template.metadata!.annotations).toEqual({
      'cluster-autoscaler.kubernetes.io/enable-ds-eviction': 'false',
      'dynatrace.com/inject': 'false',
      'example.com/owner': 'platform',
    });
    expect(spec.template.spec.containers[0].name).toBe('dynatrace-oneagent');
    expect(spec.template.spec.containers[0].securityContext!.appArmorProfile).toEqual({ type: 'Unconfined' });
    expect(metadata.annotations!['cdk8s-daemons/allow.app-armor-profile.dynatrace-oneagent']).toMatch(/profile/);
  });

  test('has twenty minutes to start', () => {
    const { periodSeconds, failureThreshold } = container().startupProbe!;
    expect(periodSeconds! * failureThreshold!).toBe(1200);
  });

  test('is started again when its proxy changes', () => {
    const checksum = (host: string) => sets({ proxy: { host, port: 1 } })[0].spec.template.metadata!.annotations!['cdk8s-daemons/config-checksum'];
    expect(checksum('a')).not.toBe(checksum('b'));
  });
});
