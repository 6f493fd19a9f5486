-- How many requests have come, for all server processes together. Unlogged: it is written often, and lost with a crash,
-- which nobody minds.
CREATE UNLOGGED TABLE "request_count" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_count_pkey" PRIMARY KEY ("key")
);
