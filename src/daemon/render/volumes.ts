import { createHash } from 'node:crypto';
import { renderSize } from './resources';
import { HostPath } from '../../host/host-path';
import { DNS_LABEL_MAX, fitName, toDnsLabel } from '../../kubernetes/names';
import { Volume, VolumeMount } from '../../kubernetes/objects';
import { directoryOf, fileNameOf, isFilePath, isInside, normalizePath } from '../../kubernetes/paths';
import { ConfigFile } from '../container';
import { DaemonVolume } from '../volume';

/** What a container sees at a path, before its volume has a name. */
interface Directory {
  readonly mountPath: string;
  /** What it is: of one key there is one volume. */
  readonly key: (string | undefined)[];
  /** What the volume is called where no name is given. */
  readonly label: string;
  readonly name?: string;
  readonly volume: Omit<Volume, 'name'>;
}

/**
 * The volumes of a pod, each source once however many containers mount it, and the daemon's ConfigMap.
 */
export class Volumes {
  /** Keys of the ConfigMap. */
  public readonly configData: { [key: string]: string } = {};
  private readonly bySource = new Map<string, Volume>();
  private readonly names = new Set<string>();

  /**
   * @param configMapName name of the daemon's ConfigMap
   * @param stateDirectory where a state directory lies that says no path of its own
   * @param recommended whether volumes get a type without being asked for
   */
  constructor(private readonly configMapName: string, private readonly stateDirectory: string, private readonly recommended: boolean) {
  }

  public render(): Volume[] | undefined {
    return this.bySource.size > 0 ? [...this.bySource.values()] : undefined;
  }

  public mountHostPath(hostPath: HostPath): VolumeMount {
    const { mountPath, mountPropagation, volumeName } = hostPath._options;
    const path = hostPath._path(this.stateDirectory);
    const type = hostPath._type(this.recommended);
    const name = this.add(['hostPath', path, type], toDnsLabel(path) || 'root', { hostPath: { path, type } }, volumeName);
    return { name, mountPath: mountPath ?? path, readOnly: hostPath.isReadOnly || undefined, mountPropagation };
  }

  /** Files of the configuration, of Secrets and of ConfigMaps, and empty directories. Files of several sources lie in one directory together. */
  public mountFiles(container: string, configFiles: ConfigFile[], volumes: DaemonVolume[]): VolumeMount[] {
    const all = [...this.configDirectories(container, configFiles), ...volumes.map((volume) => directoryOfVolume(container, volume))];
    return together(all).map(({ mountPath, key, label, volume, name }) => (
      { name: this.add(key, label, volume, name), mountPath, readOnly: volume.emptyDir === undefined || undefined }));
  }

  /**
   * One mount for each directory that holds a file: files share a directory, never a `subPath`. A directory inside
   * another comes with it, since nothing can be mounted inside a mounted ConfigMap. A file without a name or in the root
   * directory is left to the checks.
   */
  private configDirectories(container: string, given: ConfigFile[]): Directory[] {
    const files = given.filter(({ path }) => isFilePath(path) && directoryOf(path) !== '/');
    const all = files.map((file) => directoryOf(file.path));
    const directories = new Map<string, { key: string; path: string }[]>();
    for (const file of files) {
      const own = directoryOf(file.path);
      const directory = all.find((other) => isInside(own, other) && !all.some((outer) => isInside(other, outer))) ?? own;
      const items = directories.get(directory) ?? [];
      const path = own === directory ? fileNameOf(file.path) : normalizePath(file.path).slice(directory.length + 1);
      items.push({ key: this.addConfigKey(container, file), path });
      directories.set(directory, items);
    }
    return [...directories].map(([directory, items]) => ({
      mountPath: directory,
      key: ['config', container, directory],
      label: `config-${toDnsLabel(directory)}`,
      volume: { configMap: { name: this.configMapName, items } },
    }));
  }

  private addConfigKey(container: string, file: ConfigFile): string {
    const candidates = [fileNameOf(file.path), `${container}.${fileNameOf(file.path)}`, `${container}.${toDnsLabel(file.path)}`];
    const key = candidates.find((candidate) => this.configData[candidate] === undefined || this.configData[candidate] === file.content);
    const chosen = key ?? `${container}.${digest(file.path)}`;
    this.configData[chosen] = file.content;
    return chosen;
  }

  /** A name that was given is never cut; where another volume has it, the checks say so. */
  private add(source: (string | undefined)[], derived: string, volume: Omit<Volume, 'name'>, given?: string): string {
    const key = JSON.stringify(source);
    const known = this.bySource.get(key);
    if (known !== undefined) {
      return known.name;
    }
    const wanted = given ?? fitName(derived, DNS_LABEL_MAX);
    const name = this.names.has(wanted) ? fitName(`${wanted}-${digest(key)}`, DNS_LABEL_MAX) : wanted;
    this.names.add(name);
    this.bySource.set(key, { name, ...volume });
    return name;
  }
}

function directoryOfVolume(container: string, { mountPath, _source }: DaemonVolume): Directory {
  const { secretName, configMapName, items, emptyDir, podInfo } = _source;
  const list = items && Object.entries(items).map(([key, path]) => ({ key, path }));
  if (secretName !== undefined) {
    const key = ['secret', secretName, JSON.stringify(list)];
    return { mountPath, key, label: `secret-${toDnsLabel(secretName)}`, volume: { secret: { secretName, items: list } } };
  }
  if (configMapName !== undefined) {
    const key = ['configMap', configMapName, JSON.stringify(list)];
    return { mountPath, key, label: `configmap-${toDnsLabel(configMapName)}`, volume: { configMap: { name: configMapName, items: list } } };
  }
  if (podInfo !== undefined) {
    const files = Object.entries(podInfo).map(([path, fieldPath]) => ({ path, fieldRef: { fieldPath } }));
    return { mountPath, key: ['podInfo', JSON.stringify(files)], label: 'pod-info', volume: { downwardAPI: { items: files } } };
  }
  const volume = { emptyDir: { medium: emptyDir?.inMemory ? 'Memory' : undefined, sizeLimit: emptyDir?.sizeLimit && renderSize(emptyDir.sizeLimit) } };
  const key = emptyDir?.name === undefined ? ['emptyDir', container, normalizePath(mountPath)] : ['emptyDir', emptyDir.name];
  return { mountPath, key, label: `empty-${toDnsLabel(mountPath)}`, volume, name: emptyDir?.name };
}

/** One volume for each path (`projected`): nothing else can be mounted where something is. What no volume can hold together, the checks tell. */
function together(all: Directory[]): Directory[] {
  return all.flatMap((one) => {
    const here = all.filter(({ mountPath }) => normalizePath(mountPath) === normalizePath(one.mountPath));
    const keys = new Set(here.map(({ key }) => JSON.stringify(key)));
    if (here.length === 1 || keys.size < here.length || here.some(({ volume }) => volume.emptyDir !== undefined)) {
      return [one];
    }
    return here[0] === one ? [projected(here)] : [];
  });
}

function projected(here: Directory[]): Directory {
  const [{ mountPath }] = here;
  const sources = here.map(({ volume: { configMap, downwardAPI, secret } }) => (
    secret === undefined ? { configMap, downwardAPI } : { secret: { name: secret.secretName, items: secret.items } }));
  return {
    mountPath, key: ['projected', ...here.map(({ key }) => JSON.stringify(key))], label: `files-${toDnsLabel(mountPath)}`, volume: { projected: { sources } },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
