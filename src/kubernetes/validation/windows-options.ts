import { concat } from '../concat';
import { FieldError, invalid } from '../field-error';
import { PodSpec } from '../pod-objects';
import { invalidForEach, isSet, typed } from './field-checks';
import { byteLength, dns1123SubdomainErrors } from './names';
import { podContainers } from './pod-containers';
import { WindowsOptions } from './security-objects';

const [CREDENTIAL_SPEC_MAX_KIB, DOMAIN_BELOW, USER_MAX] = [64, 256, 104];

const NET_BIOS = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const DNS_LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const DNS = new RegExp(`^${DNS_LABEL}(?:\\.${DNS_LABEL})*$`);

/** Upstream: validateWindowsSecurityContextOptions. */
export function validateWindowsOptions(options: WindowsOptions | null | undefined, path: string): FieldError[] {
  const { gmsaCredentialSpecName: name, gmsaCredentialSpec: spec, runAsUserName: user } = options ?? {};
  return concat(
    isSet(name) ? invalidForEach(`${path}.gmsaCredentialSpecName`, typed(name), dns1123SubdomainErrors(name)) : [],
    isSet(spec) ? invalidForEach(`${path}.gmsaCredentialSpec`, typed(spec), credentialSpecErrors(spec)) : [],
    isSet(user) ? invalidForEach(`${path}.runAsUserName`, typed(user), userNameErrors(user)) : [],
  );
}

function credentialSpecErrors(spec: string): string[] {
  return spec === '' ? ['gmsaCredentialSpec cannot be an empty string']
    : byteLength(spec) > CREDENTIAL_SPEC_MAX_KIB * 1024 ? [`gmsaCredentialSpec size must be under ${CREDENTIAL_SPEC_MAX_KIB} KiB`] : [];
}

function userNameErrors(name: string): string[] {
  const parts = name.split('\\');
  const [user, domain] = [parts[parts.length - 1], parts.length > 1 ? parts[0] : undefined];
  const problem = name === '' ? 'runAsUserName cannot be an empty string'
    : [...name].some(isControl) ? 'runAsUserName cannot contain control characters'
      : parts.length > 2 ? 'runAsUserName cannot contain more than one backslash' : undefined;
  return problem !== undefined ? [problem] : concat(
    byteLength(domain ?? '') >= DOMAIN_BELOW ? [`runAsUserName's Domain length must be under ${DOMAIN_BELOW} characters`] : [],
    domain === undefined || NET_BIOS.test(domain) || DNS.test(domain) ? []
      : ["runAsUserName's Domain doesn't match the NetBios nor the DNS format"],
    user === '' ? ["runAsUserName's User cannot be empty"]
      : byteLength(user) > USER_MAX ? [`runAsUserName's User length must not be longer than ${USER_MAX} characters`] : [],
    /^[. ]+$/.test(user) ? ["runAsUserName's User cannot contain only periods or spaces"] : [],
    /["/\\:;|=,+*?<>@[\]]/.test(user) ? ["runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]"] : [],
  );
}

function isControl(sign: string): boolean {
  return sign < ' ' || sign === '\x7f';
}

/** Containers that are processes of a Windows host: all of them or none, on the network of the host. Upstream: validateWindowsHostProcessPod. */
export function validateWindowsHostProcessPod(spec: PodSpec, path: string): FieldError[] {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
  const containers = podContainers(spec, path).map(({ container: { securityContext }, path: at }) => (
    { at, own: securityContext?.windowsOptions?.hostProcess }));
  const count = containers.filter(({ own }) => own ?? ofPod).length;
  return concat(
    containers.filter(({ own }) => isSet(ofPod) && isSet(own) && ofPod !== own).map(({ at, own }) => (
      invalid(`${at}.securityContext.windowsOptions.hostProcess`, own,
        `pod hostProcess value must be identical if both are specified, was ${ofPod}`))),
    count > 0 && count < containers.length
      ? [invalid(path, '', 'If pod contains any hostProcess containers then all containers must be HostProcess containers')] : [],
    count > 0 && !spec.hostNetwork
      ? [invalid(`${path}.hostNetwork`, false, 'hostNetwork must be true if pod contains any hostProcess containers')] : [],
  );
}
