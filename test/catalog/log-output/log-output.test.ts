import { Chart, Testing } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import { LogOutput } from '../../../src';

describe('a log output', () => {
  test('is data that no collector is named in', () => {
    expect(LogOutput.elasticsearch({ host: 'es', port: 9201 })._destinations).toEqual([{ kind: 'elasticsearch', options: { host: 'es', port: 9201 } }]);
    expect(LogOutput.opensearch({ host: 'os' })._destinations).toEqual([{ kind: 'opensearch', options: { host: 'os' } }]);
    expect(LogOutput.forward({ host: 'aggregator' })._destinations).toEqual([{ kind: 'forward', options: { host: 'aggregator' } }]);
    expect(LogOutput.kafka({ brokers: ['a:9092'], topic: 't' })._destinations).toEqual([{ kind: 'kafka', options: { brokers: ['a:9092'], topic: 't' } }]);
    expect(LogOutput.s3({ bucket: 'b', region: 'r' })._destinations).toEqual([{ kind: 's3', options: { bucket: 'b', region: 'r' } }]);
    expect(LogOutput.cloudWatch({ region: 'r', logGroup: 'g' })._destinations).toEqual([{ kind: 'cloudwatch', options: { region: 'r', logGroup: 'g' } }]);
    expect(LogOutput.stdout()._destinations).toEqual([{ kind: 'stdout' }]);
  });

  test('keeps what it was made of, whatever becomes of the options afterwards', () => {
    const options = { brokers: ['a:9092'], topic: 'logs' };
    const output = LogOutput.kafka(options);
    options.brokers.push('b:9092');
    options.topic = 'other';
    expect(output._destinations).toEqual([{ kind: 'kafka', options: { brokers: ['a:9092'], topic: 'logs' } }]);
  });

  test('of several destinations is one list, copies of copies included', () => {
    const output = LogOutput.multiple(LogOutput.stdout(), LogOutput.multiple(LogOutput.forward({ host: 'a' }), LogOutput.forward({ host: 'b' })));
    expect(output._destinations.map(({ kind }) => kind)).toEqual(['stdout', 'forward', 'forward']);
  });

  test('refers to secrets by Secret and key only', () => {
    const chart = new Chart(Testing.app(), 'chart');
    const password = { secret: Secret.fromSecretName(chart, 'secret', 'es'), key: 'password' };
    const [destination] = LogOutput.elasticsearch({ host: 'es', user: 'fluentd', password })._destinations;
    expect(destination.kind === 'elasticsearch' && destination.options.password).toBe(password);
  });
});
