import { MountPropagation } from 'cdk8s-plus-27';
import { args, BASE_ARGS, container, daemonSet, FILTER_ARGS, furtherArgs, mounts, objects, problems, secret } from './subject';
import { Discovery, NodeExporterDaemonProps, NodeExporterListen, Privileges } from '../../../src';

describe('the address', () => {
  test.each([
    [NodeExporterListen.NODE_ADDRESS, '[$(HOST_IP)]:9200'],
    [NodeExporterListen.ALL_INTERFACES, ':9200'],
    [NodeExporterListen.LOOPBACK, '127.0.0.1:9200'],
  ])('%s is %s', (listen, address) => {
    expect(args({ listen, port: 9200 })).toContain(`--web.listen-address=${address}`);
    expect(container({ listen, port: 9200 }).ports).toEqual([{ name: 'metrics', containerPort: 9200 }]);
  });

  test('needs the variable HOST_IP only where it is the node\'s', () => {
    const names = (listen: NodeExporterListen) => container({ listen }).env!.map(({ name }) => name);
    expect(names(NodeExporterListen.NODE_ADDRESS)).toEqual(['K8S_NODE_NAME', 'HOST_IP']);
    expect(names(NodeExporterListen.ALL_INTERFACES)).toEqual(['K8S_NODE_NAME']);
    expect(names(NodeExporterListen.LOOPBACK)).toEqual(['K8S_NODE_NAME']);
  });

  test('127.0.0.1 has no Service, and is probed there', () => {
    const props = { listen: NodeExporterListen.LOOPBACK };
    expect(objects(props).map(({ kind }) => kind)).not.toContain('Service');
    expect(container(props).readinessProbe?.httpGet).toEqual({ path: '/', port: 'metrics', host: '127.0.0.1' });
    expect(container(props).livenessProbe?.httpGet?.host).toBe('127.0.0.1');
  });

  test.each([
    ['every port', Discovery.headless()],
    ['the port by name', Discovery.service({ ports: ['metrics'] })],
    ['a PodMonitor', Discovery.podMonitor('metrics')],
    ['a host port', Discovery.hostPort('metrics')],
  ])('fails when the loopback address is offered by %s', (_, discovery) => {
    expect(problems({ listen: NodeExporterListen.LOOPBACK, discovery: [discovery] })).toEqual(["discovery offers the port 'metrics', which answers on the loopback address only; "
      + "name the port of a proxy: Discovery.headless({ ports: ['https'] })"]);
  });
});

