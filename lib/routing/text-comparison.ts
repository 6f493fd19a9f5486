import { foldText } from "./folded-text";
import type { TextComparison } from "./rule-condition";

/**
 * Whether a text is as it is asked for. Of a text that is missing nothing positive is true, and each negation is.
 *
 * @param text folded; null when missing
 */
export function textHolds(comparison: TextComparison, text: string | null): boolean {
  switch (comparison.operator) {
    case "is":
      return text === foldText(comparison.value);
    case "is_not":
      return text !== foldText(comparison.value);
    case "contains":
      return text !== null && text.includes(foldText(comparison.value));
    case "does_not_contain":
      return text === null || !text.includes(foldText(comparison.value));
    case "starts_with":
      return text !== null && text.startsWith(foldText(comparison.value));
    case "ends_with":
      return text !== null && text.endsWith(foldText(comparison.value));
    case "is_set":
      return text !== null;
    case "is_not_set":
      return text === null;
  }
}
