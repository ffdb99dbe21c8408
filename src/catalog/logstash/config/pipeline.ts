import { renderFilters } from './filters';
import { renderOutput } from './outputs';
import { renderInputs } from './sources';
import { LogstashBlock } from './writer';
import { LogstashDaemonProps } from '../props';

/** What is done with events, as data. */
export function pipelineOf(props: LogstashDaemonProps): LogstashBlock[] {
  return [
    { name: 'input', plugins: renderInputs(props) },
    { name: 'filter', plugins: renderFilters(props) },
    { name: 'output', plugins: renderOutput(props.output).plugins },
  ];
}
