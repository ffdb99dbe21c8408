import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration, Size } from 'cdk8s';
import { Cpu, EnvValue, PercentOrAbsolute } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { allBlocks, parseConfig, valuesOf } from './parse';
import { config, configText, container, define, IMAGE, loaded, objects, Options, plugin, pod, secret } from './subject';
import {
  CollectdDaemon, CollectdDaemonProps, CollectdOutput, CollectdPlugin, Discovery, HostPath, Nodes, Rollout, Tolerations,
} from '../../../src';
import { EXPAND, VARIABLE } from '../../../src/catalog/collectd/start';
import { expectGolden } from '../../golden';
import { deepFreeze } from '../../util';

function rich(scope: Construct): CollectdDaemonProps {
  const credentials = secret(scope, 'collectd-credentials');
  return {
    image: IMAGE,
    plugins: [
      CollectdPlugin.cpu({ reportByCpu: true, valuesPercentage: true }),
      CollectdPlugin.df({ mountPoints: ['/', '/var/lib'], fsTypes: ['ext4', 'xfs'] }),
      CollectdPlugin.disk({ names: ['/^(sd|nvme)/'] }),
      CollectdPlugin.networkInterface({ names: ['lo'], ignoreSelected: true }),
      CollectdPlugin.memory(),
      CollectdPlugin.processes({ names: ['kubelet', 'containerd'], delayAccounting: true }),
      CollectdPlugin.tcpconns({ localPorts: [6443, 10250] }),
      CollectdPlugin.ping('gateway.example.com', '2001:db8::1'),
      CollectdPlugin.of('contextswitch'),
      CollectdPlugin.of('tail', { config: '<File "/var/log/node/errors.log">\n  Instance "${NODE_SITE}"\n</File>', hostPaths: [HostPath.readOnly('/var/log/node')] }),
    ],
    outputs: [
      CollectdOutput.prometheus({ port: 19103, stalenessDelta: Duration.minutes(10) }),
      CollectdOutput.network({ host: 'collectd.monitoring.svc', user: 'nodes', password: { secret: credentials, key: 'network' } }),
      CollectdOutput.network({ host: '2001:db8::9', port: 25827 }),
      CollectdOutput.graphite({ host: 'carbon.monitoring.svc', prefix: 'collectd.' }),
      CollectdOutput.http({
        url: 'https://metrics.example.com/collectd', user: 'nodes', password: { secret: credentials, key: 'http' }, ca: { secret: credentials, key: 'ca' },
      }),
    ],
    interval: Duration.seconds(30),
    readThreads: 10,
    writeThreads: 2,
    writeQueueLimit: 20_000,
    extraConfig: 'Timeout 4',
    env: { NODE_SITE: EnvValue.fromValue('eu-1') },
    resources: { cpu: { request: Cpu.millis(100) }, memory: { limit: Size.mebibytes(192) } },
    discovery: [Discovery.headless({ name: 'node-values' }), Discovery.podMonitor('metrics')],
    rollout: Rollout.rolling({ maxUnavailable: PercentOrAbsolute.percent(20) }),
    tolerations: Tolerations.controlPlane(),
    variants: [CollectdDaemon.variant('gpu', Nodes.withLabel('nvidia.com/gpu.present', 'true'), { plugins: [CollectdPlugin.cpu(), CollectdPlugin.smart()] })],
  };
}

describe('a collectd that says only its image', () => {
  test('is the golden manifest', () => expectGolden('collectd', (scope) => new CollectdDaemon(scope, 'collectd', { image: IMAGE })));

  test('measures what every node has, for Prometheus', () => {
    expect(loaded()).toEqual(['logfile', 'cpu', 'df', 'disk', 'interface', 'load', 'memory', 'swap', 'uptime', 'write_prometheus', 'match_regex', 'target_replace']);
    expect(objects().find(({ kind }) => kind === 'Service')!.spec).toMatchObject({ clusterIP: 'None', ports: [{ name: 'metrics', port: 9103, targetPort: 'metrics' }] });
  });

  test('is nobody on the node\'s network, with the node\'s file system alone', () => {
    expect(container().securityContext).toEqual({
      allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsUser: 65534, runAsGroup: 65534, runAsNonRoot: true,
    });
    expect(pod().hostNetwork).toBe(true);
    expect(pod()).not.toHaveProperty('hostPID');
    expect(pod().volumes!.flatMap(({ hostPath }) => hostPath?.path ?? [])).toEqual(['/']);
  });

  test('may be said with options that are all undefined', () => {
    const names = ['plugins', 'outputs', 'interval', 'writeQueueLimit', 'extraConfig', 'resources', 'env', 'hostPaths', 'volumes', 'privileges', 'discovery'];
    expect(objects(Object.fromEntries(names.map((name) => [name, undefined])))).toEqual(objects());
  });
});

describe('a collectd with everything', () => {
  test('is the golden manifest', () => expectGolden('collectd.rich', (scope) => new CollectdDaemon(scope, 'collectd', rich(scope))));

  test('leaves its options as they are', () => {
    expect(() => define((scope) => deepFreeze(rich(scope))).node.validate()).not.toThrow();
    expect(define(rich).node.validate()).toEqual([]);
  });
});

