declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

// The page's content policy forbids code made of text, and the schema library would try it once and be reported.
// Its setting is written where the library looks for it, because importing the library here would put it into the first load.
globalThis.__zod_globalConfig = { jitless: true };

export {};
