import { Size, SizeRoundingBehavior } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { DaemonResources } from '../daemon/resources';

interface Amounts<T> {
  readonly request?: T;
  readonly limit?: T;
}

/** What is said wins, field by field; a default that would contradict it (a request above its limit) follows it. */
export function mergeResources(defaults: DaemonResources, own: DaemonResources = {}): DaemonResources {
  return {
    ...own,
    cpu: mergeAmounts(defaults.cpu, own.cpu, millis),
    memory: mergeAmounts(defaults.memory, own.memory, kibibytes),
  };
}

function mergeAmounts<T>(defaults: Amounts<T> = {}, own: Amounts<T> = {}, number: (amount: T) => number): Amounts<T> {
  const { request = defaults.request, limit = defaults.limit } = own;
  if (request === undefined || limit === undefined || number(request) <= number(limit)) {
    return { request, limit };
  }
  return { request: own.request ?? limit, limit: own.limit ?? request };
}

function millis(cpu: Cpu): number {
  return cpu.amount.endsWith('m') ? parseFloat(cpu.amount) : parseFloat(cpu.amount) * 1000;
}

function kibibytes(size: Size): number {
  return size.toKibibytes({ rounding: SizeRoundingBehavior.NONE });
}
