import { join } from 'node:path';
import { Size } from 'cdk8s';
import { EnvValue, ISecret } from 'cdk8s-plus-27';
import { container, daemonSets, LEAST, objects, pod, secret } from './subject';
import {
  AppDynamicsDaemon, AppDynamicsDaemonProps, AppDynamicsLogLevel, DaemonVolume, Discovery, HostPath, Nodes, Privileges,
} from '../../../src';
import { checkFiles } from '../../../src/analysis/check-files';
import { appDynamics } from '../../../src/catalog/app-dynamics/definition';
import { expectGolden } from '../../golden';
import { deepFreeze } from '../../util';

const NETVIZ = 'registry.example.com/machine-agent-netviz:24.10.0';

function rich(): AppDynamicsDaemonProps {
  return {
    image: 'registry.example.com/machine-agent-analytics:24.10.0',
    controller: { host: 'controller.example.com', port: 8181, ssl: true, account: 'customer1' },
    accessKey: { secret: secret('appdynamics'), key: 'eu' },
    docker: {},
    analytics: { globalAccount: 'customer1_0123', eventEndpoint: 'https://events.example.com:9080' },
    netviz: { image: NETVIZ, listenAddress: '::', resources: { memory: { limit: Size.mebibytes(512) } } },
    hierarchyPath: 'production|frankfurt|',
    metricLimit: 4000,
    properties: { 'appdynamics.docker.container.collection.cgroup.enabled': 'true' },
    logLevel: AppDynamicsLogLevel.DEBUG,
    proxy: { host: 'proxy.example.com', port: 3128, user: 'agent', password: { secret: secret('proxy'), key: 'proxy-password' } },
    env: { TZ: EnvValue.fromValue('UTC') },
    resources: { memory: { limit: Size.gibibytes(3) } },
    variants: [
      AppDynamicsDaemon.variant('edge', Nodes.withLabel('example.com/edge'), {
        analytics: { enabled: false, globalAccount: 'customer1_0123' }, netviz: { enabled: false, image: NETVIZ }, docker: { enabled: false }, logLevel: AppDynamicsLogLevel.WARN,
      }),
    ],
  };
}

