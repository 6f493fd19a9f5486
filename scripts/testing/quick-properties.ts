import { configureGlobal } from "fast-check";

/** A mutant is killed by the first counterexample; nobody reads a smaller one. */
configureGlobal({ seed: Number(process.env["KITH_SEED"]), numRuns: Number(process.env["KITH_RUNS"]), endOnFailure: true });
