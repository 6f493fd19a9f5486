import type { NameRef } from "@/lib/contracts/common";

/** Settings that are saved as a whole, from the version they were read in. */
export interface SavedPart {
  readonly version: number;
  readonly updatedAt: string;
  /** Null: never changed, or changed by an API key. */
  readonly updatedBy: NameRef | null;
}
