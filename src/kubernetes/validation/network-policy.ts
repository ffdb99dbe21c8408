import { FieldError, forbidden, invalid, required } from '../field-error';
import { invalidForEach, isSet, requireOneOf } from './field-checks';
import { Cidr, isIpv4, LegacyFieldOptions, parseCidr, validateCidr } from './ip-address';
import { LabelSelector, LabelSelectorOptions, validateLabelSelector } from './label-selector';
import { dns1123SubdomainErrors, portNameErrors, portNumberErrors } from './names';
import { ObjectMetadata, validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';

export interface NetworkPolicyPort {
  readonly protocol?: string | null;
  readonly port?: number | string | null;
  readonly endPort?: number | null;
}

export interface IpBlock {
  readonly cidr?: string;
  readonly except?: readonly string[] | null;
}

export interface NetworkPolicyPeer {
  readonly podSelector?: LabelSelector | null;
  readonly namespaceSelector?: LabelSelector | null;
  readonly ipBlock?: IpBlock | null;
}

type List<T> = ReadonlyArray<T | null> | null;

export interface NetworkPolicySpec {
  readonly podSelector?: LabelSelector | null;
  readonly policyTypes?: readonly string[] | null;
  readonly ingress?: List<{ readonly ports?: List<NetworkPolicyPort>; readonly from?: List<NetworkPolicyPeer> }>;
  readonly egress?: List<{ readonly ports?: List<NetworkPolicyPort>; readonly to?: List<NetworkPolicyPeer> }>;
}

/** What of a NetworkPolicy the rules look at. */
export interface NetworkPolicy {
  readonly metadata?: ObjectMetadata;
  readonly spec?: NetworkPolicySpec | null;
}

/** What is not asked of a NetworkPolicy, as the stored one does not keep to it either. Upstream: NetworkPolicyValidationOptions. */
interface NetworkPolicyOptions extends LabelSelectorOptions, LegacyFieldOptions {}

const POLICY_TYPES = ['Ingress', 'Egress'];
const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];

/** A new NetworkPolicy. No default matters. Upstream: ValidateNetworkPolicy. */
export function validateNetworkPolicy({ metadata, spec }: NetworkPolicy, version?: string): FieldError[] {
  return [
    ...validateObjectMeta(metadata, 'metadata', { requiresNamespace: true, nameErrors: dns1123SubdomainErrors }),
    ...validateNetworkPolicySpec(spec ?? {}, 'spec', { version }),
  ];
}

/** Networks and values of labels may stay as they are. Upstream: ValidateNetworkPolicyUpdate, ValidationOptionsForNetworking. */
export function validateNetworkPolicyUpdate({ metadata, spec }: NetworkPolicy, old: NetworkPolicy): FieldError[] {
  const peers = [...(old.spec?.ingress ?? []).flatMap((rule) => rule?.from ?? []), ...(old.spec?.egress ?? []).flatMap((rule) => rule?.to ?? [])];
  const options = {
    allowInvalidLabelValueInSelector: validateLabelSelector(old.spec?.podSelector, '').length > 0,
    stored: peers.flatMap((peer) => (isSet(peer?.ipBlock) ? [peer.ipBlock.cidr ?? '', ...(peer.ipBlock.except ?? [])] : [])),
  };
  return [...validateObjectMetaUpdate(metadata, old.metadata, 'metadata'), ...validateNetworkPolicySpec(spec ?? {}, 'spec', options)];
}

/** Upstream: ValidateNetworkPolicySpec. */
function validateNetworkPolicySpec(spec: NetworkPolicySpec, path: string, options: NetworkPolicyOptions): FieldError[] {
  const { podSelector, policyTypes, ingress, egress } = spec;
  const validatePeer = (peer: NetworkPolicyPeer, at: string) => validateNetworkPolicyPeer(peer, at, options);
  return [
    ...validateLabelSelector(podSelector, `${path}.podSelector`, options),
    ...(ingress ?? []).flatMap((rule, index) => [
      ...each(rule?.ports, `${path}.ingress[${index}].ports`, validateNetworkPolicyPort),
      ...each(rule?.from, `${path}.ingress[${index}].from`, validatePeer),
    ]),
    ...(egress ?? []).flatMap((rule, index) => [
      ...each(rule?.ports, `${path}.egress[${index}].ports`, validateNetworkPolicyPort),
      ...each(rule?.to, `${path}.egress[${index}].to`, validatePeer),
    ]),
    ...validatePolicyTypes(policyTypes ?? [], `${path}.policyTypes`),
  ];
}

