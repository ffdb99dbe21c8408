import { at, container, daemonSet, planOf } from './ask';

const NODE = { name: 'w-1' };

function of(spec: object, ...question: [others?: object[], given?: object]) {
  const [manifests = [], given = {}] = question;
  return at(planOf([...manifests, daemonSet('agent', spec)], [NODE], given), 'w-1', 'agents/agent');
}

function object(apiVersion: string, kind: string, name: string, fields: object = {}, namespace?: string): object {
  return { apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }) }, ...fields };
}

describe('a pod is refused', () => {
  const namespace = (level: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: { 'pod-security.kubernetes.io/enforce': level } } });
  const privileged = { containers: [container({}, { securityContext: { privileged: true } })] };

  test('where the labels of its namespace forbid it, and taken where they do not', () => {
    expect(of(privileged, [namespace('baseline')])).toMatchObject({ outcome: 'rejected', codes: ['pod-security'] });
    expect(of(privileged, [namespace('baseline')]).reasons[0].message).toContain('privileged (container "agent" must not set securityContext.privileged=true)');
    expect(of(privileged, [namespace('privileged')]).outcome).toBe('runs');
    expect(of(privileged, [{ ...namespace('baseline'), metadata: { name: 'others' } }]).outcome).toBe('runs');
  });

  test('where a label only warns, it is taken', () => {
    const warned = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: { 'pod-security.kubernetes.io/warn': 'restricted' } } };
    expect(of(privileged, [warned])).toMatchObject({ outcome: 'runs', codes: [] });
  });

  test('with a namespace of the inventory as with one of the manifests', () => {
    expect(of(privileged, [], { others: [namespace('baseline')] }).outcome).toBe('rejected');
    // the manifests are applied, and then the inventory is out of date
    expect(of(privileged, [namespace('privileged')], { others: [namespace('baseline')] }).outcome).toBe('runs');
  });

  test.each([
    ['priority-class', { priorityClassName: 'mine' }, object('scheduling.k8s.io/v1', 'PriorityClass', 'mine', { value: 5 })],
    ['runtime-class', { runtimeClassName: 'mine' }, object('node.k8s.io/v1', 'RuntimeClass', 'mine', { handler: 'runc' })],
    ['service-account', { serviceAccountName: 'mine' }, object('v1', 'ServiceAccount', 'mine', {}, 'agents')],
  ])('without its %s, where nothing else is in the cluster than what is given', (code, spec, needed) => {
    expect(of(spec, [], { isComplete: true })).toMatchObject({ outcome: 'rejected', codes: [code] });
    expect(of(spec, [needed], { isComplete: true }).outcome).toBe('runs');
    expect(of(spec, [], { isComplete: true, others: [needed] }).outcome).toBe('runs');
  });

  test('by none of these where the cluster may have it; then it is said that this is taken for granted', () => {
    const report = planOf([daemonSet('agent', { priorityClassName: 'mine' })], [NODE]);
    expect(at(report, 'w-1', 'agents/agent').outcome).toBe('runs');
    expect(report.warnings.map(({ code }) => code)).toEqual(['no-pods', 'priority-class']);
    expect(report.warnings[1].message).toMatch(/^agents\/agent: the PriorityClass 'mine' is not among these objects/);
  });

  test('with a priority that its class does not have', () => expect(of({ priority: 7 })).toMatchObject({ outcome: 'rejected', codes: ['priority-class'] }));

  test('beyond a LimitRange, and without what a ResourceQuota counts', () => {
    const limits = object('v1', 'LimitRange', 'limits', { spec: { limits: [{ type: 'Container', max: { cpu: '1' } }] } }, 'agents');
    expect(of({ containers: [container({ cpu: '2' })] }, [limits])).toMatchObject({ outcome: 'rejected', codes: expect.arrayContaining(['limit-range']) });
    const quota = object('v1', 'ResourceQuota', 'quota', { spec: { hard: { 'requests.cpu': '4' } } }, 'agents');
    expect(of({}, [quota])).toMatchObject({ outcome: 'rejected', codes: ['resource-quota'] });
    expect(of({ containers: [container({ cpu: '2' })] }, [quota]).outcome).toBe('runs');
  });

  test('as its DaemonSet is, and each field is told', () => {
    const { outcome, reasons } = of({ hostNetwork: true, containers: [container({}, { ports: [{ containerPort: 80, hostPort: 81 }], image: '' })] });
    expect(outcome).toBe('rejected');
    expect(reasons.map(({ message }) => message)).toEqual([
      'the API server refuses the DaemonSet: spec.template.spec.containers[0].image: Required value',
      expect.stringMatching(/containers\[0\]\.ports\[0\]\.hostPort: Invalid value: 81: must match `containerPort`/),
    ]);
  });

  test('and whoever is told so is told too what it would lack', () => {
    const { outcome, codes } = at(planOf([namespace('baseline'), daemonSet('agent', { ...privileged, nodeSelector: {} }), daemonSet('big', { containers: [container({ cpu: '99' }, { securityContext: { privileged: true } })] })], [NODE]), 'w-1', 'agents/big');
    expect([outcome, codes]).toEqual(['rejected', ['pod-security', 'insufficient']]);
  });
});

