import { isSet } from './field-checks';

export interface RollingUpdate {
  readonly maxUnavailable?: number | string | null;
  readonly maxSurge?: number | string | null;
}

/** How a DaemonSet or a Deployment replaces its pods. */
export interface UpdateStrategy {
  readonly type?: string;
  readonly rollingUpdate?: RollingUpdate | null;
}

/** The type has no names for JSON, so upstream prints those of its fields. */
export function printedStrategy({ type = '', rollingUpdate }: UpdateStrategy): object {
  return {
    Type: type,
    RollingUpdate: isSet(rollingUpdate) ? { MaxUnavailable: rollingUpdate.maxUnavailable ?? 0, MaxSurge: rollingUpdate.maxSurge ?? 0 } : null,
  };
}
