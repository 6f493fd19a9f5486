-- Written by hand: what Prisma's schema cannot say.

-- Whose agent's capacity has become too small can't wait for them any more: found for each agent whose capacity may have
-- changed, among those only that take more than 1.
DROP INDEX "conversation_heavy_waiters_idx";
CREATE INDEX "conversation_heavy_waiters_idx" ON "conversation" ("organization_id", "dedicated_agent_id", "weight")
  WHERE "routing_state" = 'waiting' AND "weight" > 1;
