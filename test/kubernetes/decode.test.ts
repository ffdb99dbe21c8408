import * as fc from 'fast-check';
import { vectors } from './vectors';
import { ApiObject, decode } from '../../src/kubernetes/decode/decode';

interface Row {
  readonly name: string;
  readonly manifest: ApiObject;
  readonly strictDecodeError: string | null;
}

const rows = vectors<Row>('validation');
/** Wrong types at every field, several at once, spoiled numbers, times and base64, with the answers of the real decoder. */
const spoiled = vectors<{ readonly manifest: ApiObject; readonly error: string | null }>('../kubernetes/schema/decode');

function errorOf(object: ApiObject, version = '1.36'): string | null {
  const decoded = decode(object, version);
  return 'error' in decoded ? decoded.error : null;
}

function objectOf(object: ApiObject): ApiObject {
  const decoded = decode(object, '1.36');
  expect(decoded).toHaveProperty('object');
  return (decoded as { object: ApiObject }).object;
}

const metadata = { name: 'a' };
const pod = (spec: unknown): ApiObject => ({ apiVersion: 'v1', kind: 'Pod', metadata, spec });
const container = (fields: ApiObject): ApiObject => pod({ containers: [{ name: 'c', ...fields }] });
const secret = (data: unknown): ApiObject => ({ apiVersion: 'v1', kind: 'Secret', metadata, data });
const daemonSet = (annotations: unknown, spec: unknown = {}): ApiObject => ({ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'a', annotations }, spec });
const created = (creationTimestamp: unknown): ApiObject => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { creationTimestamp } });
const generation = (value: string): ApiObject => daemonSet({ 'deprecated.daemonset.template.generation': value });

describe('an object is decoded', () => {
  test('as by the API server, in 1323 cases', () => {
    expect(rows).toHaveLength(1323);
    expect(rows.filter(({ manifest, strictDecodeError }) => errorOf(manifest) !== strictDecodeError).map(({ name }) => name)).toEqual([]);
  });

  test('as by the API server, in 3800 spoiled cases', () => {
    expect(spoiled).toHaveLength(3800);
    const compared = spoiled.map(({ manifest, error }) => ({ manifest, error, actual: errorOf(manifest) }));
    expect(compared.filter(({ error, actual }) => error !== actual)).toEqual([]);
  });

  test('to what decodes to itself', () => {
    const decodable = rows.filter(({ strictDecodeError }) => strictDecodeError === null).map(({ manifest }) => objectOf(manifest));
    expect(decodable.filter((object) => JSON.stringify(objectOf(object)) !== JSON.stringify(object))).toEqual([]);
  });

  test('alike whatever the order of its keys', () => {
    fc.assert(fc.property(fc.constantFrom(...rows), fc.infiniteStream(fc.nat()), ({ manifest }, numbers) => {
      expect(decode(shuffled(manifest, numbers) as ApiObject, '1.36')).toEqual(decode(manifest, '1.36'));
    }));
  });

  test('without what is null, and with the zero of an item that is null', () => {
    expect(objectOf(pod({ nodeName: null, containers: [null], nodeSelector: { a: null }, overhead: { cpu: null }, volumes: null })).spec)
      .toEqual({ containers: [{}], nodeSelector: { a: '' }, overhead: { cpu: '0' } });
  });

  test('with integers of any size', () => {
    const seconds = (value: unknown): ApiObject => pod({ activeDeadlineSeconds: value });
    expect(objectOf(seconds(BigInt(5))).spec).toEqual({ activeDeadlineSeconds: 5 });
    expect(objectOf(seconds(BigInt('9223372036854775807'))).spec).toEqual({ activeDeadlineSeconds: BigInt('9223372036854775807') });
    expect(errorOf(seconds(BigInt('9223372036854775808'))))
      .toBe('json: cannot unmarshal number 9223372036854775808 into Go struct field PodSpec.spec.activeDeadlineSeconds of type int64');
  });

  test('with quantities as texts and lists of bytes as base64', () => {
    expect(objectOf(container({ resources: { limits: { cpu: 1.5, memory: BigInt('9007199254740993') } } })).spec)
      .toEqual({ containers: [{ name: 'c', resources: { limits: { cpu: '1.5', memory: '9007199254740993' } } }] });
    expect(objectOf(secret({ a: [1, null, 255] })).data).toEqual({ a: 'AQD/' });
  });

  test('with keys of any name', () => {
    const labels = JSON.parse('{"__proto__": "a", "constructor": "b"}') as ApiObject;
    expect(JSON.stringify(objectOf({ apiVersion: 'v1', kind: 'Pod', metadata: { labels } }).metadata)).toBe('{"labels":{"__proto__":"a","constructor":"b"}}');
    expect(errorOf(pod(JSON.parse('{"__proto__": {}, "constructor": 1}')))).toBe('strict decoding error: unknown field "spec.__proto__", unknown field "spec.constructor"');
  });

  test('not where its kind is not known', () => {
    const custom = { apiVersion: 'example.com/v1', kind: 'Pod', anything: [null] };
    expect(decode(custom, '1.36')).toEqual({ object: custom });
    expect(decode(custom, '1.36', ['a'])).toEqual({ error: 'strict decoding error: a' });
  });
});

