import { Reasons } from '../daemon/reasons';

/** Why all known daemons do without what linters ask for. */
export const REASONS_OF_KNOWN_DAEMONS: Reasons = {
  'cpu-limit': 'a limit would throttle it when its node is busy, which is when it is needed',
  'image-digest': 'the tag is pinned; a digest can be given as image',
  'image-pull-policy': 'it starts while the registry cannot be reached',
};
