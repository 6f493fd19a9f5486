-- Written by hand: what Prisma's schema cannot say.

-- Of those who wait and take more than 1, the heads of each agent and weight, and those who take more than the agent's
-- whole capacity.
DROP INDEX "conversation_heavy_waiters_idx";
CREATE INDEX "conversation_heavy_waiters_idx" ON "conversation"
  ("organization_id", "dedicated_agent_id", "weight", "priority", "wait_began_at", "entered_at", "id")
  WHERE "routing_state" = 'waiting' AND "weight" > 1;
