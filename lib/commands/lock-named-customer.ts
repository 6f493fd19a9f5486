import { AppError } from "../contracts/app-error";
import type { Tx } from "../store/database";
import { lockCustomer, type LockedCustomer } from "../store/lock-customer";

/** Locks a customer whom somebody means to change. @throws AppError `not_found`, `conflict` for one merged into another */
export async function lockNamedCustomer(tx: Tx, organizationId: string, customerId: string): Promise<LockedCustomer> {
  const customer = await lockCustomer(tx, organizationId, customerId);
  if (customer === null) throw new AppError("not_found", "There is no customer by that id.");
  if (customer.id !== customerId) throw mergedAway(customer.id);
  return customer;
}

export function mergedAway(intoId: string): AppError {
  return new AppError("conflict", `This customer was merged into the customer ${intoId}. Go on with that one.`);
}
