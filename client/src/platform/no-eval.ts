import { config } from 'zod';

// The page's content policy forbids code made of text; without this the schemas would try it once and be reported.
config({ jitless: true });
