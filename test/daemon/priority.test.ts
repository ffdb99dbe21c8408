import { Priority } from '../../src';
import { pod } from '../util';

describe('a priority', () => {
  test.each([
    ['nodeCritical', Priority.nodeCritical(), 'system-node-critical'],
    ['clusterCritical', Priority.clusterCritical(), 'system-cluster-critical'],
    ['named', Priority.named('agents'), 'agents'],
    ['unsaid', undefined, 'system-cluster-critical'],
  ])('%s is a class', (_, priority, name) => expect(pod({ priority }).priorityClassName).toBe(name));

  test('none leaves the class to the cluster', () => expect(pod({ priority: Priority.none() })).not.toHaveProperty('priorityClassName'));
});
