import type { Locator, Page } from '@playwright/test';
import type { Person } from './people.ts';
import { type Values, type Word, wordsOf } from './words.ts';

/** A person at their browser, who finds things by what they are and what they are called in their language. */
export type Guest = {
  person: Person;
  page: Page;
  word(word: Word, values?: Values): RegExp;
  button(word: Word, values?: Values): Locator;
  link(word: Word, values?: Values): Locator;
  field(word: Word, values?: Values): Locator;
  heading(word: Word, values?: Values): Locator;
  dialog(word: Word, values?: Values): Locator;
};

export function guestOf(person: Person, page: Page): Guest {
  const word = wordsOf(person.language);
  const by = (role: Parameters<Page['getByRole']>[0]) => (name: Word, values?: Values) =>
    page.getByRole(role, { name: word(name, values) });
  return {
    person,
    page,
    word,
    button: by('button'),
    link: by('link'),
    field: by('textbox'),
    heading: by('heading'),
    dialog: by('dialog'),
  };
}
