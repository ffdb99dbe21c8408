import { Duration } from 'cdk8s';
import * as wire from '../kubernetes/objects';

/** Timing of a probe. */
export interface ProbeOptions {
  /**
   * Time before the first probe (`initialDelaySeconds`).
   *
   * @default - none; for slow starters use `startup`
   */
  readonly initialDelay?: Duration;

  /**
   * Time between two probes (`periodSeconds`).
   *
   * @default Duration.seconds(10) - as Kubernetes decides
   */
  readonly period?: Duration;

  /**
   * Time after which a probe without an answer has failed (`timeoutSeconds`).
   *
   * @default Duration.seconds(1) - as Kubernetes decides
   */
  readonly timeout?: Duration;

  /**
   * How many probes must fail in a row (`failureThreshold`).
   *
   * @default 3 - as Kubernetes decides
   */
  readonly failureThreshold?: number;

  /**
   * How many probes must succeed in a row (`successThreshold`); 1 for liveness and startup.
   *
   * @default 1 - as Kubernetes decides
   */
  readonly successThreshold?: number;
}

/** Options of an HTTP probe. */
export interface HttpProbeOptions extends ProbeOptions {
  /**
   * Ask by HTTPS; the certificate is not checked.
   *
   * @default false - as Kubernetes decides
   */
  readonly https?: boolean;

  /**
   * Address to ask (`httpGet.host`). Pod Security's baseline forbids it.
   *
   * @default - the pod's address
   */
  readonly host?: string;
}

/**
 * How the kubelet asks a container for its health. Ports are said by name or number.
 *
 * @example
 * const ready = Probe.httpGet('/-/ready', 'metrics', { period: Duration.seconds(5) });
 * const alive = Probe.tcpSocket('9100');
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export class Probe {
  /**
   * Healthy when a GET answers with a status from 200 to 399.
   *
   * @param path such as `/healthz`
   * @param port name of a declared port, or a number as text
   */
  public static httpGet(path: string, port: string, options: HttpProbeOptions = {}): Probe {
    return new Probe({ httpGet: { path, port: portValue(port), scheme: options.https ? 'HTTPS' : undefined, host: options.host } }, options);
  }

  /**
   * Healthy when a connection opens.
   *
   * @param port name of a declared port, or a number as text
   */
  public static tcpSocket(port: string, options: ProbeOptions = {}): Probe {
    return new Probe({ tcpSocket: { port: portValue(port) } }, options);
  }

  /**
   * Healthy when the gRPC health service answers `SERVING`.
   *
   * @param port a number: Kubernetes takes no name here
   */
  public static grpc(port: number, options: ProbeOptions = {}): Probe {
    return new Probe({ grpc: { port } }, options);
  }

  /**
   * Healthy when a command in the container exits with 0.
   *
   * @param command program and arguments; no shell is involved
   */
  public static exec(command: string[], options: ProbeOptions = {}): Probe {
    return new Probe({ exec: { command: [...command] } }, options);
  }

  private readonly options: ProbeOptions;

  private constructor(private readonly handler: wire.Probe, options: ProbeOptions) {
    this.options = { ...options };
  }

  /** @internal */
  public _render(): wire.Probe {
    return {
      ...this.handler,
      initialDelaySeconds: this.options.initialDelay?.toSeconds({ integral: false }),
      periodSeconds: this.options.period?.toSeconds({ integral: false }),
      timeoutSeconds: this.options.timeout?.toSeconds({ integral: false }),
      failureThreshold: this.options.failureThreshold,
      successThreshold: this.options.successThreshold,
    };
  }
}

function portValue(port: string): number | string {
  return /^\d+$/.test(port) ? Number(port) : port;
}
