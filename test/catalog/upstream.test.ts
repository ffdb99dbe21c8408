import * as library from '../../src';

interface Upstream {
  readonly source: string;
  readonly needed: { readonly [what: string]: Need };
  /** None where upstream has no manifest. */
  readonly facts?: Facts;
}

/** What no daemon goes without. */
interface Need {
  readonly because: string;
  /** The fact of ours that stands for it, where that is not of the same name. */
  readonly here?: string;
  /** Whether it writes there. */
  readonly writes?: boolean;
}

interface Facts { readonly [what: string]: string }

interface Difference { readonly what: string; readonly upstream: string; readonly here: string }

interface UpstreamScript {
  readonly reasons: { readonly [program: string]: { readonly [what: string]: string } };
  facts(objects: unknown[]): Facts;
  differences(ours: Facts, upstream: Facts): Difference[];
  programOf(objects: unknown[]): string;
  upstreamOf(program: string): Upstream;
  reasonFor(program: string, what: string): string | undefined;
}

const { facts, differences, programOf, upstreamOf, reasonFor, reasons } = jest.requireActual<UpstreamScript>('../../scripts/upstream');
const { besideUpstream } = jest.requireActual<{ besideUpstream(of: typeof library): unknown[][] }>('../../scripts/daemons');

const daemons = besideUpstream(library).map((objects) => ({ program: programOf(objects), ours: facts(objects) }));

function differencesOf(program: string, ours: Facts): Difference[] {
  const { facts: theirs } = upstreamOf(program);
  return theirs === undefined ? [] : differences(ours, theirs);
}

describe.each(daemons)('$program beside upstream', ({ program, ours }) => {
  const { source, needed, facts: theirs = {} } = upstreamOf(program);
  const found = differencesOf(program, ours).map(({ what }) => what);

  test('differs for a reason, everywhere', () => {
    expect(source).toMatch(/@[0-9a-f]{7,}/);
    expect(found.filter((what) => reasonFor(program, what) === undefined)).toEqual([]);
  });

  test('gives no reason where it does not differ', () => {
    expect(Object.keys(reasons[program] ?? {}).filter((what) => !found.includes(what))).toEqual([]);
  });

  test('has all that upstream has and that is needed', () => {
    expect(Object.keys(needed).filter((what) => theirs[what] === undefined)).toEqual([]);
    expect(Object.entries(needed).filter(([what, need]) => isMissing(need, theirs[what], ours[need.here ?? what]))).toEqual([]);
  });
});

/** Not there, or there by name only: a token that is not mounted, a namespace of the node that is not shared, a directory that only is read. */
function isMissing({ writes }: Need, theirs: string, ours?: string): boolean {
  return ours === undefined || (theirs !== ours && ['no', 'none', 'not mounted'].includes(ours)) || (writes === true && !ours.includes('read-write'));
}

test('every reason that holds for all is that of some difference', () => {
  const own = (program: string, what: string) => reasons[program]?.[what] !== undefined;
  const used = new Set(daemons.flatMap(({ program, ours }) => (
    differencesOf(program, ours).map(({ what }) => what).filter((what) => !own(program, what)))));
  expect(Object.keys(reasons.every).filter((what) => !used.has(what))).toEqual([]);
});

describe('facts of a manifest', () => {
  const set = (spec: object, update?: object) => [
    { kind: 'DaemonSet', metadata: { name: 'a' }, spec: { ...update, template: { spec: { containers: [{ image: 'a:1' }], ...spec } } } },
  ];

  test.each([
    ['a port on the node\'s network is a port of the node', { hostNetwork: true, containers: [{ image: 'a:1', ports: [{ containerPort: 80 }] }] }, 'port 80/TCP', 'port 80 of the node'],
    ['a host port is a port of the node', { containers: [{ image: 'a:1', ports: [{ containerPort: 80, hostPort: 81, protocol: 'UDP' }] }] }, 'port 80/UDP', 'port 81 of the node'],
    ['a probe asks a port by its name', {
      containers: [{ image: 'a:1', ports: [{ name: 'http', containerPort: 80 }], livenessProbe: { httpGet: { path: '/', port: 'http' }, initialDelaySeconds: 5 } }],
    }, 'liveness probe', 'GET / on 80, after 5 s, every 10 s, 1 s to answer, 3 failures'],
    ['what the pod says holds where the container says nothing', { securityContext: { runAsUser: 5 }, containers: [{ image: 'a:1' }] }, 'user', '5'],
    ['what the container says holds', { securityContext: { runAsUser: 5 }, containers: [{ image: 'a:1', securityContext: { runAsUser: 6 } }] }, 'user', '6'],
    ['a path is the same with a slash at its end', {
      volumes: [{ name: 'v', hostPath: { path: '/var/log/' } }], containers: [{ image: 'a:1', volumeMounts: [{ name: 'v', mountPath: '/logs' }] }],
    }, 'mount /var/log', 'at /logs, read-write, not checked'],
    ['a token is mounted by default', {}, 'API token', 'mounted'],
  ])('%s', (_, spec, what, value) => {
    expect(facts(set(spec))[what]).toBe(value);
  });

  test('a token is not mounted where the account says so', () => {
    const account = { kind: 'ServiceAccount', metadata: { name: 'a' }, automountServiceAccountToken: false };
    expect(facts([...set({ serviceAccountName: 'a' }), account])['API token']).toBe('not mounted');
  });

  test('rights are told verb by verb, and where they hold', () => {
    const role = { kind: 'Role', rules: [{ apiGroups: ['', 'apps'], resources: ['pods'], resourceNames: ['a'], verbs: ['get', 'list'] }] };
    expect(facts([...set({}), role])).toMatchObject({ 'right pods get': 'in its namespace, a', 'right pods.apps list': 'in its namespace, a' });
  });

  test('differences are what one of the two has, or has otherwise', () => {
    expect(differences({ same: 'a', other: 'b', more: 'c' }, { same: 'a', other: 'd', less: 'e' })).toEqual([
      { what: 'other', upstream: 'd', here: 'b' }, { what: 'less', upstream: 'e', here: '–' }, { what: 'more', upstream: '–', here: 'c' },
    ]);
  });
});
