import { type Language, languages } from '@multaqa/shared/kernel/languages';
import type { Node } from '@tiptap/pm/model';

/** The language that an outcome is written in, as far as it is known: what somebody chose, else Arabic by its letters. */
export function languageOf(outcome: Node): Language | null {
  const chosen = languages.find(language => language === outcome.attrs.language);
  if (chosen) return chosen;
  const [first] = /\p{L}/u.exec(outcome.child(0).textContent + outcome.child(1).textContent) ?? [];
  return first && /\p{Script=Arabic}/u.test(first) ? 'ar' : null;
}
