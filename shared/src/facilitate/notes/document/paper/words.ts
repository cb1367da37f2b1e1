import type { Language } from '../../../../kernel/languages.ts';
import type { OutcomeKind } from '../../outcomes.ts';

/** What a file says besides what people have written. */
export type Words = {
  kinds: Record<OutcomeKind, string>;
  owner: string;
  due: string;
  people: string;
  municipality: string;
  subtopic: string;
  secondLanguage: string;
  older: string;
  nameless: string;
  plenary: string;
  breakout: string;
  notes: string;
  output: string;
  languages: Record<Language, string>;
};

const languageNames: Record<Language, string> = { en: 'English', ar: 'العربية', fr: 'Français', de: 'Deutsch' };

/** The words of the files, in each language of the interface. */
export const words: Record<Language, Words> = {
  en: {
    kinds: {
      practice: 'Good practice',
      gap: 'Gap',
      support: 'Support needed',
      idea: 'Project idea',
      decision: 'Decision',
      commitment: 'Commitment',
      question: 'Open question',
    },
    owner: 'Owner',
    due: 'Due',
    people: 'People it concerns',
    municipality: 'Municipality',
    subtopic: 'Subtopic',
    secondLanguage: 'Second language',
    older: 'This translation is older than the text.',
    nameless: 'Name removed',
    plenary: 'Plenary',
    breakout: 'Room',
    notes: 'Notes',
    output: 'Results of the session',
    languages: languageNames,
  },
  ar: {
    kinds: {
      practice: 'ممارسة جيدة',
      gap: 'ثغرة',
      support: 'دعم مطلوب',
      idea: 'فكرة مشروع',
      decision: 'قرار',
      commitment: 'التزام',
      question: 'سؤال مفتوح',
    },
    owner: 'المسؤول',
    due: 'الموعد',
    people: 'الأشخاص المعنيون',
    municipality: 'البلدية',
    subtopic: 'الموضوع الفرعي',
    secondLanguage: 'اللغة الثانية',
    older: 'هذه الترجمة أقدم من النص.',
    nameless: 'اسم محذوف',
    plenary: 'القاعة العامة',
    breakout: 'القاعة',
    notes: 'الملاحظات',
    output: 'نتائج الجلسة',
    languages: languageNames,
  },
  fr: {
    kinds: {
      practice: 'Bonne pratique',
      gap: 'Lacune',
      support: 'Soutien nécessaire',
      idea: 'Idée de projet',
      decision: 'Décision',
      commitment: 'Engagement',
      question: 'Question ouverte',
    },
    owner: 'Responsable',
    due: 'Échéance',
    people: 'Personnes concernées',
    municipality: 'Commune',
    subtopic: 'Sous-thème',
    secondLanguage: 'Deuxième langue',
    older: 'Cette traduction est plus ancienne que le texte.',
    nameless: 'Nom supprimé',
    plenary: 'Plénière',
    breakout: 'Salle',
    notes: 'Notes',
    output: 'Résultats de la session',
    languages: languageNames,
  },
  de: {
    kinds: {
      practice: 'Gute Praxis',
      gap: 'Lücke',
      support: 'Unterstützung nötig',
      idea: 'Projektidee',
      decision: 'Beschluss',
      commitment: 'Zusage',
      question: 'Offene Frage',
    },
    owner: 'Verantwortlich',
    due: 'Fällig',
    people: 'Wen es betrifft',
    municipality: 'Kommune',
    subtopic: 'Unterthema',
    secondLanguage: 'Zweite Sprache',
    older: 'Diese Übersetzung ist älter als der Text.',
    nameless: 'Name entfernt',
    plenary: 'Plenum',
    breakout: 'Raum',
    notes: 'Notizen',
    output: 'Ergebnisse der Sitzung',
    languages: languageNames,
  },
};