describe('the collectors', () => {
  test('are turned on and off by name, each once', () => {
    expect(furtherArgs({ collectors: { enable: ['processes', 'cpu_vulnerabilities', 'processes'], disable: ['nfs', 'infiniband', 'nfs'] } }))
      .toEqual(['--collector.processes', '--collector.cpu_vulnerabilities', '--no-collector.nfs', '--no-collector.infiniband']);
  });

  test('may be only those that are named; filters of others are then left out', () => {
    expect(args({ collectors: { enable: ['cpu', 'meminfo'], disableDefaults: true } }))
      .toEqual([...BASE_ARGS, '--collector.disable-defaults', '--collector.cpu', '--collector.meminfo']);
    expect(args({ collectors: { enable: ['filesystem', 'arp'], disableDefaults: true } })).toEqual([...BASE_ARGS, '--collector.disable-defaults', '--collector.filesystem',
      '--collector.arp', FILTER_ARGS[0], FILTER_ARGS[3]]);
    expect(args({ collectors: { disable: ['netdev'] } })).toEqual([...BASE_ARGS, '--no-collector.netdev', FILTER_ARGS[0], FILTER_ARGS[2], FILTER_ARGS[3]]);
  });

  test.each(['rapl', 'slabinfo'])('%s reads files of root, as root without a capability', (name) => {
    expect(container({ collectors: { enable: [name] } }).securityContext).toEqual({
      allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsUser: 0, runAsGroup: 0,
    });
  });

  test('perf gets the capability PERFMON, as root, since a capability does not reach nobody', () => {
    expect(container({ collectors: { enable: ['slabinfo', 'perf'] } }).securityContext)
      .toMatchObject({ runAsUser: 0, allowPrivilegeEscalation: false, capabilities: { add: ['PERFMON'], drop: ['ALL'] } });
  });

  test.each(['systemd', 'logind'])('%s gets the directory of the D-Bus socket, read-only and as nobody', (name) => {
    const props = { collectors: { enable: [name] } };
    expect(mounts(props)).toContainEqual({
      mount: { name: 'run-dbus', mountPath: '/var/run/dbus', readOnly: true }, volume: { name: 'run-dbus', hostPath: { path: '/run/dbus', type: 'Directory' } },
    });
    expect(container(props).securityContext?.runAsUser).toBe(65534);
    expect(problems(props)).toEqual([]);
  });

  test('need nothing more where they are not named', () => {
    const props = { collectors: { enable: ['processes', 'interrupts'], disable: ['rapl'] } };
    expect(container(props).securityContext).toEqual(container().securityContext);
    expect(mounts(props)).toEqual(mounts());
  });

  test('get the privileges that are stated instead', () => {
    const privileges = Privileges.root().withCapabilities('SYS_ADMIN');
    expect(container({ collectors: { enable: ['perf'] }, privileges }).securityContext).toMatchObject({ runAsUser: 0, capabilities: { add: ['SYS_ADMIN'] } });
  });

  test.each(['--collector.cpu', 'CPU', 'cpu info', ''])('fails when a name is \'%s\'', (name) => {
    expect(problems({ collectors: { enable: [name] } })).toEqual([
      `the collector name '${name}' is not allowed: lower-case letters, digits, '_' and '.', such as cpu_vulnerabilities, without --collector.`,
    ]);
    expect(problems({ collectors: { disable: [name] } })).toHaveLength(1);
  });

  test('fails when one is turned on and off', () => {
    expect(problems({ collectors: { enable: ['nfs', 'cpu'], disable: ['nfs'] } }))
      .toEqual(["the collector 'nfs' is in collectors.enable and in collectors.disable; leave it out of one of them"]);
  });

  test('fails when none is left', () => {
    expect(problems({ collectors: { disableDefaults: true } })).toEqual(['collectors.disableDefaults leaves no collector; name in collectors.enable those that are wanted']);
  });
});

describe('the text files', () => {
  test('are read from a directory of the node that appears when it is mounted later', () => {
    const props = { textfileDirectory: '/var/lib/textfiles' };
    expect(furtherArgs(props)).toEqual(['--collector.textfile.directory=/host/textfile']);
    expect(mounts(props)).toContainEqual({
      mount: { name: 'var-lib-textfiles', mountPath: '/host/textfile', readOnly: true, mountPropagation: 'HostToContainer' },
      volume: { name: 'var-lib-textfiles', hostPath: { path: '/var/lib/textfiles', type: 'DirectoryOrCreate' } },
    });
  });

  test('are mounted without propagation where the machine has none', () => {
    const found = mounts({ textfileDirectory: '/srv/metrics', rootMountPropagation: MountPropagation.NONE }).find(({ mount }) => mount.mountPath === '/host/textfile');
    expect(found!.mount.mountPropagation).toBe('None');
  });

  test('fails when their collector is off', () => {
    const message = "textfileDirectory has no effect, since the collector 'textfile' is off; turn it on, or leave textfileDirectory out";
    expect(problems({ textfileDirectory: '/srv/metrics', collectors: { disable: ['textfile'] } })).toEqual([message]);
    expect(problems({ textfileDirectory: '/srv/metrics', collectors: { enable: ['cpu'], disableDefaults: true } })).toEqual([message]);
    expect(problems({ textfileDirectory: '/srv/metrics', collectors: { enable: ['textfile'], disableDefaults: true } })).toEqual([]);
  });

  test('fails when the directory is not absolute, or only root may read it', () => {
    expect(problems({ textfileDirectory: 'metrics' })).toEqual([expect.stringContaining("the path 'metrics' of the node must be absolute")]);
    expect(problems({ textfileDirectory: '/root/metrics' })).toEqual([expect.stringContaining('Privileges.root()')]);
  });
});

