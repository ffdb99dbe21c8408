import { Duration } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { problems } from './subject';
import { GangliaAggregator, GangliaGmondDaemon, Nodes } from '../../../src';

const MARKUP = "without '<', '>', '&', '\"' and line breaks, which gmond would write into its XML as they are";
const HOST = 'of GangliaAggregator.at is none: a name or an address, IPv6 without brackets; the port has a field of its own';

describe('a definition of gmond', () => {
  test('fails with all that is wrong at once', () => {
    const group = { collectEvery: Duration.seconds(0), timeThreshold: Duration.millis(1500), metrics: [{ name: 'a' }, { name: 'a' }] };
    const metrics = [{ name: 'heartbeat' }, { name: 'b/c' }, { name: 'd', valueThreshold: -1 }, { name: 'e', valueThreshold: NaN }, { name: 'f', title: '<f>' }];
    const seconds = { collectEvery: Duration.seconds(1), timeThreshold: Duration.seconds(1) };
    expect(problems({
      image: '',
      cluster: { name: '', owner: 'R&D' },
      aggregators: [
        GangliaAggregator.companion({ hostDmax: Duration.millis(1) }), GangliaAggregator.companion(),
        GangliaAggregator.at({ host: '[::1]' }), GangliaAggregator.at({ host: 'a:1' }), GangliaAggregator.at({ host: 'b', port: 70000 }),
      ],
      collectionGroups: [group, { ...seconds, metrics: [] }, { ...seconds, metrics }],
      modules: [{ name: 'm', path: 'm.so' }, { name: 'm', path: 'm.so' }, { name: 'core_metrics', path: 'core.so' }],
      sendMetadataInterval: Duration.seconds(0),
      extraConfig: 'x = "${MISSING}${K8S_NODE_NAME}${OWN}${MISSING}${OTHER:-instead}"',
      env: { OWN: EnvValue.fromValue('own') },
    }).filter((problem) => !problem.includes('spec.'))).toEqual([
      "image is missing: the Ganglia project publishes none; give one of yours, with Debian's ganglia-monitor for example",
      'cluster.name is empty; gmetad tells clusters apart by their names',
      `cluster.owner 'R&D' is not allowed: ${MARKUP}`,
      'GangliaAggregator.companion() is there twice, and one comes with the daemon; leave one out',
      `the host '[::1]' ${HOST}`,
      `the host 'a:1' ${HOST}`,
      'the port 70000 of GangliaAggregator.at is none; it takes 1 to 65535',
      'a group of collectionGroups has no metrics; leave it out',
      "the metric 'a' is in collectionGroups twice; leave one out",
      "the metric 'heartbeat' is always sent; leave it out of collectionGroups",
      "the metric name 'b/c' is not allowed: letters, digits, '_', '.' and '-', such as load_one",
      "the valueThreshold of the metric 'd' is -1; it takes a number from 0 on",
      "the valueThreshold of the metric 'e' is NaN; it takes a number from 0 on",
      `the title of the metric 'f': '<f>' is not allowed: ${MARKUP}`,
      "the module 'm' is in modules twice; leave one out",
      "the module 'core_metrics' is a part of gmond and always loaded; leave it out of modules",
      'sendMetadataInterval is 0 ms; it takes whole seconds from 1 on',
      'collectEvery is 0 ms; it takes whole seconds from 1 on',
      'timeThreshold is 1500 ms; it takes whole seconds from 1 on',
      'hostDmax is 1 ms; it takes whole seconds from 1 on',
      'extraConfig uses ${MISSING}, and there is no such variable; say it in env',
    ]);
  });

  test('fails when nobody gets what is measured', () => {
    expect(problems({ aggregators: [] })).toEqual(['aggregators is empty, so nobody would get what is measured; leave it out for one that comes with the daemon']);
  });

  test('names the variant that a problem is of', () => {
    const variants = [GangliaGmondDaemon.variant('gpu', Nodes.withLabel('gpu', 'true'), { extraConfig: '# ${MISSING}' })];
    expect(problems({ variants })).toEqual(["variant 'gpu': extraConfig uses ${MISSING}, and there is no such variable; say it in env"]);
  });
});
