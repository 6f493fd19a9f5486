import type { Queue } from "../contracts/queues";

type Words = Record<string, string | number | null>;

/** A queue's fields as the audit log tells them. */
export function queueInWords({ name, priority, weight, strategy, overflowAfterSeconds }: Omit<Queue, "id" | "isDefault">): Words {
  return {
    name,
    priority,
    weight,
    "who is next": strategy === "most_room" ? "most room" : "longest idle",
    "overflow after": overflowAfterSeconds === null ? null : `${overflowAfterSeconds} s`,
  };
}