describe('the file systems', () => {
  test('may be chosen by what is left out', () => {
    expect(furtherArgs({ filesystem: { mountPointsExclude: '^/scratch/', fsTypesExclude: '^(tmpfs|overlay)$' } }))
      .toEqual(['--collector.filesystem.mount-points-exclude=^/scratch/', '--collector.filesystem.fs-types-exclude=^(tmpfs|overlay)$']);
    expect(args({ filesystem: { mountPointsExclude: '^/scratch/' } })).not.toContain(FILTER_ARGS[0]);
  });

  test('may be chosen by what is measured, and then nothing is left out', () => {
    expect(args({ filesystem: { mountPointsInclude: '^/(data)?$', fsTypesInclude: '^xfs$' } }).filter((arg) => arg.includes('filesystem')))
      .toEqual(['--collector.filesystem.mount-points-include=^/(data)?$', '--collector.filesystem.fs-types-include=^xfs$']);
  });

  test('may all be measured, by the empty text, which replaces the exporter\'s own default', () => {
    expect(args({ filesystem: { mountPointsExclude: '', fsTypesExclude: '' } }).filter((arg) => arg.includes('filesystem')))
      .toEqual(['--collector.filesystem.mount-points-exclude=', '--collector.filesystem.fs-types-exclude=']);
  });

  test('fails when both are said, or the collector is off', () => {
    expect(problems({ filesystem: { mountPointsExclude: 'a', mountPointsInclude: 'b', fsTypesExclude: 'c', fsTypesInclude: 'd' } })).toEqual([
      'filesystem has mountPointsExclude and mountPointsInclude, and the exporter takes only one of them; leave one out',
      'filesystem has fsTypesExclude and fsTypesInclude, and the exporter takes only one of them; leave one out',
    ]);
    expect(problems({ filesystem: {}, collectors: { disable: ['filesystem'] } }))
      .toEqual(["filesystem has no effect, since the collector 'filesystem' is off; turn it on, or leave filesystem out"]);
  });

  test('are not measured without the node\'s root, since the exporter would see its own', () => {
    const props = { rootFilesystem: false };
    expect(args(props)).toEqual(['--path.procfs=/host/proc', '--path.sysfs=/host/sys', '--web.listen-address=[$(HOST_IP)]:9100', '--no-collector.filesystem', '--no-collector.os',
      ...FILTER_ARGS.slice(1)]);
    expect(mounts(props).map(({ mount }) => mount.mountPath)).toEqual(['/host/proc', '/host/sys']);
    expect(args({ rootFilesystem: false, collectors: { disable: ['os', 'nfs'] } }).filter((arg) => arg.startsWith('--no-')))
      .toEqual(['--no-collector.os', '--no-collector.nfs', '--no-collector.filesystem']);
    expect(args({ rootFilesystem: false, collectors: { enable: ['cpu'], disableDefaults: true } }).filter((arg) => arg.startsWith('--no-'))).toEqual([]);
    expect(problems({ rootFilesystem: false, collectors: { enable: ['filesystem'] } }))
      .toContain("the collector 'filesystem' needs the node's file system, which rootFilesystem: false takes away; leave one of the two out");
  });

  test('that are mounted later are seen, unless the machine cannot tell', () => {
    const root = (props?: NodeExporterDaemonProps) => mounts(props).find(({ mount }) => mount.mountPath === '/host/root')!.mount;
    expect(root()).toEqual({ name: 'root', mountPath: '/host/root', readOnly: true, mountPropagation: 'HostToContainer' });
    expect(root({ rootMountPropagation: MountPropagation.NONE }).mountPropagation).toBe('None');
  });
});

