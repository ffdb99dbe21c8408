import { csiDriverWarnings } from '../../../src/kubernetes/warnings/csi-driver';

test.each([[undefined, 1], [true, 0], [false, 0]])('a CSIDriver that gets tokens, with serviceAccountTokenInSecrets %s, is warned of %i times', (serviceAccountTokenInSecrets, times) => {
  expect(csiDriverWarnings({ spec: { tokenRequests: [{ audience: '' }], serviceAccountTokenInSecrets } })).toHaveLength(times);
});
