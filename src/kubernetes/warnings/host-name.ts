import { ObjectMeta } from '../objects';
import { dns1123LabelErrors } from '../validation/names';

/** Of a name from which host names are made, and which is none itself; a name that the server makes up is not known. Upstream: WarningsOnCreate of each kind. */
export function hostNameWarnings({ name = '', generateName }: ObjectMeta & { readonly generateName?: string } = {}, use = 'this is used in Pod names and hostnames'): string[] {
  const errors = name === '' && generateName ? [] : dns1123LabelErrors(name);
  return errors.length === 0 ? [] : [`metadata.name: ${use}, which can result in surprising behavior; a DNS label is recommended: [${errors.join(' ')}]`];
}
