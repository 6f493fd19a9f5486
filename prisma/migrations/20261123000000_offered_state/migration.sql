-- On its own: PostgreSQL uses a new value of an enum only once its transaction is committed.

-- AlterEnum
ALTER TYPE "routing_outcome" ADD VALUE 'offered';

-- AlterEnum
ALTER TYPE "routing_state" ADD VALUE 'offered';
