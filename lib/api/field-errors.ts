import type { z } from "zod";

/** What a schema finds wrong, in the words of the API: the field by its path in the body, and what it must be. */
export function fieldErrors(issue: z.core.$ZodIssue): { field: string; message: string }[] {
  const path = issue.path.map(String);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ field: [...path, key].join("."), message: "is not known here" }));
    case "invalid_union": {
      // With options, the field is the one that tells the forms apart.
      const options = "options" in issue ? issue.options : undefined;
      return [{ field: path.join("."), message: options ? `must be one of ${options.map(String).join(", ")}` : "fits none of the forms it may have" }];
    }
    default:
      return [{ field: path.join("."), message: issue.message }];
  }
}
