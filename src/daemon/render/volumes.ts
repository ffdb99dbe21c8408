import { createHash } from 'node:crypto';
import { renderSize } from './resources';
import { HostPath } from '../../host/host-path';
import { DNS_LABEL_MAX, fitName, toDnsLabel } from '../../kubernetes/names';
import { Volume, VolumeMount } from '../../kubernetes/objects';
import { directoryOf, fileNameOf, isFilePath, isInside, normalizePath } from '../../kubernetes/paths';
import { ConfigFile } from '../container';
import { DaemonVolume } from '../volume';

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

  /**
   * One mount for each directory that holds a file: files share a directory, never a `subPath`. A directory inside
   * another comes with it, since nothing can be mounted inside a mounted ConfigMap. A file without a name or in the root
   * directory is left to the checks.
   */
  public mountConfigFiles(container: string, given: ConfigFile[]): VolumeMount[] {
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
      name: this.add(['config', container, directory], `config-${toDnsLabel(directory)}`, { configMap: { name: this.configMapName, items } }),
      mountPath: directory,
      readOnly: true,
    }));
  }

  public mount(container: string, volume: DaemonVolume): VolumeMount {
    const { secretName, configMapName, items, emptyDir, podInfo } = volume._source;
    const list = items && Object.entries(items).map(([key, path]) => ({ key, path }));
    if (secretName !== undefined) {
      return {
        name: this.add(['secret', secretName, JSON.stringify(list)], `secret-${toDnsLabel(secretName)}`, { secret: { secretName, items: list } }),
        mountPath: volume.mountPath,
        readOnly: true,
      };
    }
    if (configMapName !== undefined) {
      const source = { configMap: { name: configMapName, items: list } };
      return {
        name: this.add(['configMap', configMapName, JSON.stringify(list)], `configmap-${toDnsLabel(configMapName)}`, source),
        mountPath: volume.mountPath,
        readOnly: true,
      };
    }
    if (podInfo !== undefined) {
      const files = Object.entries(podInfo).map(([path, fieldPath]) => ({ path, fieldRef: { fieldPath } }));
      return { name: this.add(['podInfo', JSON.stringify(files)], 'pod-info', { downwardAPI: { items: files } }), mountPath: volume.mountPath, readOnly: true };
    }
    const source = { emptyDir: { medium: emptyDir?.inMemory ? 'Memory' : undefined, sizeLimit: emptyDir?.sizeLimit && renderSize(emptyDir.sizeLimit) } };
    const key = emptyDir?.name === undefined ? ['emptyDir', container, normalizePath(volume.mountPath)] : ['emptyDir', emptyDir.name];
    return { name: this.add(key, `empty-${toDnsLabel(volume.mountPath)}`, source, emptyDir?.name), mountPath: volume.mountPath };
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

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
