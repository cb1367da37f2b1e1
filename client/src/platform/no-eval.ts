declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

// The page's content security policy forbids eval, and zod would try it once and be reported.
// The setting is written where zod looks for it, because importing zod here would put it into the first load.
globalThis.__zod_globalConfig = { jitless: true };

export {};