describe.each<[string, Options]>([['that says only its image', {}], ['with everything', rich]])('the configuration of a collectd %s', (_, options) => {
  const directories = () => container(options).volumeMounts!.map(({ mountPath }) => mountPath);

  test('names no variable that the container does not have, and every variable of a Secret', () => {
    const names = new Set([...configText(options).matchAll(VARIABLE)].map(([, name]) => name));
    expect((container(options).env ?? []).map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  test('holds no secret', () => {
    const passwords = allBlocks(config(options)).flatMap((block) => valuesOf(block, 'Password')).flat();
    expect(passwords.filter((password) => !/^\$\{COLLECTD_\w+_PASSWORD\}$/.test(password))).toEqual([]);
  });

  test('opens the port that is declared', () => {
    const port = Number(valuesOf(plugin('write_prometheus', options), 'Port')[0][0]);
    expect(container(options).ports).toEqual([{ name: 'metrics', containerPort: port }]);
  });

  test('names files and directories that are mounted only', () => {
    const blocks = allBlocks(config(options));
    const mountPoints = valuesOf(plugin('df', options), 'MountPoint').flat().filter((path) => !path.endsWith('/'));
    const files = [...mountPoints, ...blocks.flatMap((block) => valuesOf(block, 'CACert')).flat(), ...blocks.filter(({ name }) => name === 'File').flatMap(({ args }) => args),
      ...valuesOf(config(options), 'BaseDir').flat()];
    expect(files.filter((file) => !directories().some((directory) => file === directory || file.startsWith(`${directory}/`)))).toEqual([]);
  });

  test('is read and written where the container has it', () => {
    const [, template, file] = container(options).args!;
    expect(directories().filter((directory) => template.startsWith(`${directory}/`) || file.startsWith(`${directory}/`))).toHaveLength(2);
    expect(pod(options).volumes).toContainEqual(expect.objectContaining({ emptyDir: { medium: 'Memory', sizeLimit: '2Mi' } }));
  });
});

describe('what is written', () => {
  const text = (extraConfig: string) => configText({ extraConfig });

  test('is read back as it was said', () => {
    const names = ['a "b" \\c', 'on', '# no comment', '/^\\d+$/', 'ü', '\\'];
    expect(valuesOf(plugin('disk', { plugins: [CollectdPlugin.disk({ names })] }), 'Disk').flat()).toEqual(names);
  });

  test('has what is said verbatim at its end', () => {
    expect(text('Timeout 4\n\n')).toMatch(/\n\nTimeout 4\n$/);
    expect(configText({ plugins: [CollectdPlugin.of('exec', { config: 'Exec "nobody" "/bin/true"' })] })).toContain('<Plugin "exec">\nExec "nobody" "/bin/true"\n</Plugin>\n');
  });

  test('says one block for all outputs of a kind', () => {
    const outputs = [CollectdOutput.network({ host: 'a' }), CollectdOutput.network({ host: 'b' })];
    expect(plugin('network', { outputs }).blocks.map(({ args }) => args)).toEqual([['a', '25826'], ['b', '25826']]);
    expect(loaded({ outputs }).filter((name) => name === 'network')).toHaveLength(1);
  });

  test('encrypts with credentials, and not without', () => {
    const levels = (options: Options) => valuesOf(plugin('network', options).blocks[0], 'SecurityLevel').flat();
    expect(levels((scope) => ({ outputs: [CollectdOutput.network({ host: 'a', user: 'u', password: { secret: secret(scope, 's'), key: 'k' } })] }))).toEqual(['Encrypt']);
    expect(levels({ outputs: [CollectdOutput.network({ host: 'a' })] })).toEqual([]);
  });
});

describe('the start of the container', () => {
  function expand(template: string, env: { [name: string]: string }): string {
    const directory = mkdtempSync(join(tmpdir(), 'collectd-'));
    try {
      const [from, to] = ['template', 'collectd.conf'].map((name) => join(directory, name));
      writeFileSync(from, template);
      // as it is written, but for the program at its end
      const [shell, flag, script, ...name] = container().command!;
      expect(script).toMatch(/ && exec collectd -f -C "\$3"$/);
      execFileSync(shell, [flag, script.replace('exec collectd -f -C', 'exec ls'), ...name, EXPAND, from, to], { env: { PATH: process.env.PATH!, ...env } });
      return readFileSync(to, 'utf8');
    } finally {
      rmSync(directory, { recursive: true });
    }
  }

  test('puts in what the variables hold, whatever signs that has', () => {
    const value = 'p"a\\s&s $HOME ${OTHER} `x` 100%\\n';
    const { entries } = parseConfig(expand('A "${SECRET}"\nB "x-${NAME}-${NAME}"\nC "${UNKNOWN} $NAME {NAME}"\n', { SECRET: value, NAME: 'node-1', OTHER: 'no' }));
    expect(entries.map(({ values }) => values[0])).toEqual([value, 'x-node-1-node-1', '${UNKNOWN} $NAME {NAME}']);
  });

  test('leaves the rest as it is', () => {
    const template = configText({ plugins: [CollectdPlugin.df(), CollectdPlugin.networkInterface(), CollectdPlugin.disk({ names: ['a\\b"c&'] })] });
    expect(expand(template, {})).toBe(template);
  });
});