function each<T extends object>(list: List<T> | undefined, path: string, validate: (value: Partial<T>, path: string) => FieldError[]): FieldError[] {
  return (list ?? []).flatMap((value, index) => validate(value ?? {}, `${path}[${index}]`));
}

function validatePolicyTypes(types: readonly string[], path: string): FieldError[] {
  return types.length > POLICY_TYPES.length ? [invalid(path, types, 'may not specify more than two policyTypes')]
    : types.flatMap((type, index) => requireOneOf(type, `${path}[${index}]`, POLICY_TYPES));
}

/** Upstream: ValidateNetworkPolicyPort. */
function validateNetworkPolicyPort({ protocol, port, endPort }: NetworkPolicyPort, path: string): FieldError[] {
  return [
    ...(isSet(protocol) ? requireOneOf(protocol, `${path}.protocol`, PROTOCOLS) : []),
    ...(isSet(port) ? invalidForEach(`${path}.port`, port, typeof port === 'number' ? portNumberErrors(port) : portNameErrors(port)) : []),
    ...(isSet(endPort) ? validateEndPort(endPort, port, `${path}.endPort`) : []),
  ];
}

/** Upstream tells of a range that ends before it begins by its beginning. */
function validateEndPort(endPort: number, port: number | string | null | undefined, path: string): FieldError[] {
  if (typeof port === 'number') {
    return [
      ...(endPort < port ? [invalid(path, port, 'must be greater than or equal to `port`')] : []),
      ...invalidForEach(path, endPort, portNumberErrors(endPort)),
    ];
  }
  return [invalid(path, endPort, `may not be specified when \`port\` is ${isSet(port) ? 'non-numeric' : 'not specified'}`)];
}

/** Upstream: ValidateNetworkPolicyPeer. */
function validateNetworkPolicyPeer(peer: NetworkPolicyPeer, path: string, options: NetworkPolicyOptions): FieldError[] {
  const { podSelector, namespaceSelector, ipBlock } = peer;
  const isSelected = isSet(podSelector) || isSet(namespaceSelector);
  return [
    ...validateLabelSelector(podSelector, `${path}.podSelector`, options),
    ...validateLabelSelector(namespaceSelector, `${path}.namespaceSelector`, options),
    ...(isSet(ipBlock) ? validateIpBlock(ipBlock, `${path}.ipBlock`, options) : []),
    ...(!isSelected && !isSet(ipBlock) ? [required(path, 'must specify a peer')]
      : isSelected && isSet(ipBlock) ? [forbidden(path, 'may not specify both ipBlock and another peer')] : []),
  ];
}

/** Upstream: ValidateIPBlock. */
function validateIpBlock({ cidr = '', except }: IpBlock, path: string, options: LegacyFieldOptions): FieldError[] {
  if (cidr === '') {
    return [required(`${path}.cidr`)];
  }
  const block = parseCidr(cidr);
  return [
    ...validateCidr(cidr, `${path}.cidr`, options),
    ...(block === undefined ? [] : (except ?? []).flatMap((text, index) => validateExcept(text, block, `${path}.except[${index}]`, options))),
  ];
}

function validateExcept(text: string, block: Cidr, path: string, options: LegacyFieldOptions): FieldError[] {
  const part = parseCidr(text);
  return [
    ...validateCidr(text, path, options),
    ...(part === undefined || isStrictSubset(part, block) ? [] : [invalid(path, text, 'must be a strict subset of `cidr`')]),
  ];
}

/** Whether a network has the first address of another, and a shorter prefix. Upstream: IPNet.Contains, which never mixes the two families. */
function isStrictSubset(part: Cidr, whole: Cidr): boolean {
  const isOfSameFamily = isIpv4({ bytes: part.network }) === isIpv4({ bytes: whole.network });
  const prefix = bitsOf(whole).slice(0, 128 - whole.bits + whole.prefixLength);
  return isOfSameFamily && bitsOf(part).startsWith(prefix) && whole.prefixLength < part.prefixLength;
}

function bitsOf({ network }: Cidr): string {
  return network.map((byte) => byte.toString(2).padStart(8, '0')).join('');
}
