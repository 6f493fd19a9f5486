import { foldText } from "./folded-text";
import type { AttributeComparison, AttributeValue } from "./rule-condition";
import type { SubjectReading } from "./rule-subject";
import { textHolds } from "./text-comparison";

/** Sign, digits, a fraction: neither "" nor "0x10" nor "Infinity", which `Number` would take. */
const plainNumber = /^[+-]?\d+(\.\d+)?$/;

/**
 * Whether a customer's attribute is as it is asked for. An attribute has no declared type, and integrations send "5"
 * for 5; so it is read as what it is compared with. What can't be read so is not equal to it, larger or smaller.
 *
 * @param attribute null: the customer has none of this key
 */
export function attributeHolds(comparison: AttributeComparison, attribute: AttributeValue | null, reading: SubjectReading): boolean {
  switch (comparison.operator) {
    case "is":
      return isEqual(attribute, comparison.value, reading);
    case "is_not":
      return !isEqual(attribute, comparison.value, reading);
    case "greater_than": {
      const number = asNumber(attribute);
      return number !== null && number > comparison.value;
    }
    case "less_than": {
      const number = asNumber(attribute);
      return number !== null && number < comparison.value;
    }
    case "contains":
    case "does_not_contain":
    case "starts_with":
    case "ends_with":
    case "is_set":
    case "is_not_set":
      return textHolds(comparison, asText(attribute, reading));
  }
}

function isEqual(attribute: AttributeValue | null, value: AttributeValue, reading: SubjectReading): boolean {
  if (typeof value === "number") return asNumber(attribute) === value;
  return asText(attribute, reading) === foldText(String(value));
}

function asText(attribute: AttributeValue | null, reading: SubjectReading): string | null {
  return reading.text(attribute === null ? null : String(attribute));
}

function asNumber(attribute: AttributeValue | null): number | null {
  if (typeof attribute === "number") return attribute;
  const text = typeof attribute === "string" ? attribute.trim() : "";
  return plainNumber.test(text) ? Number(text) : null;
}
