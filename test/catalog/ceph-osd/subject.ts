import { CephOsdDaemon, CephOsdDaemonProps } from '../../../src';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { problems as problemsOf, synth, Written } from '../../util';

export const FSID = 'b9127830-b0cc-4e34-aa47-9d1a2e9949a8';

export const LEAST: CephOsdDaemonProps = {
  fsid: FSID, monitors: ['10.0.0.11', '10.0.0.12:6789'], devices: [{ name: 'a', path: '/dev/disk/by-path/pci-0000:03:00.0-sas-phy1-lun-0' }],
};

type Props = Partial<CephOsdDaemonProps>;

export function objects(props: Props = {}): Written[] {
  return synth((chart) => new CephOsdDaemon(chart, 'osd', { ...LEAST, ...props }));
}

export function daemonSets(props?: Props): DaemonSet[] {
  return objects(props).filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

export function pod(props?: Props): PodSpec {
  return daemonSets(props)[0].spec.template.spec;
}

export function container(props?: Props): Container {
  return pod(props).containers[0];
}

/** A configuration file of Ceph as a reader of INI sees it: section → option → value. */
export function parse(text: string): { [section: string]: { [option: string]: string } } {
  const sections: { [section: string]: { [option: string]: string } } = {};
  let section = '';
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, name] = /^\[(.*)\]$/.exec(line) ?? [];
    const [, option, value] = /^([^=]+?) = (.*)$/.exec(line) ?? [];
    section = name ?? section;
    sections[section] = { ...sections[section], ...(option === undefined ? {} : { [option]: value }) };
  }
  return sections;
}

export function config(props?: Props): ReturnType<typeof parse> {
  return parse(objects(props).find(({ kind }) => kind === 'ConfigMap')!.data['ceph.conf']);
}

export function problems(props: Props): string[] {
  return problemsOf((chart) => new CephOsdDaemon(chart, 'osd', { ...LEAST, ...props })).map((problem) => problem.replace('[chart/osd] ', ''));
}
