import { listAt, objectAt, Value } from './values';
import { compareQuantities, formatQuantity, parseQuantity, Quantity } from '../quantity';

type Amounts = ReadonlyMap<string, Quantity>;

const [ZERO, TEN] = [0, 10].map(BigInt);

/** What the containers of a pod request together, as texts. Upstream: AggregateContainerRequests. */
export function requestsOfPod(spec: Value): Value {
  return texts(aggregate(spec, 'requests'));
}

/** Upstream: AggregateContainerLimits. */
export function limitsOfPod(spec: Value): Value {
  return texts(aggregate(spec, 'limits'));
}

/** The containers run side by side, beside the init containers that go on running; the other init containers run one after the other before. */
function aggregate(spec: Value, field: string): Amounts {
  const containers = listAt(spec, 'containers').reduce((sum, container) => add(sum, amountsOf(container, field)), new Map() as Amounts);
  const initial = { running: containers, sidecars: new Map() as Amounts, peak: new Map() as Amounts };
  const { running, peak } = listAt(spec, 'initContainers').reduce<typeof initial>((state, container) => {
    const amounts = amountsOf(container, field);
    const sum = add(amounts, state.sidecars);
    return container.restartPolicy === 'Always'
      ? { running: add(state.running, amounts), sidecars: add(state.sidecars, amounts), peak: larger(state.peak, add(state.sidecars, amounts)) }
      : { ...state, peak: larger(state.peak, sum) };
  }, initial);
  return larger(running, peak);
}

function amountsOf(container: Value, field: string): Amounts {
  const entries = Object.entries(objectAt(objectAt(container, 'resources'), field)).flatMap(([name, text]): [string, Quantity][] => {
    const quantity = parseQuantity(String(text));
    return 'error' in quantity ? [] : [[name, quantity]];
  });
  return new Map(entries);
}

function add(amounts: Amounts, others: Amounts): Amounts {
  const sums = [...others].map(([name, quantity]): [string, Quantity] => {
    const amount = amounts.get(name);
    return [name, amount === undefined ? quantity : sumOf(amount, quantity)];
  });
  return new Map([...amounts, ...sums]);
}

function larger(amounts: Amounts, others: Amounts): Amounts {
  return new Map([...amounts, ...[...others].filter(([name, quantity]) => {
    const amount = amounts.get(name);
    return amount === undefined || compareQuantities(quantity, amount) > 0;
  })]);
}

/** The sum is written as the first is, unless that is zero. Upstream: Quantity.Add. */
function sumOf(a: Quantity, b: Quantity): Quantity {
  const exponent = Math.min(a.exponent, b.exponent);
  const [first, second] = [a, b].map((quantity) => quantity.unscaled * TEN ** BigInt(quantity.exponent - exponent));
  return { unscaled: first + second, exponent, format: a.unscaled === ZERO ? b.format : a.format };
}

function texts(amounts: Amounts): Value {
  return Object.fromEntries([...amounts].map(([name, quantity]) => [name, formatQuantity(quantity)]));
}
