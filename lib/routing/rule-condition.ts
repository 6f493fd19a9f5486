/**
 * What a queue rule may ask (the routing contract, §1), as types and as the lists that contracts and screens offer.
 * There are no regular expressions: docs/decisions/0026.
 */

export const textFields = ["subject", "first_message", "customer_name", "customer_email", "customer_external_id"] as const;
export type TextField = (typeof textFields)[number];

export const tagFields = ["customer_tags", "conversation_tags"] as const;
export type TagField = (typeof tagFields)[number];

export const equalityOperators = ["is", "is_not"] as const;
export const partOperators = ["contains", "does_not_contain", "starts_with", "ends_with"] as const;
export const sizeOperators = ["greater_than", "less_than"] as const;
export const presenceOperators = ["is_set", "is_not_set"] as const;
export const tagOperators = ["has_any", "has_all", "has_none"] as const;
export const listOperators = ["is_any_of", "is_none_of"] as const;
export const hoursOperators = ["inside", "outside"] as const;

type EqualityOperator = (typeof equalityOperators)[number];
type PartOperator = (typeof partOperators)[number];
type SizeOperator = (typeof sizeOperators)[number];
type PresenceOperator = (typeof presenceOperators)[number];
type TagOperator = (typeof tagOperators)[number];
type ListOperator = (typeof listOperators)[number];
type HoursOperator = (typeof hoursOperators)[number];

/** What a customer's attribute may hold. */
export type AttributeValue = string | number | boolean;

/** What can be asked of a text, wherever it stands. */
export type TextComparison =
  | { readonly operator: EqualityOperator | PartOperator; readonly value: string }
  | { readonly operator: PresenceOperator };

export type TextCondition = { readonly field: TextField } & TextComparison;

/** An attribute has no declared type: it is read as what it is compared with. */
export type AttributeComparison =
  | { readonly operator: EqualityOperator; readonly value: AttributeValue }
  | { readonly operator: PartOperator; readonly value: string }
  | { readonly operator: SizeOperator; readonly value: number }
  | { readonly operator: PresenceOperator };

export type AttributeCondition = {
  readonly field: "customer_attribute";
  /** Exactly as the attribute is called. */
  readonly key: string;
} & AttributeComparison;

export interface TagCondition {
  readonly field: TagField;
  readonly operator: TagOperator;
  readonly values: readonly string[];
}

export interface ChannelCondition {
  readonly field: "channel";
  readonly operator: ListOperator;
  /** Keys of channels. */
  readonly values: readonly string[];
}

export interface LanguageCondition {
  readonly field: "language";
  readonly operator: ListOperator;
  /** BCP 47 tags; `en` takes in `en-GB`, not the other way round. */
  readonly values: readonly string[];
}

export interface BusinessHoursCondition {
  readonly field: "business_hours";
  readonly operator: HoursOperator;
}

export type RuleCondition =
  | TextCondition
  | AttributeCondition
  | TagCondition
  | ChannelCondition
  | LanguageCondition
  | BusinessHoursCondition;
