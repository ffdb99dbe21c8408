import { ISecret } from 'cdk8s-plus-27';
import { IConstruct } from 'constructs';
import { Priority } from './priority';
import { Tolerations } from '../placement/tolerations';

/** What all daemons below a construct have in common. */
export interface DaemonSettingsProps {
  /**
   * The cluster that the daemons are for, for apps that write the manifests of several: daemons of different clusters do not meet, and
   * so may have one name or one port. It is written nowhere.
   *
   * @default - one cluster for the whole app
   */
  readonly cluster?: string;

  /**
   * Where images are taken from instead of their own registry: registry → mirror, such as `{ 'docker.io': 'mirror.example.com/hub' }`;
   * the registry `*` stands for all others. The rest of the image's name stays.
   *
   * @default - the images' own registries
   */
  readonly registryMirrors?: { [registry: string]: string };

  /**
   * Secrets with which images are pulled, beside those of each daemon.
   *
   * @default - none
   */
  readonly imagePullSecrets?: ISecret[];

  /**
   * Labels of every object.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations of every DaemonSet.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Annotations of the ServiceAccounts that daemons make for themselves, such as those by which clouds give them an identity.
   *
   * @default - none
   */
  readonly serviceAccountAnnotations?: { [key: string]: string };

  /**
   * Priority of daemons that state none.
   *
   * @default - what each daemon's kind says
   */
  readonly priority?: Priority;

  /**
   * Tolerations beside those of each daemon.
   *
   * @default - none
   */
  readonly tolerations?: Tolerations;
}

export interface ResolvedSettings {
  readonly cluster?: string;
  readonly registryMirrors: { [registry: string]: string };
  readonly imagePullSecrets: ISecret[];
  readonly labels: { [key: string]: string };
  readonly annotations: { [key: string]: string };
  readonly serviceAccountAnnotations: { [key: string]: string };
  readonly priority?: Priority;
  readonly tolerations: Tolerations;
}

const SETTINGS = Symbol.for('cdk8s-daemons.DaemonSettings');
const SEALED = Symbol.for('cdk8s-daemons.DaemonSettings.read');

type Scope = IConstruct & { [SETTINGS]?: DaemonSettingsProps[]; [SEALED]?: string };

/**
 * Settings that every daemon below a construct inherits: an app, a chart, or any construct in between.
 *
 * @example
 * const app = new App();
 * DaemonSettings.apply(app, {
 *   registryMirrors: { 'docker.io': 'mirror.example.com/hub', 'quay.io': 'mirror.example.com/quay' },
 *   labels: { team: 'platform' },
 * });
 */
export class DaemonSettings {
  /**
   * Say what the daemons below a construct have in common. Inner scopes win over outer ones; lists are joined.
   *
   * @param scope must not have daemons or DaemonNamespaces below it yet, since they have been made without the settings
   * @throws if one exists below it already
   */
  public static apply(scope: IConstruct, settings: DaemonSettingsProps): void {
    const known = scope as Scope;
    if (known[SEALED] !== undefined) {
      throw new Error(`DaemonSettings for '${scope.node.path || 'the app'}' come too late: '${known[SEALED]}' below it has been made without `
        + 'them; call DaemonSettings.apply before the first daemon and DaemonNamespace');
    }
    const { registryMirrors, labels, annotations, serviceAccountAnnotations, imagePullSecrets = [] } = settings;
    known[SETTINGS] = [...(known[SETTINGS] ?? []), {
      ...settings,
      ...structuredClone({ registryMirrors, labels, annotations, serviceAccountAnnotations }),
      imagePullSecrets: [...imagePullSecrets],
    }];
  }

  /**
   * The settings that hold for a daemon; from now on its scopes take no others.
   *
   * @internal
   */
  public static _of(daemon: IConstruct): ResolvedSettings {
    const scopes: Scope[] = daemon.node.scopes;
    scopes.forEach((scope) => { scope[SEALED] ??= daemon.node.path; });
    const all = scopes.flatMap((scope) => scope[SETTINGS] ?? []);
    return {
      cluster: all.map((settings) => settings.cluster).filter((cluster) => cluster !== undefined).pop(),
      registryMirrors: Object.assign({}, ...all.map((settings) => settings.registryMirrors)),
      imagePullSecrets: all.flatMap((settings) => settings.imagePullSecrets ?? []),
      labels: Object.assign({}, ...all.map((settings) => settings.labels)),
      annotations: Object.assign({}, ...all.map((settings) => settings.annotations)),
      serviceAccountAnnotations: Object.assign({}, ...all.map((settings) => settings.serviceAccountAnnotations)),
      priority: all.map((settings) => settings.priority).filter((priority) => priority !== undefined).pop(),
      tolerations: all.reduce((sum, settings) => (settings.tolerations ? sum.plus(settings.tolerations) : sum), Tolerations.none()),
    };
  }
}
