import { Defaults, Privileges } from '../../../src';
import { daemonSet, IMAGE } from '../../util';

const reason = 'loads a kernel module';

describe('a stated exception', () => {
  test('stands with its reason on the DaemonSet, not on the pods, where a new wording would restart them', () => {
    const set = daemonSet({ privileges: Privileges.privileged(reason) });
    expect(set.metadata.annotations).toEqual({ 'cdk8s-daemons/allow.privileged.agent': reason });
    expect(set.spec.template.metadata!.annotations).toBeUndefined();
  });

  test('is told for each container that has one, under a key that fits', () => {
    const set = daemonSet({
      containerName: 'main',
      privileges: Privileges.root(),
      sidecars: [{ name: 'x'.repeat(63), image: IMAGE, privileges: Privileges.privileged(reason).withCapabilities('SYS_TIME') }],
    });
    const [key] = Object.keys(set.metadata.annotations!);
    expect(key).toMatch(/^cdk8s-daemons\/allow\.privileged\.x+-[0-9a-f]{8}$/);
    expect(key.split('/')[1]).toHaveLength(63);
  });

  test('is not written where the definition asks for nothing of ours', () => {
    const set = daemonSet({ defaults: Defaults.none(), selector: { a: 'b' }, podLabels: { a: 'b' }, privileges: Privileges.privileged(reason) });
    expect(set.metadata.annotations).toBeUndefined();
  });
});
