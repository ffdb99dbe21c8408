import { Duration } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { problems, secret } from './subject';
import { CollectdOutput, CollectdPlugin, CollectdSecurityLevel } from '../../../src';

describe('a definition of collectd', () => {
  test('fails without an image', () => {
    expect(problems({ image: '' })).toContain("image is missing: the collectd project publishes none; give one of yours, with Debian's collectd-core for example");
  });

  test('fails when nothing is measured, or nobody gets it', () => {
    expect(problems({ plugins: [], outputs: [] })).toEqual([
      'plugins is empty, so nothing would be measured; leave it out for those that every node has',
      'outputs is empty, so nobody would get what is measured; leave it out for a page that Prometheus scrapes',
    ]);
  });

  test('fails when plugins are no names, or there twice, or loaded already, all at once', () => {
    const plugins = [
      CollectdPlugin.cpu(), CollectdPlugin.of('cpu'), CollectdPlugin.of('cpu.so'), CollectdPlugin.of('logfile'), CollectdPlugin.of('write_prometheus'), CollectdPlugin.ping(),
      CollectdPlugin.df({ mountPoints: ['var'] }),
    ];
    expect(problems({ plugins })).toEqual([
      "the plugin name 'cpu.so' is not allowed: letters, digits and '_', such as contextswitch",
      "the plugin 'cpu' is there twice, and collectd loads it once; say all of its configuration at once",
      "the plugin 'logfile' is loaded already, for the log; leave it out of plugins",
      "the plugin 'write_prometheus' is loaded already, for an output; leave it out of plugins",
      'CollectdPlugin.ping names no host; name those to ask',
      "the mount point 'var' of CollectdPlugin.df is no absolute path of the node",
    ]);
  });

  test('may name a plugin that is no output here', () => {
    expect(problems({ plugins: [CollectdPlugin.of('network')] })).toEqual([]);
  });

  test('fails when there are two pages', () => {
    expect(problems({ outputs: [CollectdOutput.prometheus(), CollectdOutput.prometheus({ port: 9104 })] }))
      .toEqual(['CollectdOutput.prometheus() is there twice, and collectd has one page; leave one out']);
  });

  test.each(['[2001:db8::1]', 'udp://a', 'a/b', '', 'carbon:2003'])("fails when the host is '%s'", (host) => {
    expect(problems({ outputs: [CollectdOutput.network({ host })] })).toEqual([expect.stringMatching(/^the host '.*' of CollectdOutput.network is none: /)]);
    expect(problems({ outputs: [CollectdOutput.graphite({ host })] })).toHaveLength(1);
  });

  test.each(['carbon.monitoring.svc', '192.0.2.1', '2001:db8::1', 'fe80::1%eth0'])("takes the host '%s'", (host) => {
    expect(problems({ outputs: [CollectdOutput.network({ host }), CollectdOutput.graphite({ host })] })).toEqual([]);
  });

  test.each([0, 65536, 1.5])('fails when a port is %p', (port) => {
    expect(problems({ outputs: [CollectdOutput.network({ host: 'a', port })] })).toEqual([`the port ${port} of CollectdOutput.network is none; it takes 1 to 65535`]);
  });

  test('fails when credentials are half, missing or of no use', () => {
    expect(problems((scope) => ({
      outputs: [
        CollectdOutput.network({ host: 'a', user: 'u' }),
        CollectdOutput.network({ host: 'b', securityLevel: CollectdSecurityLevel.SIGN }),
        CollectdOutput.network({ host: 'c', securityLevel: CollectdSecurityLevel.NONE, user: 'u', password: { secret: secret(scope, 's'), key: 'k' } }),
        CollectdOutput.http({ url: 'https://a', user: 'u' }),
      ],
    }))).toEqual([
      'CollectdOutput.network has a user without password; say both, or neither',
      'CollectdOutput.network has the securityLevel Sign, whose key is made from user and password; say both',
      'CollectdOutput.network has user and password, which securityLevel NONE does not use; leave securityLevel out',
      'CollectdOutput.http has a user without password; say both, or neither',
    ]);
  });

  test('fails when a URL is none, holds a password, or has no use for a certificate', () => {
    expect(problems((scope) => ({
      outputs: [CollectdOutput.http({ url: 'metrics' }), CollectdOutput.http({ url: 'https://u:secret@b/' }), CollectdOutput.http({ url: 'http://c', ca: { secret: secret(scope, 's'), key: 'k' } })],
    }))).toEqual([
      "the url 'metrics' of CollectdOutput.http is none; it begins with https:// or http://",
      'the url of CollectdOutput.http holds a user name or password, which everybody sees who may read ConfigMaps; say user and password',
      "the url 'http://c' of CollectdOutput.http is not encrypted, so ca has no effect; begin it with https://, or leave ca out",
    ]);
  });

  test('fails when numbers are none', () => {
    expect(problems({ readThreads: 0, writeThreads: 1.5, writeQueueLimit: -1, interval: Duration.seconds(0) })).toEqual([
      'readThreads is 0; it takes a whole number from 1 on',
      'writeThreads is 1.5; it takes a whole number from 1 on',
      'writeQueueLimit is -1; it takes a whole number from 1 on',
      'interval is 0 seconds; it takes more',
    ]);
  });

  test.each([0, 1500])('fails when values would be stale after %p milliseconds', (milliseconds) => {
    expect(problems({ outputs: [CollectdOutput.prometheus({ stalenessDelta: Duration.millis(milliseconds) })] }))
      .toEqual([`stalenessDelta of CollectdOutput.prometheus is ${milliseconds} ms; it takes whole seconds from 1 on`]);
  });

  test('fails when there is a secret in plain text, without repeating it', () => {
    const found = problems({ extraConfig: '<Plugin "mysql">\n  Password "hunter2"\n</Plugin>', plugins: [CollectdPlugin.of('curl', { config: 'ApiKey hunter2' })] });
    expect(found).toHaveLength(2);
    expect(found[0]).toBe("extraConfig, line 2: there is a secret in plain text in 'Password', which everybody sees who may read ConfigMaps; "
      + 'use a variable: env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and Password "${NAME}"');
    expect(found[1]).toContain("config of the plugin 'curl', line 1");
    expect(found.join()).not.toContain('hunter2');
  });

  test('fails when a variable is missing', () => {
    const extraConfig = '<Plugin "mysql">\n  Password "${MYSQL_PASSWORD}"\n</Plugin>';
    expect(problems({ extraConfig })).toEqual(['the configuration uses ${MYSQL_PASSWORD}, and there is no such variable; say it in env']);
    expect(problems((scope) => ({ extraConfig, env: { MYSQL_PASSWORD: EnvValue.fromSecretValue({ secret: secret(scope, 's'), key: 'k' }) } }))).toEqual([]);
  });
});
