import { expect, test } from "vitest";
import { csvLine } from "./csv";

test("quotes what needs it, and nothing is run as a formula", () => {
  expect(csvLine(["a", null, 3, "b,c", 'say "x"', "two\nlines"])).toBe('a,,3,"b,c","say ""x""","two\nlines"\r\n');
  expect(csvLine(["=1+1", "+1", "-1", "@x", "a=b"])).toBe("'=1+1,'+1,'-1,'@x,a=b\r\n");
});
