import { readdirSync } from "node:fs";
import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

const tests = ["**/*.test.ts", "**/*.test.tsx"];
const code = "{ts,tsx,mts,mjs,js}";

/** Rules of one wall: imports whose path matches, with the sentence to say. */
const noImports = (...walls) => ["error", { patterns: walls.map(([regex, message]) => ({ regex, message })) }];
const noSyntax = (...walls) => ["error", ...walls.map(([selector, message]) => ({ selector, message }))];

const database = ["^(@/|(\\.\\./)+)(lib/store|generated/prisma)(/|$)|^pg$|^@prisma/", "Pages and components ask lib/reads or the API; only lib/store speaks to the database."];
const driver = ["^pg$", "Only lib/store speaks to the database driver."];
const rawSql = ["MemberExpression[property.name=/^\\$(queryRaw|executeRaw)/]", "Raw SQL lives in lib/store."];
const mergedLookUp = [
  "CallExpression[callee.property.name=/^findUnique/][callee.object.object.callee.name='database']",
  "Prisma puts findUniques of the same moment into one query, whoever asks: findFirst (decision 35).",
];
const impure = [
  ["CallExpression[callee.object.name='Date'][callee.property.name='now']", "Deciding takes its time from the snapshot."],
  ["NewExpression[callee.name='Date'][arguments.length=0]", "Deciding takes its time from the snapshot."],
  ["CallExpression[callee.object.name='performance']", "Deciding takes its time from the snapshot."],
  ["CallExpression[callee.object.name='Math'][callee.property.name='random']", "Deciding leaves nothing to chance."],
  ["MemberExpression[object.name='crypto']", "Deciding leaves nothing to chance."],
  [":function[async=true]", "Deciding does not wait for anything."],
  ["AwaitExpression", "Deciding does not wait for anything."],
  ["Identifier[name=/^(setTimeout|setInterval|setImmediate|queueMicrotask)$/]", "Deciding does not wait for anything."],
];

const shared = new Set(["ui", "layout"]);
const features = readFolders("components").filter((name) => !shared.has(name));

const config = [
  { ignores: [".next/**", "generated/**", ".data/**", "test-results/**", "playwright-report/**", "next-env.d.ts"] },
  ...nextVitals,
  ...nextTypescript,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      eqeqeq: "error",
    },
  },
  // lib/routing imports only itself: no clock, no chance, no waiting.
  {
    files: [`lib/routing/**/*.${code}`],
    ignores: tests,
    rules: {
      "no-restricted-imports": noImports(["^(?!\\./)", "lib/routing imports only itself."]),
      "no-restricted-syntax": noSyntax(...impure),
    },
  },
  {
    files: ["lib/routing/**/*.test.ts"],
    rules: { "no-restricted-imports": noImports(["^(?!\\./|vitest$|fast-check$)", "Tests of lib/routing import it, vitest and fast-check."]) },
  },
  // Raw SQL and the driver only in lib/store; scripts, tests and the storm run beside the app.
  {
    files: [`lib/**/*.${code}`],
    ignores: ["lib/store/**", "lib/routing/**", "lib/storm/**", ...tests],
    rules: { "no-restricted-imports": noImports(driver), "no-restricted-syntax": noSyntax(rawSql, mergedLookUp) },
  },
  {
    files: [`app/**/*.${code}`, `components/**/*.${code}`],
    rules: { "no-restricted-imports": noImports(database), "no-restricted-syntax": noSyntax(rawSql) },
  },
  // A story fails when a page's content security policy stops anything.
  {
    files: ["e2e/*.spec.ts"],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ regex: "^@playwright/test$", importNames: ["test", "expect"], message: "From ./support/test, whose stories fail when the content security policy stops anything." }] }],
    },
  },
  // Features never import each other.
  ...features.map((feature) => ({
    files: [`components/${feature}/**/*.${code}`],
    rules: {
      "no-restricted-imports": noImports(
        database,
        [`^@/components/(?!(ui|layout|${feature})/)`, "A feature imports components/ui, components/layout and itself."],
        ["^\\.\\./", "A feature is one flat folder; what it shares is in components/ui or components/layout."],
      ),
    },
  })),
  {
    files: [`components/ui/**/*.${code}`],
    rules: { "no-restricted-imports": noImports(database, ["^@/components/(?!ui/)", "components/ui knows no word of our domain."]) },
  },
];

export default config;

function readFolders(folder) {
  try {
    return readdirSync(new URL(folder, import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch {
    return [];
  }
}
