import { parseImage } from '../../src/kubernetes/image';

describe('an image', () => {
  test.each([
    ['fluentd', { registry: 'docker.io', repository: 'library/fluentd' }],
    ['fluentd:v1.16', { registry: 'docker.io', repository: 'library/fluentd', tag: 'v1.16' }],
    ['fluent/fluent-bit:4.0', { registry: 'docker.io', repository: 'fluent/fluent-bit', tag: '4.0' }],
    ['docker.io/fluentd', { registry: 'docker.io', repository: 'library/fluentd' }],
    ['index.docker.io/fluent/fluentd', { registry: 'docker.io', repository: 'fluent/fluentd' }],
    ['quay.io/fluentd_elasticsearch/fluentd:v2.5.2', { registry: 'quay.io', repository: 'fluentd_elasticsearch/fluentd', tag: 'v2.5.2' }],
    ['localhost/agent', { registry: 'localhost', repository: 'agent' }],
    ['localhost:5000/team/agent:1', { registry: 'localhost:5000', repository: 'team/agent', tag: '1' }],
    ['registry:5000/agent', { registry: 'registry:5000', repository: 'agent' }],
    ['Registry/agent', { registry: 'Registry', repository: 'agent' }],
    ['quay.io/a/b@sha256:0123', { registry: 'quay.io', repository: 'a/b', digest: 'sha256:0123' }],
    ['quay.io/a/b:v1@sha256:0123', { registry: 'quay.io', repository: 'a/b', tag: 'v1', digest: 'sha256:0123' }],
  ])('%s has its parts', (image, parts) => expect(parseImage(image)).toEqual({ tag: undefined, digest: undefined, ...parts }));
});
