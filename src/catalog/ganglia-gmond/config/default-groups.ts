import { Duration } from 'cdk8s';
import { GangliaCollectionGroup, GangliaMetric } from '../props';

/** `gmond -t`, but for disks, which would be the container's, and `gexec`. Those of the network are the last. */
export function defaultGroups(withNetwork: boolean): GangliaCollectionGroup[] {
  return [
    group(60, 60, [
      ['cpu_num', 'CPU Count'], ['cpu_speed', 'CPU Speed'], ['mem_total', 'Memory Total'], ['swap_total', 'Swap Space Total'], ['boottime', 'Last Boot Time'],
      ['machine_type', 'Machine Type'], ['os_name', 'Operating System'], ['os_release', 'Operating System Release'], ['location', 'Location'],
    ]),
    group(20, 90, [
      ['cpu_user', 'CPU User', 1], ['cpu_system', 'CPU System', 1], ['cpu_idle', 'CPU Idle', 5], ['cpu_nice', 'CPU Nice', 1], ['cpu_aidle', 'CPU aidle', 5],
      ['cpu_wio', 'CPU wio', 1], ['cpu_steal', 'CPU steal', 1],
    ]),
    group(20, 90, [['load_one', 'One Minute Load Average', 1], ['load_five', 'Five Minute Load Average', 1], ['load_fifteen', 'Fifteen Minute Load Average', 1]]),
    group(80, 950, [['proc_run', 'Total Running Processes', 1], ['proc_total', 'Total Processes', 1]]),
    group(40, 180, [
      ['mem_free', 'Free Memory', 1024], ['mem_shared', 'Shared Memory', 1024], ['mem_buffers', 'Memory Buffers', 1024], ['mem_cached', 'Cached Memory', 1024],
      ['swap_free', 'Free Swap Space', 1024],
    ]),
    ...(withNetwork ? [group(40, 300, [
      ['bytes_out', 'Bytes Sent', 4096], ['bytes_in', 'Bytes Received', 4096], ['pkts_in', 'Packets Received', 256], ['pkts_out', 'Packets Sent', 256],
    ])] : []),
  ];
}

type Row = [name: string, title: string, valueThreshold?: number];

function group(collectEvery: number, timeThreshold: number, rows: Row[]): GangliaCollectionGroup {
  const metrics = rows.map(([name, title, valueThreshold]): GangliaMetric => ({ name, title, valueThreshold }));
  return { collectEvery: Duration.seconds(collectEvery), timeThreshold: Duration.seconds(timeThreshold), metrics };
}
