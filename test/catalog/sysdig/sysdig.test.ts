import { join } from 'node:path';
import { Duration, Size } from 'cdk8s';
import { EnvValue, ISecret } from 'cdk8s-plus-27';
import { config, container, daemonSets, LEAST, objects, pod, secret } from './subject';
import {
  Daemon, Discovery, HostPath, KubernetesAccess, Nodes, Placement, Privileges, SysdigCollector, SysdigDaemon, SysdigDaemonProps, SysdigDriver,
  SysdigLogLevel, SysdigMode, SysdigRegion,
} from '../../../src';
import { checkFiles } from '../../../src/analysis/check-files';
import { sysdig } from '../../../src/catalog/sysdig/definition';
import { expectGolden } from '../../golden';
import { deepFreeze, IMAGE, problems, synth } from '../../util';

function rich(): SysdigDaemonProps {
  return {
    accessKey: { secret: secret('sysdig-keys'), key: 'eu' },
    collector: SysdigCollector.at({ host: 'collector.sysdig.example.com', port: 6443, verifyCertificate: true }),
    mode: SysdigMode.MONITOR_AND_SECURE,
    clusterName: 'production',
    tags: { team: 'platform', site: 'eu:fra' },
    captures: false,
    driftControl: true,
    prometheus: { config: 'scrape_configs:\n- job_name: kubelet\n' },
    selfMetrics: { listenAddress: '::' },
    coldStartElection: true,
    log: { console: SysdigLogLevel.WARNING, file: SysdigLogLevel.DEBUG },
    proxy: {
      host: 'proxy.example.com', port: 3128, tls: true, credentials: { secret: secret('proxy'), userKey: 'user' }, noProxy: ['10.0.0.0/8'],
    },
    ca: { secret: secret('own-ca'), key: 'ca.crt' },
    varData: true,
    extraConfig: 'security:\n  audit_streams: true\nstatsd:\n  enabled: false\n',
    env: { TZ: EnvValue.fromValue('UTC') },
    resources: { memory: { limit: Size.gibibytes(2) } },
    discovery: [Discovery.headless({ ports: ['metrics'] })],
    variants: [
      SysdigDaemon.variant('module', Nodes.withLabel('example.com/kernel', '4.12'), { driver: SysdigDriver.KMOD }),
      SysdigDaemon.variant('probe', Nodes.withLabel('example.com/kernel', '4.18'), {
        driver: SysdigDriver.LEGACY_EBPF, driverBuilder: { resources: { memory: { limit: Size.gibibytes(1) } } },
      }),
      SysdigDaemon.variant('edge', Nodes.withLabel('example.com/edge'), {
        mode: SysdigMode.SECURE_LIGHT, prometheus: { enabled: false }, selfMetrics: { enabled: false },
      }),
    ],
  };
}

