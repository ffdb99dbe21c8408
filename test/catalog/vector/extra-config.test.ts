import { dump } from 'js-yaml';
import { config, problems } from './helpers';
import { LogSource } from '../../../src';

const sink = (properties: object) => ({ sinks: { a: { type: 'http', inputs: ['in_*'], ...properties } } });

describe('further configuration', () => {
  test('is merged mapping by mapping, and has the last word', () => {
    const extra = {
      sources: { kernel: { type: 'file', include: ['/dev/kmsg'], max_line_bytes: 1024 }, in_tail_kubernetes: { max_line_bytes: 65536, exclude_paths_glob_patterns: ['**/*.gz'] } },
      transforms: { mine: { type: 'filter', inputs: ['event_tail_kubernetes', 'kernel'], condition: '.a == 012' }, parts: { type: 'route', inputs: ['mine'], route: { a: 'true' } } },
      sinks: { out_stdout: { inputs: ['parts.a', 'parts._unmatched'], buffer: { max_size: 300000000 } } },
      api: { enabled: true, address: '127.0.0.1:8686' },
      timezone: 'Europe/Berlin',
    };
    const options = { extraConfig: dump(extra) };
    expect(problems(options)).toEqual([]);
    const { sources, transforms, sinks, ...others } = config(options);
    expect(sources.kernel).toEqual(extra.sources.kernel);
    expect(sources.in_tail_kubernetes).toMatchObject({ type: 'kubernetes_logs', read_from: 'beginning', ...extra.sources.in_tail_kubernetes });
    expect(transforms).toMatchObject({ event_tail_kubernetes: { type: 'remap' }, ...extra.transforms });
    expect(sinks.out_stdout).toMatchObject({ type: 'console', inputs: extra.sinks.out_stdout.inputs, buffer: { type: 'disk', max_size: 300000000, when_full: 'block' } });
    expect(others).toEqual({ data_dir: '/var/lib/vector', log_schema: { timestamp_key: '@timestamp' }, api: extra.api, timezone: 'Europe/Berlin' });
  });

  test('keeps values as Vector reads them', () => {
    const extraConfig = 'transforms: { a: { type: remap, inputs: [ "in_*" ], source: "$$1", drop_on_error: true, x: yes, y: 1.5, z: 2026-01-01, n: null } }';
    const { type, inputs, ...values } = config({ extraConfig }).transforms!.a;
    expect(values).toEqual({ source: '$$1', drop_on_error: true, x: 'yes', y: 1.5, z: '2026-01-01', n: null });
  });

  test('names its inputs by patterns, by outputs, and by variables', () => {
    expect(problems({ extraConfig: 'sinks: { a: { type: blackhole, inputs: [ "*", "event_*", "internal_metrics", "${FROM}" ] } }' })).toEqual([]);
    expect(problems({ sources: [LogSource.forward()], extraConfig: 'sinks: { a: { type: blackhole, inputs: [ "in.forward*" ] } }' })).toHaveLength(1);
  });

  test.each<[object, string]>([
    [sink({ auth: { strategy: 'basic', user: 'a', password: 'hunter2' } }), 'sinks.a.auth.password: there is a secret in plain text'],
    [sink({ auth: { strategy: 'basic', user: 'a', password: 12345 } }), 'sinks.a.auth.password: there is a secret in plain text'],
    [sink({ auth: { strategy: 'bearer', token: 'hunter2' } }), 'sinks.a.auth.token: there is a secret in plain text'],
    [sink({ tls: { key_pass: 'hunter2' } }), 'sinks.a.tls.key_pass: there is a secret in plain text'],
    [sink({ uri: 'https://admin:hunter2@example.com' }), 'sinks.a.uri: there is a secret in plain text, in a URL'],
  ])('fails when there is a secret in it, which is not repeated: %#', (extra, problem) => {
    const said = problems({ extraConfig: dump(extra) });
    expect(said).toEqual([`extraConfig.${problem}, which everybody sees who may read ConfigMaps; use the output's own field for it (LogOutput), or a variable: `
      + 'env: { NAME: EnvValue.fromSecretValue({ secret, key }) } and ${NAME}']);
    expect(said[0]).not.toMatch(/hunter2|12345/);
  });

  test.each<object>([
    sink({ auth: { password: '${PASSWORD}' } }), sink({ auth: { password: '$PASSWORD' } }), sink({ auth: { password: '${PASSWORD:?none}' } }),
    sink({ auth: { token: 'SECRET[vault.token]' }, tls: { key_file: '/etc/tls/key' } }), sink({ uri: 'https://u:${P}@example.com' }),
  ])('has no problem without one: %#', (extra) => {
    expect(problems({ extraConfig: dump(extra) })).toEqual([]);
  });
});
