import type { Names } from '../../names.ts';

/**
 * What a room can begin its notes with. Each entry is the headings of one template, by the key that the document holds: everybody
 * reads them in their own language.
 */
export const templates = {
  practices: ['practices.what', 'practices.why', 'practices.where'],
  gaps: ['gaps.gap', 'gaps.who', 'gaps.support'],
  ideas: ['ideas.idea', 'ideas.partners', 'ideas.steps', 'ideas.needs'],
  decisions: ['decisions.decided', 'decisions.who', 'decisions.open'],
} as const;
export type Template = keyof typeof templates;
export const templateNames = Object.keys(templates) as [Template, ...Template[]];

/** A heading of a template, as documents hold it. */
export type PromptKey = (typeof templates)[Template][number];

/** What each heading says; a document holds the key. */
export const prompts: Record<PromptKey, Required<Names>> = {
  'practices.what': {
    en: 'What works well here?',
    ar: 'ما الذي ينجح لدينا؟',
    fr: 'Qu’est-ce qui fonctionne bien chez nous ?',
    de: 'Was funktioniert bei uns gut?',
  },
  'practices.why': {
    en: 'Why does it work?',
    ar: 'لماذا ينجح؟',
    fr: 'Pourquoi cela fonctionne-t-il ?',
    de: 'Warum funktioniert es?',
  },
  'practices.where': {
    en: 'Where else could it work, and what would it need?',
    ar: 'أين يمكن أن ينجح أيضًا، وما الذي يلزم لذلك؟',
    fr: 'Où cela pourrait-il aussi fonctionner, et que faudrait-il ?',
    de: 'Wo könnte es noch funktionieren, und was braucht es dafür?',
  },
  'gaps.gap': { en: 'What is missing?', ar: 'ما الذي ينقصنا؟', fr: 'Que manque-t-il ?', de: 'Was fehlt?' },
  'gaps.who': { en: 'Whom does it concern?', ar: 'من المعنيّ بذلك؟', fr: 'Qui est concerné ?', de: 'Wen betrifft es?' },
  'gaps.support': {
    en: 'What support is needed, and from whom?',
    ar: 'ما الدعم المطلوب، وممّن؟',
    fr: 'Quel soutien faut-il, et de qui ?',
    de: 'Welche Unterstützung ist nötig, und von wem?',
  },
  'ideas.idea': {
    en: 'The idea in two sentences',
    ar: 'الفكرة في جملتين',
    fr: 'L’idée en deux phrases',
    de: 'Die Idee in zwei Sätzen',
  },
  'ideas.partners': {
    en: 'Which towns take part?',
    ar: 'ما البلديات المشاركة؟',
    fr: 'Quelles communes participent ?',
    de: 'Welche Kommunen machen mit?',
  },
  'ideas.steps': { en: 'First steps', ar: 'الخطوات الأولى', fr: 'Premières étapes', de: 'Erste Schritte' },
  'ideas.needs': { en: 'What it needs', ar: 'ما الذي تحتاجه', fr: 'Ce qu’il faut', de: 'Was dafür nötig ist' },
  'decisions.decided': {
    en: 'What we decide',
    ar: 'ما الذي نقرّره',
    fr: 'Ce que nous décidons',
    de: 'Was wir beschließen',
  },
  'decisions.who': {
    en: 'Who does what, and until when?',
    ar: 'من يقوم بماذا، وحتى متى؟',
    fr: 'Qui fait quoi, et pour quand ?',
    de: 'Wer macht was, und bis wann?',
  },
  'decisions.open': {
    en: 'What stays open',
    ar: 'ما الذي يبقى مفتوحًا',
    fr: 'Ce qui reste ouvert',
    de: 'Was offen bleibt',
  },
};