describe('the error of decoding', () => {
  test.each([
    ['an unknown field', container({ bogus: { x: 1 } }), 'strict decoding error: unknown field "spec.containers[0].bogus"'],
    ['a field in other letters', pod({ NodeName: 'a' }), 'strict decoding error: unknown field "spec.NodeName"'],
    ['a name that needs quotes', pod({ 'a"\u0001\u200b\u{1F600}\u{E0001}\t': 1 }), 'strict decoding error: unknown field "spec.a\\"\\x01\\u200b😀\\U000e0001\\t"'],
    ['a text for a boolean', pod({ hostNetwork: 'yes' }), 'json: cannot unmarshal string into Go struct field PodSpec.spec.hostNetwork of type bool'],
    ['a boolean for a label', { ...pod({}), metadata: { labels: { a: true } } }, 'json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string'],
    ['an object for a list', container({ ports: {} }), 'json: cannot unmarshal object into Go struct field Container.spec.containers.ports of type []v1.ContainerPort'],
    ['a list for an object', pod({ affinity: [] }), 'json: cannot unmarshal array into Go struct field PodSpec.spec.affinity of type v1.Affinity'],
    ['a text for a container', pod({ containers: ['c'] }), 'json: cannot unmarshal string into Go struct field PodSpec.spec.containers of type v1.Container'],
    ['a number for an enum', container({ imagePullPolicy: 1 }), 'json: cannot unmarshal number into Go struct field Container.spec.containers.imagePullPolicy of type v1.PullPolicy'],
    ['a field of an embedded struct', pod({ volumes: [{ hostPath: 'x' }] }), 'json: cannot unmarshal string into Go struct field Volume.spec.volumes.VolumeSource.hostPath of type v1.HostPathVolumeSource'],
    ['a fraction', container({ ports: [{ containerPort: 1.5 }] }), 'json: cannot unmarshal number 1.5 into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32'],
    ['a number beyond int32', container({ ports: [{ containerPort: 2147483648 }] }), 'json: cannot unmarshal number 2147483648 into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32'],
    ['a boolean port', container({ livenessProbe: { httpGet: { port: true } } }), 'json: cannot unmarshal bool into Go struct field HTTPGetAction.spec.containers.livenessProbe.ProbeHandler.httpGet.port of type int32'],
    ['a malformed quantity', container({ resources: { limits: { memory: '1GB' } } }), "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"],
    ['an unknown suffix', container({ resources: { limits: { memory: '1KK' } } }), "unable to parse quantity's suffix"],
    ['a boolean quantity', container({ resources: { limits: { memory: true } } }), "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"],
    ['bad base64', secret({ a: 'a_b=' }), 'illegal base64 data at input byte 1'],
    ['base64 that ends early', secret({ a: 'QUJD\nQUI' }), 'illegal base64 data at input byte 5'],
    ['base64 that goes on', secret({ a: 'QQ==QQ==' }), 'illegal base64 data at input byte 4'],
    ['base64 with one sign of padding missing', secret({ a: 'QQ=' }), 'illegal base64 data at input byte 3'],
    ['a byte too large, but not which', secret({ a: [256] }), 'json: cannot unmarshal number (hidden) into Go struct field Secret.data of type uint8'],
    ['a byte too large of what is no secret', { ...secret(undefined), kind: 'ConfigMap', binaryData: { a: [256] } }, 'json: cannot unmarshal number 256 into Go struct field ConfigMap.binaryData of type uint8'],
    ['a byte that is a text', secret({ a: ['x'] }), 'json: cannot unmarshal string into Go struct field Secret.data of type uint8'],
    ['no time', created('today'), 'parsing time "today" as "2006-01-02T15:04:05Z07:00": cannot parse "today" as "2006"'],
    ['a month too many', created('2020-13-01T00:00:00Z'), 'parsing time "2020-13-01T00:00:00Z": month out of range'],
    ['a leap day that is none', created('2021-02-29T00:00:00Z'), 'parsing time "2021-02-29T00:00:00Z": day out of range'],
    ['no time zone', created('2020-01-01T00:00:00'), 'parsing time "2020-01-01T00:00:00" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "Z07:00"'],
    ['a time zone too far', created('2020-01-01T00:00:00+25:00'), 'parsing time "2020-01-01T00:00:00+25:00": time zone offset hour out of range'],
    ['more than a time', created('2020-01-01T00:00:00Zé'), 'parsing time "2020-01-01T00:00:00Z\\xc3\\xa9": extra text: "\\xc3\\xa9"'],
    ['a number for a time', created(5), 'json: cannot unmarshal number into Go struct field ObjectMeta.metadata.creationTimestamp of type string'],
    ['a micro time without digits', { apiVersion: 'v1', kind: 'Event', eventTime: '2020-01-01T00:00:00Z' }, 'parsing time "2020-01-01T00:00:00Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "Z" as ".000000"'],
    ['a generation that is no number', generation('abc'), 'strconv.ParseInt: parsing "abc": invalid syntax'],
    ['a generation too large', generation('9223372036854775808'), 'strconv.ParseInt: parsing "9223372036854775808": value out of range'],
    ['a generation too long to be read to its end', generation('99999999999999999999x'), 'strconv.ParseInt: parsing "99999999999999999999x": value out of range'],
    ['an empty generation', generation(''), 'strconv.ParseInt: parsing "": invalid syntax'],
    ['a rollback to no number', { ...daemonSet({ 'deprecated.deployment.rollback.to': 'x' }), kind: 'Deployment' }, 'failed to parse annotation[deprecated.deployment.rollback.to]=x as int64: strconv.ParseInt: parsing "x": invalid syntax'],
  ])('tells %s', (_title, object, error) => {
    expect(errorOf(object)).toBe(error);
  });

  test.each([
    ['all unknown fields at once', pod({ b: 1, a: 2, containers: [{ z: 1 }] }), 'strict decoding error: unknown field "spec.a", unknown field "spec.b", unknown field "spec.containers[0].z"'],
    ['the first wrong type in alphabetical order', pod({ subdomain: 1, hostNetwork: 'x' }), 'json: cannot unmarshal string into Go struct field PodSpec.spec.hostNetwork of type bool'],
    ['a wrong type rather than unknown fields', pod({ a: 1, hostNetwork: 'x' }), 'json: cannot unmarshal string into Go struct field PodSpec.spec.hostNetwork of type bool'],
    ['a quantity rather than a wrong type before it', pod({ hostNetwork: 'x', overhead: { cpu: 'x' } }), "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"],
    ['a conversion rather than unknown fields', daemonSet({ 'deprecated.daemonset.template.generation': 'x' }, { bogus: 1 }), 'strconv.ParseInt: parsing "x": invalid syntax'],
  ])('tells %s', (_title, object, error) => {
    expect(errorOf(object)).toBe(error);
  });

  test.each([
    ['a number for a version', { apiVersion: 5, kind: 'Pod' }, "couldn't get version/kind; json parse error: json: cannot unmarshal number into Go struct field .apiVersion of type string"],
    ['a list for a kind', { apiVersion: 'v1', kind: [] }, "couldn't get version/kind; json parse error: json: cannot unmarshal array into Go struct field .kind of type string"],
    ['a version of too many parts', { apiVersion: 'a/b/c', kind: 'Pod' }, 'unexpected GroupVersion string: a/b/c'],
    ['no kind', { b: { d: BigInt(1), c: '<' }, apiVersion: 'v1' }, "Object 'Kind' is missing in '{\"apiVersion\":\"v1\",\"b\":{\"c\":\"\\u003c\",\"d\":1}}'"],
    ['no version', { kind: 'Pod', apiVersion: null }, "Object 'apiVersion' is missing in '{\"apiVersion\":null,\"kind\":\"Pod\"}'"],
    ['a group alone', { kind: 'Pod', apiVersion: 'apps/' }, "Object 'apiVersion' is missing in '{\"apiVersion\":\"apps/\",\"kind\":\"Pod\"}'"],
  ])('tells %s', (_title, object, error) => {
    expect(errorOf(object)).toBe(error);
  });

  test.each([
    ['a wrong type', container({ ports: [{ name: 'a' }, { containerPort: '80' }] }), 'spec.containers[0].ports[1].containerPort'],
    ['a wrong type of an item', pod({ containers: ['c'] }), 'spec.containers[0]'],
    ['a wrong type in a map', { ...pod({}), metadata: { labels: { 'a.b/c': 5 } } }, 'metadata.labels[a.b/c]'],
    ['a wrong type of an embedded field', pod({ volumes: [{ hostPath: 'x' }] }), 'spec.volumes[0].hostPath'],
    ['a quantity', container({ resources: { limits: { memory: '1GB' } } }), 'spec.containers[0].resources.limits[memory]'],
    ['base64', secret({ a: 'a_b=' }), 'data[a]'],
    ['bytes', secret({ a: [256] }), 'data[a]'],
    ['a time', created('today'), 'metadata.creationTimestamp'],
    ['a port that is neither', container({ livenessProbe: { httpGet: { port: true } } }), 'spec.containers[0].livenessProbe.httpGet.port'],
    ['an annotation that is a number', generation('abc'), 'metadata.annotations[deprecated.daemonset.template.generation]'],
    ['an unknown field', container({ bogus: 1, image: 'i' }), 'spec.containers[0].bogus'],
    ['an unknown field with a dot', pod({ 'a.b': 1 }), 'spec[a.b]'],
    ['the first of many', pod({ b: 1, a: 2 }), 'spec.a'],
    ['the quantity that is told before a wrong type', pod({ hostNetwork: 'x', overhead: { cpu: 'x' } }), 'spec.overhead[cpu]'],
  ])('has the path of %s', (_title, object, path) => {
    expect(decode(object, '1.36')).toMatchObject({ path });
  });

  test('has no path where the reader of the text found it first', () => {
    expect(decode(pod({ a: 1 }), '1.36', ['duplicate field "spec.b"'])).toMatchObject({ path: undefined });
  });

  test('tells a hundred unknown fields at most', () => {
    const spec = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`x${index}`, 1]));
    expect(errorOf(pod(spec))?.split(', ')).toHaveLength(100);
  });

  test('puts what the reader of the text found first', () => {
    expect(decode(pod({ a: 1 }), '1.36', ['duplicate field "spec.b"'])).toEqual({ error: 'strict decoding error: duplicate field "spec.b", unknown field "spec.a"' });
    expect(decode(pod({}), '1.36', ['duplicate field "spec.b"'])).toEqual({ error: 'strict decoding error: duplicate field "spec.b"' });
  });

  test('depends on the version', () => {
    const object = container({ volumeMounts: [{ name: 'a', recursiveReadOnly: 'Disabled' }] });
    expect(errorOf(object, '1.29')).toBe('strict decoding error: unknown field "spec.containers[0].volumeMounts[0].recursiveReadOnly"');
    expect(errorOf(object, '1.30')).toBeNull();
    expect(errorOf(pod({ workloadRef: {} }), '1.36')).toBe('strict decoding error: unknown field "spec.workloadRef"');
  });

  test('is none for an annotation of another kind', () => {
    expect(errorOf({ ...generation('abc'), kind: 'ReplicaSet' })).toBeNull();
    expect(errorOf({ ...daemonSet({ 'deprecated.deployment.rollback.to': '' }), kind: 'Deployment' })).toBeNull();
  });
});

/** The same with the keys of all objects in another order. */
function shuffled(value: unknown, numbers: Iterator<number>): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => shuffled(item, numbers));
  }
  const ranked = Object.entries(value).map(([key, item]) => ({ rank: numbers.next().value as number, key, item: shuffled(item, numbers) }));
  return Object.fromEntries(ranked.sort((a, b) => a.rank - b.rank).map(({ key, item }) => [key, item]));
}
