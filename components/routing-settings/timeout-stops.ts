/** The values people say, in seconds; the slider moves over their places, the exact field knows all between. */
export const timeoutStops = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 420, 600, 900, 1200, 1800, 2700, 3600] as const;

export const lastStop = timeoutStops.length - 1;

/** How many stops Page Up and Page Down leap. */
const leap = 4;

/** The stop at a place of the slider; places outside are the ends. */
export function stopAt(place: number): number {
  return timeoutStops[clamp(place)] ?? timeoutStops[0];
}

/** Where a value sits: at its stop, or at the nearest by ratio, as the stops are spaced by ratio. */
export function placeOf(seconds: number): number {
  let nearest = 0;
  for (let place = 1; place <= lastStop; place += 1) {
    if (ratio(stopAt(place), seconds) < ratio(stopAt(nearest), seconds)) nearest = place;
  }
  return nearest;
}

/**
 * The value after a key, or null for keys that are none of the slider's. From a value between two stops one step goes
 * to the next stop on that side, so no step is lost or doubled.
 */
export function secondsAfterKey(key: string, hasShift: boolean, seconds: number): number | null {
  const step = hasShift ? leap : 1;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return stepUp(seconds, step);
    case "ArrowLeft":
    case "ArrowDown":
      return stepDown(seconds, step);
    case "PageUp":
      return stepUp(seconds, leap);
    case "PageDown":
      return stepDown(seconds, leap);
    case "Home":
      return stopAt(0);
    case "End":
      return stopAt(lastStop);
    default:
      return null;
  }
}

function stepUp(seconds: number, steps: number): number {
  const above = timeoutStops.findIndex((stop) => stop > seconds);
  return above === -1 ? stopAt(lastStop) : stopAt(above + steps - 1);
}

function stepDown(seconds: number, steps: number): number {
  const below = timeoutStops.findLastIndex((stop) => stop < seconds);
  return below === -1 ? stopAt(0) : stopAt(below - steps + 1);
}

function clamp(place: number): number {
  return Math.min(Math.max(Math.round(place), 0), lastStop);
}

function ratio(a: number, b: number): number {
  return a > b ? a / b : b / a;
}
