interface Schema {
  readonly [property: string]: 1 | Schema;
}

/**
 * What Vector 0.56 takes, of what is used here: it refuses to start for a property that it does not know. From its own reference (website/cue/reference/components,
 * `generated`), by hand.
 */
const TLS: Schema = { ca_file: 1, crt_file: 1, key_file: 1, verify_certificate: 1, verify_hostname: 1 };
const AWS: Schema = { auth: { access_key_id: 1, secret_access_key: 1 }, region: 1, endpoint: 1 };
const BATCH: Schema = { max_bytes: 1, max_events: 1, timeout_secs: 1 };
const OF_EACH_SINK: Schema = {
  type: 1,
  inputs: 1,
  buffer: { type: 1, max_size: 1, when_full: 1 },
  acknowledgements: { enabled: 1 },
  healthcheck: { enabled: 1 },
  encoding: { codec: 1 },
};

const SOURCES: Schema = {
  kubernetes_logs: {
    type: 1,
    include_paths_glob_patterns: 1,
    exclude_paths_glob_patterns: 1,
    read_from: 1,
    glob_minimum_cooldown_ms: 1,
    extra_label_selector: 1,
    extra_namespace_label_selector: 1,
    use_apiserver_cache: 1,
    insert_namespace_fields: 1,
    pod_annotation_fields: { pod_labels: 1, pod_annotations: 1 },
    namespace_annotation_fields: { namespace_labels: 1 },
    node_annotation_fields: { node_labels: 1 },
  },
  file: { type: 1, include: 1, exclude: 1, read_from: 1 },
  journald: { type: 1, journal_directory: 1, include_units: 1, current_boot_only: 1, since_now: 1 },
  fluent: { type: 1, mode: 1, address: 1 },
  internal_metrics: { type: 1 },
  host_metrics: { type: 1, collectors: 1 },
};

const TRANSFORMS: Schema = {
  remap: { type: 1, inputs: 1, source: 1, drop_on_error: 1 },
};

const SINKS: Schema = {
  elasticsearch: {
    ...OF_EACH_SINK,
    endpoints: 1,
    mode: 1,
    api_version: 1,
    bulk: { index: 1 },
    request_retry_partial: 1,
    auth: { strategy: 1, user: 1, password: 1 },
    tls: TLS,
  },
  kafka: {
    ...OF_EACH_SINK,
    bootstrap_servers: 1,
    topic: 1,
    compression: 1,
    message_timeout_ms: 1,
    sasl: { enabled: 1, mechanism: 1, username: 1, password: 1 },
    tls: { enabled: 1, ...TLS },
  },
  aws_s3: {
    ...OF_EACH_SINK,
    ...AWS,
    bucket: 1,
    key_prefix: 1,
    filename_time_format: 1,
    filename_append_uuid: 1,
    compression: 1,
    framing: { method: 1 },
    batch: BATCH,
  },
  aws_cloudwatch_logs: { ...OF_EACH_SINK, ...AWS, group_name: 1, stream_name: 1, create_missing_group: 1, retention: { enabled: 1, days: 1 } },
  console: { ...OF_EACH_SINK, target: 1 },
  prometheus_exporter: { type: 1, inputs: 1, address: 1 },
};

const ROOT: Schema = { data_dir: 1, log_schema: { timestamp_key: 1 }, api: { enabled: 1, address: 1 }, sources: 1, transforms: 1, sinks: 1 };

/** Properties that Vector does not know, with their paths; components of types that are not in the list are those of `extraConfig`. */
export function unknownProperties(config: object): string[] {
  const components = Object.entries({ sources: SOURCES, transforms: TRANSFORMS, sinks: SINKS }).flatMap(([kind, schemas]) => (
    Object.entries((config as any)[kind] ?? {}).flatMap(([id, component]) => {
      const schema = schemas[(component as any).type];
      return schema === undefined ? [] : unknown(component, schema, `${kind}.${id}`);
    })));
  return [...unknown(config, ROOT, ''), ...components];
}

function unknown(value: unknown, schema: 1 | Schema, path: string): string[] {
  return schema === 1 ? [] : Object.entries(value as object).flatMap(([name, inner]) => (
    name in schema ? unknown(inner, schema[name], `${path}.${name}`) : [`${path}.${name}`]));
}
