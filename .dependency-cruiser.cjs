// The arrows of the house: which room may import which. Checked by the tests (test/architecture.test.ts).
'use strict';

const CDK8S = 'node_modules/(cdk8s|constructs|cdk8s-plus-)';

/** A room and what of ours it may import beside itself. */
const ROOMS = {
  kubernetes: [],
  placement: ['kubernetes'],
  host: ['kubernetes'],
  discovery: ['kubernetes'],
  rollout: ['kubernetes'],
  daemon: ['placement', 'host', 'discovery', 'rollout', 'kubernetes'],
  catalog: ['daemon', 'placement', 'host', 'discovery', 'rollout', 'kubernetes'],
  input: ['kubernetes'],
  analysis: ['input', 'kubernetes'],
  report: ['analysis'],
  testing: ['analysis'],
  importing: ['catalog', 'daemon', 'analysis'],
  plugin: ['analysis', 'report'],
  cli: ['report', 'analysis'],
};

/** The rooms of the write half, and those that speak to users of cdk8s. */
const WITH_CDK8S = ['placement', 'host', 'discovery', 'rollout', 'daemon', 'catalog', 'testing', 'importing'];

module.exports = {
  forbidden: [
    ...Object.entries(ROOMS).map(([room, allowed]) => ({
      name: `${room}-imports-only-${allowed.join('-') || 'itself'}`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
    })),
    {
      name: 'only-the-write-half-knows-cdk8s',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(index\\.ts|(${WITH_CDK8S.join('|')})/)` },
      to: { path: CDK8S },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unknown-rooms', severity: 'error', from: { path: '^src/', pathNot: `^src/(index\\.ts|(${Object.keys(ROOMS).join('|')})/)` }, to: {} },
    { name: 'nothing-of-the-tests-in-src', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|examples|bench|scripts)/' } },
    { name: 'no-development-dependencies-in-src', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: CDK8S } },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' } },
};
