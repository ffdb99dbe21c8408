import { parse } from 'yaml';
import { Define, manifests } from './subject';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { Written } from '../../util';

/** What all programs of the agent share; a test of its own looks at it. */
const SHARED = /^(\/etc\/datadog-agent|\/var\/log\/datadog|\/tmp) |^(GOMEMLIMIT|DD_API_KEY|KUBERNETES|DD_KUBERNETES_KUBELET_HOST)=/;

/** Programs that no feature brings: nothing of them may change unsaid. */
const ALWAYS = ['init-volume', 'init-config', 'agent'];

const TOLD_APART = ['DaemonSet', 'ConfigMap', 'ClusterRole', 'Role', 'Service'];

/** Everything that a definition gives, a line each. */
export function facts(options: Define): string[] {
  const objects = manifests(options);
  const { template, ...set } = (objects.find(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet).spec;
  const pod = template.spec;
  const { containers, initContainers = [], volumes = [], hostNetwork, hostPID, hostIPC, runtimeClassName, ...others } = pod;
  const programs = [...initContainers, ...containers];
  return [
    ...Object.entries({ hostNetwork, hostPID, hostIPC }).filter(([, value]) => value).map(([field]) => field),
    ...(runtimeClassName === undefined ? [] : [`runtime ${runtimeClassName}`]),
    ...fields('set', set), ...fields('pod', others),
    ...volumes.filter(({ name }) => !programs.some(({ volumeMounts = [] }) => volumeMounts.some((mount) => mount.name === name))).map(({ name }) => `volume ${name} of nobody`),
    ...programs.filter(({ name }) => ALWAYS.includes(name)).flatMap(rest),
    ...objects.filter(({ kind }) => !TOLD_APART.includes(kind)).map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    ...Object.entries({ ...template.metadata?.labels, ...template.metadata?.annotations }).filter(([key]) => /datadoghq/.test(key))
      .map(([key, value]) => `${key}=${value}`),
    ...programs.flatMap((container) => factsOf(container, pod).map((fact) => `${container.name}: ${fact}`)),
    ...objects.flatMap(configuration),
    ...objects.flatMap(rights),
    ...objects.filter(({ kind }) => kind === 'Service').flatMap(({ metadata, spec }) => (
      spec.ports.map(({ name, port }: { name: string; port: number }) => `Service ${metadata.name}: ${name} ${port}`))),
  ];
}

/** What comes and what goes where some option is said. */
export function difference(options: Define, from: Define = {}): { readonly more: string[]; readonly less: string[] } {
  const [before, after] = [facts(from), facts(options)];
  return { more: after.filter((fact) => !before.includes(fact)), less: before.filter((fact) => !after.includes(fact)) };
}

function fields(what: string, object: object): string[] {
  return Object.entries(object).map(([field, value]) => `${what} ${field} ${JSON.stringify(value)}`);
}

/** What a program has beside what is told of each. */
function rest({ name, command, ports, env, volumeMounts, securityContext = {}, ...others }: Container): string[] {
  const { capabilities, appArmorProfile, runAsUser, ...privileges } = securityContext;
  return [...fields(name, others), ...fields(name, privileges), `${name} drop ${JSON.stringify(capabilities?.drop)}`];
}

function factsOf({ command = [], ports = [], env = [], volumeMounts = [], securityContext = {} }: Container, { volumes = [] }: PodSpec): string[] {
  const { capabilities, appArmorProfile, runAsUser } = securityContext;
  const mounts = volumeMounts.map(({ name, mountPath, readOnly }) => {
    const { hostPath } = volumes.find((volume) => volume.name === name)!;
    return `${mountPath} ${readOnly ? 'ro' : 'rw'} ${hostPath === undefined ? 'empty' : `${hostPath.path} ${hostPath.type}`}`;
  });
  return [
    command.join(' '), `uid ${runAsUser}`,
    ...ports.map(({ name, containerPort, protocol }) => `port ${name} ${containerPort}${protocol === undefined ? '' : `/${protocol}`}`),
    ...[...mounts, ...env.map(({ name, value, valueFrom }) => `${name}=${value ?? (valueFrom?.secretKeyRef as { key?: string } | undefined)?.key ?? ''}`)].filter((fact) => !SHARED.test(fact)),
    ...(capabilities?.add ?? []), ...(appArmorProfile === undefined ? [] : [`AppArmor ${appArmorProfile.type}`]),
  ];
}

function configuration({ kind, data }: Written): string[] {
  return kind !== 'ConfigMap' ? [] : Object.entries(data as { [file: string]: string }).flatMap(([file, text]) => flat(parse(text), `${file} `));
}

function flat(value: unknown, path: string): string[] {
  return typeof value !== 'object' || value === null ? [`${path}=${value}`]
    : Array.isArray(value) ? [`${path}=${JSON.stringify(value)}`]
      : Object.entries(value).flatMap(([key, inner]) => flat(inner, `${path}${path.endsWith(' ') ? '' : '.'}${key}`));
}

function rights({ kind, rules = [] }: Written): string[] {
  return !['Role', 'ClusterRole'].includes(kind) ? [] : (rules as { [field: string]: string[] }[])
    .map(({ resources = [], nonResourceURLs = [], resourceNames = [], verbs }) => (
      [kind, [...resources, ...nonResourceURLs].join(','), verbs.join(','), ...resourceNames].join(' ')));
}
