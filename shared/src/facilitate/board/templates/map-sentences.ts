import type { Names } from '../../../names.ts';

type Sentences = Readonly<Record<string, Required<Names>>>;

/** The gap map: what is lacking, what is there, what is to come from elsewhere. */
export const gapSentences = {
  'gaps.need': { en: 'Needs', ar: 'الاحتياجات', fr: 'Besoins', de: 'Bedarf' },
  'gaps.need.ask': {
    en: 'What is missing in our towns?',
    ar: 'ما الذي ينقص بلدياتنا؟',
    fr: 'Que manque-t-il dans nos communes ?',
    de: 'Was fehlt in unseren Kommunen?',
  },
  'gaps.resource': { en: 'Resources', ar: 'الموارد', fr: 'Ressources', de: 'Vorhandenes' },
  'gaps.resource.ask': {
    en: 'What do we have already: people, knowledge, places, money?',
    ar: 'ما المتوفّر لدينا: أشخاص ومعارف وأماكن وأموال؟',
    fr: 'Qu’avons-nous déjà : personnes, savoirs, lieux, argent ?',
    de: 'Was haben wir schon: Menschen, Wissen, Orte, Geld?',
  },
  'gaps.support': { en: 'Support needed', ar: 'الدعم المطلوب', fr: 'Soutien nécessaire', de: 'Nötige Unterstützung' },
  'gaps.support.ask': {
    en: 'What must come from elsewhere, and from whom?',
    ar: 'ما الذي يجب أن يأتي من خارجنا، وممّن؟',
    fr: 'Que doit-on obtenir d’ailleurs, et de qui ?',
    de: 'Was muss von anderen kommen, und von wem?',
  },
} as const satisfies Sentences;

/** Two by two: benefit and effort. */
export const quadrantSentences = {
  'quadrants.now': { en: 'Do it now', ar: 'للتنفيذ الآن', fr: 'À faire maintenant', de: 'Sofort angehen' },
  'quadrants.plan': { en: 'Plan it well', ar: 'يحتاج إلى تخطيط جيّد', fr: 'À bien préparer', de: 'Gut planen' },
  'quadrants.aside': {
    en: 'When there is time',
    ar: 'عند توفّر الوقت',
    fr: 'Quand il y a le temps',
    de: 'Wenn Zeit ist',
  },
  'quadrants.leave': { en: 'Leave it', ar: 'يمكن الاستغناء عنه', fr: 'À laisser de côté', de: 'Lassen' },
  'quadrants.benefit': { en: 'Benefit', ar: 'الفائدة', fr: 'Bénéfice', de: 'Nutzen' },
  'quadrants.effort': { en: 'Effort', ar: 'الجهد', fr: 'Effort', de: 'Aufwand' },
} as const satisfies Sentences;

/** The problem tree: causes below, effects above. */
export const treeSentences = {
  'tree.effects': { en: 'Effects', ar: 'النتائج', fr: 'Effets', de: 'Folgen' },
  'tree.problem': { en: 'Core problem', ar: 'المشكلة الأساسية', fr: 'Problème central', de: 'Kernproblem' },
  'tree.causes': { en: 'Causes', ar: 'الأسباب', fr: 'Causes', de: 'Ursachen' },
  'tree.effect': {
    en: 'What does it lead to?',
    ar: 'إلى ماذا تؤدّي؟',
    fr: 'Qu’est-ce que cela entraîne ?',
    de: 'Wozu führt das?',
  },
  'tree.core': {
    en: 'What is the problem, in one sentence?',
    ar: 'ما المشكلة في جملة واحدة؟',
    fr: 'Quel est le problème, en une phrase ?',
    de: 'Was ist das Problem, in einem Satz?',
  },
  'tree.cause': { en: 'Why is it so?', ar: 'ما السبب؟', fr: 'Pourquoi en est-il ainsi ?', de: 'Warum ist das so?' },
} as const satisfies Sentences;
