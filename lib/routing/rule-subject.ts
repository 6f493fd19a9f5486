import { isWithinBusinessHours, type BusinessHours } from "./business-hours";
import { foldText } from "./folded-text";
import type { AttributeValue } from "./rule-condition";

export interface RuleCustomer {
  readonly name: string;
  readonly email: string | null;
  readonly externalId: string | null;
  readonly tags: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** The conversation that queue rules look at, with its customer and the organization's business hours. */
export interface RuleSubject {
  /** Epoch ms, by the database's clock. */
  readonly now: number;
  readonly channelKey: string;
  readonly subject: string | null;
  /** Empty when there is none. */
  readonly firstMessage: string;
  /** BCP 47; null: not known. */
  readonly language: string | null;
  readonly conversationTags: readonly string[];
  readonly customer: RuleCustomer;
  /** Null: none are set, the organization is always open. */
  readonly businessHours: BusinessHours | null;
}

/** A subject as one evaluation reads it: a text is folded and the clock is looked at once, however many conditions ask. */
export class SubjectReading {
  readonly subject: RuleSubject;
  readonly #folded = new Map<string, string>();
  #isOpen: boolean | null = null;

  constructor(subject: RuleSubject) {
    this.subject = subject;
  }

  /** The folded text; null when it is missing, and what is blank is missing. */
  text(text: string | null): string | null {
    if (text === null) return null;
    const folded = this.#folded.get(text) ?? foldText(text);
    this.#folded.set(text, folded);
    return folded === "" ? null : folded;
  }

  isOpen(): boolean {
    const { businessHours, now } = this.subject;
    this.#isOpen ??= businessHours === null || isWithinBusinessHours(businessHours, now);
    return this.#isOpen;
  }
}
