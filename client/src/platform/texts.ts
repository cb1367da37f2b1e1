import type { Language } from '@multaqa/shared/kernel/languages';
import { use } from 'react';
import { create } from 'zustand';
import type common from '../common/texts/en.json';
import { catalogueIn, loadCatalogueOfSlice, needCatalogues, textsOfLanguage } from './catalogues.ts';
import type { Problem } from './http.ts';
import { reportFault } from './report-fault.ts';
import { type Sentences, sentencesIn, type Values } from './sentences.ts';

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutForm<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key;
/** The keys of a catalogue; a text with plural forms is named without them. */
type KeysOf<Texts> = WithoutForm<keyof Texts & string>;

/** The text of a key in the language of the interface. Every slice has the texts of `common` beside its own. */
export type Text<Key extends string = never> = (key: Key | KeysOf<typeof common>, values?: Values) => string;

/** The keys that a hook for texts knows. */
export type KeyOf<UseText extends () => Text> = Parameters<ReturnType<UseText>>[0];

const speaking = (language: Language) => ({ language, text: sentencesIn(language, () => textsOfLanguage(language)) });
const useSpoken = create<{ language: Language; text: Sentences }>(() => speaking('en'));

/**
 * A hook for the texts of some catalogues, each named by its folder: `textsOf<typeof chat>('facilitate/chat')`. Whoever
 * imports it is drawn only when these texts are there (`lazyWithTexts`), and again when the language changes.
 */
export function textsOf<Texts>(...folders: readonly string[]): () => Text<KeysOf<Texts>> {
  needCatalogues(folders);
  return () => useSpoken(({ text }) => text);
}

/** The texts that every slice shares. */
export const useCommonText = textsOf<typeof common>('common');

/** The sentences of one catalogue in any language, for what is written to readers of another one than this screen's. */
export async function sentencesFor<Texts>(
  folder: string,
  language: Language,
): Promise<(key: KeysOf<Texts>, values?: Values) => string> {
  const catalogue = await catalogueIn(folder, language);
  return sentencesIn(language, () => catalogue);
}

/** The language of the texts on the screen. */
export const useSpokenLanguage = (): Language => useSpoken(({ language }) => language);

/** The language of the texts on the screen, outside of components. */
export const spokenLanguage = (): Language => useSpoken.getState().language;

/** Writes all texts in another language from now on; they must have been loaded. */
export const speak = (language: Language): void => useSpoken.setState(speaking(language));

/** The word on buttons that close something, for what is drawn outside of the pages. */
export const closeWord = (): string => (useSpoken.getState().text satisfies Text)('common.close');

/** A refusal with its reference, or its code alone. */
type Refusal = string | (Partial<Pick<Problem, 'reference'>> & Pick<Problem, 'refusal'>);

/** The words for a refusal, with the code for support where there is one; a refusal without words of its own is a fault. */
export function refusalText(text: Text, problem: Refusal): string {
  const { refusal, reference } = typeof problem === 'string' ? { refusal: problem } : problem;
  const words = textsOfLanguage(spokenLanguage())[`refusals.${refusal}`] ?? text('refusals.fault');
  return reference ? `${words} ${text('common.reference', { reference })}` : words;
}

const arriving = new Map<string, Promise<void>>();

/** The words for a refusal of any slice, also of one whose code is not on this device. Suspends until they are here. */
export function useRefusalText(problem: Exclude<Refusal, string>): string {
  const text = useCommonText();
  const language = useSpokenLanguage();
  const [slice = '', ofSlice] = problem.refusal.split('.');
  if (ofSlice) {
    const key = `${language} ${slice}`;
    // Without its words it is told as a fault.
    const words = arriving.get(key) ?? loadCatalogueOfSlice(slice, language).catch(reportFault('refusal'));
    arriving.set(key, words);
    use(words);
  }
  return refusalText(text, problem);
}