describe('the machine agent of AppDynamics', () => {
  test('that says nothing is the golden manifest', () => {
    expectGolden('app-dynamics', (scope) => { new AppDynamicsDaemon(scope, 'machine-agent', LEAST); });
  });

  test('with much to say is the golden manifest', () => {
    expectGolden('app-dynamics.rich', (scope) => { new AppDynamicsDaemon(scope, 'machine-agent', rich()); });
  });

  test.each(['app-dynamics', 'app-dynamics.rich'])('is taken by a server as %s', (name) => {
    const { report } = checkFiles([join(__dirname, '..', '..', 'golden', `${name}.k8s.yaml`)]);
    expect(report.documents.length).toBeGreaterThan(2);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('runs on every Linux node, whatever taints it has', () => {
    expect(pod().nodeSelector).toEqual({ 'kubernetes.io/os': 'linux' });
    expect(pod().tolerations).toEqual([{ operator: 'Exists' }]);
  });

  test('is root without a capability, on the network and among the processes of its node, and shares nothing else with it', () => {
    expect(container().securityContext).toEqual({
      allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: false, runAsUser: 0, runAsGroup: 0,
    });
    expect(pod()).toMatchObject({ hostNetwork: true, hostPID: true, dnsPolicy: 'ClusterFirstWithHostNet', automountServiceAccountToken: false });
    expect(pod()).not.toHaveProperty('hostIPC');
  });

  test('sees what it measures, and only reads it', () => {
    expect(container().volumeMounts!.filter(({ mountPath }) => mountPath.startsWith('/hostroot'))).toEqual(['proc', 'etc', 'sys']
      .map((name) => ({ name, mountPath: `/hostroot/${name}`, readOnly: true })));
    expect(pod().volumes!.filter(({ hostPath }) => hostPath).map(({ hostPath }) => hostPath)).toEqual(['/proc', '/etc', '/sys']
      .map((path) => ({ path, type: 'Directory' })));
  });

  test('asks the Kubernetes API for nothing', () => {
    expect(objects().map(({ kind }) => kind)).toEqual(['ServiceAccount', 'ConfigMap', 'DaemonSet']);
  });

  test('is known by the name of its node, and by its account', () => {
    const { env } = container({ accessKey: { secret: secret('keys'), key: 'eu' } });
    expect(env!.filter(({ valueFrom }) => valueFrom)).toEqual([
      { name: 'APPDYNAMICS_AGENT_ACCOUNT_ACCESS_KEY', valueFrom: { secretKeyRef: { name: 'keys', key: 'eu' } } },
      { name: 'APPDYNAMICS_AGENT_UNIQUE_HOST_ID', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    ]);
    expect(Object.fromEntries(env!.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value]))).toEqual({
      APPDYNAMICS_CONTROLLER_HOST_NAME: 'example.saas.appdynamics.com',
      APPDYNAMICS_CONTROLLER_PORT: '443',
      APPDYNAMICS_CONTROLLER_SSL_ENABLED: 'true',
      APPDYNAMICS_AGENT_ACCOUNT_NAME: 'example',
      APPDYNAMICS_SIM_ENABLED: 'true',
      APPDYNAMICS_DOCKER_ENABLED: 'false',
      APPDYNAMICS_AGENT_ENABLE_CONTAINERIDASHOSTID: 'false',
    });
  });

  test.each<[string, unknown]>([
    ['none', undefined],
    ['none, as other languages say it', null],
    ['no Secret', { key: 'controller-key' }],
    ['no key', { secret: secret('appdynamics'), key: '' }],
  ])('is not made with %s', (_, accessKey) => {
    expect(() => objects({ accessKey: accessKey as { secret: ISecret; key: string } })).toThrow(/^AppDynamicsDaemon 'machine-agent' needs accessKey, .* call it 'controller-key'/);
  });

  test('is not made without a controller', () => {
    expect(() => objects({ controller: undefined })).toThrow(/^AppDynamicsDaemon 'machine-agent' needs controller/);
  });

  test('is started again when its log is to tell something else', () => {
    const checksum = (props?: Partial<AppDynamicsDaemonProps>) => daemonSets(props)[0].spec.template.metadata!.annotations!['cdk8s-daemons/config-checksum'];
    expect(checksum({ logLevel: AppDynamicsLogLevel.DEBUG })).not.toBe(checksum());
  });

  test('has requests and a memory limit, and more of both for analytics', () => {
    expect(container().resources).toEqual({ requests: { cpu: '200m', memory: '800Mi' }, limits: { memory: '1Gi' } });
    expect(container({ analytics: { globalAccount: 'a' } }).resources).toEqual({ requests: { cpu: '300m', memory: '1Gi' }, limits: { memory: '2Gi' } });
    expect(container({ resources: { memory: { limit: Size.mebibytes(512) } } }).resources).toMatchObject({ requests: { memory: '512Mi' } });
  });

  test('may be said with options that are all undefined, and does not change them', () => {
    const undefineds: Partial<AppDynamicsDaemonProps> = {
      serverVisibility: undefined,
      docker: undefined,
      analytics: undefined,
      netviz: undefined,
      hierarchyPath: undefined,
      metricLimit: undefined,
      properties: undefined,
      logLevel: undefined,
      proxy: undefined,
      hostNetwork: undefined,
      resources: undefined,
      ports: undefined,
      env: undefined,
      hostPaths: undefined,
      volumes: undefined,
      privileges: undefined,
      containers: undefined,
      discovery: undefined,
    };
    expect(objects(undefineds)).toEqual(objects());
    const props = deepFreeze<AppDynamicsDaemonProps>({ ...rich(), variants: undefined });
    expect(appDynamics({ name: 'machine-agent' }, props)).toEqual(appDynamics({ name: 'machine-agent' }, props));
  });

  test('may have more of everything', () => {
    const { containers } = pod({
      ports: [{ name: 'syslog', number: 5144 }],
      hostPaths: [HostPath.readOnly('/srv')],
      volumes: [DaemonVolume.secret('/opt/appdynamics/conf/certificates', secret('ca'))],
      privileges: Privileges.privileged('a test'),
      containers: [{ name: 'beside', image: 'registry.example.com/beside:1.0.0' }],
      netviz: { image: 'registry.example.com/netviz:24.10.0' },
    });
    expect(containers.map(({ name }) => name)).toEqual(['machine-agent', 'beside', 'appd-netviz-agent']);
    expect(containers[0]).toMatchObject({ ports: [{ name: 'syslog', containerPort: 5144 }], securityContext: { privileged: true } });
    expect(containers[0].volumeMounts!.map(({ mountPath }) => mountPath)).toEqual(expect.arrayContaining(['/srv', '/opt/appdynamics/conf/certificates']));
  });

  test('is found by the programs of its own node alone, where they have something to send', () => {
    const services = (props: Partial<AppDynamicsDaemonProps>) => objects(props).filter(({ kind }) => kind === 'Service');
    expect(services({ analytics: { globalAccount: 'a' } }).map(({ spec }) => [spec.internalTrafficPolicy, spec.ports])).toEqual([
      ['Local', [{ name: 'analytics', port: 9090, targetPort: 'analytics' }]],
    ]);
    expect(services({ analytics: { globalAccount: 'a' }, discovery: [] })).toEqual([]);
    expect(services({ analytics: { globalAccount: 'a' }, discovery: [Discovery.headless({ ports: ['analytics'] })] })).toHaveLength(1);
  });
});
