/** What a room writes when it asks a facilitator for help. */
export const wordsForHelp: Record<keyof typeof sayings, string> = {
  en: 'We do not agree on the question.',
  ar: 'لم نتفق على السؤال بعد.',
  fr: 'Il nous manque un interprète.',
  de: 'Wie lange haben wir noch?',
};

/** What simulated people ask the hosts. */
export const questions: typeof sayings = {
  en: ['Who pays once the project ends?', 'Can two towns share one engineer?', 'When do young people have a say?'],
  ar: ['من يدفع بعد انتهاء المشروع؟', 'هل يمكن لمدينتين أن تتقاسما مهندسًا واحدًا؟', 'متى يُسمع صوت الشباب؟'],
  fr: ['Qui paie quand le projet s’arrête ?', 'Quelles communes l’ont déjà essayé ?'],
  de: ['Wer bezahlt, wenn das Projekt endet?', 'Was kostet das pro Jahr?'],
};

/** What simulated people write, in the languages of the dialogue; some are answers. */
export const sayings: Record<'en' | 'ar' | 'fr' | 'de', readonly string[]> = {
  en: [
    'In our town the training centre works with twelve workshops now.',
    'How did you pay for the first year?',
    'We tried this in 2018. Without the chamber of commerce it did not last.',
    'Could you share the contract with the private partner?',
    'A good example: the market hall opens for young firms twice a week.',
  ],
  ar: [
    'في مدينتنا يعمل مركز التدريب الآن مع اثنتي عشرة ورشة.',
    'كيف موّلتم السنة الأولى؟',
    'جرّبنا ذلك قبل سنوات، ولم يستمر من دون غرفة التجارة.',
    'هل يمكنكم مشاركة نص الاتفاق مع الشريك الخاص؟',
    'فكرة جيدة، ونحتاج إلى دعم في إعداد الدراسة.',
  ],
  fr: [
    'Chez nous, le centre de formation travaille avec douze ateliers.',
    'Comment avez-vous financé la première année ?',
    'La difficulté, c’est de garder les jeunes après la formation.',
    'Nous pourrions envoyer notre cahier des charges.',
  ],
  de: [
    'Bei uns begleitet die Wirtschaftsförderung die ersten zwei Jahre.',
    'Wer trägt das Risiko, wenn der Partner aussteigt?',
    'Das Modell lässt sich auch auf kleinere Orte übertragen.',
  ],
};
