import { expect, test } from "vitest";

import { exampleConversation, exampleSnapshot } from "./example-facts";
import { Floor } from "./floor";

test("to give something to an agent whom the snapshot lacks is a bug, and said", () => {
  const floor = new Floor(exampleSnapshot());
  expect(() => floor.assign(exampleConversation(), "ana")).toThrow(new Error("The snapshot lacks agent ana, whom conversation c1 was given."));
});
