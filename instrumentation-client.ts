import { config } from "zod";

// Runs in the browser before everything else. Zod would try whether it may make functions from text, which the page's
// policy forbids and reports.
config({ jitless: true });
