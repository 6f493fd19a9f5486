import { AppError } from "../contracts/app-error";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names that a person could not tell apart are one. @throws AppError `already_exists` that names the field */
export function refuseTakenName(noun: string, name: string, others: readonly Named[], ownId?: string): void {
  const taken = others.find((other) => other.id !== ownId && other.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new AppError("already_exists", `There is a ${noun} ${taken.name} already.`, { errors: [{ field: "name", message: "is taken" }] });
}
