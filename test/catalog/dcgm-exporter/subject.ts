import { parseCsv } from './parse';
import { DcgmExporterDaemon, DcgmExporterDaemonProps } from '../../../src';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { problems as problemsOf, synth, Written } from '../../util';

export function objects(props?: DcgmExporterDaemonProps): Written[] {
  return synth((chart) => new DcgmExporterDaemon(chart, 'exporter', props));
}

export function daemonSets(props?: DcgmExporterDaemonProps): DaemonSet[] {
  return objects(props).filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

export function pod(props?: DcgmExporterDaemonProps): PodSpec {
  return daemonSets(props)[0].spec.template.spec;
}

export function container(props?: DcgmExporterDaemonProps): Container {
  return pod(props).containers[0];
}

/** The rows of the list of counters, as the exporter reads them. */
export function rows(props?: DcgmExporterDaemonProps): string[][] {
  return parseCsv(objects(props).find(({ kind }) => kind === 'ConfigMap')!.data['counters.csv']);
}

export function problems(props: DcgmExporterDaemonProps): string[] {
  return problemsOf((chart) => new DcgmExporterDaemon(chart, 'exporter', props)).map((problem) => problem.replace('[chart/exporter] ', ''));
}
