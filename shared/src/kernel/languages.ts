import { z } from 'zod';

/** The languages of the interface, and those a dialogue can name as its own. */
export const languages = ['en', 'ar', 'fr', 'de'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;