describe('the network devices', () => {
  test('that are left out are the same for each collector that knows devices', () => {
    expect(args({ networkDevicesExclude: '^(docker0|veth.*)$' }).filter((arg) => arg.includes('veth'))).toEqual([
      '--collector.netdev.device-exclude=^(docker0|veth.*)$', '--collector.netclass.ignored-devices=^(docker0|veth.*)$', '--collector.arp.device-exclude=^(docker0|veth.*)$',
    ]);
  });

  test('are all measured with the empty text; no flag is written, since netclass would take it as "leave out everything"', () => {
    expect(args({ networkDevicesExclude: '' })).toEqual([...BASE_ARGS, FILTER_ARGS[0]]);
  });
});

describe('HTTPS', () => {
  const webYml = (props: NodeExporterDaemonProps) => objects(props).find(({ kind }) => kind === 'ConfigMap')!.data!['web.yml'];

  test('takes certificate and key from a Secret; the configuration holds their paths only', () => {
    const props = { tls: { secret: secret('exporter-tls') } };
    expect(furtherArgs(props)).toEqual(['--web.config.file=/etc/node-exporter/web.yml']);
    expect(webYml(props)).toBe('tls_server_config:\n  cert_file: /etc/node-exporter-tls/tls.crt\n  key_file: /etc/node-exporter-tls/tls.key\n');
    expect(mounts(props).slice(-2)).toEqual([
      {
        mount: { name: 'config-etc-node-exporter', mountPath: '/etc/node-exporter', readOnly: true },
        volume: { name: 'config-etc-node-exporter', configMap: { name: 'node-exporter', items: [{ key: 'web.yml', path: 'web.yml' }] } },
      },
      {
        mount: { name: 'secret-exporter-tls', mountPath: '/etc/node-exporter-tls', readOnly: true },
        volume: { name: 'secret-exporter-tls', secret: { secretName: 'exporter-tls' } },
      },
    ]);
    expect(container(props).readinessProbe?.httpGet).toEqual({ path: '/', port: 'metrics', scheme: 'HTTPS' });
    expect(container(props).livenessProbe?.httpGet?.scheme).toBe('HTTPS');
  });

  test('may ask clients for a certificate, which the kubelet has not: an open port is then enough', () => {
    const props = { tls: { secret: secret('exporter-tls'), clientCaKey: 'ca.crt' } };
    expect(webYml(props)).toContain('  client_auth_type: RequireAndVerifyClientCert\n  client_ca_file: /etc/node-exporter-tls/ca.crt\n');
    expect(container(props).readinessProbe).toEqual({ tcpSocket: { port: 'metrics' }, timeoutSeconds: 5 });
    expect(container(props).livenessProbe).toEqual({ tcpSocket: { port: 'metrics' }, periodSeconds: 30, timeoutSeconds: 10 });
  });

  test('on the loopback address is probed there, but not where a certificate would be asked for', () => {
    const listen = NodeExporterListen.LOOPBACK;
    expect(container({ listen, tls: { secret: secret('t') } }).livenessProbe?.httpGet).toEqual({ path: '/', port: 'metrics', scheme: 'HTTPS', host: '127.0.0.1' });
    expect(container({ listen, tls: { secret: secret('t'), clientCaKey: 'ca.crt' } })).not.toHaveProperty('livenessProbe');
    expect(container({ listen, webConfig: { secret: secret('w') } })).not.toHaveProperty('readinessProbe');
  });

  test('changes of the configuration restart the pods', () => {
    const checksum = (clientCaKey?: string) => daemonSet({ tls: { secret: secret('t'), clientCaKey } }).spec.template.metadata!.annotations!['cdk8s-daemons/config-checksum'];
    expect(checksum()).toMatch(/^[0-9a-f]{16}$/);
    expect(checksum('ca.crt')).not.toBe(checksum());
    expect(daemonSet().spec.template.metadata).not.toHaveProperty('annotations');
  });

  test('and passwords may be said by a configuration of one\'s own, which stays in its Secret', () => {
    const props = { webConfig: { secret: secret('exporter-web') } };
    expect(furtherArgs(props)).toEqual(['--web.config.file=/etc/node-exporter/web.yml']);
    expect(furtherArgs({ webConfig: { secret: secret('exporter-web'), key: 'web-config.yaml' } })).toEqual(['--web.config.file=/etc/node-exporter/web-config.yaml']);
    expect(mounts(props)).toContainEqual({
      mount: { name: 'secret-exporter-web', mountPath: '/etc/node-exporter', readOnly: true }, volume: { name: 'secret-exporter-web', secret: { secretName: 'exporter-web' } },
    });
    expect(container(props).readinessProbe).toHaveProperty('tcpSocket');
    expect(objects(props).map(({ kind }) => kind)).not.toContain('ConfigMap');
  });

  test.each([Discovery.podMonitor('metrics'), Discovery.serviceMonitor('metrics')])('fails when a monitor would ask by HTTP', (monitor) => {
    const discovery = [Discovery.headless(), monitor];
    expect(problems({ tls: { secret: secret('t') }, discovery })).toEqual([`with tls the exporter answers by HTTPS, and Discovery.${monitor._kind}() asks by HTTP; leave it out and `
      + 'write a monitor of your own (an ApiObject of cdk8s) with scheme: https']);
    expect(problems({ discovery })).toEqual([]);
  });

  test('fails when both ways are said', () => {
    expect(problems({ tls: { secret: secret('t') }, webConfig: { secret: secret('w') } })).toContain('tls and webConfig are both given, and the exporter reads one web '
      + 'configuration; say tls_server_config in that of webConfig, and leave tls out');
  });
});

