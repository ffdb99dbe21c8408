import { Check } from './subject';
import { SecurityContext } from '../../kubernetes/objects';

/** Kubernetes' spelling has no prefix; with one, Pod Security and policy engines do not recognise the capability. */
export const checkCapabilities: Check = ({ manifest: { spec: { template: { spec } } } }) =>
  [...(spec.initContainers ?? []), ...spec.containers].flatMap(({ name, securityContext }) => {
    const { add = [], drop = [] } = securityContext?.capabilities ?? {};
    return [...add, ...drop].filter((capability) => !isRefused(capability, securityContext) && (!/^[A-Z][A-Z0-9_]*$/.test(capability) || capability.startsWith('CAP_')))
      .map((capability) => `container '${name}': Kubernetes does not know the capability '${capability}'; write '${capability.toUpperCase().replace(/^CAP_/, '')}', `
        + 'in capitals and without the prefix CAP_');
  });

/** The one name with a prefix that the server looks for. */
function isRefused(capability: string, { allowPrivilegeEscalation }: SecurityContext = {}): boolean {
  return capability === 'CAP_SYS_ADMIN' && allowPrivilegeEscalation === false;
}
