import { load } from 'js-yaml';
import { validateXML } from 'xmllint-wasm';
import { container, file, pod } from './subject';
import { AppDynamicsDaemonProps, AppDynamicsLogLevel } from '../../../src';
import { agentConfig } from '../../../src/catalog/app-dynamics/config/agent-config';

const NETVIZ = { netviz: { image: 'registry.example.com/netviz:24.10.0' } };

/** A table of Lua: quotes are those of YAML, and so are lists and maps as soon as brackets and signs are. */
function table(text: string, name: string): unknown {
  const line = text.split('\n').find((each) => each.startsWith(`${name} = `))!.slice(name.length + 3);
  const parts = line.split(/("(?:[^"\\]|\\.)*")/).map((part, index) => (index % 2 === 1 ? part : part.replace(/(\w+) = /g, '$1: ')));
  const braces = parts.map((part, index) => (index % 2 === 1 ? part : part.replace(/\{ \{/g, '[ {').replace(/\} \}$/, '} ]')));
  return load(braces.join(''));
}

describe('the log', () => {
  test.each(Object.values(AppDynamicsLogLevel))('tells what is at least %s, in the container\'s log, by XML that is well-formed', async (logLevel) => {
    const { errors, normalized } = await validateXML({ xml: [{ fileName: 'log4j.xml', contents: file('log4j.xml', { logLevel }) }], normalization: 'c14n' });
    expect(errors).toEqual([]);
    expect([...normalized.matchAll(/<Logger additivity="false" level="(\w+)" name="([\w.]+)">\s*<AppenderRef ref="Console">/g)].map(([, level, name]) => [level, name]))
      .toEqual([[logLevel, 'com.singularity'], [logLevel, 'com.appdynamics']]);
    expect(normalized).toContain('<Console name="Console" target="SYSTEM_OUT">');
    expect(normalized).not.toMatch(/File/);
  });

  test('is configured where the agent looks for it', () => {
    expect(container().volumeMounts).toContainEqual({ name: 'config-opt-appdynamics-conf-logging', mountPath: '/opt/appdynamics/conf/logging', readOnly: true });
    expect(pod().volumes!.find(({ configMap }) => configMap)!.configMap!.items).toEqual([{ key: 'log4j.xml', path: 'log4j.xml' }]);
  });
});

describe('the configuration of the network agent', () => {
  const config = (props: Partial<AppDynamicsDaemonProps> = NETVIZ) => file('agent_config.lua', props);

  test('answers where the port is declared', () => {
    expect(table(config(), 'webserver_config')).toEqual({ host: '0.0.0.0', port: 3892, request_timeout: 10000, threads: 4 });
    const own = { netviz: { ...NETVIZ.netviz, port: 3893, listenAddress: '2001:db8::1' } };
    expect(table(config(own), 'webserver_config')).toMatchObject({ host: '2001:db8::1', port: 3893 });
    expect(pod(own).containers[1].ports).toEqual([{ name: 'netviz', containerPort: 3893 }]);
  });

  test('says what upstream says', () => {
    expect(table(config(), 'capture')).toEqual([{ cap_module: 'pcap', cap_type: 'device', ifname: 'any', thinktime: 25, buflen: 48 }]);
    expect(table(config(), 'npm_config')).toMatchObject({ mode: 'Advanced', disable_filter: 1, enable_netlib: 0, backoff_time: 300 });
    expect(config()).toContain('npm_config.lua_scripts_path = ROOT_DIR .. "/scripts/netagent/lua"');
    expect(config().startsWith('package.path = \'./?.lua;\' .. package.path\nrequire "config_helper"\n')).toBe(true);
  });

  test.each(['"', '\\', 'a\nb', '";os.exit()--'])('keeps %j a text', (host) => {
    expect(table(agentConfig(host, 1), 'webserver_config')).toMatchObject({ host, port: 1 });
  });
});
