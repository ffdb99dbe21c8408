import { Defaults, PrivilegeOptions, Privileges } from '../../src';
import { SecurityContext } from '../../src/kubernetes/objects';
import { container, pod } from '../util';

const RESTRICTED = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
  runAsUser: 65534,
  runAsGroup: 65534,
  runAsNonRoot: true,
};

const { runAsNonRoot, ...AS_ROOT } = { ...RESTRICTED, runAsUser: 0, runAsGroup: 0 };
const { capabilities, ...PRIVILEGED } = { ...AS_ROOT, privileged: true, allowPrivilegeEscalation: true };

function securityContext(privileges?: Privileges): SecurityContext | undefined {
  return container({ privileges }).securityContext;
}

function withoutDefaults(privileges?: Privileges): SecurityContext | undefined {
  const labels = { app: 'agent' };
  return container({ privileges, defaults: Defaults.none(), selector: labels, podLabels: labels }).securityContext;
}

describe('a container', () => {
  test('that says nothing is restricted field by field', () => {
    expect(securityContext()).toEqual(RESTRICTED);
    expect(runAsNonRoot).toBe(true);
    expect(capabilities).toEqual({ drop: ['ALL'] });
  });

  test.each([
    ['restricted', Privileges.restricted(), RESTRICTED],
    ['root', Privileges.root(), AS_ROOT],
    ['a user', Privileges.user(1000), { ...RESTRICTED, runAsUser: 1000, runAsGroup: 1000 }],
    ['a user of a group', Privileges.user(1000, 0), { ...RESTRICTED, runAsUser: 1000, runAsGroup: 0 }],
    ['capabilities', Privileges.capabilities('SYS_TIME', 'NET_RAW'), { ...RESTRICTED, capabilities: { add: ['SYS_TIME', 'NET_RAW'], drop: ['ALL'] } }],
    ['root with a capability', Privileges.root().withCapabilities('SYS_PTRACE'), { ...AS_ROOT, capabilities: { add: ['SYS_PTRACE'], drop: ['ALL'] } }],
    ['more and more capabilities', Privileges.capabilities('A').withCapabilities('B'), { ...RESTRICTED, capabilities: { add: ['A', 'B'], drop: ['ALL'] } }],
    ['SYS_ADMIN, which cannot go without escalation', Privileges.capabilities('SYS_ADMIN'),
      { ...RESTRICTED, allowPrivilegeEscalation: true, capabilities: { add: ['SYS_ADMIN'], drop: ['ALL'] } }],
    ['full access', Privileges.privileged('a test'), PRIVILEGED],
    ['a root file system that can be written', Privileges.root().withWritableRootFilesystem(), { ...AS_ROOT, readOnlyRootFilesystem: false }],
    ['full access and a root file system that can be written', Privileges.privileged('a test').withWritableRootFilesystem(), { ...PRIVILEGED, readOnlyRootFilesystem: false }],
    ['escalation', Privileges.of({ allowPrivilegeEscalation: true }), { ...RESTRICTED, allowPrivilegeEscalation: true }],
    ['no seccomp profile', Privileges.of({ seccompProfile: 'Unconfined' }), { ...RESTRICTED, seccompProfile: { type: 'Unconfined' } }],
    ['no AppArmor profile', Privileges.of({ appArmorProfile: 'Unconfined' }), { ...RESTRICTED, appArmorProfile: { type: 'Unconfined' } }],
  ])('with %s', (_, privileges, expected) => expect(securityContext(privileges)).toEqual(expected));

  test('is under the seccomp profile of its pod', () => expect(pod().securityContext).toEqual({ seccompProfile: { type: 'RuntimeDefault' } }));

  test('has no security context without defaults', () => {
    const labels = { app: 'agent' };
    expect(withoutDefaults()).toBeUndefined();
    expect(pod({ defaults: Defaults.none(), selector: labels, podLabels: labels })).not.toHaveProperty('securityContext');
  });

  test.each([
    [{ user: 0 }, { runAsUser: 0 }],
    [{ group: 5 }, { runAsGroup: 5 }],
    [{ privileged: true }, { privileged: true }],
    [{ privileged: false }, { privileged: false }],
    [{ capabilities: ['SYS_TIME'] }, { capabilities: { add: ['SYS_TIME'] } }],
    [{ writableRootFilesystem: false }, { readOnlyRootFilesystem: true }],
    [{ allowPrivilegeEscalation: false }, { allowPrivilegeEscalation: false }],
    [{ seccompProfile: 'RuntimeDefault' }, { seccompProfile: { type: 'RuntimeDefault' } }],
    [{ appArmorProfile: 'RuntimeDefault' }, { appArmorProfile: { type: 'RuntimeDefault' } }],
  ] as [PrivilegeOptions, SecurityContext][])('without defaults says %j and nothing else', (options, expected) => {
    expect(withoutDefaults(Privileges.of(options))).toEqual(expected);
  });
});

describe('privileges', () => {
  test('are not changed by what is made from them', () => {
    const root = Privileges.root();
    root.withCapabilities('SYS_TIME').withWritableRootFilesystem();
    expect(securityContext(root)).toEqual(AS_ROOT);
  });

  test('keep their reason', () => {
    expect(Privileges.privileged('it opens devices').withCapabilities('SYS_TIME').withWritableRootFilesystem()._reason).toBe('it opens devices');
  });

  test('do not follow their options when they change later', () => {
    const options = { user: 1000, capabilities: ['SYS_TIME'] };
    const privileges = Privileges.of(options);
    options.capabilities.push('SYS_ADMIN');
    expect(securityContext(privileges)).toEqual({ ...RESTRICTED, runAsUser: 1000, runAsGroup: 1000, capabilities: { add: ['SYS_TIME'], drop: ['ALL'] } });
  });
});
