import { Heap } from "../routing/heap";
import { compareInLine } from "../routing/order";
import type { Standing } from "./world";

/** Those who stand in line, each weight in a line of its own. */
export class Line {
  readonly #byWeight = new Map<number, Heap<Standing>>();

  push(standing: Standing): void {
    const { weight } = standing.facts;
    let heap = this.#byWeight.get(weight);
    if (!heap) {
      heap = new Heap<Standing>((a, b) => compareInLine(a.facts, b.facts));
      this.#byWeight.set(weight, heap);
    }
    heap.push(standing);
  }

  /**
   * Takes out all who could be given any of this room: of each weight the first ones, as many as would fit if nobody
   * else took any. Who of them gets it is not decided here.
   */
  takeHeads(room: number): Standing[] {
    const heads: Standing[] = [];
    for (const [weight, heap] of this.#byWeight) {
      for (let left = room; left >= weight; left -= weight) {
        const head = heap.pop();
        if (!head) break;
        heads.push(head);
      }
    }
    return heads;
  }
}
