import { config, objects } from './subject';
import { SysdigCollector, SysdigDriver, SysdigMode, SysdigRegion } from '../../../src';

describe('the collector', () => {
  test.each<[SysdigRegion, string]>([
    [SysdigRegion.AU1, 'ingest.au1.sysdig.com'],
    [SysdigRegion.EU1, 'ingest-eu1.app.sysdig.com'],
    [SysdigRegion.EU2, 'ingest.eu2.sysdig.com'],
    [SysdigRegion.IN1, 'ingest.in1.sysdig.com'],
    [SysdigRegion.JP1, 'ingest.jp1.sysdig.com'],
    [SysdigRegion.ME2, 'ingest.me2.sysdig.com'],
    [SysdigRegion.US1, 'collector.sysdigcloud.com'],
    [SysdigRegion.US2, 'ingest-us2.app.sysdig.com'],
    [SysdigRegion.US3, 'ingest.us3.sysdig.com'],
    [SysdigRegion.US4, 'ingest.us4.sysdig.com'],
  ])('of the region %s is %s, by the port and the TLS of the agent', (region, host) => {
    const written = config({ collector: SysdigCollector.region(region) });
    expect(written).toMatchObject({ collector: host });
    expect(Object.keys(written).filter((key) => /port|ssl/.test(key))).toEqual([]);
  });

  test('may be any', () => {
    expect(config({ collector: SysdigCollector.at({ host: '2001:db8::5', port: 6666, tls: false }) })).toMatchObject({ collector: '2001:db8::5', collector_port: 6666, ssl: false });
    expect(config({ collector: SysdigCollector.at({ host: 'a', verifyCertificate: false }) })).toMatchObject({ ssl_verify_certificate: false });
  });

  test('is not changed by what is made from it', () => {
    const address = { host: 'a' };
    const collector = SysdigCollector.at(address);
    address.host = 'b';
    expect(config({ collector })).toMatchObject({ collector: 'a' });
  });
});

describe('the configuration', () => {
  test('says what is off, and leaves the rest to the collector', () => {
    expect(config()).toEqual({ new_k8s: true, collector: 'ingest-eu1.app.sysdig.com', security: { enabled: true, k8s_audit_server_enabled: false } });
  });

  test('is that of the options, with extraConfig over it, map by map', () => {
    const extraConfig = 'security: { k8s_audit_server_enabled: true, k8s_audit_server_port: 7765 }\nlog: { file_priority: error }\ncollector: other';
    expect(config({ extraConfig })).toMatchObject({
      collector: 'other', log: { file_priority: 'error' }, security: { enabled: true, k8s_audit_server_enabled: true, k8s_audit_server_port: 7765 },
    });
  });

  test('keeps a drift control that is said, in each mode', () => {
    expect(config({ mode: SysdigMode.SECURE_LIGHT, driftControl: true }).drift_control).toEqual({ enabled: true });
    expect(config({ mode: SysdigMode.MONITOR, driftControl: false }).drift_control).toEqual({ enabled: false });
  });

  test('reads values as they are meant, whatever they look like', () => {
    expect(config({ clusterName: 'yes', tags: { a: 'on' } })).toMatchObject({ k8s_cluster_name: 'yes', tags: 'a:on' });
    expect(config({ clusterName: '0x10: # "\'' }).k8s_cluster_name).toBe('0x10: # "\'');
  });

  test('has no access key in it, nor has any other object', () => {
    expect(JSON.stringify(objects({ driver: SysdigDriver.KMOD }))).not.toMatch(/ACCESS_KEY|customerid/);
  });

  test('says each value itself: the agent\'s parser need not know references', () => {
    const texts = Object.values(SysdigMode).map((mode) => objects({ mode }).find(({ kind }) => kind === 'ConfigMap')!.data['dragent.yaml'] as string);
    expect(texts.filter((text) => /[&*]a\d/.test(text))).toEqual([]);
  });
});
