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
  language: string;
  title: string;
  text: string;
  kind: string;
  session: string;
  room: string;
  secondLanguage: string;
  older: string;
  nameless: string;
  untitled: string;
  plenary: string;
  breakout: string;
  notes: string;
  output: string;
  register: string;
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
    owner: 'Responsible',
    due: 'Due',
    people: 'People',
    municipality: 'Municipality',
    subtopic: 'Subtopic',
    language: 'Language',
    title: 'Title',
    text: 'Text',
    kind: 'Kind',
    session: 'Session',
    room: 'Room',
    secondLanguage: 'Second language',
    older: 'This translation is older than the text.',
    nameless: 'Name removed',
    untitled: 'Without a title',
    plenary: 'Plenary',
    breakout: 'Room',
    notes: 'Notes',
    output: 'Results of the session',
    register: 'Outcomes',
    languages: languageNames,
  },
  ar: {
    kinds: {
      practice: 'ممارسة جيدة',
      gap: 'فجوة',
      support: 'دعم مطلوب',
      idea: 'فكرة مشروع',
      decision: 'قرار',
      commitment: 'التزام',
      question: 'سؤال مفتوح',
    },
    owner: 'المسؤول',
    due: 'الموعد',
    people: 'الأشخاص',
    municipality: 'البلدية',
    subtopic: 'الموضوع الفرعي',
    language: 'اللغة',
    title: 'العنوان',
    text: 'النص',
    kind: 'النوع',
    session: 'الجلسة',
    room: 'القاعة',
    secondLanguage: 'اللغة الثانية',
    older: 'هذه الترجمة أقدم من النص.',
    nameless: 'اسم محذوف',
    untitled: 'بلا عنوان',
    plenary: 'الجلسة العامة',
    breakout: 'قاعة',
    notes: 'ملاحظات',
    output: 'نتائج الجلسة',
    register: 'المخرجات',
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
    people: 'Personnes',
    municipality: 'Commune',
    subtopic: 'Sous-thème',
    language: 'Langue',
    title: 'Titre',
    text: 'Texte',
    kind: 'Type',
    session: 'Séance',
    room: 'Salle',
    secondLanguage: 'Deuxième langue',
    older: 'Cette traduction est plus ancienne que le texte.',
    nameless: 'Nom supprimé',
    untitled: 'Sans titre',
    plenary: 'Plénière',
    breakout: 'Salle',
    notes: 'Notes',
    output: 'Résultats de la séance',
    register: 'Résultats',
    languages: languageNames,
  },
  de: {
    kinds: {
      practice: 'Gute Praxis',
      gap: 'Lücke',
      support: 'Unterstützungsbedarf',
      idea: 'Projektidee',
      decision: 'Beschluss',
      commitment: 'Zusage',
      question: 'Offene Frage',
    },
    owner: 'Zuständig',
    due: 'Bis',
    people: 'Personen',
    municipality: 'Kommune',
    subtopic: 'Unterthema',
    language: 'Sprache',
    title: 'Titel',
    text: 'Text',
    kind: 'Art',
    session: 'Sitzung',
    room: 'Raum',
    secondLanguage: 'Zweite Sprache',
    older: 'Diese Übersetzung ist älter als der Text.',
    nameless: 'Name entfernt',
    untitled: 'Ohne Titel',
    plenary: 'Plenum',
    breakout: 'Raum',
    notes: 'Notizen',
    output: 'Ergebnisse der Sitzung',
    register: 'Ergebnisse',
    languages: languageNames,
  },
};
