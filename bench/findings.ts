import type { Finding } from "./scenario";

type Figures = Finding["figures"];

/** Met when the figure is at least, or at most, what the goal says. */
export function atLeast(what: string, value: number, goal: number, unit: string, measured: string, figures: Figures = {}): Finding {
  return { what, measured, goal: `≥ ${goal}${unit}`, isMet: value >= goal, figures: { value, goal, ...figures } };
}

export function atMost(what: string, value: number, goal: number, unit: string, measured: string, figures: Figures = {}): Finding {
  return { what, measured, goal: `≤ ${goal}${unit}`, isMet: value <= goal, figures: { value, goal, ...figures } };
}

/** Told without a goal. */
export function told(what: string, measured: string, figures: Figures = {}): Finding {
  return { what, measured, goal: null, isMet: null, figures };
}

export function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString("en")}/s`;
}
