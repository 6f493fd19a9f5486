import { expect, test } from "vitest";

import { durationInWords } from "./duration-in-words";

test.each([
  [-5, "0 s"],
  [0, "0 s"],
  [1, "less than 1 s"],
  [999, "less than 1 s"],
  [1_000, "1 s"],
  [5_000, "5 s"],
  [59_600, "1 min"],
  [60_000, "1 min"],
  [192_000, "3 min 12 s"],
  [3_600_000, "1 h"],
  [3_605_000, "1 h"],
  [7_380_000, "2 h 3 min"],
  [3_785_000, "1 h 3 min"],
  [93_784_000, "1 d 2 h"],
  [187_200_000, "2 d 4 h"],
])("%i ms in words: %s", (ms, words) => expect(durationInWords(ms)).toBe(words));
