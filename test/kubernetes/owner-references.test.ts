import { asRequested } from '../../src/kubernetes/new-object';
import { ownerReferenceWarnings } from '../../src/kubernetes/owner-references';

const owner = (name: string, uid: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', name, uid });
const owned = (...ownerReferences: object[]) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a', ownerReferences } });

describe('owners of an object', () => {
  test('are taken once each; those with one uid that differ stay', () => {
    const controller = { ...owner('a', '1'), controller: true };
    expect(asRequested(owned(owner('a', '1'), owner('b', '2'), owner('a', '1'), controller, owner('b', '1'), owner('b', '2')))).toMatchObject({
      metadata: { name: 'a', namespace: 'default', ownerReferences: [owner('a', '1'), owner('b', '2'), controller, owner('b', '1')] },
    });
  });

  test('are warned of when some are left out', () => {
    expect(ownerReferenceWarnings(owned(owner('a', '1'), owner('b', '2'), owner('b', '2'), owner('a', '1')))).toEqual([
      '.metadata.ownerReferences contains duplicate entries; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; '
      + 'please fix your requests; duplicate UID(s) observed: 2, 1',
    ]);
    expect(ownerReferenceWarnings(owned(owner('a', '1'), owner('b', '1')))).toEqual([]);
    expect(ownerReferenceWarnings({ apiVersion: 'v1', kind: 'Secret' })).toEqual([]);
  });
});
