/** What of its own pod a container can be told, in wire format. */
type Maybe<T> = T | null;

export interface ObjectFieldSelector {
  apiVersion?: string;
  fieldPath?: string;
}

export interface ResourceFieldSelector {
  containerName?: string;
  resource?: string;
  divisor?: Maybe<string | number>;
}
