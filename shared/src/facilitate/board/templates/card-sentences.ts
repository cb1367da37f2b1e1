import type { Names } from '../../../names.ts';

type Sentences = Readonly<Record<string, Required<Names>>>;

/** The project canvas: an idea on one page. */
export const canvasSentences = {
  'canvas.goal': { en: 'Goal', ar: 'الهدف', fr: 'Objectif', de: 'Ziel' },
  'canvas.goal.ask': {
    en: 'What will be different in two years?',
    ar: 'ما الذي سيتغيّر بعد عامين؟',
    fr: 'Qu’est-ce qui aura changé dans deux ans ?',
    de: 'Was wird in zwei Jahren anders sein?',
  },
  'canvas.people': { en: 'For whom', ar: 'لمن', fr: 'Pour qui', de: 'Für wen' },
  'canvas.people.ask': {
    en: 'Who benefits, and how do they take part?',
    ar: 'من يستفيد، وكيف تكون المشاركة؟',
    fr: 'Qui en bénéficie, et comment ces personnes participent-elles ?',
    de: 'Wem nützt es, und wie sind sie beteiligt?',
  },
  'canvas.partners': { en: 'Partners', ar: 'الشركاء', fr: 'Partenaires', de: 'Partner' },
  'canvas.partners.ask': {
    en: 'Who does it with us?',
    ar: 'من ينفّذه معنا؟',
    fr: 'Qui le fait avec nous ?',
    de: 'Wer macht mit?',
  },
  'canvas.steps': { en: 'Steps', ar: 'الخطوات', fr: 'Étapes', de: 'Schritte' },
  'canvas.steps.ask': {
    en: 'What comes first, and who begins when?',
    ar: 'ما الخطوة الأولى، ومن يبدأ ومتى؟',
    fr: 'Par quoi commencer, qui et quand ?',
    de: 'Was kommt zuerst, und wer beginnt wann?',
  },
  'canvas.means': { en: 'What it needs', ar: 'ما يلزم', fr: 'Moyens', de: 'Was es braucht' },
  'canvas.means.ask': {
    en: 'Money, people, permits, equipment',
    ar: 'أموال وأشخاص وتصاريح ومعدّات',
    fr: 'Argent, personnes, autorisations, matériel',
    de: 'Geld, Menschen, Genehmigungen, Geräte',
  },
  'canvas.risks': { en: 'Risks', ar: 'المخاطر', fr: 'Risques', de: 'Risiken' },
  'canvas.risks.ask': {
    en: 'What could go wrong, and what helps then?',
    ar: 'ما الذي قد يتعثّر، وما الذي يساعد حينها؟',
    fr: 'Qu’est-ce qui pourrait échouer, et que faire alors ?',
    de: 'Was könnte schiefgehen, und was hilft dann?',
  },
  'canvas.signs': { en: 'Signs of success', ar: 'مؤشّرات النجاح', fr: 'Signes de réussite', de: 'Zeichen des Erfolgs' },
  'canvas.signs.ask': {
    en: 'How will we see that it works?',
    ar: 'كيف نعرف أنّه ينجح؟',
    fr: 'À quoi verrons-nous que cela marche ?',
    de: 'Woran sehen wir, dass es wirkt?',
  },
} as const satisfies Sentences;

/** The card of a good practice, for others to take over. */
export const practiceSentences = {
  'practice.name': { en: 'Good practice', ar: 'الممارسة الجيدة', fr: 'Bonne pratique', de: 'Gute Praxis' },
  'practice.name.ask': {
    en: 'A name, and the town where it works',
    ar: 'اسمها، والبلدية التي تنجح فيها',
    fr: 'Un nom, et la commune où elle fonctionne',
    de: 'Ein Name und die Kommune, in der sie funktioniert',
  },
  'practice.before': { en: 'Before', ar: 'قبلها', fr: 'Avant', de: 'Vorher' },
  'practice.before.ask': {
    en: 'Which problem did it solve?',
    ar: 'أيّ مشكلة حلّت؟',
    fr: 'Quel problème a-t-elle résolu ?',
    de: 'Welches Problem hat sie gelöst?',
  },
  'practice.done': { en: 'What was done', ar: 'ما الذي جرى', fr: 'Ce qui a été fait', de: 'Was getan wurde' },
  'practice.done.ask': {
    en: 'Step by step, and who did it',
    ar: 'خطوة بخطوة، ومن قام بها',
    fr: 'Étape par étape, et par qui',
    de: 'Schritt für Schritt, und von wem',
  },
  'practice.result': { en: 'Result', ar: 'النتيجة', fr: 'Résultat', de: 'Ergebnis' },
  'practice.result.ask': {
    en: 'What has changed, and for whom?',
    ar: 'ما الذي تغيّر، ولمن؟',
    fr: 'Qu’est-ce qui a changé, et pour qui ?',
    de: 'Was hat sich geändert, und für wen?',
  },
  'practice.needs': { en: 'What it needed', ar: 'ما الذي لزم لها', fr: 'Ce qu’il a fallu', de: 'Was nötig war' },
  'practice.needs.ask': {
    en: 'Time, money, people, decisions',
    ar: 'وقت وأموال وأشخاص وقرارات',
    fr: 'Temps, argent, personnes, décisions',
    de: 'Zeit, Geld, Menschen, Beschlüsse',
  },
  'practice.advice': { en: 'Advice to others', ar: 'نصيحة للآخرين', fr: 'Conseils aux autres', de: 'Rat für andere' },
  'practice.advice.ask': {
    en: 'What would we do otherwise today?',
    ar: 'ما الذي كنّا سنفعله بطريقة أخرى اليوم؟',
    fr: 'Que ferions-nous autrement aujourd’hui ?',
    de: 'Was würden wir heute anders machen?',
  },
} as const satisfies Sentences;
