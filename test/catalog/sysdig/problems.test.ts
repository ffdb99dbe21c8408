import { problems } from './subject';
import { Discovery, Rollout, SysdigCollector, SysdigDaemonProps, SysdigMode } from '../../../src';

const at = (options: { host?: string; port?: number; tls?: boolean; verifyCertificate?: boolean }) => ({ collector: SysdigCollector.at({ host: 'a', ...options }) });

const SECRET = 'everybody sees who may read ConfigMaps; use the option for it; the agent\'s configuration knows no variables, '
  + 'so other credentials need a file of their own (volumes)';

describe('the options of the Sysdig agent', () => {
  test.each<[string, Partial<SysdigDaemonProps>, string]>([
    ['the collector is a URL', at({ host: 'https://collector' }),
      "collector.host 'https://collector' is none: a name or an address without a scheme, IPv6 without brackets; the port has a field of its own"],
    ['the collector has a port in its name', at({ host: 'collector:6443' }),
      "collector.host 'collector:6443' is none: a name or an address without a scheme, IPv6 without brackets; the port has a field of its own"],
    ['the port of the collector is none', at({ port: 0 }), 'collector.port is 0; it takes 1 to 65535'],
    ['a certificate is checked that is not there', at({ tls: false, verifyCertificate: true }),
      'collector.verifyCertificate has no effect, since collector.tls is false; leave one of the two out'],
    ['the cluster has no name', { clusterName: ' ' }, "clusterName ' ' is no name; leave it out for none"],
    ['a tag has a comma', { tags: { team: 'a,b' } },
      "the tag 'team: a,b' is not allowed: the agent divides tags at commas, and name and value at the first colon"],
    ['the name of a tag has a colon', { tags: { 'a:b': 'c' } },
      "the tag 'a:b: c' is not allowed: the agent divides tags at commas, and name and value at the first colon"],
    ['a tag says nothing', { tags: { team: '' } },
      "the tag 'team: ' is not allowed: the agent divides tags at commas, and name and value at the first colon"],
    ['drift is controlled without Sysdig Secure', { mode: SysdigMode.MONITOR, driftControl: true },
      'driftControl is a part of Sysdig Secure, which mode MONITOR switches off; leave one of the two out'],
    ['metrics are collected without Sysdig Monitor', { mode: SysdigMode.SECURE_LIGHT, prometheus: {} },
      'prometheus is a part of Sysdig Monitor, which mode SECURE_LIGHT switches off; leave one of the two out'],
    ['what is scraped is no mapping', { prometheus: { config: '- a' } }, 'prometheus.config is no mapping; its sections are global, scrape_configs'],
    ['what is scraped is no YAML', { prometheus: { config: 'a: [' } }, expect.stringMatching(/^prometheus.config is no YAML: /) as unknown as string],
    ['a password stands in what is scraped', { prometheus: { config: 'scrape_configs: [{ job_name: a, basic_auth: { password: b } }]' } },
      'prometheus.config.scrape_configs[0].basic_auth.password: there is a secret in plain text, which everybody sees who may read ConfigMaps; '
      + 'use the field for a file (password_file, credentials_file) and a Secret as file (volumes)'],
    ['its own metrics have no address', { selfMetrics: { listenAddress: '[::]:9544' } },
      "selfMetrics.listenAddress '[::]:9544' is no address: IPv4, or IPv6 without brackets; the port has a field of its own"],
    ['the proxy is a URL', { proxy: { host: 'http://proxy', port: 3128 } },
      "proxy.host 'http://proxy' is none: a name or an address without a scheme, IPv6 without brackets; the port has a field of its own"],
    ['the port of the proxy is none', { proxy: { host: 'proxy', port: 1.5 } }, 'proxy.port is 1.5; it takes 1 to 65535'],
    ['a Service offers what only the node reaches', { discovery: [Discovery.headless()] },
      "discovery offers the port 'health', which answers on the loopback address only; name another: selfMetrics: {} and Discovery.headless({ ports: ['metrics'] })"],
    ['extraConfig is no mapping', { extraConfig: '- a' }, 'extraConfig is no mapping; its sections are app_checks, log, prometheus, security, …'],
    ['extraConfig is no YAML', { extraConfig: 'a: [' }, expect.stringMatching(/^extraConfig is no YAML: /) as unknown as string],
    ['the access key stands in extraConfig', { extraConfig: 'customerid: 0123' },
      'extraConfig.customerid: the access key would stand in a ConfigMap, which more people may read than Secrets; it is said by accessKey'],
    ['a password stands in extraConfig', { extraConfig: 'http_proxy: { proxy_password: "${PASSWORD}" }' },
      `extraConfig.http_proxy.proxy_password: there is a secret in plain text, which ${SECRET}`],
  ])('fail when %s', (_, props, message) => {
    expect(problems(props)).toEqual([message]);
  });

  test('fail all at once', () => {
    expect(problems({
      ...at({ port: -1, host: '' }),
      clusterName: '',
      tags: { '': 'a' },

      selfMetrics: { listenAddress: 'a' },
      extraConfig: 'customerid: a',
    })).toHaveLength(6);
  });

  test('fail when two agents would run on one node', () => {
    expect(problems({ rollout: Rollout.surge() })).toContainEqual(expect.stringMatching(/^Rollout.surge\(\) with the host network never ends/));
  });

  test.each<[string, Partial<SysdigDaemonProps>]>([
    ['the collector is an IPv6 address', at({ host: '2001:db8::1', port: 6443 })],
    ['drift control is off without Sysdig Secure', { mode: SysdigMode.MONITOR, driftControl: false }],
    ['metrics are switched off in another mode', { mode: SysdigMode.SECURE, prometheus: { enabled: false, config: '- a' } }],
    ['a Service offers its own metrics', { selfMetrics: {}, discovery: [Discovery.headless({ ports: ['metrics'] })] }],
    ['the value of a tag has a colon', { tags: { site: 'eu:fra' } }],
  ])('are right when %s', (_, props) => {
    expect(problems(props)).toEqual([]);
  });
});
