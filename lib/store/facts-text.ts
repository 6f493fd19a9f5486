import type { CandidateFacts, DecisionFacts } from "../routing/model";

/**
 * Facts as JSON. Decisions of one pass share their settings, channels and agents: what is the same object is written
 * once. Of a candidate only what makes them one candidate or another: all are available.
 */
export class FactsText {
  readonly #texts = new Map<object, string>();
  readonly #candidateTexts = new Map<CandidateFacts, string>();

  of({ settings, channel, dedicatedAgent, normal: { candidates, ...normal }, ...own }: DecisionFacts): string {
    const texts = candidates.map((candidate) => this.#candidate(candidate));
    return `${open(own)},"settings":${this.#shared(settings)},"channel":${this.#shared(channel)},"dedicatedAgent":${
      dedicatedAgent === null ? "null" : this.#shared(dedicatedAgent)
    },"normal":${open(normal)},"candidates":[${texts.join(",")}]}}`;
  }

  #shared(value: object): string {
    let text = this.#texts.get(value);
    if (text === undefined) this.#texts.set(value, (text = JSON.stringify(value)));
    return text;
  }

  #candidate(candidate: CandidateFacts): string {
    let text = this.#candidateTexts.get(candidate);
    if (text === undefined) {
      const { id, load, capacity, lastAssignedAt } = candidate;
      this.#candidateTexts.set(candidate, (text = JSON.stringify({ id, load, capacity, lastAssignedAt })));
    }
    return text;
  }
}

/** An object that has properties, as JSON without its end. */
function open(value: object): string {
  return JSON.stringify(value).slice(0, -1);
}
