/**
 * The ids to show, in an order that nothing jumps in: those shown before keep their places, new ones come last, those
 * gone leave. Answers the very `shown` when nothing changed.
 */
export function steadyOrder(shown: readonly string[], present: readonly string[]): readonly string[] {
  const stillThere = new Set(present);
  const known = new Set(shown);
  const order = [...shown.filter((id) => stillThere.has(id)), ...present.filter((id) => !known.has(id))];
  const isSame = order.length === shown.length && order.every((id, index) => id === shown[index]);
  return isSame ? shown : order;
}
