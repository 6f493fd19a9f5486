import { compareIds } from "../routing/order";

/** What happens in a simulated day, before anything is decided. Instants and durations are ms from any origin. */
export interface Day {
  readonly agents: readonly SimulatedAgent[];
  readonly shifts: readonly Shift[];
  readonly arrivals: Arrivals;
}

export interface SimulatedAgent {
  readonly id: string;
  readonly capacity: number;
}

/** A time online. An agent whose shifts overlap or touch is online for their union. */
export interface Shift {
  /** Index into `Day.agents`. */
  readonly agent: number;
  readonly onlineMs: number;
  readonly offlineMs: number;
}

/**
 * The conversations as columns, one row each: a million of them is a few tens of MB, and no objects for the collector.
 * Rows stand in the trace's order, which need not be that of arrival.
 */
export interface Arrivals {
  readonly count: number;
  readonly idOf: (row: number) => string;
  readonly arriveMs: Float64Array;
  readonly handleMs: Float64Array;
  readonly weight: Float64Array;
  /** Index into `Day.agents`; -1: none. */
  readonly dedicatedAgent: Int32Array;
}

/** Empty columns for `count` conversations: weight 1, no dedicated agent. */
export function emptyArrivals(count: number, idOf: (row: number) => string): Arrivals {
  return {
    count,
    idOf,
    arriveMs: new Float64Array(count),
    handleMs: new Float64Array(count),
    weight: new Float64Array(count).fill(1),
    dedicatedAgent: new Int32Array(count).fill(-1),
  };
}

/** A column's cell; a row outside it is a bug. */
export function cell(column: Float64Array | Int32Array, row: number): number {
  const value = column[row];
  if (value === undefined) throw new RangeError(`Row ${row} is outside a column of ${column.length}.`);
  return value;
}

/** Rows in the order in which they arrive; those of one instant by id. */
export function arrivalOrder(arrivals: Arrivals): Int32Array {
  const { count, arriveMs, idOf } = arrivals;
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  return rows.sort((a, b) => cell(arriveMs, a) - cell(arriveMs, b) || compareIds(idOf(a), idOf(b)));
}