describe('the Sysdig agent', () => {
  test('that says nothing is the golden manifest', () => {
    expectGolden('sysdig', (scope) => { new SysdigDaemon(scope, 'sysdig', LEAST); });
  });

  test('with much to say is the golden manifest', () => {
    expectGolden('sysdig.rich', (scope) => { new SysdigDaemon(scope, 'sysdig', rich()); });
  });

  test.each(['sysdig', 'sysdig.rich'])('is taken by a server as %s', (name) => {
    const { report } = checkFiles([join(__dirname, '..', '..', 'golden', `${name}.k8s.yaml`)]);
    expect(report.documents.length).toBeGreaterThan(3);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('runs where upstream has an image for, whatever taints the node has', () => {
    const requirements = (props?: Partial<SysdigDaemonProps>) => (
      pod(props).affinity!.nodeAffinity!.requiredDuringSchedulingIgnoredDuringExecution!.nodeSelectorTerms[0].matchExpressions!);
    expect(requirements()[0]).toEqual({ key: 'kubernetes.io/arch', operator: 'In', values: ['amd64', 'arm64', 's390x'] });
    expect(requirements({ placement: Placement.linux() }).map(({ key }) => key)).not.toContain('kubernetes.io/arch');
    expect(pod().tolerations).toEqual([{ operator: 'Exists' }]);
  });

  test('sees the processes and the network of its node, and finds Services by their names', () => {
    expect(pod()).toMatchObject({ hostPID: true, hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet', terminationGracePeriodSeconds: 5 });
    expect(pod()).not.toHaveProperty('hostIPC');
    expect(pod({ terminationGracePeriod: Duration.seconds(20) }).terminationGracePeriodSeconds).toBe(20);
  });

  test('reads its access key from a file of the name that it knows, whatever the key of the Secret, and nothing else of it', () => {
    const { volumes, containers: [{ volumeMounts, env }] } = pod({ accessKey: { secret: secret('keys'), key: 'eu' } });
    expect(volumes).toContainEqual({ name: 'secret-keys', secret: { secretName: 'keys', items: [{ key: 'eu', path: 'access-key' }] } });
    expect(volumeMounts).toContainEqual({ name: 'secret-keys', mountPath: '/opt/draios/etc/kubernetes/secrets', readOnly: true });
    expect(env!.filter(({ valueFrom }) => valueFrom?.secretKeyRef)).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['none', undefined],
    ['none, as other languages say it', null],
    ['no Secret', { key: 'access-key' }],
    ['no key', { secret: secret('sysdig'), key: '' }],
  ])('is not made with %s', (_, accessKey) => {
    expect(() => objects({ accessKey: accessKey as { secret: ISecret; key: string } })).toThrow(/^SysdigDaemon 'sysdig' needs accessKey, .* call it 'access-key'/);
  });

  test('is not made without a collector', () => {
    expect(() => objects({ collector: undefined })).toThrow(/^SysdigDaemon 'sysdig' needs collector/);
  });

  test('reads the configuration that is mounted, which is never missing', () => {
    expect(container().volumeMounts).toContainEqual({ name: 'config-opt-draios-etc-kubernetes-config', mountPath: '/opt/draios/etc/kubernetes/config', readOnly: true });
    expect(pod().volumes).toContainEqual({
      name: 'config-opt-draios-etc-kubernetes-config', configMap: { name: 'sysdig', items: [{ key: 'dragent.yaml', path: 'dragent.yaml' }] },
    });
  });

  test('is started again when its configuration changes', () => {
    const checksum = (props?: Partial<SysdigDaemonProps>) => daemonSets(props)[0].spec.template.metadata!.annotations!['cdk8s-daemons/config-checksum'];
    expect(checksum({ clusterName: 'blue' })).not.toBe(checksum());
    expect(checksum({ collector: SysdigCollector.region(SysdigRegion.US2) })).not.toBe(checksum());
  });

  test('is asked for its health where it tells of it, and is not restarted for its connections', () => {
    const { readinessProbe, livenessProbe, startupProbe, ports } = container();
    expect(readinessProbe!.httpGet).toEqual({ host: '127.0.0.1', path: '/healthz', port: 'health' });
    expect([livenessProbe, startupProbe]).toEqual([undefined, undefined]);
    expect(ports).toEqual([{ name: 'health', containerPort: 24483 }]);
  });

  test('asks for less than it may take, and has a limit of memory', () => {
    expect(container().resources).toEqual({ requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '1Gi' } });
    expect(container({ resources: { memory: { limit: Size.mebibytes(256) } } }).resources).toMatchObject({ requests: { memory: '256Mi' } });
  });

  test('may be said with options that are all undefined, and does not change them', () => {
    const undefineds: Partial<SysdigDaemonProps> = {
      driver: undefined,
      driverBuilder: undefined,
      mode: undefined,
      clusterName: undefined,
      tags: undefined,
      captures: undefined,
      driftControl: undefined,
      prometheus: undefined,
      selfMetrics: undefined,
      coldStartElection: undefined,
      log: undefined,
      proxy: undefined,
      ca: undefined,
      varData: undefined,
      extraConfig: undefined,
      image: undefined,
      resources: undefined,
      ports: undefined,
      env: undefined,
      hostPaths: undefined,
      volumes: undefined,
      privileges: undefined,
      kubernetesAccess: undefined,
      placement: undefined,
    };
    expect(objects(undefineds)).toEqual(objects());
    const props = deepFreeze<SysdigDaemonProps>({ ...LEAST, tags: { a: 'b' }, env: {}, driverBuilder: { env: {} }, driver: SysdigDriver.KMOD });
    expect(sysdig({ name: 'sysdig' }, props)).toEqual(sysdig({ name: 'sysdig' }, props));
  });

  test('may have more of everything', () => {
    const more = {
      ports: [{ name: 'statsd', number: 8125 }],
      hostPaths: [HostPath.readOnly('/srv/containers', { mountPath: '/host/srv/containers' })],
      kubernetesAccess: [KubernetesAccess.clusterWide({ resources: ['nodes/log'], verbs: ['get'] })],
      privileges: Privileges.privileged('a test'),
    };
    expect(container(more)).toMatchObject({ ports: [{ name: 'health' }, { name: 'statsd' }], securityContext: { privileged: true } });
    expect(container(more).volumeMounts).toContainEqual({ name: 'srv-containers', mountPath: '/host/srv/containers', readOnly: true });
    expect(objects(more).find(({ kind }) => kind === 'ClusterRole')!.rules.at(-1)).toEqual({ apiGroups: [''], resources: ['nodes/log'], verbs: ['get'] });
  });
});

describe('the rights of the Sysdig agent', () => {
  const rulesOf = (kind: string) => objects().find((object) => object.kind === kind)!.rules as { resources?: string[]; verbs: string[] }[];

  test('are to read the cluster, with nothing that gives a node away', () => {
    const resources = rulesOf('ClusterRole').flatMap((rule) => rule.resources ?? []);
    expect(resources).not.toContain('nodes/proxy');
    expect(resources).not.toContain('secrets');
    expect(rulesOf('ClusterRole').filter(({ resources: asked }) => asked?.some((name) => name.startsWith('nodes/'))))
      .toEqual([{ apiGroups: [''], resources: ['nodes/metrics', 'nodes/stats'], verbs: ['get'] }]);
    expect(rulesOf('ClusterRole').filter(({ verbs }) => verbs.some((verb) => !['get', 'list', 'watch'].includes(verb))))
      .toEqual([{ apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] }]);
  });

  test('are leases of its own namespace, which it knows from files', () => {
    expect(rulesOf('Role')).toEqual([{ apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'list', 'create', 'update', 'watch'] }]);
    expect(pod().volumes).toContainEqual({
      name: 'pod-info',
      downwardAPI: {
        items: [
          { path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }, { path: 'name', fieldRef: { fieldPath: 'metadata.name' } },
        ],
      },
    });
    expect(container().volumeMounts).toContainEqual({ name: 'pod-info', mountPath: '/etc/podinfo', readOnly: true });
  });
});

test('others of the app may write where it writes, which is everybody\'s', () => {
  const written = ['/run', '/var/run', '/var/lib', '/var/data'];
  const hostPaths = written.map((path) => HostPath.readWrite(path));
  expect(problems((chart) => {
    new SysdigDaemon(chart, 'sysdig', { ...LEAST, varData: true });
    new Daemon(chart, 'other', { image: IMAGE, hostPaths, privileges: Privileges.root() });
  })).toEqual([]);
});

test('two daemons of one app cannot both watch one node', () => {
  expect(() => synth((chart) => { ['a', 'b'].forEach((id) => new SysdigDaemon(chart, id, LEAST)); })).toThrow(/24483/);
  expect(config()).toHaveProperty('collector', 'ingest-eu1.app.sysdig.com');
});
