import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vectors } from './kubernetes/vectors';
import { daemonSetEligibility, Node } from '../src/kubernetes/eligibility';
import { DaemonSet } from '../src/kubernetes/objects';

const EXAMPLES = join(__dirname, '..', 'examples');
const names = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'main.ts')));

/** The documents of each file. Deployments are rendered by cdk8s-plus, each major with defaults of its own. */
function read(directory: string): { [file: string]: string[] } {
  return Object.fromEntries(readdirSync(directory).sort().map((file) => [
    file, readFileSync(join(directory, file), 'utf8').split('\n---\n').filter((document) => !document.includes('\nkind: Deployment\n')),
  ]));
}

describe('examples', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'examples-'));
  const before = process.env.CDK8S_OUTDIR;

  afterAll(() => {
    rmSync(outdir, { recursive: true });
    if (before === undefined) {
      delete process.env.CDK8S_OUTDIR;
    } else {
      process.env.CDK8S_OUTDIR = before;
    }
  });

  test('are all there', () => {
    expect(names.map((name) => name.slice(0, 2))).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09']);
  });

  test.each(names)('%s writes the YAML that stands beside it', (name) => {
    process.env.CDK8S_OUTDIR = join(outdir, name);
    jest.isolateModules(() => { jest.requireActual(join(EXAMPLES, name, 'main.ts')); });
    expect(read(join(outdir, name))).toEqual(read(join(EXAMPLES, name, 'dist')));
  });

  test('04-hardware knows before it is applied that one pod finds no room, and that all others do', () => {
    process.env.CDK8S_OUTDIR = join(outdir, '04-hardware');
    const { plan } = jest.requireActual<typeof import('../examples/04-hardware/main')>(join(EXAMPLES, '04-hardware', 'main.ts'));
    expect(plan.problems).toEqual([
      'node-agents/node-exporter-small stays Pending on small-full-1: cpu: 20m requested, 0 left (1930m of 1930m taken)',
    ]);
    expect(plan.nodes('fluentd-gpu')).toEqual(['gpu-1', 'gpu-2']);
    expect(plan.nodes('node-exporter')).toHaveLength(15);
    expect(plan.reasons('fluentd', 'fargate-1')[0]).toContain('eks.amazonaws.com/compute-type!=fargate');
  });
});

describe('the platform example', () => {
  test('is ten daemons in one namespace, and two more are told why they cannot be there', () => {
    const { clash } = jest.requireActual<typeof import('../examples/09-platform/clash')>(join(EXAMPLES, '09-platform', 'clash.ts'));
    const yaml = readFileSync(join(EXAMPLES, '09-platform', 'dist', 'platform.k8s.yaml'), 'utf8');
    const daemons = [...yaml.matchAll(/^kind: DaemonSet\n[\s\S]*?cdk8s-daemons\/daemon: (\S+)$/gm)].map(([, name]) => name);
    expect(new Set(daemons).size).toBe(10);
    expect(daemons.length).toBeGreaterThan(10);
    expect(clash).toThrow(/port TCP\/9100[\s\S]*CSIDriver 'rbd\.csi\.ceph\.com'[\s\S]*plugins\/rbd\.csi\.ceph\.com/);
  });
});

describe('the classic article example', () => {
  test('is the manifest as it was printed, and no field more', () => {
    const yaml = readFileSync(join(EXAMPLES, '01-classic-article', 'dist', 'classic-article.k8s.yaml'), 'utf8');
    const { parse } = jest.requireActual<typeof import('yaml')>('yaml');
    expect(parse(yaml)).toEqual({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'fluentd-elasticsearch', namespace: 'kube-system', labels: { 'k8s-app': 'fluentd-logging' } },
      spec: {
        selector: { matchLabels: { name: 'fluentd-elasticsearch' } },
        template: {
          metadata: { labels: { name: 'fluentd-elasticsearch' } },
          spec: {
            tolerations: [{ key: 'node-role.kubernetes.io/master', effect: 'NoSchedule' }],
            containers: [{
              name: 'fluentd-elasticsearch',
              image: 'quay.io/fluentd_elasticsearch/fluentd:v2.5.2',
              resources: { limits: { memory: '200Mi' }, requests: { cpu: '100m', memory: '200Mi' } },
              volumeMounts: [
                { name: 'varlog', mountPath: '/var/log' },
                { name: 'varlibdockercontainers', mountPath: '/var/lib/docker/containers', readOnly: true },
              ],
            }],
            terminationGracePeriodSeconds: 30,
            volumes: [
              { name: 'varlog', hostPath: { path: '/var/log' } },
              { name: 'varlibdockercontainers', hostPath: { path: '/var/lib/docker/containers' } },
            ],
          },
        },
      },
    });
  });
});

describe('the example for several kinds of hardware', () => {
  const nodes = vectors<Node & { platform: string; name: string }>('nodes');
  const { parseAllDocuments } = jest.requireActual<typeof import('yaml')>('yaml');
  const objects = parseAllDocuments(readFileSync(join(EXAMPLES, '04-hardware', 'dist', 'hardware.k8s.yaml'), 'utf8')).map((document) => document.toJS());
  const sets = objects.filter(({ kind }) => kind === 'DaemonSet') as DaemonSet[];
  const isReal = ({ labels }: Node) => labels['kubernetes.io/os'] === 'linux' && labels['eks.amazonaws.com/compute-type'] !== 'fargate' && labels.type !== 'virtual-kubelet';

  test.each([...new Set(nodes.map(({ platform }) => platform))])('runs one log collector and one exporter on every Linux machine of %s, and nothing elsewhere', (platform) => {
    for (const node of nodes.filter((candidate) => candidate.platform === platform)) {
      const running = sets.filter(({ spec }) => daemonSetEligibility(spec.template.spec)(node).shouldRun).map(({ metadata }) => metadata.labels!['app.kubernetes.io/name']);
      expect([node.name, running]).toEqual([node.name, isReal(node) ? ['fluentd', 'node-exporter'] : []]);
    }
  });

  test('has a variant for nodes of four of these platforms', () => {
    const variants = sets.filter(({ metadata }) => metadata.labels!['cdk8s-daemons/variant'] !== 'rest');
    expect(variants).toHaveLength(8);
    const found = nodes.filter((node) => variants.some(({ spec }) => daemonSetEligibility(spec.template.spec)(node).shouldRun));
    expect([...new Set(found.map(({ platform }) => platform))].sort()).toEqual(['eks', 'gke', 'k3s-edge', 'kubeadm-onprem']);
  });
});