describe('what admission adds to a pod', () => {
  const runtime = (fields: object) => object('node.k8s.io/v1', 'RuntimeClass', 'kata', { handler: 'kata', ...fields });
  const requestsOf = (spec: object, others: object[]) => planOf([daemonSet('agent', spec), ...others], [NODE]).overhead[0].requests;

  test('is the overhead of its RuntimeClass', () => {
    expect(requestsOf({ runtimeClassName: 'kata', containers: [container({ cpu: '100m' })] }, [runtime({ overhead: { podFixed: { cpu: '250m', memory: '64Mi' } } })]))
      .toEqual({ cpu: '350m', memory: '64Mi' });
  });

  test('are the defaults of a LimitRange of its namespace', () => {
    const limits = (namespace: string) => object('v1', 'LimitRange', 'limits', { spec: { limits: [{ type: 'Container', default: { memory: '1Gi' }, defaultRequest: { memory: '32Mi' } }] } }, namespace);
    expect(requestsOf({}, [limits('agents')])).toEqual({ memory: '32Mi' });
    expect(requestsOf({}, [limits('others')])).toEqual({});
  });

  test('is the node selector of its RuntimeClass, of which the controller does not know: the pod comes and waits', () => {
    const manifests = [daemonSet('agent', { runtimeClassName: 'kata' }), runtime({ scheduling: { nodeSelector: { sandbox: 'kata' } } })];
    const nodes = [NODE, { name: 'w-2', labels: { sandbox: 'kata' } }, { name: 'w-3', labels: { sandbox: 'gvisor' } }];
    for (const report of [planOf(manifests, nodes), planOf(manifests.slice(0, 1), nodes, { others: manifests.slice(1) })]) {
      expect(at(report, 'w-1', 'agents/agent')).toMatchObject({ outcome: 'pending', reasons: [{ code: 'runtime-class', message: 'the RuntimeClass kata asks for sandbox=kata, and the node has no label sandbox' }] });
      expect(at(report, 'w-2', 'agents/agent').outcome).toBe('runs');
      expect(at(report, 'w-3', 'agents/agent').reasons[0].message).toBe('the RuntimeClass kata asks for sandbox=kata, and the node has sandbox=gvisor');
    }
  });
});

describe('a pod that the scheduler of Kubernetes does not place', () => {
  test('waits for its gates, and takes no room meanwhile', () => {
    const report = planOf([daemonSet('gated', { schedulingGates: [{ name: 'example.com/gate' }], containers: [container({ cpu: '40' })] }), daemonSet('other', { containers: [container({ cpu: '40' })] })], [NODE]);
    expect(at(report, 'w-1', 'agents/gated')).toMatchObject({ outcome: 'pending', codes: ['scheduling-gate', 'insufficient'] });
    expect(at(report, 'w-1', 'agents/other').outcome).toBe('runs');
  });

  test('is not known of, where another scheduler decides', () => {
    expect(of({ schedulerName: 'mine' })).toMatchObject({ outcome: 'unknown', reasons: [{ code: 'other-scheduler', message: 'the scheduler mine decides, and not that of Kubernetes' }] });
    expect(of({ schedulerName: 'default-scheduler' }).outcome).toBe('runs');
  });
});

test('whether a pod fits is not known where the node does not tell what it has, but two on one port never run', () => {
  const ports = { containers: [container({ cpu: '1' }, { ports: [{ containerPort: 80, hostPort: 80 }] })] };
  const report = planOf([daemonSet('a', ports), daemonSet('b', ports)], [{ name: 'w-1', allocatable: undefined }]);
  expect(at(report, 'w-1', 'agents/a')).toMatchObject({ outcome: 'unknown', codes: ['allocatable-unknown'] });
  expect(at(report, 'w-1', 'agents/b')).toMatchObject({ outcome: 'pending', codes: ['allocatable-unknown', 'host-port'] });
  expect(report.overhead[0]).toMatchObject({ allocatable: null, share: null });
});
