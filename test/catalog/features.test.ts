import { EnvValue } from 'cdk8s-plus-27';
import { HostPath, KubernetesAccess, Privileges } from '../../src';
import { Feature, withFeatures } from '../../src/catalog/features';

const AGENT = { image: 'registry.example.com/agent:1.4.2' };

const reads: Feature = {
  hostPid: true,
  capabilities: ['SYS_PTRACE'],
  hostPaths: [HostPath.readOnly('/proc', { mountPath: '/host/proc' }), HostPath.readOnly('/var/run/agent')],
  kubernetesAccess: [KubernetesAccess.read('pods')],
};
const writes: Feature = {
  capabilities: ['SYS_PTRACE', 'SYS_ADMIN'],
  hostPaths: [HostPath.readWrite('/var/run/agent'), HostPath.readOnly('/proc')],
  kubernetesAccess: [KubernetesAccess.read('pods'), KubernetesAccess.read('nodes')],
};

test('parts that are off leave no trace', () => {
  expect(Object.entries(withFeatures(AGENT, [])).filter(([, value]) => value !== undefined)).toEqual([['image', AGENT.image], ['env', {}]]);
});

test('parts bring what they need, and what the definition says stays', () => {
  const env = { A: EnvValue.fromValue('1'), B: EnvValue.fromValue('2') };
  const definition = { ...AGENT, env: { B: EnvValue.fromValue('own') }, ports: [{ name: 'api', number: 80 }], hostNetwork: false };
  const merged = withFeatures(definition, [{ env, ports: [{ name: 'traces', number: 81 }], hostNetwork: true }, { hostPid: true }]);
  expect(Object.entries(merged.env!).map(([name, { value }]) => [name, value])).toEqual([['A', '1'], ['B', 'own']]);
  expect([merged.ports!.map(({ name }) => name), merged.hostNetwork, merged.hostPid]).toEqual([['api', 'traces'], false, true]);
});

test('what two parts bring is there once, and a path is written where one of them writes', () => {
  const merged = withFeatures({ ...AGENT, privileges: Privileges.root() }, [reads, writes]);
  expect(merged.hostPaths!.map((path) => [path._path(''), path._options.mountPath, path.isReadOnly]))
    .toEqual([['/proc', '/host/proc', true], ['/var/run/agent', undefined, false], ['/proc', undefined, true]]);
  expect(merged.kubernetesAccess!.flatMap((access) => access._render().resources)).toEqual(['pods', 'nodes']);
  expect(merged.privileges!._renderRestricted()).toMatchObject({ runAsUser: 0, capabilities: { add: ['SYS_PTRACE', 'SYS_ADMIN'] } });
});