describe('further arguments', () => {
  test('come last', () => {
    const extraArgs = ['--collector.sysctl.include=vm.swappiness', '--collector.sysctl.include=net.core.somaxconn', '--log.level', 'warn'];
    expect(args({ collectors: { enable: ['sysctl'] }, extraArgs })).toEqual([...BASE_ARGS, '--collector.sysctl', ...FILTER_ARGS, ...extraArgs]);
    expect(problems({ collectors: { enable: ['sysctl'] }, extraArgs })).toEqual([]);
  });

  test.each(['--path.procfs=/proc', '--collector.processes', '--no-collector.processes', '--no-collector.nfs', '--collector.nfs', '--collector.filesystem.mount-points-exclude=^/x',
    '--collector.netclass.ignored-devices', '--web.config.file=/x', '--collector.disable-defaults'])('fails when %s is repeated, with which the exporter does not start', (arg) => {
    const flag = arg.replace(/^--(no-)?/, '').replace(/=.*/, '');
    const props = { collectors: { enable: ['processes', 'filesystem', 'netclass'], disable: ['nfs'], disableDefaults: true }, tls: { secret: secret('t') }, extraArgs: [arg] };
    expect(problems(props)).toEqual([`extraArgs repeats '--${flag}', which the exporter takes only once; say it by the option that writes it`]);
  });

  test('may repeat the flags that the exporter takes several times', () => {
    expect(problems({ textfileDirectory: '/srv/metrics', extraArgs: ['--collector.textfile.directory=/host/root/srv/more', '--web.listen-address=[::1]:9100'] })).toEqual([]);
  });

  test.each([
    ['collector.filesystem.mount-points-include', 'collector.filesystem.mount-points-exclude', {}],
    ['collector.netdev.device-include', 'collector.netdev.device-exclude', {}],
    ['collector.filesystem.fs-types-exclude', 'collector.filesystem.fs-types-include', { filesystem: { fsTypesInclude: '^xfs$' } }],
  ])('fails when --%s shuts out a flag that an option writes', (flag, rival, props: NodeExporterDaemonProps) => {
    expect(problems({ ...props, extraArgs: [`--${flag}=^eth`] }))
      .toEqual([`extraArgs has '--${flag}', which shuts out '--${rival}'; say it by the option that writes the latter, or give that option the empty text`]);
    expect(problems({ networkDevicesExclude: '', extraArgs: ['--collector.netdev.device-include=^eth'] })).toEqual([]);
  });
});
